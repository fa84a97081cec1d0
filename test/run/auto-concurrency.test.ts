import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { RequestSummary } from '../../src/apply/request-stats.ts';
import type { Fault } from '../../src/sandbox/fault.ts';
import { ndjson, openScenario, type ScenarioResult, someUsers } from '../support/in-process.ts';

const USERS = 300;
const BATCH_SIZE = 5;
const TOO_MANY: Fault = {
  name: 'too many at a time',
  kind: 'reply',
  applied: false,
  reply: { status: 429, headers: {}, shape: 'service', code: 429, message: 'too many requests' },
};

/** Runs an apply on a tenant that refuses a request while it works on `places` others. Returns the most that were sent at a time. */
async function run(places: number, inputs: { readonly [name: string]: string }) {
  let open = 0;
  let most = 0;
  await using scenario = await openScenario({
    latencyMs: 20,
    faults: ({ kind }) => {
      if (kind !== 'bulk') return null;
      open++;
      most = Math.max(most, open);
      return open > places ? TOO_MANY : null;
    },
    sleep: async (ms) => {
      await wait(ms);
      open = Math.max(0, open - 1);
    },
  });
  await scenario.write('users.ndjson', ndjson(someUsers(USERS)));
  const step = { export: 'users.ndjson', check: 'off', 'batch-size': String(BATCH_SIZE), ...inputs };
  return { most, ...(await scenario.run(step)) };
}

function limits({ report }: ScenarioResult) {
  const { concurrency, byStatus } = report.requests as unknown as RequestSummary;
  if (concurrency == null) throw new Error('the report shows no course of concurrency');
  return { ...concurrency, refused: byStatus['429'] ?? 0 };
}

it('starts low, and never has more in flight than max-concurrency', async () => {
  const result = await run(Number.POSITIVE_INFINITY, { 'max-concurrency': '6' });
  expect(result.report.totals).toMatchObject({ created: USERS });
  const { highest, refused } = limits(result);
  expect({ refused, isWithin: highest <= 6 && result.most <= 6 }).toEqual({ refused: 0, isWithin: true });
  // A second request at a time is always tried.
  expect(highest).toBeGreaterThan(1);
});

it('settles below what a tenant refuses, and loses no user', async () => {
  const result = await run(1, {});
  expect(result.report.totals).toMatchObject({ created: USERS, failed: 0, unknown: 0 });
  const { usual, refused } = limits(result);
  expect(usual).toBe(1);
  expect(refused).toBeGreaterThan(0);
  // Of 60 requests; a number that ignored the refusals would have half of them refused.
  expect(refused).toBeLessThan(20);
});

it('a fixed number stays a cap, and the report has no course', async () => {
  const result = await run(Number.POSITIVE_INFINITY, { concurrency: '2' });
  expect(result.report.totals).toMatchObject({ created: USERS });
  expect(result.most).toBeLessThanOrEqual(2);
  expect(() => limits(result)).toThrow('no course');
});
