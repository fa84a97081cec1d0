import { expect, it } from 'vitest';
import { KneeLimit } from '../../src/apply/knee-limit.ts';

/** A limit, and what a tenant does to it that answers each round of requests in `latencyMs`. */
function driven(max = 32) {
  const limit = new KneeLimit(max);
  let now = 0;
  /** One round: as many answers as may be in flight. */
  const round = (latencyMs: number, users = 50): number => {
    const startedAt = now + 1;
    now += latencyMs + 1;
    for (let left = limit.current; left > 0; left--) limit.answered({ startedAt, endedAt: now, users, isStale: false });
    return limit.current;
  };
  return { limit, round, refuse: (isStale = false) => limit.overloaded(now, isStale), now: () => now };
}

it('begins with one request and doubles with each round, up to the maximum', () => {
  const { limit, round } = driven(20);
  expect(limit.current).toBe(1);
  expect([100, 100, 100, 100, 100, 100].map((ms) => round(ms))).toEqual([2, 4, 8, 16, 20, 20]);
  expect(limit.latencyMs).toBe(100);
});

it('stops doubling when latency rises, and goes to limit × latency without load ÷ latency', () => {
  const { round } = driven();
  expect([100, 100, 100, 100, 190].map((ms) => round(ms))).toEqual([2, 4, 8, 16, 8]);
});

it('goes back to the last round at the first refusal while it doubles, and not again for requests that were on their way', () => {
  const { limit, round, refuse } = driven();
  for (const ms of [100, 100, 100]) round(ms);
  expect(limit.current).toBe(8);
  refuse();
  expect(limit.current).toBe(4);
  refuse(true);
  expect(limit.current).toBe(4);
  for (let n = 0; n < 12; n++) round(100);
  // Up to one less than what was refused.
  expect(limit.current).toBeLessThanOrEqual(7);
});

it('does not compare the single users of a pilot with batches: it begins again with the first batch', () => {
  const { limit, round } = driven();
  for (const ms of [20, 20, 20]) round(ms, 1);
  expect(limit.current).toBe(8);
  expect(round(400)).toBeLessThanOrEqual(2);
  for (const ms of [400, 400, 400]) round(ms);
  expect(limit.current).toBeGreaterThanOrEqual(8);
});

it('leaves out what was under way when an outage began', () => {
  const { limit, round, now } = driven();
  round(100);
  limit.interrupted(now() + 1_000);
  limit.answered({ startedAt: now() + 500, endedAt: now() + 60_000, users: 50, isStale: false });
  expect(limit.latencyMs).toBe(100);
  expect(limit.current).toBe(2);
});
