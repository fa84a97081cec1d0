/** When and how long to wait before a request is sent again. Data only: the caller waits. */
export interface RetryPolicy {
  /** Number of requests, including the first one. */
  readonly maxAttempts: number;
  /** Upper bound of the first wait in milliseconds; it doubles with every attempt. */
  readonly baseMs: number;
  /** The bound never grows beyond this. */
  readonly capMs: number;
}

/** The policy of this tool, with the attempts of the `max-attempts` setting. */
export function retryPolicy(maxAttempts: number): RetryPolicy {
  return { maxAttempts, baseMs: 500, capMs: 30_000 };
}

/** The longest wait for a `Retry-After`: the time of a run is limited, and asking again is cheap. */
const MAX_RETRY_AFTER_MS = 600_000;

/**
 * True for an HTTP status that may change later: 408, 425, 429 and 5xx, except 501 and 505 (they never change) and 507 (at
 * cidaas the code of a failed validation, not a full disk).
 */
export function isRetryableStatus(status: number): boolean {
  if (status === 408 || status === 425 || status === 429) return true;
  return status >= 500 && status <= 599 && status !== 501 && status !== 505 && status !== 507;
}

/**
 * Milliseconds to wait after the failed attempt number `attempt` (1-based): exponential with full jitter, so that workers
 * that failed together do not retry together. `random` yields 0 ≤ x < 1.
 */
export function backoffMs(policy: RetryPolicy, attempt: number, random: () => number): number {
  return Math.floor(random() * Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1)));
}

/**
 * Reads a `Retry-After` header in either form (RFC 9110 10.2.3): seconds, or an HTTP date. Returns milliseconds from `nowMs`
 * (epoch), 0 for a date that has passed, at most 10 minutes, and null for anything else.
 */
export function parseRetryAfter(value: string | null | undefined, nowMs: number): number | null {
  const text = value?.trim() ?? '';
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : httpDate(text) - nowMs;
  return Number.isNaN(ms) ? null : Math.min(Math.max(Math.ceil(ms), 0), MAX_RETRY_AFTER_MS);
}

/** Only the three forms of an HTTP date: `Date.parse` alone would read `soon 5` as a month. */
function httpDate(text: string): number {
  if (/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*, \d{2}[ -][a-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/i.test(text))
    return Date.parse(text);
  if (/^(mon|tue|wed|thu|fri|sat|sun) [a-z]{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/i.test(text))
    return Date.parse(`${text} GMT`);
  return Number.NaN;
}
