import { parseRetryAfter } from './retry-policy.ts';

type Headers = Readonly<Record<string, string>>;

/** From this value on, a reset is a time of the epoch in seconds (2001) and not a number of seconds; from the next on in ms. */
const EPOCH_SECONDS = 1_000_000_000;
const EPOCH_MS = 1_000_000_000_000;

/**
 * How long the tenant asks to wait, in milliseconds from `nowMs` (epoch), at most 10 minutes; null when it names no time.
 * `Retry-After` counts first. A 429 or 503 may name the end of the window instead: `RateLimit` and `RateLimit-Reset`
 * (draft-ietf-httpapi-ratelimit-headers, all versions) or `X-RateLimit-Reset`, in seconds or as a time of the epoch.
 */
export function askedWaitMs(status: number, headers: Headers, nowMs: number): number | null {
  const asked = parseRetryAfter(headers['retry-after'], nowMs);
  if (asked !== null || (status !== 429 && status !== 503)) return asked;
  const reset = resetOfList(headers.ratelimit) ?? resetOfFields(headers);
  return reset === null ? null : parseRetryAfter(reset, nowMs);
}

/** `"minute";r=0;t=17, "day";r=90;t=4000` since draft 8, before that `limit=10, remaining=0, reset=17`. */
function resetOfList(value: string | undefined): string | null {
  if (value === undefined) return null;
  const policies = /\breset\s*=/.test(value) ? [value] : value.split(',');
  const usedUp = policies.flatMap((policy) => {
    const remaining = /\b(?:r|remaining)\s*=\s*(\d+)/.exec(policy)?.[1] ?? '0';
    const reset = /\b(?:t|reset)\s*=\s*(\d+)/.exec(policy)?.[1];
    return reset !== undefined && Number(remaining) === 0 ? [Number(reset)] : [];
  });
  return usedUp.length === 0 ? null : String(Math.max(...usedUp));
}

const NAMES = ['ratelimit', 'x-ratelimit', 'x-rate-limit'] as const;

function resetOfFields(headers: Headers): string | null {
  for (const name of NAMES) {
    const reset = headers[`${name}-reset`]?.trim();
    // With requests remaining, another limit refuses the request, and this window says nothing about it.
    const remaining = Number(headers[`${name}-remaining`] ?? '0');
    if (reset !== undefined && !(remaining > 0)) return inSeconds(reset);
  }
  return null;
}

/** As `Retry-After` would have it: seconds, or a date. */
function inSeconds(reset: string): string {
  const value = /^\d+(\.\d+)?$/.test(reset) ? Number(reset) : 0;
  if (value < EPOCH_SECONDS) return reset;
  return new Date(value < EPOCH_MS ? value * 1000 : value).toUTCString();
}
