import { planBatches } from '../ledger/batches.ts';
import { makeDurable } from '../ledger/ledger-file.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Settings } from '../settings/settings.ts';
import type { BulkClient } from '../tenant/bulk.ts';
import { saveInterimResume } from './resume-step.ts';
import { markSendingStarted } from './run-notes.ts';
import { deliver, type Sending, type SendPorts } from './sending.ts';

/** How often the resume file is renewed: a runner that disappears loses at most this much knowledge. */
const RENEW_RESUME_MS = 10 * 60 * 1_000;
/** Bytes reserved on the disk while the export is planned, so that a run on a full disk can still be closed. */
export const CLOSING_SPACE = 8 * 1024 * 1024;
/** Bytes reserved in addition for each planned row: its outcome and reason, its lines in the resume file and the report. */
export const SPACE_PER_ROW = 512;

/** How the planned rows are sent. */
export interface SendOptions {
  readonly tenant: BulkClient;
  readonly sending: Sending;
  /** Planned rows that the tenant refused in an earlier attempt. */
  readonly refusedBefore: number;
  /** Rows that go before all others; null: none. */
  readonly first: FirstRows | null;
}

/** Rows that are sent before the others, each in a request of its own. */
export interface FirstRows {
  readonly rows: readonly number[];
  /** Called when they are settled; returns why the others may not be sent, or null. */
  readonly prove: () => Promise<EarlyEnd | null>;
}

/** Sends the planned rows; returns what stopped it, or null when the queue is empty. */
export async function sendPlanned(
  settings: Settings,
  ports: SendPorts,
  { tenant, sending, refusedBefore, first }: SendOptions,
): Promise<EarlyEnd | null> {
  const { ledger, queue, log } = ports;
  const { planned: total, created, updated } = ledger.totals();
  ledger.reserveSpace(CLOSING_SPACE + total * SPACE_PER_ROW);
  const firstBatches = (first?.rows ?? []).map((row, at) => ({ id: at + 1, first: row, last: row }));
  const others = () => sending.stats.counting(planBatches(ledger, settings.batchSize, firstBatches.length));
  await queue.put(first === null ? others() : sending.stats.counting(firstBatches));
  makeDurable(ledger.db);
  markSendingStarted(ledger);

  const renewal = new AbortController();
  const renewing = renewResume(ports, AbortSignal.any([ports.stop, renewal.signal]));
  const delivering = {
    ...{ queue, ledger, total, settledBefore: created + updated, refusedBefore },
    waiting: (from: number, to: number) => ledger.waiting(from, to),
    send: tenant.send,
  };
  const { earlyEnd, advice } = await deliver(settings, ports, sending, delivering, async (applyQueue, stop) => {
    await applyQueue();
    if (first === null || stop.aborted) return null;
    const refused = await first.prove();
    if (refused !== null) return refused;
    await queue.put(others());
    await applyQueue();
    return null;
  }).finally(() => renewal.abort());
  await renewing;
  if (advice !== null) log.warning(advice);
  if (earlyEnd !== null) return earlyEnd;
  const left = await queue.open();
  if (left > 0) log.warning(`${left} batches are left in the queue.`);
  return null;
}

/** Renews the resume file until the signal aborts. A failure is only a warning: the run goes on. */
async function renewResume({ resumeStore, clock, log }: SendPorts, until: AbortSignal): Promise<void> {
  if (resumeStore === null) return;
  for (;;) {
    try {
      await clock.sleep(RENEW_RESUME_MS, until);
    } catch {
      return;
    }
    await saveInterimResume(resumeStore, log);
  }
}
