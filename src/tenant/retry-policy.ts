import type { TenantErrorCode } from './tenant-error.ts';

/** When and how long to wait before a request is sent again. Data only: the caller waits. */
export interface RetryPolicy {
  /** Number of requests, including the first one. */
  readonly maxAttempts: number;
  /** Upper bound of the first wait in milliseconds; it doubles with every attempt. */
  readonly baseMs: number;
  /** The bound never grows beyond this. */
  readonly capMs: number;
  /** How long an outage of the tenant may last, in milliseconds. */
  readonly patienceMs: number;
}

/** The policy of this tool, with the settings `max-attempts` and `outage-patience`. */
export function retryPolicy(maxAttempts: number, patienceMs: number): RetryPolicy {
  return { maxAttempts, baseMs: 500, capMs: 30_000, patienceMs };
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
 * True for an answer, or none, that shows an outage of the whole tenant and not a problem with one request: 429, 502, 503, 504
 * and what lies above, no connection, a broken one, no answer in time. `status` is null when there was no HTTP answer.
 */
export function isOutage(status: number | null, code: TenantErrorCode): boolean {
  if (status !== null) return status === 429 || (status > 500 && isRetryableStatus(status));
  return WITHOUT_ANSWER.has(code);
}

const WITHOUT_ANSWER: ReadonlySet<TenantErrorCode> = new Set([
  'tenant.unreachable',
  'tenant.tls',
  'tenant.proxy',
  'tenant.timeout',
  'tenant.connection_lost',
]);

/**
 * Milliseconds until an outage is probed again after the failed probe number `probe` (1-based): exponential with equal jitter,
 * so that no wait is shorter than the one before. Source of both kinds of jitter: M. Brooker, "Exponential Backoff And Jitter",
 * AWS Architecture Blog, 2015.
 */
export function probeWaitMs(policy: RetryPolicy, probe: number, random: () => number): number {
  const half = Math.min(policy.capMs, policy.baseMs * 2 ** (probe - 1)) / 2;
  return Math.floor(half + random() * half);
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
