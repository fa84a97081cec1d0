import { type ApplyOptions, apply } from '../apply/apply.ts';
import { BlockedUsers } from '../apply/blocked-users.ts';
import { CircuitBreaker, type TripReason } from '../apply/circuit-breaker.ts';
import { type ConcurrencyLimiter, createConcurrencyLimiter } from '../apply/concurrency-limiter.ts';
import type { BatchDelivery } from '../apply/delivery.ts';
import { FirstAcceptance } from '../apply/first-acceptance.ts';
import { FirstSplit } from '../apply/first-split.ts';
import { Outage } from '../apply/outage.ts';
import { RequestSizes } from '../apply/request-sizes.ts';
import type { RequestStats } from '../apply/request-stats.ts';
import { checkpoint } from '../ledger/ledger-file.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { allowed, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import { type RetryPolicy, retryPolicy } from '../tenant/retry-policy.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import type { Ports } from './ports.ts';
import { saveRequests } from './run-notes.ts';

/** How often the request statistics are saved, and the ledger's WAL is written to the database file. */
const SAVE_STATS_MS = 1_000;

/** The ports that sending needs. */
export type SendPorts = Pick<
  Ports,
  'ledger' | 'queue' | 'resumeStore' | 'clock' | 'log' | 'progress' | 'stop' | 'abortInFlight'
>;

/** What all requests of a run share: how many run at a time, whether the tenant is away, what is counted. */
export interface Sending {
  readonly stats: RequestStats;
  readonly door: TenantDoor;
  readonly policy: RetryPolicy;
  readonly limiter: ConcurrencyLimiter;
  readonly saveStats: () => void;
  /** Saves the statistics when they were saved a second ago. */
  readonly settled: () => void;
}

/** Begins the timeline of the requests. */
export function openSending(
  settings: Settings,
  { ledger, clock }: SendPorts,
  { stats, door }: Pick<Sending, 'stats' | 'door'>,
): Sending {
  stats.begin(clock.now(), clock.wallNow());
  const policy = retryPolicy(settings.maxAttempts, settings.outagePatienceMs);
  const limiter = createConcurrencyLimiter({
    ...clock,
    outage: new Outage(policy, clock.now, clock.random),
    concurrency: settings.concurrency,
    maxRequestsPerSecond: settings.maxRequestsPerSecond,
  });
  let savedAt = Number.NEGATIVE_INFINITY;
  const saveStats = (): void => {
    savedAt = clock.now();
    saveRequests(ledger, stats.summary(limiter.history));
    checkpoint(ledger.db);
  };
  const settled = (): void => {
    if (clock.now() - savedAt >= SAVE_STATS_MS) saveStats();
  };
  return { stats, door, policy, limiter, saveStats, settled };
}

/** What is sent, and where its outcomes are written. */
export interface Delivering extends Pick<ApplyOptions, 'queue' | 'waiting'>, Pick<BatchDelivery, 'send' | 'ledger'> {
  /** Users that wait for an outcome. */
  readonly total: number;
  /** Users that earlier attempts settled. */
  readonly settledBefore: number;
  /** Users that the tenant refused in an earlier attempt. */
  readonly refusedBefore: number;
}

/** How delivering ended. */
export interface Delivered {
  /** Why it stopped before everything was settled, or what `sendAll` returned. */
  readonly earlyEnd: EarlyEnd | null;
  /** A sentence about the size of requests that works. */
  readonly advice: string | null;
}

/**
 * Delivers what is queued under the limits of this run. `sendAll` is called once; each `applyQueue` empties the queue, and
 * `stop` aborts when nothing more may be sent.
 */
export async function deliver(
  settings: Settings,
  { clock, progress, stop: stopRun, abortInFlight }: SendPorts,
  { stats, door, policy, limiter, saveStats, settled }: Sending,
  { queue, waiting, send, ledger, total, settledBefore, refusedBefore }: Delivering,
  sendAll: (applyQueue: () => Promise<void>, stop: AbortSignal) => Promise<EarlyEnd | null>,
): Promise<Delivered> {
  const ownStop = new AbortController();
  const stop = AbortSignal.any([stopRun, ownStop.signal]);
  const breaker = new CircuitBreaker({
    // Of the whole plan: the rows that an earlier attempt left are mostly its failures, so their share of the rest is high.
    maxFailedRows: allowed(settings.abortAbove, total + settledBefore),
    limitText: limitText(settings.abortAbove),
    acceptedBefore: settledBefore > 0,
    refusedBefore,
    onTripped: (tripped) => ownStop.abort(tripped),
  });
  const sizes = new RequestSizes();
  let done = 0;
  let failed = 0;
  const options: ApplyOptions = {
    queue,
    waiting,
    concurrency: settings.concurrency,
    delivery: {
      send,
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
      abortInFlight,
      door,
      onSettled: (accepted, refused) => {
        done += accepted + refused;
        failed += refused;
        stats.settled(accepted, refused, clock.now());
        progress.sent(done, total, failed);
        settled();
      },
      onRetry: ({ code }, _attempt, waitMs) => {
        stats.retried();
        progress.waiting(waitMs, code);
      },
    },
  };
  const refused = await sendAll(() => apply(options), stop).finally(() => {
    ownStop.abort();
    saveStats();
  });
  const advice = sizes.advice();
  if (breaker.tripped !== null) {
    return { earlyEnd: { outcome: 'aborted', message: messageFor(breaker.tripped) }, advice };
  }
  return { earlyEnd: stopRun.aborted ? (stopRun.reason as EarlyEnd) : refused, advice };
}

function messageFor({ code, message }: TripReason): string {
  return code === 'tenant.forbidden' ? `The tenant refuses access to this client: ${message}` : message;
}
