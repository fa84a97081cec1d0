import type { ConcurrencyLimit } from '../../src/apply/concurrency-limit.ts';
import { createConcurrencyLimiter } from '../../src/apply/concurrency-limiter.ts';
import type { LimitPoint } from '../../src/apply/limit-course.ts';
import { Outage } from '../../src/apply/outage.ts';
import { createThrottle } from '../../src/queue/throttle.ts';
import { mulberry32 } from '../../src/runtime/random.ts';
import { retryPolicy } from '../../src/tenant/retry-policy.ts';
import { manualClock } from '../support/manual-clock.ts';

/** A tenant as a queue: it works on `capacity` requests at a time, first come, first served; the others wait. */
export interface SimulatedTenant {
  /** `n`: the request as it counts them, from 1. */
  readonly capacity: (n: number) => number;
  /** How long it works on a request, in ms. */
  readonly serviceMs: (n: number, random: () => number) => number;
  /** Requests a second, and how many of them at once after a pause; the others get a 429 without a time. */
  readonly rateLimit?: { readonly perSecond: number; readonly burst: number };
}

/** What a part of a simulated run came to. */
interface Pace {
  /** Answered requests a second. */
  readonly rate: number;
  readonly p95: number;
}

export interface SimulatedRun {
  /** Of the answers from `from` to `to`, as shares of all. */
  readonly pace: (from: number, to: number) => Pace;
  /** Answered requests a second, from the first request to the last answer. */
  readonly whole: number;
  /** The share of requests that were answered with a 429. */
  readonly refused: number;
  readonly mostInFlight: number;
  readonly course: readonly LimitPoint[];
}

/** Factors around 1 with this standard deviation of their logarithm: most latencies are near it, a few far above. */
export function noise(deviation: number, random: () => number): number {
  return Math.exp(deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
}

/** Sends `requests` requests under a limit, with the limiter, the pauses and the outages of a real run; no time passes. */
export async function simulate(
  tenant: SimulatedTenant,
  limit: ConcurrencyLimit,
  { requests, seed, workers = 32 }: { readonly requests: number; readonly seed: number; readonly workers?: number },
): Promise<SimulatedRun> {
  const clock = manualClock();
  const limiter = createConcurrencyLimiter({
    limit,
    throttle: createThrottle({ ...clock, maxRequestsPerSecond: 0 }),
    outage: new Outage(retryPolicy(6, 600_000), clock.now, mulberry32(seed + 1)),
    now: clock.now,
  });
  const answer = answerer(tenant, mulberry32(seed));
  const done: { readonly at: number; readonly ms: number }[] = [];
  const never = new AbortController().signal;
  let left = requests;
  let sent = 0;
  let inFlight = 0;
  let mostInFlight = 0;
  const deliver = async (): Promise<void> => {
    for (;;) {
      await limiter.enter(never);
      sent++;
      mostInFlight = Math.max(mostInFlight, ++inFlight);
      const startedAt = clock.now();
      const { endsAt, isRefused } = answer(startedAt, done.length + 1);
      await clock.sleep(endsAt - startedAt);
      inFlight--;
      if (!isRefused) {
        const ms = clock.now() - startedAt;
        done.push({ at: clock.now(), ms });
        limiter.leave({ kind: 'good', latencyMs: ms, users: 50 });
        return;
      }
      limiter.leave({ kind: 'away', startedAt, askedMs: null, isOverload: true });
    }
  };
  const work = async (): Promise<void> => {
    while (left-- > 0) await deliver();
  };
  await clock.run(Promise.all(Array.from({ length: workers }, work)));
  const pace = (from: number, to: number): Pace => {
    const part = done.slice(Math.floor(requests * from), Math.floor(requests * to));
    const latencies = part.map(({ ms }) => ms).sort((a, b) => a - b);
    const lastedMs = (part.at(-1)?.at ?? 0) - (part[0]?.at ?? 0);
    return { rate: (part.length - 1) / (lastedMs / 1_000), p95: latencies[Math.floor(latencies.length * 0.95)] ?? 0 };
  };
  return {
    pace,
    whole: requests / ((done.at(-1)?.at ?? 0) / 1_000),
    refused: 1 - requests / sent,
    mostInFlight,
    course: limiter.course.points,
  };
}

/** How long a refusal takes. */
const REFUSAL_MS = 10;

function answerer({ capacity, serviceMs, rateLimit }: SimulatedTenant, random: () => number) {
  const freeAt: number[] = [];
  let tokens = rateLimit?.burst ?? 0;
  let refilledAt = 0;
  return (now: number, n: number): { readonly endsAt: number; readonly isRefused: boolean } => {
    if (rateLimit !== undefined) {
      tokens = Math.min(rateLimit.burst, tokens + ((now - refilledAt) * rateLimit.perSecond) / 1_000);
      refilledAt = now;
      if (tokens < 1) return { endsAt: now + REFUSAL_MS, isRefused: true };
      tokens--;
    }
    let first = 0;
    for (let at = 1; at < capacity(n); at++) if ((freeAt[at] ?? 0) < (freeAt[first] ?? 0)) first = at;
    const endsAt = Math.max(now, freeAt[first] ?? 0) + serviceMs(n, random);
    freeAt[first] = endsAt;
    return { endsAt, isRefused: false };
  };
}
