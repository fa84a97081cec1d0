import { type Batch, planBatches } from '../ledger/batches.ts';
import { makeDurable } from '../ledger/ledger-file.ts';
import type { FleetLead, FleetOrder } from '../queue/fleet.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { allowed, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import type { BulkClient } from '../tenant/bulk.ts';
import type { Ports } from './ports.ts';
import { saveInterimResume } from './resume-step.ts';
import { markSendingStarted } from './run-notes.ts';
import type { StepResult } from './run-record.ts';
import { type Delivered, deliver, type Sending, type SendingPorts } from './sending.ts';

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

/** The ports that sending the planned rows needs. */
export type SendPorts = SendingPorts & Pick<Ports, 'queue' | 'fleet' | 'resumeStore' | 'log'>;

/** Sends the planned rows; the early end says what stopped it, and is null when nothing is left to send. */
export async function sendPlanned(settings: Settings, ports: SendPorts, options: SendOptions): Promise<StepResult> {
  const { ledger } = ports;
  ledger.reserveSpace(CLOSING_SPACE + ledger.totals().planned * SPACE_PER_ROW);
  const renewal = new AbortController();
  const renewing = renewResume(ports, AbortSignal.any([ports.stop, renewal.signal]));
  const result = await sendInOrder(settings, ports, options).finally(() => renewal.abort());
  await renewing;
  return result;
}

/** Sends the first rows, which this process does alone, and then the others. */
async function sendInOrder(
  settings: Settings,
  ports: SendPorts,
  { tenant, sending, refusedBefore, first }: SendOptions,
): Promise<StepResult> {
  const { ledger, queue, log } = ports;
  const { planned: total, created, updated } = ledger.totals();
  // Of the whole plan: the rows that an earlier attempt left are mostly its failures, so their share of the rest is high.
  const maxFailed = allowed(settings.abortAbove, total + created + updated);
  const rows = first?.rows ?? [];
  const settled = () => {
    const now = ledger.totals();
    const [done, accepted] = [total - now.planned, now.created + now.updated];
    return { done, accepted, failed: done - (accepted - created - updated) };
  };
  const deliverRows = async (lead: FleetLead | null, batches: Iterable<Batch>): Promise<Delivered> => {
    // Before they are in the queue: rows in the database of a fleet count as being sent.
    const { done, failed, accepted } = settled();
    await (lead?.queue ?? queue).put(sending.stats.counting(batches));
    makeDurable(ledger.db);
    markSendingStarted(ledger);
    await lead?.open(accepted === 0);
    const delivered = await deliver(settings, ports, sending, {
      ...{ queue: lead?.queue ?? queue, lead, send: tenant.send, total, done, failed, refusedBefore },
      ...{ maxFailedRows: maxFailed - failed, acceptedBefore: accepted > 0 },
    });
    if (delivered.advice !== null) log.warning(delivered.advice);
    return delivered;
  };

  if (first !== null) {
    const batches = rows.map((row, at) => ({ id: at + 1, first: row, last: row }));
    const earlyEnd = (await deliverRows(null, batches)).earlyEnd ?? (await first.prove());
    if (earlyEnd !== null) return { section: {}, earlyEnd };
  }
  const lead = (await ports.fleet?.start(orderOf(settings, refusedBefore), maxFailed - settled().failed)) ?? null;
  const { earlyEnd, fleet } = await deliverRows(lead, planBatches(ledger, settings.batchSize, rows.length));
  const left = earlyEnd === null && lead === null ? await queue.open() : 0;
  if (left > 0) log.warning(`${left} batches are left in the queue.`);
  return { section: fleet === null ? {} : { fleet }, earlyEnd };
}

function orderOf(settings: Settings, refusedBefore: number): FleetOrder {
  const { maxRequestsPerSecond, maxAttempts, outagePatienceMs, requestTimeoutMs, abortAbove, report } = settings;
  const limits = { maxRequestsPerSecond, maxAttempts, outagePatienceMs, requestTimeoutMs };
  return { ...limits, limitText: limitText(abortAbove), identifiers: report.identifiers, refusedBefore };
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
