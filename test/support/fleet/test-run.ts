import { setTimeout } from 'node:timers/promises';
import { planBatches } from '../../../src/ledger/batches.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { settleCollected } from '../../../src/ledger/queued-rows.ts';
import type { Settlement } from '../../../src/plan/row.ts';
import type { FleetLead, FleetMember, FleetStop } from '../../../src/queue/fleet.ts';
import type { FleetWorker } from '../../../src/queue/postgres/open-worker.ts';
import type { ClaimedBatch, Queue } from '../../../src/queue/queue.ts';
import { plannedRows } from '../../queue/conformance.ts';
import type { TestFleet, TestFleetOptions } from './open-test-fleet.ts';

/** A run of thirty rows in batches of ten, with a worker. */
export async function openRun(fleet: TestFleet, options: Parameters<TestFleet['lead']>[1] = {}, isProbing = false) {
  const ledger = fleet.ledger(plannedRows());
  const lead = await fleet.lead(ledger, options);
  await lead.queue.put(planBatches(ledger, 10));
  await lead.open(isProbing);
  return { fleet, ledger, lead, worker: await workerOf(fleet, options) };
}

export async function workerOf(fleet: TestFleet, options: TestFleetOptions = {}): Promise<FleetWorker> {
  const worker = await fleet.worker(options);
  if (worker === null) throw new Error('no run is open');
  return worker;
}

export async function take(queue: Queue): Promise<ClaimedBatch> {
  const batch = await queue.take();
  if (batch === null) throw new Error('no batch is waiting');
  return batch;
}

export function settle(
  queue: Queue,
  users: ClaimedBatch['users'],
  outcome: Settlement['outcome'],
  message?: string,
): void {
  const reason = { code: 'tenant.507', field: null, hint: '' };
  queue.outcomes.settle(
    users.map(({ row }) => ({ row, outcome, ...(message !== undefined && { reason: { ...reason, message } }) })),
  );
}

export async function deliver(
  queue: Queue,
  batch: ClaimedBatch,
  outcome: Settlement['outcome'],
  message?: string,
): Promise<void> {
  queue.outcomes.markSending(batch.users);
  settle(queue, batch.users, outcome, message);
  await queue.done(batch);
}

export async function collect(lead: FleetLead, ledger: Ledger): Promise<number> {
  const claims = await lead.collect();
  for (const { settlements } of claims) settleCollected(ledger, settlements);
  await lead.collected(claims);
  return claims.reduce((sum, { settlements }) => sum + settlements.length, 0);
}

/** What one heartbeat tells. */
export async function stopSeenBy(member: FleetMember): Promise<FleetStop | null> {
  let seen: FleetStop | null = null;
  const end = new AbortController();
  end.abort();
  await member.follow((reason) => {
    seen = reason;
  }, end.signal);
  return seen;
}

/** Heartbeats go on until the returned function is called; resolves when the condition holds. */
export async function followUntil(member: FleetMember, holds: () => Promise<boolean>): Promise<() => Promise<void>> {
  const end = new AbortController();
  const following = member.follow(() => undefined, end.signal);
  while (!(await holds())) await setTimeout(50);
  return async () => {
    end.abort();
    await following;
  };
}
