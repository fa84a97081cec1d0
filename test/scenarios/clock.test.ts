import { expect, it } from 'vitest';
import { faultOn } from '../../src/sandbox/fault.ts';
import { clockOptions } from '../support/chaos/chaos-clock.ts';
import * as fault from '../support/faults/faults.ts';
import { expectClosedAccounts, ndjson, openScenario, someUsers } from '../support/scenario.ts';

it('a clock that is set back and forth by hours changes no wait, no token and no duration of a run', async () => {
  await using scenario = await openScenario({ latencyMs: 20, faults: faultOn('bulk', 2, fault.tooManyRequests(2)) });
  await scenario.write('users.ndjson', ndjson(someUsers(100)));
  const inputs = { export: 'users.ndjson', 'batch-size': '5', concurrency: '2' };
  const { child, ended } = await scenario.start(inputs, {
    NODE_OPTIONS: clockOptions({ seed: 9, clock: 'steps' }, 1),
  });
  // Without it, a run that waits for an hour would only be seen by the time that the test takes.
  const impatience = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const result = await ended.finally(() => clearTimeout(impatience));
  expectClosedAccounts(result);
  expect(result.report).toMatchObject({ outcome: 'succeeded', totals: { created: 100 } });
  expect(result.report.durationMs).toBeGreaterThan(0);
  expect(result.report.durationMs).toBeLessThan(60_000);
  expect(scenario.sandbox.counters.tokenRequests).toBe(1);
});
