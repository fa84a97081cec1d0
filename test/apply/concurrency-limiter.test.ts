import { describe, expect, it } from 'vitest';
import { AimdLimit } from '../../src/apply/aimd-limit.ts';
import { createConcurrencyLimiter } from '../../src/apply/concurrency-limiter.ts';
import { Outage } from '../../src/apply/outage.ts';
import { createThrottle } from '../../src/queue/throttle.ts';
import { manualClock } from '../support/manual-clock.ts';

const never = new AbortController().signal;
const good = { kind: 'good', latencyMs: 100, users: 50 } as const;
const overload = { kind: 'overload', retryAfterMs: null } as const;

function limiter(concurrency: number, maxRequestsPerSecond = 0) {
  const clock = manualClock();
  return {
    clock,
    under: createConcurrencyLimiter({
      limit: new AimdLimit(concurrency),
      throttle: createThrottle({ ...clock, maxRequestsPerSecond }),
      outage: new Outage({ maxAttempts: 3, baseMs: 1_000, capMs: 8_000, patienceMs: 60_000 }, clock.now, () => 0.5),
      now: clock.now,
    }),
  };
}

async function fill(under: ReturnType<typeof createConcurrencyLimiter>, n: number): Promise<void> {
  for (let i = 0; i < n; i++) await under.enter(never);
}

/** True when entering now would have to wait. */
async function isFull(under: ReturnType<typeof createConcurrencyLimiter>): Promise<boolean> {
  const attempt = new AbortController();
  const entering = under.enter(attempt.signal).then(
    () => under.leave({ kind: 'neutral' }) === undefined && false,
    () => true,
  );
  await new Promise((resolve) => setImmediate(resolve));
  attempt.abort();
  return entering;
}

describe('the limit', () => {
  it('starts at the cap and never exceeds it', async () => {
    const { under } = limiter(2);
    await fill(under, 2);
    expect(await isFull(under)).toBe(true);
    for (let i = 0; i < 50; i++) {
      under.leave(good);
      await under.enter(never);
    }
    expect(under.limit).toBe(2);
  });

  it('halves on overload, once for the requests that were in flight together', async () => {
    const { under } = limiter(8);
    await fill(under, 8);
    for (let i = 0; i < 8; i++) under.leave(overload);
    expect(under.limit).toBe(4);
  });

  it('halves again when the lower limit is still too much, down to one', async () => {
    const { under } = limiter(8);
    for (const expected of [4, 2, 1, 1]) {
      const inFlight = under.limit;
      await fill(under, inFlight);
      for (let i = 0; i < inFlight; i++) under.leave(overload);
      expect(under.limit).toBe(expected);
    }
  });

  it('grows by one for each round of successes', async () => {
    const { under } = limiter(8);
    await fill(under, 8);
    for (let i = 0; i < 8; i++) under.leave(overload);
    for (const expected of [5, 6, 7, 8, 8]) {
      const inFlight = under.limit;
      await fill(under, inFlight);
      for (let i = 0; i < inFlight + 1; i++) {
        under.leave(good);
        await under.enter(never);
      }
      for (let i = 0; i < inFlight; i++) under.leave({ kind: 'neutral' });
      expect(under.limit).toBe(expected);
    }
  });

  it('halves when latency rises far above what it was, and not for jitter', async () => {
    const { under } = limiter(8);
    const request = async (latencyMs: number): Promise<void> => {
      await under.enter(never);
      under.leave({ kind: 'good', latencyMs, users: 50 });
    };
    for (let i = 0; i < 40; i++) await request(i % 2 === 0 ? 80 : 220);
    expect(under.limit).toBe(8);
    for (let i = 0; i < 10; i++) await request(2_000);
    expect(under.course.points.map(({ limit }) => limit)).toEqual([8, 4, 5]);
  });

  it('grows back when the tenant got slower for good', async () => {
    const { under } = limiter(8);
    for (let i = 0; i < 400; i++) {
      await under.enter(never);
      under.leave({ kind: 'good', latencyMs: i < 40 ? 50 : 900, users: 50 });
    }
    expect(under.limit).toBe(8);
  });

  it('tells how it went', async () => {
    const { clock, under } = limiter(4);
    await clock.run(clock.sleep(5_000));
    await under.enter(never);
    under.leave(overload);
    expect(under.course.points).toEqual([
      { ms: 0, limit: 4, latencyMs: null },
      { ms: 5_000, limit: 2, latencyMs: null },
    ]);
  });
});

describe('waiting', () => {
  it('pauses everybody for a Retry-After, not only the one who was told', async () => {
    const { clock, under } = limiter(4);
    await under.enter(never);
    under.leave({ kind: 'overload', retryAfterMs: 3_000 });
    const entered = Promise.all([under.enter(never), under.enter(never)]);
    await clock.run(entered);
    expect(clock.now()).toBe(3_000);
  });

  it('spaces requests for a rate cap', async () => {
    const { clock, under } = limiter(10, 4);
    await clock.run(Promise.all(Array.from({ length: 5 }, () => under.enter(never))));
    expect(clock.now()).toBe(1_000);
  });

  it('gives up its place when the run stops while it waits', async () => {
    const { clock, under } = limiter(1);
    await under.enter(never);
    under.leave({ kind: 'overload', retryAfterMs: 60_000 });
    const stop = new AbortController();
    const entering = under.enter(stop.signal);
    stop.abort(new Error('cancelled'));
    await expect(entering).rejects.toThrow('cancelled');
    await clock.run(under.enter(never));
    expect(clock.now()).toBe(60_000);
  });
});
