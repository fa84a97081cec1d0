import { type ApplyOptions, apply } from '../apply/apply.ts';
import { BlockedUsers } from '../apply/blocked-users.ts';
import { CircuitBreaker, type TripReason } from '../apply/circuit-breaker.ts';
import { createConcurrencyLimiter } from '../apply/concurrency-limiter.ts';
import { FirstAcceptance } from '../apply/first-acceptance.ts';
import { FirstSplit } from '../apply/first-split.ts';
import { Outage } from '../apply/outage.ts';
import { RequestSizes } from '../apply/request-sizes.ts';
import type { RequestStats } from '../apply/request-stats.ts';
import { planBatches } from '../ledger/batches.ts';
import { checkpoint, makeDurable } from '../ledger/ledger-file.ts';
import { maskTenantMessage } from '../report/mask-message.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { hideMaskedValues } from '../report/shown-row.ts';
import { allowed, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import type { BulkClient } from '../tenant/bulk.ts';
import { retryPolicy } from '../tenant/retry-policy.ts';
import type { Ports } from './ports.ts';
import { saveInterimResume } from './resume-step.ts';
import { markSendingStarted, saveRequests } from './run-notes.ts';

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
  /** Counts requests and settled users. */
  readonly stats: RequestStats;
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

/** The ports that sending needs. */
export type SendPorts = Pick<
  Ports,
  'ledger' | 'queue' | 'resumeStore' | 'clock' | 'log' | 'progress' | 'stop' | 'abortInFlight'
>;

/** Sends the planned rows; returns what stopped it, or null when the queue is empty. */
export async function sendPlanned(
  settings: Settings,
  ports: SendPorts,
  { tenant, stats, refusedBefore, first }: SendOptions,
): Promise<EarlyEnd | null> {
  const { ledger, queue, clock, log } = ports;
  const { planned: total, created, updated } = ledger.totals();
  const settledBefore = created + updated;
  ledger.reserveSpace(CLOSING_SPACE + total * SPACE_PER_ROW);
  const firstBatches = (first?.rows ?? []).map((row, at) => ({ id: at + 1, first: row, last: row }));
  const others = () => stats.counting(planBatches(ledger, settings.batchSize, firstBatches.length));
  await queue.put(first === null ? others() : stats.counting(firstBatches));
  makeDurable(ledger.db);
  markSendingStarted(ledger);

  const ownStop = new AbortController();
  const stop = AbortSignal.any([ports.stop, ownStop.signal]);
  const breaker = new CircuitBreaker({
    // Of the whole plan: the rows that an earlier attempt left are mostly its failures, so their share of the rest is high.
    maxFailedRows: allowed(settings.abortAbove, total + settledBefore),
    limitText: limitText(settings.abortAbove),
    acceptedBefore: settledBefore > 0,
    refusedBefore,
    onTripped: (tripped) => ownStop.abort(tripped),
  });
  stats.begin(clock.now());
  const policy = retryPolicy(settings.maxAttempts, settings.outagePatienceMs);
  const limiter = createConcurrencyLimiter({
    ...clock,
    outage: new Outage(policy, clock.now, clock.random),
    concurrency: settings.concurrency,
    maxRequestsPerSecond: settings.maxRequestsPerSecond,
  });

  const sizes = new RequestSizes();
  let done = 0;
  let failed = 0;
  let savedAt = 0;
  const saveStats = (): void => {
    savedAt = clock.now();
    saveRequests(ledger, stats.summary(limiter.history));
    checkpoint(ledger.db);
  };
  const renewing = renewResume(ports, stop);
  const sendInOrder = async (): Promise<EarlyEnd | null> => {
    await apply(applyOptions);
    if (first === null || stop.aborted) return null;
    const refused = await first.prove();
    if (refused !== null) return refused;
    await queue.put(others());
    await apply(applyOptions);
    return null;
  };
  const applyOptions: ApplyOptions = {
    queue,
    waiting: (first, last) => ledger.waiting(first, last),
    concurrency: settings.concurrency,
    delivery: {
      send: (users, abortInFlight, stop) => tenant.send(users, abortInFlight, stop),
      ledger,
      limiter,
      breaker,
      firstSplit: new FirstSplit(),
      sizes,
      firstAcceptance: new FirstAcceptance(settledBefore > 0),
      blockedUsers: new BlockedUsers(),
      policy,
      ...clock,
      stop,
      abortInFlight: ports.abortInFlight,
      mask: maskTenantMessage,
      onSettled: (accepted, refused) => {
        done += accepted + refused;
        failed += refused;
        stats.settled(accepted, refused, clock.now());
        ports.progress.sent(done, total, failed);
        if (clock.now() - savedAt >= SAVE_STATS_MS) saveStats();
      },
      onRetry: ({ code }, _attempt, waitMs) => {
        stats.retried();
        ports.progress.waiting(waitMs, code);
      },
    },
  };
  const refused = await sendInOrder().finally(() => {
    ownStop.abort();
    saveStats();
  });
  await renewing;
  const advice = sizes.advice();
  if (advice !== null) log.warning(advice);
  if (breaker.tripped !== null) {
    return { outcome: 'aborted', message: hideMaskedValues(messageFor(breaker.tripped), settings.report.identifiers) };
  }
  if (ports.stop.aborted) return ports.stop.reason as EarlyEnd;
  if (refused !== null) return refused;
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

function messageFor({ code, message }: TripReason): string {
  return code === 'tenant.forbidden' ? `The tenant refuses access to this client: ${message}` : message;
}
