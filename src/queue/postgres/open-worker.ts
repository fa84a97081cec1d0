import { InputError } from '../../runtime/input-error.ts';
import type { Sleep } from '../../runtime/sleep.ts';
import type { FleetMember, FleetOrder, RequestRecord } from '../fleet.ts';
import type { SealOf } from '../payload-seal.ts';
import { Claims } from './claims.ts';
import { connectionProblem, type Database, openDatabase } from './database.ts';
import { Membership } from './membership.ts';
import { postgresQueue } from './postgres-queue.ts';
import { postgresThrottle } from './postgres-throttle.ts';
import type { QueueUrl } from './queue-url.ts';
import { FORMAT, missingRights, openWorkerBoss, SCHEMA } from './schema.ts';

export interface WorkerOptions {
  readonly url: QueueUrl;
  readonly connections: number;
  /** Origin of the tenant. */
  readonly tenant: string;
  readonly sealOf: SealOf;
  /** The name of this process in the report. */
  readonly worker: string;
  readonly clock: { readonly now: () => number; readonly sleep: Sleep };
  /** Ends the waiting for a run, or for a database that is away. */
  readonly stop: AbortSignal;
  readonly warn: (message: string) => void;
  /** Called every few minutes while no lead has begun to send. */
  readonly onWaiting: (waitedMs: number) => void;
  readonly leaseMs?: number;
  readonly patienceMs?: number;
  readonly answerMs?: number;
}

/** A worker in a run. */
export interface FleetWorker extends FleetMember {
  readonly order: FleetOrder;
  /** Counts a request, for the report of the lead. */
  observe(request: RequestRecord): void;
  retried(): void;
}

const POLL_MS = 1_000;
const WAITING_LINE_MS = 5 * 60_000;
/** A lead that fills the queue is waited for, however long that takes, as long as it was seen so lately. */
const LIVES_MS = 60_000;

interface OpenRun {
  readonly id: string;
  readonly format: number;
  readonly state: string;
  readonly salt: Buffer;
  readonly sealed_order: Buffer;
}

/**
 * Connects a worker and waits up to `waitMs` for a run of the tenant; null when none began, or `stop` aborted.
 *
 * @throws InputError when the database cannot be used, or the lead has another key or is of another version.
 */
export async function joinFleet(
  options: WorkerOptions,
  waitMs: number,
): Promise<(FleetWorker & AsyncDisposable) | null> {
  const { clock, tenant, stop, onWaiting } = options;
  await using cleanUp = new AsyncDisposableStack();
  const database = cleanUp.use(openDatabase({ ...options, ...clock }));
  const since = clock.now();
  for (let nextLineMs = WAITING_LINE_MS; ; ) {
    const worker = await join(database, cleanUp, options).catch((error: unknown) => {
      throw connectionProblem(error) ?? missingRights(error) ?? error;
    });
    if (worker !== null && worker !== 'filling') {
      const kept = cleanUp.move();
      return { ...worker, [Symbol.asyncDispose]: () => kept.disposeAsync() };
    }
    const waitedMs = clock.now() - since;
    if (stop.aborted || (worker === null && waitedMs >= waitMs)) return null;
    if (waitedMs >= nextLineMs) {
      onWaiting(waitedMs);
      nextLineMs += WAITING_LINE_MS;
    }
    await clock.sleep(POLL_MS, stop).catch(() => undefined);
  }

  async function join(
    database: Database,
    cleanUp: AsyncDisposableStack,
    { sealOf, worker, leaseMs }: WorkerOptions,
  ): Promise<FleetWorker | 'filling' | null> {
    const [known] = await database.query<{ found: string | null }>(
      `SELECT to_regclass('${SCHEMA}.settlement')::text AS found`,
    );
    if (known?.found == null) return null;
    const [open] = await database.query<OpenRun>(
      `SELECT id, format, state, salt, sealed_order FROM ${SCHEMA}.run
       WHERE tenant = $1 AND (state IN ('probing', 'open')
         OR (state = 'filling' AND lead_seen > clock_timestamp() - $2 * interval '1 millisecond'))`,
      [tenant, LIVES_MS],
    );
    if (open === undefined) return null;
    const { id: run, salt } = open;
    if (open.format !== FORMAT)
      throw new InputError([
        `\`queue-url\`: the lead runs another version of this tool (format ${open.format}; this worker has ${FORMAT}). Use the same version for both.`,
      ]);
    const seal = sealOf(run, salt);
    const text = seal.open('order', run, open.sealed_order);
    if (text === null)
      throw new InputError([
        '`state-key`: the lead seals its batches with another key, so this worker cannot read them. Give both the same `state-key` (without one, the same client secret) and the same `tenant-url`.',
      ]);
    if (open.state === 'filling') return 'filling';
    const order = JSON.parse(text) as FleetOrder;
    const boss = await openWorkerBoss(database);
    cleanUp.defer(() => boss.stop({ graceful: false, close: false }));
    const membership = new Membership({
      ...{ database, boss, run, seal, worker, claims: new Claims(), isLead: false, limitText: order.limitText },
      ...{ ...clock, ...(leaseMs !== undefined && { leaseMs }) },
    });
    await membership.beat();
    let requests: RequestRecord[] = [];
    let retried = 0;
    const takeLog = () => {
      const log = { requests, retried };
      requests = [];
      retried = 0;
      return log;
    };
    return {
      order,
      queue: postgresQueue(membership, takeLog),
      throttle: postgresThrottle({
        database,
        run,
        maxRequestsPerSecond: order.maxRequestsPerSecond,
        sleep: clock.sleep,
      }),
      stop: (reason) => membership.stop(reason),
      follow: (onStop, until) => membership.follow(onStop, until),
      observe: (request) => void requests.push(request),
      retried: () => void retried++,
    };
  }
}
