/** What one request showed about the tenant's load. */
export type Signal =
  | { readonly kind: 'good'; readonly latencyMs: number }
  /** 429, 503 or a request that ran into its time-out; `retryAfterMs` as the tenant asked for it. */
  | { readonly kind: 'overload'; readonly retryAfterMs: number | null }
  /** Says nothing about load: a refusal, a reset. */
  | { readonly kind: 'neutral' };

export interface ConcurrencyLimiterOptions {
  /** Cap on requests in flight. */
  readonly concurrency: number;
  /** 0 = no cap. */
  readonly maxRequestsPerSecond: number;
  readonly now: () => number;
  /** Resolves after `ms`, rejects when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** How the limit went, for the report: `[ms since start, requests in flight allowed]` at each change, bounded. */
export type LimitHistory = readonly (readonly [number, number])[];

export interface ConcurrencyLimiter {
  /** Waits for a free place, the end of a pause and the rate cap, in this order; rejects when the signal aborts. */
  enter(signal: AbortSignal): Promise<void>;
  /** Frees the place that `enter` gave and learns from what the request showed. */
  leave(signal: Signal): void;
  readonly limit: number;
  readonly history: LimitHistory;
}

/** Latency counts as rising when its smoothed value exceeds this multiple of the best smoothed value seen … */
const RISING_FACTOR = 3;
/** … by at least this much, so that jitter of a fast tenant is no alarm. */
const RISING_MS = 250;
const SMOOTHING = 0.1;
/** Requests to look at before the first judgement of latency. */
const WARM_UP = 20;
const HISTORY_CAP = 1_000;

/**
 * Keeps the requests in flight below what the tenant bears: additive increase, multiplicative decrease, starting at the cap.
 * A `Retry-After` pauses every worker, since the limit it speaks of is the tenant's and not one request's.
 */
export function createConcurrencyLimiter(options: ConcurrencyLimiterOptions): ConcurrencyLimiter {
  const { concurrency, maxRequestsPerSecond, now, sleep } = options;
  const startedAt = now();
  const history: [number, number][] = [[0, concurrency]];
  const waiting: (() => void)[] = [];
  let limit = concurrency;
  let inFlight = 0;
  let pausedUntil = 0;
  let nextSlot = 0;
  /** Requests in flight since before the last decrease: they say nothing about the lower limit. */
  let stale = 0;
  let smoothed = 0;
  let best = Number.POSITIVE_INFINITY;
  let seen = 0;

  const changeLimit = (to: number): void => {
    if (Math.floor(to) !== Math.floor(limit) && history.length < HISTORY_CAP)
      history.push([now() - startedAt, Math.floor(to)]);
    limit = to;
  };
  const decrease = (): void => {
    stale = inFlight;
    // The next judgement of latency is about what the lower limit brings.
    seen = 0;
    changeLimit(Math.max(1, limit / 2));
  };
  const isRising = (latencyMs: number): boolean => {
    smoothed = seen === 0 ? latencyMs : smoothed + SMOOTHING * (latencyMs - smoothed);
    if (++seen < WARM_UP) return false;
    best = Math.min(best, smoothed);
    const rises = smoothed > best * RISING_FACTOR && smoothed - best > RISING_MS;
    // What it has risen to is the new normal: a tenant that got slower for good must not hold the run at one request.
    if (rises) best = smoothed;
    return rises;
  };
  const wake = (): void => {
    while (waiting.length > 0 && inFlight < Math.floor(limit)) {
      inFlight++;
      waiting.shift()?.();
    }
  };

  return {
    async enter(signal) {
      signal.throwIfAborted();
      if (inFlight < Math.floor(limit)) inFlight++;
      else await place(waiting, signal);
      try {
        for (;;) {
          while (pausedUntil > now()) await sleep(pausedUntil - now(), signal);
          if (maxRequestsPerSecond === 0) return;
          const slot = Math.max(nextSlot, now());
          nextSlot = slot + 1_000 / maxRequestsPerSecond;
          if (slot > now()) await sleep(slot - now(), signal);
          // Another request may have been told to wait while this one stood in line.
          if (pausedUntil <= now()) return;
        }
      } catch (error) {
        inFlight--;
        wake();
        throw error;
      }
    },
    leave(shown) {
      inFlight--;
      const isStale = stale > 0;
      if (isStale) stale--;
      if (shown.kind === 'overload') {
        if (shown.retryAfterMs !== null) pausedUntil = Math.max(pausedUntil, now() + shown.retryAfterMs);
        if (!isStale) decrease();
      } else if (shown.kind === 'good') {
        if (isRising(shown.latencyMs)) decrease();
        else if (!isStale) changeLimit(Math.min(concurrency, limit + 1 / limit));
      }
      wake();
    },
    get limit() {
      return Math.floor(limit);
    },
    get history() {
      return history;
    },
  };
}

/** Waits in line for a place; a place that is given is already counted. */
function place(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
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
