import { describe, expect, it } from 'vitest';
import { runSeed } from '../support/chaos/chaos.ts';
import { chaosPlan } from '../support/chaos/chaos-plan.ts';
import { SCHEDULED_FAULTS } from '../support/faults/fault-schedule.ts';

/** Few, and together every kind of fault and interruption; `npm run test:chaos` plays as many others as one likes. */
const SEEDS = [35, 59, 113, 124, 255, 267, 395];

describe('the adversary', () => {
  it('brings every fault and every interruption', () => {
    const plans = SEEDS.map(chaosPlan);
    const attempts = plans.flatMap((plan) => plan.attempts);
    const kinds = new Set(plans.flatMap(({ faults }) => faults.kinds));
    expect([...kinds].sort()).toEqual([...SCHEDULED_FAULTS].sort());
    expect(new Set(plans.map(({ entry }) => entry)).size).toBe(2);
    expect([...new Set(attempts.map(({ main }) => main.kind))].sort()).toEqual([
      'cancelled',
      'cancelled, then killed',
      'killed',
      'none',
      'taken over',
    ]);
    expect(attempts.some(({ post }) => post !== null && post.killedAt !== null)).toBe(true);
    expect(attempts.some(({ change }) => change !== null)).toBe(true);
    expect(plans.some(({ replays, stateKey }) => replays === 'both' && stateKey !== null)).toBe(true);
  });

  it.each(SEEDS)('loses nothing with seed %i', { timeout: 180_000 }, async (seed) => {
    expect((await runSeed(seed)).attempts).toBeGreaterThan(chaosPlan(seed).attempts.length);
  });
});
