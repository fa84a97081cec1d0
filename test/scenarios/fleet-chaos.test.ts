import { afterAll, describe, expect, it } from 'vitest';
import { fleetPlan, playFleet } from '../support/fleet/fleet-chaos.ts';
import { startPostgres } from '../support/postgres.ts';

const server = await startPostgres();

/** Few: with a worker, a lead and the database killed; `npm run test:chaos -- --world fleet` plays as many others as one likes. */
const SEEDS = [34];

describe.skipIf(server === null)('a fleet whose processes die', () => {
  afterAll(() => server?.[Symbol.asyncDispose]());

  it.each(SEEDS)('loses no row with seed %i', { timeout: 180_000 }, async (seed) => {
    if (server === null) return;
    expect((await playFleet(seed, server)).kills).toBeGreaterThan(0);
    expect(fleetPlan(seed).events.length).toBeGreaterThan(1);
  });
});
