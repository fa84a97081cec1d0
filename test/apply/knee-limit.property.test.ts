import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AimdLimit } from '../../src/apply/aimd-limit.ts';
import { KneeLimit } from '../../src/apply/knee-limit.ts';
import { noise, type SimulatedTenant, simulate } from './simulated-tenant.ts';

const MAX = 32;
const REQUESTS = 2_000;
/** The first fifth is the warm-up; at the end there is less and less to send. */
const WARM = [0.2, 0.98] as const;
const SEEDS = [1, 2, 3];
const SERVICE_MS = 200;

/** A tenant whose latencies vary by a few percent, as any do. */
const tenant = (knee: number, deviation = 0.02): SimulatedTenant => ({
  capacity: () => knee,
  serviceMs: (_n, random) => SERVICE_MS * noise(deviation, random),
});

/** The best of these fixed limits, by what it answers. */
async function bestFixed(of: SimulatedTenant, limits: readonly number[], part: readonly [number, number] = WARM) {
  const runs = await Promise.all(
    limits.map((limit) => simulate(of, new AimdLimit(limit), { requests: REQUESTS, seed: 99 })),
  );
  return runs.map((run) => run.pace(...part)).reduce((best, pace) => (pace.rate > best.rate ? pace : best));
}

async function expectKnee(of: SimulatedTenant, knee: number, part: readonly [number, number] = WARM): Promise<void> {
  const around = [...new Set([Math.max(1, knee - 1), knee, knee + 1, knee * 2])];
  const best = await bestFixed(of, around, part);
  const atKnee = await bestFixed(of, [knee], part);
  for (const seed of SEEDS) {
    const run = await simulate(of, new KneeLimit(MAX), { requests: REQUESTS, seed });
    const { rate, p95 } = run.pace(...part);
    const course = run.course.map(({ limit }) => limit).join(' ');
    expect(rate / best.rate, `goodput, seed ${seed}: ${course}`).toBeGreaterThanOrEqual(0.95);
    expect(p95 / atKnee.p95, `p95, seed ${seed}: ${course}`).toBeLessThanOrEqual(1.5);
    expect(run.mostInFlight).toBeLessThanOrEqual(MAX);
  }
}

describe('concurrency auto against a simulated tenant', () => {
  it.each([1, 2, 3, 5, 8, 12, 20, 32])('finds a knee at %i', async (knee) => {
    await expectKnee(tenant(knee), knee);
  });

  it.each([2, 8, 32])('finds a knee at %i although latencies vary by a quarter', async (knee) => {
    await expectKnee(tenant(knee, 0.25), knee);
  });

  it('follows a tenant that shrinks from 16 to 4 requests at a time, and one that grows from 4 to 16', async () => {
    const changing = (before: number, after: number): SimulatedTenant => ({
      ...tenant(before),
      capacity: (n) => (n < REQUESTS / 2 ? before : after),
    });
    await expectKnee(changing(16, 4), 16, [0.2, 0.5]);
    await expectKnee(changing(16, 4), 4, [0.6, 0.98]);
    await expectKnee(changing(4, 16), 16, [0.85, 0.98]);
  });

  it('is not misled by one request that takes 30 s, wherever it is', async () => {
    for (const slow of [3, 20, 500])
      await expectKnee(
        { ...tenant(8), serviceMs: (n, random) => (n === slow ? 30_000 : SERVICE_MS * noise(0.02, random)) },
        8,
      );
  });

  it('uses all that is allowed on a tenant that is slow whatever it gets', async () => {
    const slow: SimulatedTenant = { capacity: () => 1_000, serviceMs: (_n, random) => 5_000 * noise(0.05, random) };
    const run = await simulate(slow, new KneeLimit(MAX), { requests: REQUESTS, seed: 1 });
    expect(run.course.map(({ limit }) => limit).slice(0, 6)).toEqual([1, 2, 4, 8, 16, 32]);
    expect(run.pace(...WARM).rate).toBeGreaterThan((MAX / 5) * 0.97);
  });

  it('measures the latency without load again when a tenant becomes slower or faster', async () => {
    for (const factor of [2, 0.5]) {
      const of: SimulatedTenant = {
        ...tenant(8),
        serviceMs: (n, random) => (n < REQUESTS / 2 ? 1 : factor) * SERVICE_MS * noise(0.1, random),
      };
      await expectKnee(of, 8, [0.7, 0.98]);
    }
  });

  it.each([
    [10, 10],
    [20, 20],
    [30, 60],
    [50, 50],
  ])('stays below a limit of %i requests a second, %i at once, that names no time', async (perSecond, burst) => {
    const of: SimulatedTenant = { ...tenant(1_000, 0.1), rateLimit: { perSecond, burst } };
    const knee = (perSecond * SERVICE_MS) / 1_000;
    const best = await bestFixed(of, [knee - 1, knee, knee + 1, knee + 2, knee * 2]);
    for (const seed of SEEDS) {
      const run = await simulate(of, new KneeLimit(MAX), { requests: REQUESTS, seed });
      const course = run.course.map(({ limit }) => limit).join(' ');
      expect(run.refused, `refused, seed ${seed}: ${course}`).toBeLessThanOrEqual(0.02);
      expect(run.pace(...WARM).rate / best.rate, `goodput, seed ${seed}: ${course}`).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('loses little at the start: 200 requests on a tenant that takes 8 at a time', async () => {
    const fixed = await simulate(tenant(8), new AimdLimit(8), { requests: 200, seed: 1 });
    const auto = await simulate(tenant(8), new KneeLimit(MAX), { requests: 200, seed: 1 });
    expect(auto.whole / fixed.whole).toBeGreaterThan(0.88);
    const larger = await simulate(tenant(16), new KneeLimit(MAX), { requests: 200, seed: 1 });
    expect(larger.whole).toBeGreaterThan(fixed.whole);
  });

  it.each([2, 8, 20, 32])(
    'loses at most ten response times to a fixed %i on a tenant that takes as many',
    async (knee) => {
      const fixed = await simulate(tenant(knee), new AimdLimit(knee), { requests: REQUESTS, seed: 1 });
      const auto = await simulate(tenant(knee), new KneeLimit(MAX), { requests: REQUESTS, seed: 1 });
      expect(REQUESTS / auto.whole - REQUESTS / fixed.whole).toBeLessThan((10 * SERVICE_MS) / 1_000);
    },
  );

  it('never allows more than max-concurrency, and finds any knee below it', async () => {
    const knees = fc.record({
      max: fc.integer({ min: 1, max: 64 }),
      knee: fc.integer({ min: 1, max: 64 }),
      serviceMs: fc.integer({ min: 5, max: 5_000 }),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
    });
    await fc.assert(
      fc.asyncProperty(knees, async ({ max, knee, serviceMs, seed }) => {
        const of: SimulatedTenant = {
          capacity: () => knee,
          serviceMs: (_n, random) => serviceMs * noise(0.1, random),
        };
        const run = await simulate(of, new KneeLimit(max), { requests: REQUESTS, seed, workers: 64 });
        expect(run.mostInFlight).toBeLessThanOrEqual(max);
        const ideal = (Math.min(max, knee) / serviceMs) * 1_000;
        expect(run.pace(0.4, 0.95).rate / ideal).toBeGreaterThan(0.9);
      }),
      { numRuns: 10, seed: 17 },
    );
  });
});
