import type { PgBoss } from 'pg-boss';
import { InputError } from '../../runtime/input-error.ts';
import type { Sleep } from '../../runtime/sleep.ts';
import { TAKEN_OVER } from '../fleet.ts';
import type { Database } from './database.ts';
import { queueNameOf, type RunState } from './membership.ts';
import { SCHEMA } from './schema.ts';

/** A run that is still in the database. */
export interface EarlierRun {
  readonly id: string;
  readonly owner: string;
  readonly format: number;
  readonly state: RunState;
  readonly salt: Buffer;
}

export interface TakeOverPorts {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly leaseMs: number;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly stop: AbortSignal;
}

/** Heartbeats of a lead come every second; a lead that was seen so long ago is not waited for. */
const SEEN_LATELY_MS = 60_000;
const POLL_MS = 500;

/** The runs of the tenant, oldest first. */
export function earlierRuns(database: Database, tenant: string): Promise<EarlierRun[]> {
  return database.query<EarlierRun>(
    `SELECT id, owner, format, state, salt FROM ${SCHEMA}.run WHERE tenant = $1 ORDER BY created_at`,
    [tenant],
  );
}

/**
 * Freezes a run whose lead is dead, lets its workers settle what they have claimed, and closes it: after that nothing of it
 * changes any more.
 *
 * @throws InputError when its lead lives.
 */
export async function endEarlierRun({ id, state }: EarlierRun, ports: TakeOverPorts): Promise<void> {
  const { database, boss, leaseMs, now, sleep, stop } = ports;
  if (state !== 'closed') {
    await refuseLivingLead(id, ports);
    await database.query(
      `UPDATE ${SCHEMA}.run SET state = 'frozen', stop_code = '${TAKEN_OVER}' WHERE id = $1 AND state <> 'closed'`,
      [id],
    );
    // Those of dead workers never end: their heartbeats stopped before.
    for (const until = now() + 1.5 * leaseMs; now() < until && (await hasLiveClaims(id, ports)); )
      await sleep(POLL_MS, stop);
    await database.query(`UPDATE ${SCHEMA}.run SET state = 'closed' WHERE id = $1`, [id]);
  }
  await boss.deleteQueue(queueNameOf(id));
}

async function refuseLivingLead(id: string, { database, leaseMs, now, sleep, stop }: TakeOverPorts): Promise<void> {
  const seen = async (): Promise<{ seen: string; ageMs: number } | undefined> => {
    const [row] = await database.query<{ seen: string; ageMs: number }>(
      `SELECT lead_seen::text AS seen, (extract(epoch FROM clock_timestamp() - lead_seen) * 1000)::float8 AS "ageMs"
       FROM ${SCHEMA}.run WHERE id = $1`,
      [id],
    );
    return row;
  };
  const first = await seen();
  if (first === undefined || first.ageMs > SEEN_LATELY_MS) return;
  // The last heartbeat of a lead that was killed just now is as recent as that of a living one; only a next one shows that it lives.
  for (const until = now() + Math.max(0, leaseMs - first.ageMs); now() < until; ) {
    await sleep(POLL_MS, stop);
    if ((await seen())?.seen === first.seen) continue;
    throw new InputError([
      '`queue-url`: another lead is sending to this tenant from this database. Nothing was sent. Wait until it has ended; to help it, run with `role: work`.',
    ]);
  }
}

async function hasLiveClaims(id: string, { database, leaseMs }: TakeOverPorts): Promise<boolean> {
  const live = await database.query(
    `SELECT 1 FROM ${SCHEMA}.job
     WHERE name = $1 AND state = 'active' AND heartbeat_on >= clock_timestamp() - $2 * interval '1 millisecond' LIMIT 1`,
    [queueNameOf(id), leaseMs],
  );
  return live.length > 0;
}
