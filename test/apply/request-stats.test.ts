import { describe, expect, test } from 'vitest';
import { RequestStats } from '../../src/apply/request-stats.ts';

const START = Date.UTC(2026, 2, 1, 2);

function statsOf(requests: readonly (readonly [at: number, ms: number, users?: number])[]): RequestStats {
  const stats = new RequestStats();
  stats.begin(0, START);
  for (const [at, ms, users = 0] of requests) {
    stats.observe({ status: 200, ms, users }, at);
    if (users > 0) stats.settled(users, 0, at);
  }
  return stats;
}

describe('requests', () => {
  test('are counted by status, those without an answer too', () => {
    const stats = new RequestStats();
    stats.begin(0, START);
    for (const status of [200, null, 429, 200]) stats.observe({ status, ms: 10, users: 1 }, 0);
    stats.retried();
    const { sent, retried, byStatus } = stats.summary([], null);
    expect({ sent, retried, byStatus }).toEqual({ sent: 4, retried: 1, byStatus: { '200': 2, '429': 1, none: 1 } });
  });

  test('stand beside the batches that they were made for', () => {
    const stats = new RequestStats();
    stats.begin(0, START);
    expect([...stats.counting(['a', 'b', 'c'])]).toEqual(['a', 'b', 'c']);
    expect(stats.summary([], null).batches).toBe(3);
  });

  test('have latencies that are exact to 5 %, and an exact slowest', () => {
    const stats = statsOf(Array.from({ length: 1000 }, (_, index) => [0, index + 1]));
    const { p50, p95, max } = stats.summary([], null).latencyMs;
    expect(p50 / 500).toBeCloseTo(1, 1);
    expect(Math.abs(p50 / 500 - 1)).toBeLessThan(0.05);
    expect(Math.abs(p95 / 950 - 1)).toBeLessThan(0.05);
    expect(max).toBe(1000);
  });

  test('none at all is no latency', () => {
    expect(statsOf([]).summary([], null)).toMatchObject({
      sent: 0,
      latencyMs: { p50: 0, p95: 0, max: 0 },
      timeline: { startedAt: '2026-03-01T02:00:00.000Z', bucketMs: 1000, buckets: [] },
    });
  });
});

describe('the timeline', () => {
  test('puts users and requests into seconds, and leaves out those in which nothing happened', () => {
    const stats = statsOf([
      [100, 100, 50],
      [900, 100, 50],
      [3999, 400, 20],
    ]);
    stats.settled(0, 30, 4000);
    expect(stats.summary([], null).timeline?.buckets).toEqual([
      { ms: 0, settled: 100, failed: 0, requests: 2, p50: 100, p95: 100 },
      { ms: 3000, settled: 20, failed: 0, requests: 1, p50: 400, p95: 400 },
      { ms: 4000, settled: 0, failed: 30, requests: 0, p50: null, p95: null },
    ]);
  });

  test('of a long run has wider buckets and no more than 600; nothing is lost, and latencies stay those of its requests', () => {
    const hours = 5;
    const stats = new RequestStats();
    stats.begin(0, START);
    for (let second = 0; second < hours * 3600; second++) {
      stats.observe({ status: 200, ms: second < 9000 ? 100 : 2000, users: 50 }, second * 1000);
      stats.settled(49, 1, second * 1000);
    }
    const { bucketMs = 0, buckets = [] } = stats.summary([], null).timeline ?? {};
    expect(bucketMs).toBe(32_000);
    expect(buckets).toHaveLength(Math.ceil((hours * 3600) / 32));
    expect(buckets.map(({ ms }) => ms)).toEqual(buckets.map((_, index) => index * bucketMs));
    const sum = (of: 'settled' | 'failed' | 'requests'): number => buckets.reduce((all, bucket) => all + bucket[of], 0);
    expect([sum('settled'), sum('failed'), sum('requests')]).toEqual([49 * 18_000, 18_000, 18_000]);
    expect(buckets.at(0)).toMatchObject({ requests: 32, p50: 100, p95: 100 });
    expect(buckets.at(-2)).toMatchObject({ requests: 32, p50: 2000, p95: 2000 });
    // 281 * 32 s = 8,992 s: eight fast requests and twenty-four slow ones.
    expect(buckets.at(281)).toMatchObject({ requests: 32, p50: 2000, p95: 2000 });
  });

  test('survives a gap of weeks', () => {
    const stats = statsOf([
      [0, 10, 1],
      [40 * 24 * 3600 * 1000, 10, 1],
    ]);
    const { buckets = [], bucketMs = 0 } = stats.summary([], null).timeline ?? {};
    expect(buckets.map(({ ms }) => Math.floor(ms / bucketMs)).every((index) => index < 600)).toBe(true);
    expect(buckets.map(({ settled }) => settled)).toEqual([1, 1]);
  });
});
