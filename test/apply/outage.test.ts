import { describe, expect, it } from 'vitest';
import type { BulkReply, OutgoingUser } from '../../src/tenant/bulk-answer.ts';
import { accept, error, play, unavailable } from './play.ts';

const MINUTE = 60_000;
const kinds: [string, BulkReply][] = [
  ['503', unavailable()],
  ['502', unavailable({ status: 502 })],
  ['504', unavailable({ status: 504 })],
  ['429 without a time', unavailable({ status: 429 })],
  ['a reset', unavailable({ status: null })],
  ['no connection', unavailable({ status: null, error: error('tenant.unreachable'), mayHaveBeenApplied: false })],
  ['no answer in time', unavailable({ status: null, error: error('tenant.timeout') })],
];

/** A tenant that is away from the first second on. */
const awayFor =
  (ms: number, reply: BulkReply) =>
  (sent: readonly OutgoingUser[], _n: number, now: number): BulkReply =>
    now >= 1_000 && now < 1_000 + ms ? reply : accept(sent);

const night = { patienceMs: 10 * MINUTE, batchSize: 5, takesMs: 100 };

describe('an outage', () => {
  it.each(kinds)('of nine minutes costs nobody, whatever the number of workers: %s', async (_, reply) => {
    for (const concurrency of [1, 8]) {
      const { states, tripped, lasted } = await play(400, awayFor(9 * MINUTE, reply), { ...night, concurrency });
      expect(states).toEqual(Array(400).fill('created'));
      expect(tripped).toBeNull();
      expect(lasted).toBeGreaterThan(9 * MINUTE);
    }
  });

  it('is probed with one request at a time, at growing intervals', async () => {
    const { times, mostInFlight } = await play(400, awayFor(MINUTE, unavailable()), { ...night, concurrency: 8 });
    expect(mostInFlight).toBe(8);
    const probes = times.filter((at) => at >= 1_100 && at < MINUTE + 1_000);
    const intervals = probes.slice(1).map((at, n) => at - (probes[n] ?? 0));
    expect(intervals.slice(0, 5)).toEqual([400, 700, 850, 850, 850]);
    expect(intervals.length).toBeLessThan(75);
  });

  it('is over with the first answer, and the workers go on together', async () => {
    const { times } = await play(400, awayFor(MINUTE, unavailable()), { ...night, concurrency: 8 });
    const after = times.filter((at) => at >= MINUTE + 1_000);
    // A probe that is answered, then at once half of the requests that were allowed before.
    expect(after.slice(0, 5).map((at) => at - (after[0] ?? 0))).toEqual([0, 100, 100, 100, 100]);
  });

  it('that outlasts its patience ends the run once, and leaves what never reached the tenant', async () => {
    const { states, tripped, lasted, requests } = await play(400, awayFor(60 * MINUTE, unavailable()), {
      ...{ ...night, patienceMs: MINUTE, concurrency: 8 },
    });
    expect(tripped?.code).toBe('tenant.unreachable');
    expect(tripped?.message).toMatch(
      /^\d+ requests in a row got no usable answer for 1 min, as long as outage-patience/,
    );
    expect(lasted).toBeLessThan(MINUTE + 3_000);
    expect(requests.length).toBeLessThan(200);
    expect(new Set(states)).toEqual(new Set(['created', 'planned', 'unsent']));
  });

  it('gets as many requests as max-attempts allows, however short the patience', async () => {
    const { requests, tripped } = await play(5, () => unavailable(), { maxAttempts: 4, patienceMs: 0 });
    expect(requests).toHaveLength(4);
    expect(tripped?.message).toContain('4 requests in a row');
  });

  it('is given the time that it asks for, which is not taken from its patience', async () => {
    const asks = unavailable({ status: 429, retryAfterMs: 2 * MINUTE });
    const { times, states } = await play(20, (sent, n) => (n === 1 ? asks : accept(sent)), {
      ...{ ...night, patienceMs: MINUTE, maxAttempts: 1 },
    });
    expect(times[1]).toBe(2 * MINUTE + 100);
    expect(states).toEqual(Array(20).fill('created'));
  });

  it('that asks for time for ever is given up', async () => {
    const asks = unavailable({ status: 429, retryAfterMs: MINUTE });
    const { requests, tripped, states } = await play(20, () => asks, { ...night, maxAttempts: 3 });
    expect(tripped?.code).toBe('tenant.unreachable');
    expect(requests.length).toBeLessThan(20);
    expect(new Set(states)).toEqual(new Set(['unsent', 'planned']));
  });

  it('hears the end of the run', async () => {
    const { requests, states } = await play(20, () => unavailable(), { ...night, stopAfter: 3 });
    expect(requests).toHaveLength(3);
    expect(states).toEqual(Array(20).fill('planned'));
  });

  it.each([400, 1_000])('that comes back with errors of its own is still the same: %i ms', async (ms) => {
    const returning = (sent: readonly OutgoingUser[], _n: number, now: number): BulkReply => {
      if (now < 10_000) return unavailable();
      return now < 10_000 + ms ? unavailable({ status: 500 }) : accept(sent);
    };
    const { states, tripped } = await play(40, returning, { ...night, maxAttempts: 2, concurrency: 4 });
    expect(tripped).toBeNull();
    expect(states).toEqual(Array(40).fill('created'));
  });

  it('does not count in the fuse: many short ones end no run', async () => {
    const flapping = (sent: readonly OutgoingUser[], _n: number, now: number): BulkReply =>
      Math.floor(now / 5_000) % 2 === 1 ? unavailable({ status: null }) : accept(sent);
    const { states, tripped } = await play(1_000, flapping, { ...night, batchSize: 2, concurrency: 2, maxAttempts: 2 });
    expect(tripped).toBeNull();
    expect(states).toEqual(Array(1_000).fill('created'));
  });
});

describe('one user whom a load balancer never lets pass', () => {
  it.each([1, 2, 8])('is no outage, with %i workers', async (concurrency) => {
    for (const [reply, outcome] of [
      [unavailable(), 'unsent'],
      [unavailable({ status: null }), 'unknown'],
    ] as const) {
      for (const bad of [1, 18, 40]) {
        const { states, tripped, lasted } = await play(
          40,
          (sent) => (sent.some(({ row }) => row === bad) ? reply : accept(sent)),
          { ...night, concurrency },
        );
        expect(states.filter((state) => state !== 'created')).toEqual([outcome]);
        expect(states[bad - 1]).toBe(outcome);
        expect(tripped).toBeNull();
        expect(lasted).toBeLessThan(MINUTE);
      }
    }
  });
});
