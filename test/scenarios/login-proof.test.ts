import { hashSync } from 'bcryptjs';
import { describe, expect, it } from 'vitest';
import { faultOn } from '../../src/sandbox/fault.ts';
import { jsonReply } from '../../src/sandbox/reply.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { replying } from '../support/faults/faults.ts';
import {
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  runCommand,
  type Scenario,
  type ScenarioResult,
  someUsers,
} from '../support/in-process.ts';

const PASSWORDS = ['correct horse', 'Battery-Staple 9'];
const LOGIN = { id: 'web-shop', secret: 'web-shop-secret' };
const users = someUsers(12).map((user, at) => ({
  ...user,
  // The accounts of the canary are at the end of the export.
  password_hash_info: { algorithmTypeId: 'BCRYPT_4', passwordHash: hashSync(PASSWORDS[11 - at] ?? `pw ${at}`, 4) },
}));
const CANARY = `user12@example.com,${PASSWORDS[0]}\n${users[10]?.sub},${PASSWORDS[1]}`;
const INPUTS = {
  export: 'users.ndjson',
  'batch-size': '5',
  'password-canary': CANARY,
  'login-client-id': LOGIN.id,
  'login-client-secret': LOGIN.secret,
};
const REFUSED = faultOn(
  'login',
  'every',
  replying('wrong', jsonReply(400, { error: 'invalid_grant', error_description: 'wrong' })),
);

async function open(options: SandboxOptions = {}, exported: readonly object[] = users): Promise<Scenario> {
  const scenario = await openScenario({ loginClient: LOGIN, log: 'users', ...options });
  await scenario.write('users.ndjson', ndjson(exported));
  return scenario;
}

function expectSecret(result: ScenarioResult): void {
  expectClosedAccounts(result);
  for (const secret of [...PASSWORDS, LOGIN.secret, 'eyJ']) expect(result.everything).not.toContain(secret);
}

/** `kind:users` of every request that sent users or logged in. */
function order({ sandbox }: Scenario): string[] {
  return sandbox.requests.flatMap(({ kind, users: sent }) =>
    kind === 'bulk' ? [`bulk:${sent}`] : kind === 'login' ? ['login'] : [],
  );
}

const outcomes = ({ report }: ScenarioResult) =>
  report.login?.accounts.map(({ line, row, outcome }) => `${line} ${row} ${outcome}`);

describe('verify-login', () => {
  it('sends the accounts of the canary first, logs in as them, then sends the others', async () => {
    await using scenario = await open();
    const result = await scenario.runBundle({ ...INPUTS, concurrency: '1' });
    expectSecret(result);
    expect([result.exitCode, result.report.totals.created]).toEqual([0, 12]);
    expect(order(scenario)).toEqual(['bulk:1', 'bulk:1', 'login', 'login', 'bulk:5', 'bulk:5']);
    expect(outcomes(result)).toEqual(['1 12 proved', '2 11 proved']);
    expect(result.report.login?.algorithms).toEqual([{ algorithm: 'BCRYPT', users: 12, proof: 'login' }]);
    for (const place of [result.summary, result.everything]) expect(place).toContain('proved by a login');
    expectStored(scenario.sandbox, users);
  });

  it('a refused login stops the run before the others are sent', async () => {
    await using scenario = await open({ faults: REFUSED });
    const main = await scenario.run(INPUTS);
    expectSecret(main);
    expect(main.report.outcome).toBe('aborted');
    expect(main.report.totals).toMatchObject({ created: 2, unsent: 10 });
    expect(main.report.reason).toMatch(
      /^login\.refused: the tenant refuses 2 of 2 canary logins.*HTTP 400, invalid_grant, wrong.*BCRYPT_4.*not sent\.$/,
    );
    expect(main.report.login?.algorithms).toMatchObject([{ proof: 'refused' }]);
    expect(outcomes(main)).toEqual(['1 12 refused', '2 11 refused']);
  });

  it('so does the next attempt, which does not send the accounts again, until it is mended', async () => {
    let isMended = false;
    await using scenario = await open({ faults: (request) => (isMended ? null : REFUSED(request)) });
    const args = [
      '--export',
      'users.ndjson',
      '--tenant-url',
      scenario.sandbox.url,
      '--batch-size',
      '5',
      '--concurrency',
      '1',
    ];
    const env = {
      ...{ CIDAAS_CLIENT_ID: scenario.sandbox.client.id, CIDAAS_CLIENT_SECRET: scenario.sandbox.client.secret },
      ...{ CIDAAS_LOGIN_CLIENT_ID: LOGIN.id, CIDAAS_LOGIN_CLIENT_SECRET: LOGIN.secret, CIDAAS_PASSWORD_CANARY: CANARY },
    };
    const run = async () => (await runCommand(args, { cwd: scenario.workspace, env })).exitCode;
    expect([await run(), await run()]).toEqual([2, 2]);
    expect(scenario.sandbox.userCount).toBe(2);
    isMended = true;
    expect(await run()).toBe(0);
    expect(order(scenario)).toEqual(['bulk:1', 'bulk:1', ...Array(6).fill('login'), 'bulk:5', 'bulk:5']);
    expectStored(scenario.sandbox, users);
  });

  it('without the grant nothing is proved: a notice, and a stop where a proof is required', async () => {
    const { 'login-client-id': _, 'login-client-secret': __, ...inputs } = INPUTS;
    await using scenario = await open();
    const auto = await scenario.run(inputs);
    expectSecret(auto);
    expect([auto.exitCode, auto.report.totals.created]).toEqual([0, 12]);
    expect(auto.stdout).toMatch(
      /::notice.*login\.unproven: Canary line 1, row 12 \(BCRYPT_4\): not proved by a login.*unauthorized_client/,
    );
    expect(auto.report.login?.algorithms).toMatchObject([{ proof: 'offline' }]);
    // Every account would get the same answer.
    expect(scenario.sandbox.counters.logins).toBe(1);

    await using strict = await open();
    const required = await strict.run({ ...inputs, 'verify-login': 'required' });
    expectSecret(required);
    expect([required.report.outcome, required.report.totals.unsent]).toEqual(['aborted', 10]);
    expect(required.report.reason).toMatch(/^login\.unproven: /);
    expect(strict.sandbox.userCount).toBe(2);
  });

  it('after three refused logins nobody else is tried', async () => {
    const hashed = (password: string) => ({ algorithmTypeId: 'BCRYPT_4', passwordHash: hashSync(password, 4) });
    const five = users.slice(0, 5).map((user, at) => ({ ...user, password_hash_info: hashed(`word ${at}`) }));
    await using scenario = await open({ faults: REFUSED }, five);
    const canary = five.map(({ email }, at) => `${email},word ${at}`).join('\n');
    const result = await scenario.run({ ...INPUTS, 'password-canary': canary });
    expect(scenario.sandbox.counters.logins).toBe(3);
    expect(outcomes(result)?.slice(2)).toEqual(['3 3 refused', '4 4 unproven', '5 5 unproven']);
    expect(result.report.login?.accounts[3]?.message).toContain('since the tenant refused 3 logins before');
  });

  it('an account that may not log in yet is not tried', async () => {
    const exported = users.map((user, at) => (at === 11 ? { ...user, userStatus: 'PENDING' } : user));
    await using scenario = await open({}, exported);
    const result = await scenario.run(INPUTS);
    expectSecret(result);
    expect(outcomes(result)).toEqual(['1 12 unproven', '2 11 proved']);
    expect(scenario.sandbox.counters.logins).toBe(1);
    expect(result.exitCode).toBe(0);
  });

  it('where a proof is required, every algorithm of the export needs one', async () => {
    const sha = { algorithmTypeId: 'SHA256', passwordHash: 'a'.repeat(64) };
    await using scenario = await open({}, [...users, { ...someUsers(13)[12], password_hash_info: sha }]);
    const result = await scenario.run({ ...INPUTS, 'verify-login': 'required' });
    expectSecret(result);
    expect(result.report.reason).toMatch(/^login\.unproven: no account of the canary proves SHA256 by a login/);
    expect([result.report.outcome, result.report.totals.unsent]).toEqual(['aborted', 11]);
    expect(result.report.login?.algorithms).toMatchObject([{ proof: 'login' }, { algorithm: 'SHA256', proof: 'none' }]);
  });

  it('off, a rehearsal and a delta that sends none of the accounts do not log in', async () => {
    await using scenario = await open();
    const state = { 'state-key': 'a state key of the tests', 'verify-login': 'off' };
    expect((await scenario.run({ ...INPUTS, ...state })).report.login).toBeUndefined();
    const rehearsal = await scenario.run({ ...INPUTS, 'tenant-url': 'sandbox' });
    expect([rehearsal.exitCode, rehearsal.report.login]).toEqual([0, undefined]);
    expect(scenario.sandbox.counters.logins).toBe(0);
  });

  it('a pilot contains the accounts of the canary', async () => {
    await using scenario = await open();
    const result = await scenario.run({ ...INPUTS, pilot: '3' });
    expectSecret(result);
    expect(outcomes(result)).toEqual(['1 12 proved', '2 11 proved']);
    expect([...scenario.sandbox.users().keys()].sort()).toEqual(
      [users[0], users[10], users[11]].map((user) => user?.sub),
    );
  });
});

it('wrong settings are reported together', async () => {
  await using scenario = await open();
  const result = await scenario.run({ export: 'users.ndjson', 'verify-login': 'required', 'login-client-id': 'x' });
  expect(result.stdout).toContain(
    '`verify-login`: `required` needs accounts with known passwords, in `password-canary`',
  );
  expect(result.stdout).toContain('`login-client-secret`: required');
});
