import { CircuitBreaker, type TripReason } from '../apply/circuit-breaker.ts';
import type { RequestStats } from '../apply/request-stats.ts';
import { planBatches } from '../ledger/batches.ts';
import { checkpoint, makeDurable } from '../ledger/ledger-file.ts';
import type { FleetOrder } from '../queue/fleet.ts';
import { createThrottle } from '../queue/throttle.ts';
import type { FleetReport } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { allowed, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import type { BulkClient } from '../tenant/bulk.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import { sendWithFleet } from './fleet-step.ts';
import type { Ports } from './ports.ts';
import { saveInterimResume } from './resume-step.ts';
import { markSendingStarted, saveRequests } from './run-notes.ts';
import type { StepResult } from './run-record.ts';
import { createSender } from './sender.ts';

/** How often the resume file is renewed: a runner that disappears loses at most this much knowledge. */
const RENEW_RESUME_MS = 10 * 60 * 1_000;
/** How often the request statistics are saved, and the ledger's WAL is written to the database file. */
const SAVE_STATS_MS = 1_000;
/** Bytes reserved on the disk while the export is planned, so that a run on a full disk can still be closed. */
export const CLOSING_SPACE = 8 * 1024 * 1024;
/** Bytes reserved in addition for each planned row: its outcome and reason, its lines in the resume file and the report. */
const SPACE_PER_ROW = 512;

/** How the planned rows are sent. */
export interface SendOptions {
  readonly tenant: BulkClient;
  readonly door: TenantDoor;
  /** Counts requests and settled users. */
  readonly stats: RequestStats;
  /** Planned rows that the tenant refused in an earlier attempt. */
  readonly refusedBefore: number;
}

/** The ports that sending needs. */
export type SendPorts = Pick<
  Ports,
  'ledger' | 'queue' | 'fleet' | 'resumeStore' | 'clock' | 'log' | 'progress' | 'stop' | 'abortInFlight'
>;

/** Sends the planned rows; returns what stopped it, or null when nothing is left to send. */
export async function sendPlanned(
  settings: Settings,
  ports: SendPorts,
  { tenant, door, stats, refusedBefore }: SendOptions,
): Promise<StepResult> {
  const { ledger, clock, log } = ports;
  const { planned: total, created, updated } = ledger.totals();
  const settledBefore = created + updated;
  ledger.reserveSpace(CLOSING_SPACE + total * SPACE_PER_ROW);
  // Of the whole plan: the rows that an earlier attempt left are mostly its failures, so their share of the rest is high.
  const maxFailedRows = allowed(settings.abortAbove, total + settledBefore);
  const lead = (await ports.fleet?.start(orderOf(settings, refusedBefore), maxFailedRows)) ?? null;
  const queue = lead?.queue ?? ports.queue;
  await queue.put(stats.counting(planBatches(ledger, settings.batchSize)));
  makeDurable(ledger.db);
  markSendingStarted(ledger);
  await lead?.open(settledBefore === 0);

  const ownStop = new AbortController();
  const stop = AbortSignal.any([ports.stop, ownStop.signal]);
  const breaker = new CircuitBreaker({
    // What all processes of a fleet settled is counted in its database.
    maxFailedRows: lead === null ? maxFailedRows : Number.POSITIVE_INFINITY,
    limitText: limitText(settings.abortAbove),
    acceptedBefore: settledBefore > 0,
    refusedBefore,
    onTripped: (tripped) => ownStop.abort(tripped),
  });
  stats.begin(clock.now(), clock.wallNow());
  let done = 0;
  let failed = 0;
  let savedAt = Number.NEGATIVE_INFINITY;
  const saveStats = (): void => {
    savedAt = clock.now();
    saveRequests(ledger, stats.summary(sender.limits));
    checkpoint(ledger.db);
  };
  const onSettled = (accepted: number, refused: number): void => {
    done += accepted + refused;
    failed += refused;
    stats.settled(accepted, refused, clock.now());
    ports.progress.sent(done, total, failed);
    if (clock.now() - savedAt >= SAVE_STATS_MS) saveStats();
  };
  const sender = createSender({
    ...{ queue, tenant, door, breaker, clock, stop },
    throttle: lead?.throttle ?? createThrottle({ ...clock, maxRequestsPerSecond: settings.maxRequestsPerSecond }),
    concurrency: settings.concurrency,
    maxAttempts: settings.maxAttempts,
    outagePatienceMs: settings.outagePatienceMs,
    abortInFlight: ports.abortInFlight,
    // In a fleet a row counts once it is collected, whoever sent it.
    onSettled: lead === null ? onSettled : () => undefined,
    onRetry: ({ code }, _attempt, waitMs) => {
      stats.retried();
      ports.progress.waiting(waitMs, code);
    },
  });
  const renewing = renewResume(ports, stop);
  const send = async (): Promise<FleetReport | undefined> => {
    if (lead !== null) return sendWithFleet(lead, sender, { ...ports, stats, onSettled, breaker, ownStop, stop });
    await sender.send();
    return undefined;
  };
  const fleet = await send().finally(() => {
    ownStop.abort();
    saveStats();
  });
  await renewing;
  const advice = sender.advice();
  if (advice !== null) log.warning(advice);
  const section = fleet === undefined ? {} : { fleet };
  if (breaker.tripped !== null) {
    return { section, earlyEnd: { outcome: 'aborted', message: messageFor(breaker.tripped) } };
  }
  if (ports.stop.aborted) return { section, earlyEnd: ports.stop.reason as EarlyEnd };
  const left = lead === null ? await queue.open() : 0;
  if (left > 0) log.warning(`${left} batches are left in the queue.`);
  return { section, earlyEnd: null };
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

function messageFor({ code, message }: TripReason): string {
  return code === 'tenant.forbidden' ? `The tenant refuses access to this client: ${message}` : message;
}
