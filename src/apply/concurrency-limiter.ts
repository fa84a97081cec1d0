import type { Throttle } from '../queue/throttle.ts';
import type { LostRequest, Outage } from './outage.ts';

/** What the result of one request shows about the tenant's load. */
export type LoadSample =
  | { readonly kind: 'good'; readonly latencyMs: number }
  /** The tenant asks for a wait, but answers. */
  | { readonly kind: 'overload'; readonly retryAfterMs: number | null }
  /** The tenant is away: 429, 503, a timeout, a broken connection. `isOverload`: perhaps because it has too much to do. */
  | ({ readonly kind: 'away'; readonly isOverload: boolean } & LostRequest)
  /** Answered, and unrelated to load: a refusal. */
  | { readonly kind: 'neutral' }
  /** Nothing was sent, or the answer was not waited for. */
  | { readonly kind: 'none' };

export interface ConcurrencyLimiterOptions {
  /** Maximum number of requests in flight. */
  readonly concurrency: number;
  /** The rate limit and the pauses, which may be shared with other processes. */
  readonly throttle: Throttle;
  readonly outage: Outage;
  readonly now: () => number;
}

/** The limit over time, for the report: `[ms since start, requests in flight allowed]` at each change, bounded. */
export type LimitHistory = readonly (readonly [number, number])[];

export interface ConcurrencyLimiter {
  /** Waits for a free place, the end of a pause and the rate cap, in this order; rejects when the signal aborts. */
  enter(signal: AbortSignal): Promise<void>;
  /** Frees the place that `enter` gave and adapts the limit to the sample. */
  leave(sample: LoadSample): void;
  readonly limit: number;
  /** Milliseconds until the pause ends. */
  readonly pauseMs: number;
  readonly outage: Outage;
  readonly history: LimitHistory;
}

/** Latency counts as rising when its smoothed value exceeds this multiple of the best smoothed value seen … */
const RISING_FACTOR = 3;
/** … by at least this much, so that the jitter of a fast tenant does not count. */
const RISING_MS = 250;
const SMOOTHING = 0.1;
/** Requests before latency is first evaluated. */
const WARM_UP = 20;
const MAX_HISTORY = 1_000;

/**
 * Limits the requests in flight to what the tenant can handle: additive increase, multiplicative decrease, starting at the cap.
 * A `Retry-After` pauses all workers, because it is about the load of the tenant and not about one request. So does an outage:
 * until the tenant answers again, one request at a time is let through as a probe, each worker's in turn.
 */
export function createConcurrencyLimiter(options: ConcurrencyLimiterOptions): ConcurrencyLimiter {
  const { concurrency, throttle, outage, now } = options;
  const startedAt = now();
  const history: [number, number][] = [[0, concurrency]];
  const waiting: (() => void)[] = [];
  let limit = concurrency;
  let inFlight = 0;
  /** The limit after the outage. */
  let afterOutage = concurrency;
  /** Requests that were in flight at the last decrease: they are not a measure of the lower limit. */
  let stale = 0;
  let smoothed = 0;
  let best = Number.POSITIVE_INFINITY;
  let seen = 0;

  const changeLimit = (to: number): void => {
    if (Math.floor(to) !== Math.floor(limit) && history.length < MAX_HISTORY)
      history.push([now() - startedAt, Math.floor(to)]);
    limit = to;
  };
  const decrease = (): void => {
    stale = inFlight;
    // Latency is evaluated again under the lower limit.
    seen = 0;
    changeLimit(Math.max(1, limit / 2));
  };
  const isRising = (latencyMs: number): boolean => {
    smoothed = seen === 0 ? latencyMs : smoothed + SMOOTHING * (latencyMs - smoothed);
    if (++seen < WARM_UP) return false;
    best = Math.min(best, smoothed);
    const rises = smoothed > best * RISING_FACTOR && smoothed - best > RISING_MS;
    // The risen latency is the new baseline: a tenant that stays slower must not keep the run at one request.
    if (rises) best = smoothed;
    return rises;
  };
  const wake = (): void => {
    while (waiting.length > 0 && inFlight < Math.floor(limit)) {
      inFlight++;
      waiting.shift()?.();
    }
  };

  const takePlace = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (inFlight < Math.floor(limit)) inFlight++;
    else await waitForPlace(waiting, signal);
  };
  const givePlaceBack = (): void => {
    inFlight--;
    wake();
  };
  /** False when an outage began meanwhile and another request probes. */
  const mayStart = (): boolean => !(outage.isOn && inFlight > 1);
  const pauseForOutage = ({ isOverload, ...lost }: LoadSample & { kind: 'away' }, isStale: boolean): void => {
    const { isOn } = outage;
    throttle.pause(outage.noAnswer(lost, !isStale), false);
    if (lost.askedMs !== null) throttle.pause(lost.askedMs, true);
    if (isOn) return;
    afterOutage = isOverload && !isStale ? Math.max(1, limit / 2) : limit;
    stale = inFlight;
    seen = 0;
    changeLimit(1);
  };
  const endOutage = (): void => {
    const { isOn } = outage;
    outage.answered();
    if (!isOn) return;
    throttle.resume();
    changeLimit(afterOutage);
  };

  return {
    async enter(signal) {
      for (;;) {
        await takePlace(signal);
        try {
          if (await throttle.enter(signal, mayStart)) return;
        } catch (error) {
          givePlaceBack();
          throw error;
        }
        if (stale > 0) stale--;
        givePlaceBack();
      }
    },
    leave(sample) {
      inFlight--;
      const isStale = stale > 0;
      if (isStale) stale--;
      if (sample.kind === 'away') pauseForOutage(sample, isStale);
      else if (sample.kind !== 'none') endOutage();
      if (sample.kind === 'overload') {
        throttle.pause(sample.retryAfterMs ?? 0, true);
        if (!isStale) decrease();
      } else if (sample.kind === 'good') {
        if (isRising(sample.latencyMs)) decrease();
        else if (!isStale) changeLimit(Math.min(concurrency, limit + 1 / limit));
      }
      wake();
    },
    get limit() {
      return Math.floor(limit);
    },
    get pauseMs() {
      return throttle.pauseMs;
    },
    outage,
    get history() {
      return history;
    },
  };
}

/** Waits for a free place, first come, first served; `inFlight` already counts a place that is given. */
function waitForPlace(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const given = (): void => {
      signal.removeEventListener('abort', aborted);
      resolve();
    };
    const aborted = (): void => {
      waiting.splice(waiting.indexOf(given), 1);
      reject(signal.reason);
    };
    signal.addEventListener('abort', aborted, { once: true });
    waiting.push(given);
  });
}
