import { readFileSync } from 'node:fs';
import pg from 'pg';
import { InputError } from '../../runtime/input-error.ts';
import type { Sleep } from '../../runtime/sleep.ts';
import type { QueueUrl } from './queue-url.ts';

/** Runs one statement. */
export interface Db {
  // biome-ignore lint/suspicious/noExplicitAny: the rows of pg, as pg-boss expects them
  executeSql(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
}

/** The connections of one process to the database of the fleet. A connection that is lost is made again for five minutes. */
export interface Database extends Db, AsyncDisposable {
  /** One row per line of the result. */
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** `work` runs again when the connection was lost, perhaps after its commit: it has to find out what it already did. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
}

export interface DatabaseOptions {
  readonly url: QueueUrl;
  /** Connections at most. */
  readonly connections: number;
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Ends the waiting for a database that is away. */
  readonly stop: AbortSignal;
  /** Called once for each time that the database is away. */
  readonly warn: (message: string) => void;
  readonly patienceMs?: number;
  readonly answerMs?: number;
}

/** A restart of the database takes minutes at most. */
const PATIENCE_MS = 5 * 60_000;
const CONNECT_TIMEOUT_MS = 10_000;
/** A connection that gives no answer for so long is lost: the machine of the database may be gone without a word. */
const ANSWER_MS = 60_000;
const FIRST_WAIT_MS = 100;
const MAX_WAIT_MS = 2_000;

/** The database was away for longer than it is waited for. */
class DatabaseAway extends InputError {
  constructor(cause: unknown) {
    const message = `\`queue-url\`: the database does not answer (${reasonOf(cause)}). What was settled until then is in the database; run again when it works.`;
    super([message], { cause });
    this.name = 'DatabaseAway';
  }
}

export function openDatabase(options: DatabaseOptions): Database {
  const { url, now, sleep, stop, warn, patienceMs = PATIENCE_MS, answerMs = ANSWER_MS } = options;
  const { host, port, user, password, database, tls } = url;
  const pool = new pg.Pool({
    ...{ host, port, user, password, database, max: options.connections },
    ssl: tls !== null && {
      rejectUnauthorized: true,
      ...(tls.rootCertPath !== null && { ca: readFileSync(tls.rootCertPath) }),
    },
    application_name: 'cidaas-migrate',
    connectionTimeoutMillis: Math.min(CONNECT_TIMEOUT_MS, answerMs),
    query_timeout: answerMs,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it: the next statement gets a new one.
  pool.on('error', () => undefined);

  /** Many statements notice at once that the database is away, and one of them says so. */
  let isAway = false;
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    let since: number | null = null;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(MAX_WAIT_MS, waitMs * 2)) {
      try {
        const result = await work();
        isAway = false;
        return result;
      } catch (error) {
        if (!isConnectionLost(error)) throw error;
        if (!isAway && !isConflict(error)) {
          isAway = true;
          warn(`The database of \`queue-url\` does not answer (${reasonOf(error)}); trying again.`);
        }
        since ??= now();
        if (stop.aborted || now() - since >= patienceMs) throw new DatabaseAway(error);
        await sleep(waitMs, stop).catch(() => undefined);
      }
    }
  };
  const executeSql: Db['executeSql'] = async (text, values) => {
    // pg-boss sends several statements at once when it creates its tables; their results are a list then.
    const result = await patiently(() => pool.query(text, values));
    return Array.isArray(result) ? { rows: result.flatMap(({ rows }) => rows) } : result;
  };
  return {
    executeSql,
    query: async (text, values) => (await executeSql(text, values)).rows,
    transaction: (work) => patiently(() => inTransaction(pool, work)),
    [Symbol.asyncDispose]: () => pool.end(),
  };
}

async function inTransaction<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const ignore = () => undefined;
  // Without a listener, a connection that breaks between two statements would end the process.
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work({ executeSql: (text, values) => client.query(text, values) });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    if (isConnectionLost(error) && !isConflict(error)) broken = error as Error;
    else
      await client.query('ROLLBACK').catch((cause: Error) => {
        broken = cause;
      });
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/** What is wrong with the input `queue-url`, of the error of a first statement; null when it is something else. */
export function connectionProblem(error: unknown): InputError | null {
  const isRefused =
    codeOf(error).startsWith('28') || codeOf(error) === '3D000' || /certificate|SSL/i.test(reasonOf(error));
  if (!isRefused) return null;
  return new InputError([`\`queue-url\`: the database cannot be used: ${reasonOf(error)}. Nothing was sent.`], {
    cause: error,
  });
}

/** Connection exceptions, shutdown, too many connections, and transactions that the server asks to repeat. */
const LOST = /^(08...|57P0[123]|53300|40001|40P01)$/;
const LOST_SOCKET: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
];

function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  if (LOST.test(code) || LOST_SOCKET.includes(code)) return true;
  return (
    error instanceof Error &&
    /^(Connection terminated|Query read timeout|timeout expired|timeout exceeded|Client has encountered a connection error)/.test(
      error.message,
    )
  );
}

function isConflict(error: unknown): boolean {
  return /^40/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
