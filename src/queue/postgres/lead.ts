import type { Ledger } from '../../ledger/ledger.ts';
import { markQueued, markUntouched } from '../../ledger/queued-rows.ts';
import type { CollectedClaim, FleetLead, RowRange } from '../fleet.ts';
import type { FillableQueue } from '../queue.ts';
import { type BatchData, batchJob, jobIdOf } from './batch-job.ts';
import { Claims } from './claims.ts';
import { Membership, type MembershipOptions } from './membership.ts';
import { ForgedBatch, postgresQueue } from './postgres-queue.ts';
import { postgresThrottle } from './postgres-throttle.ts';
import { SCHEMA } from './schema.ts';
import { type RequestLog, readSettlements } from './settlement.ts';

export interface LeadOptions extends Omit<MembershipOptions, 'claims' | 'isLead' | 'leaseMs'> {
  readonly ledger: Ledger;
  readonly leaseMs: number;
}

/** Batches inserted by one statement. */
const PUT_CHUNK = 100;
const COLLECT_CHUNK = 200;
const POLL_MS = 200;
/** The lead counts its own requests as they end. */
const NO_LOG: RequestLog = { requests: [], retried: 0 };

interface SettlementRow {
  readonly job: string;
  readonly sealed: Buffer;
  readonly settledAt: number;
}

/** The lead's part of a run: fills the queue, sends like every worker, and collects what all have settled. */
export function createLead(options: LeadOptions & { readonly maxRequestsPerSecond: number }): FleetLead {
  const { database, boss, run, ledger, seal, leaseMs, now, sleep } = options;
  const membership = new Membership({ ...options, claims: new Claims(), isLead: true });
  const { queueName } = membership;
  const jobs = new WeakMap<CollectedClaim, string>();
  const forever = new AbortController().signal;

  const queue: FillableQueue = {
    ...postgresQueue(membership, () => NO_LOG),
    async put(batches) {
      for (const chunk of chunks(batches, PUT_CHUNK)) {
        const inserted = chunk.map(({ id: batch, first, last }) => {
          const job = { id: jobIdOf(run, batch), batch, users: ledger.waiting(first, last), wasSent: false };
          return batchJob(job, seal);
        });
        await boss.insert(queueName, inserted);
        // From here on a worker may send them, whatever becomes of this process.
        markQueued(ledger, chunk);
        await membership.beat();
      }
    },
  };

  const toClaim = ({ job, sealed, settledAt }: SettlementRow): CollectedClaim => {
    const text = seal.open('outcomes', job, sealed);
    if (text === null || !Number.isFinite(settledAt)) throw new ForgedBatch();
    const claim = { ...readSettlements(text), settledAt };
    jobs.set(claim, job);
    return claim;
  };
  const hasOthersClaims = async (): Promise<boolean> => {
    const active = await database.query(`SELECT 1 FROM ${SCHEMA}.job WHERE name = $1 AND state = 'active' LIMIT 1`, [
      queueName,
    ]);
    return active.length > 0;
  };

  return {
    queue,
    throttle: postgresThrottle(options),
    stop: (reason) => membership.stop(reason),
    follow: (onStop, until) => membership.follow(onStop, until),
    async open(isProbing) {
      const state = isProbing ? 'probing' : 'open';
      await database.query(`UPDATE ${SCHEMA}.run SET state = $2 WHERE id = $1 AND state = 'filling'`, [run, state]);
      membership.state = state;
    },
    async collect() {
      const rows = await database.query<SettlementRow>(
        `SELECT job, sealed, (extract(epoch FROM settled_at) * 1000)::float8 AS "settledAt"
         FROM ${SCHEMA}.settlement WHERE run = $1 AND NOT collected LIMIT ${COLLECT_CHUNK}`,
        [run],
      );
      return rows.map(toClaim);
    },
    async collected(claims) {
      const ids = claims.map((claim) => jobs.get(claim));
      await database.query(`UPDATE ${SCHEMA}.settlement SET collected = true WHERE job = ANY ($1::uuid[])`, [ids]);
    },
    async close() {
      for (const until = now() + 1.5 * leaseMs; now() < until && (await hasOthersClaims()); ) {
        await membership.beat();
        await sleep(POLL_MS, forever);
      }
      await database.query(`UPDATE ${SCHEMA}.run SET state = 'closed' WHERE id = $1`, [run]);
      const left = await database.query<{ ranges: BatchData['ranges'] }>(
        `SELECT data -> 'ranges' AS ranges FROM ${SCHEMA}.job
         WHERE name = $1 AND started_on IS NULL AND NOT (data ->> 'wasSent')::boolean`,
        [queueName],
      );
      markUntouched(ledger, left.flatMap(({ ranges }) => ranges) satisfies RowRange[]);
      await boss.deleteQueue(queueName);
    },
  };
}

function* chunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
