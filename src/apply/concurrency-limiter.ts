import type { Throttle } from '../queue/throttle.ts';
import type { ConcurrencyLimit } from './concurrency-limit.ts';
import { LimitCourse } from './limit-course.ts';
import type { LostRequest, Outage } from './outage.ts';

/** What the result of one request shows about the tenant's load. */
export type LoadSample =
  | { readonly kind: 'good'; readonly latencyMs: number; readonly users: number }
  /** The tenant asks for a wait, but answers. */
  | { readonly kind: 'overload'; readonly retryAfterMs: number | null }
  /** The tenant is away: 429, 503, a timeout, a broken connection. `isOverload`: perhaps because it has too much to do. */
  | ({ readonly kind: 'away'; readonly isOverload: boolean } & LostRequest)
  /** Answered, and unrelated to load: a refusal. */
  | { readonly kind: 'neutral' }
  /** Nothing was sent, or the answer was not waited for. */
  | { readonly kind: 'none' };

export interface ConcurrencyLimiterOptions {
  /** Decides how many requests may be in flight while the tenant answers. */
  readonly limit: ConcurrencyLimit;
  /** The rate limit and the pauses, which may be shared with other processes. */
  readonly throttle: Throttle;
  readonly outage: Outage;
  readonly now: () => number;
}

export interface ConcurrencyLimiter {
  /** Waits for a free place, the end of a pause and the rate cap, in this order; rejects when the signal aborts. */
  enter(signal: AbortSignal): Promise<void>;
  /** Frees the place that `enter` gave and adapts the limit to the sample. */
  leave(sample: LoadSample): void;
  /** Requests that may be in flight now, at least 1: in an outage, one. */
  readonly limit: number;
  /** Milliseconds until the pause ends. */
  readonly pauseMs: number;
  readonly outage: Outage;
  /** The limit over time. */
  readonly course: LimitCourse;
}

/**
 * Limits the requests in flight to what the tenant can handle, as `limit` decides. A `Retry-After` pauses all workers, because
 * it is about the load of the tenant and not about one request. So does an outage: until the tenant answers again, one request
 * at a time is let through as a probe, each worker's in turn.
 */
export function createConcurrencyLimiter(options: ConcurrencyLimiterOptions): ConcurrencyLimiter {
  const { limit, throttle, outage, now } = options;
  const startedAt = now();
  const course = new LimitCourse();
  course.add({ ms: 0, limit: limit.current, latencyMs: null });
  const waiting: (() => void)[] = [];
  let inFlight = 0;
  /** Requests that were in flight at the last decrease: they are not a measure of the lower limit. */
  let stale = 0;
  /** The outage began with a refusal because of load. */
  let isRefused = false;

  const allowed = (): number => (outage.isOn ? 1 : limit.current);
  const wake = (): void => {
    while (waiting.length > 0 && inFlight < allowed()) {
      inFlight++;
      waiting.shift()?.();
    }
  };
  const takePlace = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (inFlight < allowed()) inFlight++;
    else await waitForPlace(waiting, signal);
  };
  const givePlaceBack = (): void => {
    inFlight--;
    wake();
  };
  /** False when an outage began meanwhile and another request probes. */
  const mayStart = (): boolean => !(outage.isOn && inFlight > 1);
  const overloaded = (isStale: boolean): void => {
    limit.overloaded(now(), isStale);
    if (!isStale) stale = inFlight;
  };
  const pauseForOutage = ({ isOverload, ...lost }: LoadSample & { kind: 'away' }, isStale: boolean): void => {
    const { isOn } = outage;
    throttle.pause(outage.noAnswer(lost, !isStale), false);
    if (lost.askedMs !== null) throttle.pause(lost.askedMs, true);
    if (isOn) return;
    isRefused = isOverload;
    if (isOverload) overloaded(isStale);
    limit.interrupted(now());
    stale = inFlight;
  };
  const endOutage = (isStale: boolean): void => {
    const { isOn } = outage;
    // What the tenant took before it refused others does not show that it takes more now.
    if (isOn && isRefused && isStale) return;
    outage.answered();
    if (!isOn) return;
    throttle.resume();
    limit.interrupted(now());
  };
  const adapt = (sample: LoadSample, isStale: boolean): void => {
    if (sample.kind === 'away') pauseForOutage(sample, isStale);
    else if (sample.kind !== 'none') endOutage(isStale);
    if (sample.kind === 'overload') {
      throttle.pause(sample.retryAfterMs ?? 0, true);
      overloaded(isStale);
    } else if (sample.kind === 'good') {
      const before = limit.current;
      const { latencyMs, users } = sample;
      limit.answered({ startedAt: now() - latencyMs, endedAt: now(), users, isStale });
      if (limit.current < before) stale = inFlight;
    }
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
      adapt(sample, isStale);
      course.add({ ms: now() - startedAt, limit: allowed(), latencyMs: limit.latencyMs });
      wake();
    },
    get limit() {
      return allowed();
    },
    get pauseMs() {
      return throttle.pauseMs;
    },
    outage,
    course,
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
