import { hashSync } from 'bcryptjs';
import { expect, test } from 'vitest';
import { createTenantDoor } from '../../src/report/tenant-door.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { Fault } from '../../src/sandbox/fault.ts';
import { faultOn } from '../../src/sandbox/fault.ts';
import { htmlReply, jsonReply } from '../../src/sandbox/reply.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { connectTenant } from '../../src/tenant/connect.ts';
import { openSandbox } from '../sandbox/tenant-client.ts';
import { replying } from '../support/faults/faults.ts';

const PASSWORD = 'Abc 1';
const LOGIN = { id: 'web-shop', secret: 'web-shop-secret' };
const signal = new AbortController().signal;

async function logIn(options: SandboxOptions, password = PASSWORD, client = LOGIN) {
  await using open = await openSandbox({ loginClient: LOGIN, ...options });
  const { sandbox } = open;
  const info = { algorithmTypeId: 'BCRYPT_4', passwordHash: hashSync(PASSWORD, 4) };
  await open.bulk({ sub: 'u1', email: 'anna@example.com', password_hash_info: info });
  const waits: number[] = [];
  await using tenant = connectTenant({
    ...{ origin: sandbox.url, client: sandbox.client, loginClient: client, connections: 1, timeoutMs: 5_000 },
    ...{ maxAttempts: 6, outagePatienceMs: 0, env: {}, toolVersion: '1' },
    clock: { ...systemClock, random: () => 1, sleep: async (ms) => void waits.push(ms) },
    onSecret: () => undefined,
    onRequest: () => undefined,
  });
  const result = await tenant.logins.login('anna@example.com', password, signal);
  const door = createTenantDoor(tenant.secrets, 'full');
  const answer = result.kind === 'proved' ? null : result.answer;
  const said = answer && `HTTP ${answer.status}, ${answer.error.code}, ${door.describe(answer.error, [])}`;
  return { result, said, logins: sandbox.counters.logins, waits };
}

const oauth = (error: string, description: string) => jsonReply(400, { error, error_description: description });
const answering = (...faults: Fault[]) => ({ faults: faultOn('login', 'every', ...faults) });

test('the right password is proved, a wrong one refused with the answer of the tenant', async () => {
  expect((await logIn({})).result).toEqual({ kind: 'proved' });
  const { result, said, logins } = await logIn({}, 'another one');
  expect([result.kind, said]).toEqual(['refused', 'HTTP 400, tenant.invalid_grant, user name or password is wrong']);
  expect(logins).toBe(1);
});

test.each(['unauthorized_client', 'unsupported_grant_type'] as const)(
  '%s is about the app, so nobody is disproved',
  async (error) => {
    const { result, said } = await logIn({ behaviour: { passwordGrant: error } }, PASSWORD, {
      id: 'sandbox',
      secret: 'sandbox-secret',
    });
    expect(result).toMatchObject({ kind: 'unproven', isAboutClient: true });
    expect(said).toContain(error);
  },
);

test.each([
  ['a second factor', oauth('invalid_grant', 'MFA is required for this user')],
  ['a consent', oauth('invalid_grant', 'user has to accept the consent first')],
  ['a new password', oauth('invalid_grant', 'password reset required')],
  ['an account that is locked', oauth('invalid_grant', 'The account is locked')],
  ['another error', oauth('interaction_required', 'log in with a browser')],
  ['an error of the service', jsonReply(417, { success: false, status: 417, error: { error: 'x', code: 24007 } })],
  ['a page', htmlReply(403, 'Forbidden')],
  ['a 200 without a token', jsonReply(200, { data: {} })],
  ['a failure inside a 200', jsonReply(200, { success: false, status: 400, access_token: 'x', error: 'no' })],
])('%s proves nothing and disproves nothing', async (_, reply) => {
  const { result, logins } = await logIn(answering(replying('answer', reply)));
  expect(result).toMatchObject({ kind: 'unproven', isAboutClient: false });
  expect(logins).toBe(1);
});

test('a tenant that does not answer is asked three times, as long as it asks to wait', async () => {
  const busy = replying('busy', jsonReply(429, {}, { 'retry-after': '7' }));
  expect(await logIn(answering(busy))).toEqual({
    result: { kind: 'unproven', why: 'the tenant could not answer (HTTP 429)', answer: null, isAboutClient: false },
    said: null,
    logins: 3,
    waits: [7_000, 7_000],
  });
  const lost = await logIn(answering({ name: 'lost', kind: 'drop', applied: false }));
  expect(lost).toMatchObject({ result: { kind: 'unproven', why: 'the login got no answer (tenant.connection_lost)' } });
  expect(lost.logins).toBe(3);
  const once = await logIn({ faults: faultOn('login', 1, { name: 'lost', kind: 'drop', applied: true }) });
  expect(once.result).toEqual({ kind: 'proved' });
});

test('an answer that repeats the password is told without its message, also when the password is short', async () => {
  const echo = replying('echo', oauth('invalid_grant', `no user with password ${PASSWORD.toUpperCase()}`));
  const { result, said } = await logIn(answering(echo));
  expect([result.kind, said]).toEqual(['refused', 'HTTP 400, tenant.invalid_grant, The answer repeats the password.']);
});
