import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../../src/sandbox/behaviour.ts';
import { expectClosedAccounts, expectStored, ndjson, openScenario, someUsers } from '../support/in-process.ts';

const users = someUsers(30);
const bad = { ...users[7], sub: 'legacy-bad', email: 'nobody@no-mail.example.net' };
const all = [...users.slice(0, 11), bad, ...users.slice(11)];
const inputs = { export: 'users.ndjson', 'batch-size': '8', 'fail-above': '1' };

/** Every answer to a question that the public documents leave open. */
const answers: { readonly [question in keyof Behaviour]: readonly Behaviour[question][] } = {
  stateKey: ['process_state', 'processState', 'state', 'status'],
  entryOrder: ['request', 'reversed', 'shuffled'],
  identifier: ['object', 'email-only', 'string', 'absent'],
  failedCode: ['number', 'string', 'in-message', 'absent'],
  badUser: ['failed', 'refuses-batch', 'stops-batch'],
  refusalStatus: [400, 417, 507],
  errorCode: ['number', 'string'],
  missingScopeStatus: [403, 401],
  invalidClientStatus: [400, 401],
  // Only about logins: test/scenarios/login-proof.test.ts.
  passwordGrant: [],
  scopesClaim: ['present', 'absent'],
  roles: ['merge', 'replace'],
  groups: ['merge', 'replace'],
  consents: ['merge', 'replace'],
  customFields: ['merge', 'replace'],
  address: ['merge', 'replace'],
  absentField: ['kept', 'cleared'],
  nullField: ['clears', 'ignored'],
  resentHash: ['overwrites', 'ignored'],
  wrongType: ['failed', 'skipped'],
};
const cases = Object.entries(answers).flatMap(([question, found]) =>
  found.map((answer) => [question, answer] as const),
);

describe('whatever cidaas answers where its documents are silent', () => {
  it.each(cases)(
    '%s: %s. One bad user fails, everybody else is in; and a second run changes nothing',
    async (question, answer) => {
      const refuses = question === 'refusalStatus' ? { badUser: 'refuses-batch' as const } : {};
      await using scenario = await openScenario({ behaviour: { ...refuses, [question]: answer } });
      await scenario.write('users.ndjson', ndjson(all));
      for (const outcome of ['created', 'updated']) {
        const result = await scenario.run({ ...inputs, resume: 'none' });
        expectClosedAccounts(result);
        expect(result.exitCode).toBe(0);
        expect(result.report.failures.map((row) => [row.row, row.outcome])).toEqual([[12, 'failed']]);
        expect(result.report.totals.unknown).toBe(0);
        if (answer !== 'stops-batch') expect(result.report.totals[outcome]).toBe(30);
        expectStored(scenario.sandbox, users);
      }
    },
  );

  it('a resent hash that is refused fails its users, and says so', async () => {
    await using scenario = await openScenario({ behaviour: { resentHash: 'fails' } });
    await scenario.write('users.ndjson', ndjson(users));
    await scenario.run(inputs);
    const result = await scenario.run({ ...inputs, 'abort-above': '100%' });
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(1);
    expect(result.report.failures[0]?.message).toContain('password of an existing user cannot be overwritten');
    expectStored(scenario.sandbox, users);
  });

  it.each([401, 403] as const)(
    'an app without the scope is told so (%i), and nobody is blamed',
    async (missingScopeStatus) => {
      await using scenario = await openScenario({ behaviour: { missingScopeStatus }, grant: { scopes: [] } });
      await scenario.write('users.ndjson', ndjson(users));
      const result = await scenario.run(inputs);
      expectClosedAccounts(result);
      expect(result.outputs.outcome).toBe('aborted');
      expect(result.report.totals).toMatchObject({ unsent: 30, failed: 0, unknown: 0 });
      expect(result.report.reason).toContain('cidaas:bulk_user_create');
      expect(scenario.sandbox.userCount).toBe(0);
    },
  );
});

it('a token that runs out during the run is replaced in time', async () => {
  await using scenario = await openScenario({ tokenLifetimeSeconds: 1, latencyMs: 250 });
  await scenario.write('users.ndjson', ndjson(users));
  const result = await scenario.run({ ...inputs, 'batch-size': '6', concurrency: '1' });
  expectClosedAccounts(result);
  expect(result.exitCode).toBe(0);
  expect(scenario.sandbox.counters.tokenRequests).toBeGreaterThan(1);
  expectStored(scenario.sandbox, users);
});
