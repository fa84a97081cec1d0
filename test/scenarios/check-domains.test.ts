import { Resolver } from 'node:dns/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { ndjson, openScenario, type Scenario, someUsers } from '../support/in-process.ts';

const users = someUsers(6).map((user, at) => (at < 2 ? { ...user, email: `u${at}@no-such.example.net` } : user));
afterEach(() => vi.restoreAllMocks());

/** The resolver of this machine, as it answers in this test: it knows example.com. */
function resolver(codeOfOthers: string): string[] {
  const asked: string[] = [];
  const answer = async (name: string): Promise<never[]> => {
    asked.push(name);
    if (name === 'example.com') return [{} as never];
    throw Object.assign(new Error(codeOfOthers), { code: codeOfOthers });
  };
  for (const kind of ['resolveMx', 'resolve4', 'resolve6'] as const)
    vi.spyOn(Resolver.prototype, kind).mockImplementation(answer as never);
  return asked;
}

async function open(): Promise<Scenario> {
  const scenario = await openScenario();
  await scenario.write('users.ndjson', ndjson(users));
  return scenario;
}

it('warn counts users whose domain cannot receive mail, and names rows only', async () => {
  const asked = resolver('ENOTFOUND');
  await using scenario = await open();
  const plan = await scenario.run({ mode: 'plan', export: 'users.ndjson', 'check-domains': 'warn' });
  expect([plan.exitCode, plan.report.warnings['email.domain'], plan.report.totals.planned]).toEqual([0, 2, 6]);
  expect(plan.stdout).toContain('email.domain: 2 rows with 1 such domain, first in row 1.');
  expect(plan.report.warningsDetail).toContainEqual({
    ...{ code: 'email.domain', count: 2 },
    rows: [1, 2].map((row) => ({ row, file: 'users.ndjson', line: row, field: 'email' })),
  });
  // The rows of `warnings.csv`.
  expect(plan.everything).toMatch(/^1,users\.ndjson,1,planned,email\.domain,email,.*\r\n2,users\.ndjson,2,/m);
  expect(plan.everything).not.toContain('no-such');
  // Each domain once: the one that is found with one question.
  expect(asked.filter((name) => name === 'example.com')).toHaveLength(1);
});

it('error leaves them out, and the digest covers it', async () => {
  resolver('ENODATA');
  await using scenario = await open();
  const inputs = { export: 'users.ndjson', 'abort-above': '50%', 'fail-above': '2' };
  const plan = await scenario.run({ ...inputs, mode: 'plan', 'check-domains': 'error' });
  expect(plan.report.failures.map(({ row, code, field }) => [row, code, field])).toEqual([
    [1, 'email.domain', 'email'],
    [2, 'email.domain', 'email'],
  ]);
  const approved = { ...inputs, 'expected-plan': String(plan.report.planDigest) };
  const other = await scenario.run(approved);
  expect([other.report.outcome, scenario.sandbox.userCount]).toEqual(['aborted', 0]);
  expect(other.report.reason).toContain('it differs in options');
  const applied = await scenario.run({ ...approved, 'check-domains': 'error' });
  expect([applied.exitCode, applied.report.totals.created, applied.report.totals.invalid]).toEqual([0, 4, 2]);
});

it('a resolver that does not answer refuses nobody, nor one that finds nothing at all', async () => {
  await using scenario = await open();
  const inputs = { mode: 'plan', export: 'users.ndjson', 'check-domains': 'error' };
  resolver('ETIMEOUT');
  expect((await scenario.run(inputs)).report.totals).toMatchObject({ planned: 6, invalid: 0 });
  await scenario.write('users.ndjson', ndjson(users.slice(0, 2)));
  resolver('ENOTFOUND');
  const blind = await scenario.run(inputs);
  expect(blind.report.totals).toMatchObject({ planned: 2, invalid: 0 });
  expect(blind.stdout).toContain('finds none of the e-mail domains');
});

it('a plan for a tenant looks them up by default, an apply and a plan without a tenant do not', async () => {
  const asked = resolver('ENOTFOUND');
  await using scenario = await open();
  const base = { export: 'users.ndjson', mode: 'plan' };
  await scenario.run({ ...base, 'tenant-url': '' });
  await scenario.run({ export: 'users.ndjson' });
  expect(asked).toEqual([]);
  const plan = await scenario.run({ ...base, 'tenant-url': 'https://acme.example.com' });
  expect(plan.report.warnings['email.domain']).toBe(2);
});
