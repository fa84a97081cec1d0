import { randomBytes, randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { Ledger } from '../../ledger/ledger.ts';
import { InputError } from '../../runtime/input-error.ts';
import type { Sleep } from '../../runtime/sleep.ts';
import type { Fleet, FleetOrder, RecalledUser } from '../fleet.ts';
import type { SealOf } from '../payload-seal.ts';
import { connectionProblem, type Database, openDatabase } from './database.ts';
import { createLead } from './lead.ts';
import { LEASE_MS, queueNameOf } from './membership.ts';
import type { QueueUrl } from './queue-url.ts';
import { FORMAT, openLeadBoss, SCHEMA } from './schema.ts';
import { readRecalled } from './settlement.ts';
import { type EarlierRun, earlierRuns, endEarlierRun } from './take-over.ts';

export interface FleetOptions {
  readonly url: QueueUrl;
  readonly connections: number;
  readonly ledger: Ledger;
  /** Origin of the tenant. */
  readonly tenant: string;
  /** Who may continue this run: this owner, and those of runs that the inputs name. The first one is this run's. */
  readonly owners: readonly [string, ...string[]];
  readonly sealOf: SealOf;
  /** The name of this process in the report. */
  readonly worker: string;
  readonly clock: { readonly now: () => number; readonly sleep: Sleep };
  /** Ends the waiting for a database that is away. */
  readonly stop: AbortSignal;
  readonly warn: (message: string) => void;
  readonly leaseMs?: number;
  readonly patienceMs?: number;
  readonly answerMs?: number;
}

/** Connects a lead with the database, and creates the tables that are missing. @throws InputError when it cannot be used. */
export async function openFleet(options: FleetOptions): Promise<Fleet & AsyncDisposable> {
  const { clock, tenant, owners, sealOf, warn, leaseMs = LEASE_MS } = options;
  await using cleanUp = new AsyncDisposableStack();
  const database = cleanUp.use(openDatabase({ ...options, ...clock }));
  const boss = await openLeadBoss(database).catch((error: unknown) => {
    throw connectionProblem(error) ?? error;
  });
  cleanUp.defer(() => boss.stop({ graceful: false, close: false }));
  const kept = cleanUp.move();
  return {
    async takeOver(isRecalled, stop) {
      const found: EarlierRun[] = [];
      for (const run of await earlierRuns(database, tenant)) {
        const isOwn = isRecalled && owners.includes(run.owner);
        if (isOwn && run.format !== FORMAT)
          throw new InputError([
            `An earlier lead of another version of this tool left its run in the database of \`queue-url\` (format ${run.format}; this version reads ${FORMAT}). Nothing was sent. Finish it with that version; \`resume: none\` starts over and sends every planned user again.`,
          ]);
        await endEarlierRun(run, { database, boss, leaseMs, ...clock, stop });
        if (isOwn) found.push(run);
        else await dropRun(database, run, isRecalled, warn);
      }
      const [first] = found;
      if (first === undefined) return null;
      const { fingerprint } = sealOf(first.id, first.salt);
      return { fingerprint, settled: recalled(database, found, owners, sealOf) };
    },
    async start(order, maxFailed) {
      const run = await insertRun(database, boss, options, order, maxFailed);
      return createLead({ ...options, ...clock, database, boss, leaseMs, ...order, ...run });
    },
    async forget() {
      await database.query(`DELETE FROM ${SCHEMA}.run WHERE tenant = $1 AND state = 'closed'`, [tenant]);
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function insertRun(
  database: Database,
  boss: PgBoss,
  { tenant, owners, sealOf }: FleetOptions,
  order: FleetOrder,
  maxFailed: number,
) {
  const run = randomUUID();
  const salt = randomBytes(16);
  const seal = sealOf(run, salt);
  const sealed = seal.seal('order', run, JSON.stringify(order));
  const inserted = await database.query(
    `INSERT INTO ${SCHEMA}.run (id, tenant, owner, format, state, salt, sealed_order, max_failed)
     VALUES ($1, $2, $3, $4, 'filling', $5, $6, $7)
     ON CONFLICT DO NOTHING RETURNING id`,
    [run, tenant, owners[0], FORMAT, salt, sealed, maxFailed],
  );
  if (inserted.length === 0) {
    const [own] = await database.query(`SELECT 1 FROM ${SCHEMA}.run WHERE id = $1`, [run]);
    // Otherwise it was committed before the connection broke.
    if (own === undefined)
      throw new InputError([`\`queue-url\`: another lead has just begun to send to ${tenant}. Nothing was sent.`]);
  }
  await boss.createQueue(queueNameOf(run));
  return { run, seal };
}

async function dropRun(database: Database, run: EarlierRun, isForeign: boolean, warn: (message: string) => void) {
  await database.query(`DELETE FROM ${SCHEMA}.run WHERE id = $1`, [run.id]);
  if (isForeign)
    warn(
      'The database held an unfinished run of another workflow run or folder. It was ended, and its users are not left out: name it with `resume-run-id` to continue it.',
    );
}

/** What earlier leads of this owner settled. @throws InputError when it cannot be read. */
async function* recalled(
  database: Database,
  runs: readonly EarlierRun[],
  owners: readonly string[],
  sealOf: SealOf,
): AsyncGenerator<RecalledUser> {
  for (const { id, salt, owner } of runs) {
    const seal = sealOf(id, salt);
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await database.query<{ job: string; sealed: Buffer }>(
        `SELECT job, sealed FROM ${SCHEMA}.settlement WHERE run = $1 AND job > $2 ORDER BY job LIMIT 200`,
        [id, last],
      );
      if (rows.length === 0) break;
      for (const { job, sealed } of rows) {
        const text = seal.open('outcomes', job, sealed);
        if (text === null)
          throw new InputError([
            'What an earlier run left in the database of `queue-url` cannot be read: it was sealed with another key, or changed. Nothing was sent. `resume: none` starts over and sends every planned user again.',
          ]);
        yield* readRecalled(text, owners.indexOf(owner));
        last = job;
      }
    }
  }
}
