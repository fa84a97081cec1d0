import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../../src/sandbox/behaviour.ts';
import type { EntryEdit } from '../../src/sandbox/entry-edit.ts';
import type { FaultPlan } from '../../src/sandbox/fault.ts';
import { combineFaults, faultOn } from '../../src/sandbox/fault.ts';
import * as fault from '../support/faults/faults.ts';
import {
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  type Scenario,
  someUsers,
} from '../support/in-process.ts';

const users = someUsers(40);

/** 40 users in batches of 10, one request at a time, so that the nth request is always the same one. */
const slowly = {
  export: 'users.ndjson',
  'batch-size': '10',
  concurrency: '1',
  'max-attempts': '3',
  'request-timeout': '1',
};

async function open(faults: FaultPlan, behaviour: Partial<Behaviour> = {}): Promise<Scenario> {
  const scenario = await openScenario({ faults, behaviour, log: 'users' });
  await scenario.write('users.ndjson', ndjson(users));
  return scenario;
}

const passing: [string, FaultPlan][] = [
  ['429 without Retry-After', faultOn('bulk', 1, fault.tooManyRequests())],
  ['429 with Retry-After in seconds', faultOn('bulk', 1, fault.tooManyRequests(0))],
  ['429 with Retry-After as a date that has passed', faultOn('bulk', 1, fault.tooManyRequests(new Date(0)))],
  ['429 at the token endpoint', faultOn('token', 1, fault.tooManyRequests(0))],
  ['502 before the batch was applied', faultOn('bulk', 2, fault.gatewayError(502, false))],
  ['504 after the batch was applied', faultOn('bulk', 2, fault.gatewayError(504, true))],
  ['503 HTML with Retry-After', faultOn('bulk', 2, fault.gatewayError(503, false, 0))],
  ['a connection dropped before the batch was applied', faultOn('bulk', 1, fault.droppedBefore())],
  ['a connection dropped after the batch was applied', faultOn('bulk', 1, fault.droppedAfter())],
  ['an answer cut off in the middle', faultOn('bulk', 3, fault.truncated())],
  ['a request that hangs before it is applied', faultOn('bulk', 1, fault.hanging(false))],
  ['a request that hangs after it was applied', faultOn('bulk', 1, fault.hanging(true))],
  ['a 200 that is no JSON', faultOn('bulk', 1, fault.garbage())],
  ['a 200 with an HTML page', faultOn('bulk', 1, fault.htmlPage())],
  ['a 200 without a body', faultOn('bulk', 1, fault.emptyBody())],
  ['a 204', faultOn('bulk', 1, fault.emptyAnswer())],
  ['a 200 without process_states', faultOn('bulk', 1, fault.withoutStates())],
  ['a token that is revoked in the middle', faultOn('bulk', 3, fault.revokedToken())],
  ['413 HTML above 4 users', faultOn('bulk', 'every', fault.limited({ users: 4 }))],
  ['413 above some bytes', faultOn('bulk', 'every', fault.limited({ bytes: 2_000 }))],
  ['500 once', faultOn('bulk', 1, fault.failing(500))],
];

describe('a fault that passes costs nobody', () => {
  it.each(passing)('%s', async (_, faults) => {
    await using scenario = await open(faults);
    const result = await scenario.run(slowly);
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ rows: 40, failed: 0, unknown: 0, unsent: 0 });
    expect(result.outputs.outcome).toBe('succeeded');
    expect(result.exitCode).toBe(0);
    expectStored(scenario.sandbox, users);
  });
});

const edits: [string, EntryEdit][] = [
  ['entries are missing', { kind: 'missing', count: 3 }],
  ['entries are shuffled', { kind: 'shuffled' }],
  ['entries are nameless', { kind: 'states-only' }],
  ['entries have no sub', { kind: 'no-sub' }],
  ['entries have no identifier', { kind: 'no-identifier' }],
  ['identifiers come back in another case', { kind: 'uppercase' }],
  ['entries of strangers are there', { kind: 'extra', count: 2 }],
  ['two entries have the same e-mail', { kind: 'same-identifier' }],
  ['two entries contradict each other', { kind: 'contradicting' }],
];

describe('an answer that does not fit loses nobody', () => {
  it.each(edits)('%s', async (_, edit) => {
    await using scenario = await open(faultOn('bulk', (n) => n <= 2, fault.answering(edit)));
    const result = await scenario.run(slowly);
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ rows: 40, failed: 0, unknown: 0, unsent: 0 });
    expectStored(scenario.sandbox, users);
    for (const { row, sub } of result.report.successes) expect([users[row - 1]?.sub, null]).toContain(sub);
  });

  it('ends unknown for a user whom no answer names', async () => {
    const lost = users[4]?.email;
    const hides: FaultPlan = ({ kind, users: sent }) =>
      kind === 'bulk' && sent.some(({ email }) => email === lost)
        ? fault.answering({ kind: 'missing', count: sent.length })
        : null;
    await using scenario = await open(hides);
    const result = await scenario.runBundle({ ...slowly, 'batch-size': '5', 'max-attempts': '2' });
    expectClosedAccounts(result);
    // Twice in the batch, then twice in each smaller request: two of five users, then alone.
    expect(result.report.failures).toMatchObject([{ row: 5, outcome: 'unknown', attempts: 6 }]);
    expect(result.exitCode).toBe(1);
  });
});

const stateKeys = ['process_state', 'processState', 'state', 'status'] as const;
it.each(stateKeys)('understands the state under the key %s, in whatever order', async (stateKey) => {
  await using scenario = await open(() => null, { stateKey, entryOrder: 'shuffled', identifier: 'string' });
  const first = await scenario.run(slowly);
  expect(first.report.totals).toMatchObject({ created: 40 });
  const second = await scenario.run(slowly);
  expect(second.report.totals).toMatchObject({ updated: 40 });
  expectStored(scenario.sandbox, users);
});

describe('bad users', () => {
  const bad = new Set([users[3]?.sub, users[17]?.sub]);
  const good = users.filter(({ sub }) => !bad.has(sub));

  it.each([400, 417, 507] as const)('refused with the whole batch by a %i, cost nobody else', async (status) => {
    await using scenario = await open(
      faultOn(
        'bulk',
        'every',
        fault.poisoned(({ sub }) => bad.has(sub), status),
      ),
    );
    const result = await scenario.run({ ...slowly, 'fail-above': '2' });
    expectClosedAccounts(result);
    expect(result.report.failures.map(({ row, outcome }) => [row, outcome])).toEqual([
      [4, 'failed'],
      [18, 'failed'],
    ]);
    expect(result.exitCode).toBe(0);
    expectStored(scenario.sandbox, good);
  });

  it.each(['service', 'wrapped', 'flat', 'oauth', 'guard'] as const)(
    'are reported with what the tenant said and its reference, in the error shape %s',
    async (shape) => {
      await using scenario = await open(
        faultOn(
          'bulk',
          'every',
          fault.poisoned(({ sub }) => bad.has(sub), 417, shape),
        ),
      );
      const result = await scenario.run(slowly);
      expect(result.report.totals).toMatchObject({ created: 38, failed: 2 });
      for (const { message } of result.report.failures) expect(message).toContain('validation failed');
      if (shape === 'service' || shape === 'guard') expect(result.report.failures[0]?.message).toMatch(/reference \S+/);
      expect(result.exitCode).toBe(1);
    },
  );

  it.each([
    ['a 500', fault.failing(500, 'flat', 500)],
    ['an answer without states', fault.withoutStates()],
  ])('who make the tenant answer %s end unknown, wherever they stand, and cost nobody else', async (_, answer) => {
    const first = users[0]?.sub;
    await using scenario = await open(({ kind, users: sent }) =>
      kind === 'bulk' && sent.some(({ sub }) => sub === first) ? answer : null,
    );
    const result = await scenario.run({ ...slowly, 'max-attempts': '1' });
    expectClosedAccounts(result);
    expect(result.report.failures.map(({ row, outcome }) => [row, outcome])).toEqual([[1, 'unknown']]);
    expect(result.report.successes).toHaveLength(39);
    expect(result.outputs.outcome).toBe('failed');
  });

  it.each(['number', 'string', 'in-message', 'absent'] as const)(
    'FAILED in an answer end failed, with the code as %s',
    async (failedCode) => {
      await using scenario = await open(
        faultOn(
          'bulk',
          'every',
          fault.rejecting(({ sub }) => bad.has(sub)),
        ),
        { failedCode },
      );
      const result = await scenario.run(slowly);
      expect(result.report.totals).toMatchObject({ created: 38, failed: 2 });
      expect(result.report.failures.map(({ row }) => row)).toEqual([4, 18]);
      expect(result.everything).not.toContain('ANONYMOUS');
      expectStored(scenario.sandbox, good);
    },
  );
});

describe('a tenant that will not', () => {
  it('is left after a handful of requests when it refuses everything', async () => {
    await using scenario = await open(faultOn('bulk', 'every', fault.failing(417)));
    const result = await scenario.run({ ...slowly, concurrency: '4', 'abort-above': '100%' });
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('aborted');
    expect(scenario.sandbox.counters.bulkRequests).toBeLessThan(30);
    expect(result.report.reason).toContain('refused');
  });

  it.each([
    ['403', fault.forbidden()],
    ['a permanent 401 of the access guard', fault.accessDenied()],
  ])('is left at once on %s, and no user is blamed', async (_, denied) => {
    await using scenario = await open(faultOn('bulk', 'every', denied));
    const result = await scenario.run(slowly);
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('aborted');
    expect(result.report.totals).toMatchObject({ unsent: 40, failed: 0, unknown: 0 });
    expect(scenario.sandbox.counters.bulkRequests).toBeLessThanOrEqual(2);
  });

  it('never gets the token sent elsewhere by a redirect', async () => {
    await using elsewhere = await openScenario();
    await using scenario = await open(
      faultOn('bulk', 'every', fault.redirected(`${elsewhere.sandbox.url}/users-srv/user/bulk`)),
    );
    const result = await scenario.run(slowly);
    expectClosedAccounts(result);
    expect(elsewhere.sandbox.requests).toHaveLength(0);
    expect(result.exitCode).toBe(1);
  });

  it('is left when it answers nothing any more, and the report adds up', async () => {
    await using scenario = await open(faultOn('bulk', (n) => n > 1, fault.gatewayError(503, false)));
    const result = await scenario.run({ ...slowly, 'max-attempts': '1', 'outage-patience': '0' });
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ created: 10, unsent: 30 });
    expect(result.outputs.outcome).toBe('aborted');
    expect(result.exitCode).toBe(1);
  });

  it('is left when nothing listens there', async () => {
    await using scenario = await open(() => null);
    await scenario.sandbox.close();
    const result = await scenario.run({ ...slowly, 'max-attempts': '1' });
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ unsent: 40 });
    expect(result.outputs.outcome).toBe('aborted');
  });

  it('is left when the secret is wrong, before any user is sent', async () => {
    await using scenario = await open(() => null);
    const result = await scenario.run({ ...slowly, 'client-secret': 'wrong-secret-canary' });
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ unsent: 40 });
    expect(scenario.sandbox.counters.bulkRequests).toBe(0);
    expect(result.everything).not.toContain('wrong-secret-canary');
    expect(result.outputs.outcome).toBe('aborted');
  });
});

it('puts up with several faults in one run', async () => {
  const faults = combineFaults(
    faultOn('bulk', (n) => n % 3 === 1, fault.gatewayError(502, true)),
    faultOn(
      'bulk',
      'every',
      fault.poisoned(({ email }) => email === users[11]?.email),
    ),
    faultOn('bulk', (n) => n % 5 === 0, fault.droppedAfter()),
  );
  await using scenario = await open(faults);
  const result = await scenario.run({ ...slowly, 'max-attempts': '5' });
  expectClosedAccounts(result);
  expect(result.report.totals).toMatchObject({ failed: 1, unknown: 0, unsent: 0 });
  expectStored(
    scenario.sandbox,
    users.filter((_, at) => at !== 11),
  );
});
