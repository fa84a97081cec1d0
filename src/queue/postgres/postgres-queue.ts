import type { PgBoss } from 'pg-boss';
import { InputError } from '../../runtime/input-error.ts';
import type { OutgoingUser } from '../../tenant/bulk-answer.ts';
import type { Queue } from '../queue.ts';
import { affectedJobs } from './affected-jobs.ts';
import { type BatchData, batchJob, newJobId } from './batch-job.ts';
import type { Claim } from './claims.ts';
import type { Db } from './database.ts';
import type { Membership } from './membership.ts';
import { SCHEMA } from './schema.ts';
import { type RequestLog, readBatch, settlementText } from './settlement.ts';

const POLL_MS = 250;

/** A batch was changed in the database, or sealed with another key: nobody may send it. */
export class ForgedBatch extends InputError {
  constructor() {
    super([
      '`queue-url`: a batch in the database was not sealed by this run, or was changed since. It was not sent, and the run stops. Find out who can write to that database.',
    ]);
    this.name = 'ForgedBatch';
  }
}

/**
 * The queue in the database that several processes share. What is claimed is kept in memory; outcomes, counters and the end of
 * the batch are one transaction. `takeLog` returns what this process did since the last call.
 */
export function postgresQueue(membership: Membership, takeLog: () => RequestLog): Queue {
  const { options, queueName } = membership;
  const { database, boss, run, claims, seal, worker, isLead, sleep } = options;
  let polling: Promise<boolean> | null = null;

  const settle = async (claim: Claim): Promise<void> => {
    claim.isSettling = true;
    const log = takeLog();
    const settled = claim.settlements;
    const open = openUsers(claim);
    const sealed = seal.seal('outcomes', claim.job.id, settlementText(claim, seal, { worker, ...log }));
    const accepted = settled.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
    const failed = settled.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown').length;
    const rest = [
      { users: open.filter(({ row }) => claim.sending.has(row)), wasSent: true },
      { users: open.filter(({ row }) => !claim.sending.has(row)), wasSent: false },
    ];
    const jobs = rest
      .filter(({ users }) => users.length > 0)
      .map((part) => batchJob({ id: newJobId(), batch: claim.id, ...part }, seal));
    await database
      .transaction(async (db) => {
        const { rows } = await db.executeSql(
          `INSERT INTO ${SCHEMA}.settlement (job, run, sealed)
         SELECT $1, id, $3 FROM ${SCHEMA}.run WHERE id = $2 AND state <> 'closed'
         ON CONFLICT DO NOTHING RETURNING job`,
          [claim.job.id, run, sealed],
        );
        // It was committed before the connection broke, or the run is over.
        if (rows.length === 0) return;
        await endClaim(boss, queueName, claim, db);
        if (jobs.length > 0) await boss.insert(queueName, jobs, { db });
        const counted = await db.executeSql(
          `UPDATE ${SCHEMA}.run SET accepted = accepted + $2, failed = failed + $3,
           stop_code = CASE WHEN state IN ('probing', 'open') AND failed + $3 > max_failed THEN 'abort-above' ELSE stop_code END,
           state = CASE WHEN state IN ('probing', 'open') AND failed + $3 > max_failed THEN 'stopping'
             WHEN state = 'probing' AND $2 > 0 THEN 'open' ELSE state END
         WHERE id = $1 AND state <> 'closed' RETURNING id`,
          [run, accepted, failed],
        );
        // The lead closed the run meanwhile and may have collected for the last time: it would not see this outcome.
        if (counted.rows.length === 0) throw new ClaimLost();
      })
      .catch((error: unknown) => {
        if (!(error instanceof ClaimLost)) throw error;
      })
      .finally(() => claims.remove(claim));
  };
  const settleComplete = async (): Promise<void> => {
    for (const claim of claims.complete) await settle(claim);
  };
  const poll = async (stop: AbortSignal): Promise<boolean> => {
    const own = claims.all.map(({ job }) => job.id);
    const [left] = await database.query(
      `SELECT 1 FROM ${SCHEMA}.job WHERE name = $1 AND NOT (id = ANY ($2::uuid[])) LIMIT 1`,
      [queueName, own],
    );
    if (left === undefined) return false;
    await sleep(POLL_MS, stop).catch(() => undefined);
    return true;
  };

  return {
    outcomes: claims,
    async take() {
      await settleComplete();
      if (!(membership.state === 'open' || (isLead && membership.state === 'probing'))) return null;
      const [job] = await boss.fetch<BatchData>(queueName);
      if (job === undefined) return null;
      const text = seal.open('batch', job.id, Buffer.from(job.data.sealed, 'base64'));
      if (text === null) throw new ForgedBatch();
      const { id, retryCount } = job;
      const mayHaveBeenApplied = job.data.wasSent || retryCount > 0;
      return claims.add({ id: job.data.batch, users: readBatch(text), mayHaveBeenApplied }, { id, retryCount });
    },
    async mayGetMore(stop) {
      await settleComplete();
      // All idle workers of this process share one look.
      polling ??= poll(stop).finally(() => {
        polling = null;
      });
      return polling;
    },
    async done(batch) {
      const claim = claims.all.find((one) => one === batch);
      if (claim === undefined) return;
      claim.isDelivered = true;
      await settleComplete();
    },
    async giveBack() {
      for (const claim of claims.all) if (!claim.isSettling) await settle(claim);
    },
    async open() {
      const [left] = await database.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${SCHEMA}.job WHERE name = $1`,
        [queueName],
      );
      return left?.n ?? 0;
    },
  };
}

/** The claim lapsed, and another process has the batch, or the run was closed: this outcome does not count. */
class ClaimLost extends Error {}

async function endClaim(boss: PgBoss, queueName: string, { job }: Claim, db: Db): Promise<void> {
  if (affectedJobs(await boss.deleteJob(queueName, job, { db })).length === 0) throw new ClaimLost();
}

function openUsers({ users, settlements }: Claim): OutgoingUser[] {
  const settled = new Set(settlements.map(({ row }) => row));
  return users.filter(({ row }) => !settled.has(row));
}
