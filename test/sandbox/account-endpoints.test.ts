import { hashSync } from 'bcryptjs';
import { expect, test } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { type OpenSandbox, openSandbox } from './tenant-client.ts';

const LOGIN_CLIENT = { id: 'web-shop', secret: 'web-shop-secret' };
const info = { algorithmTypeId: 'BCRYPT_4', passwordHash: hashSync('correct horse', 4) };
const NOW = Date.UTC(2026, 2, 1);

async function openWithUser(options: SandboxOptions = {}, more: object = {}): Promise<OpenSandbox> {
  const open = await openSandbox({ loginClient: LOGIN_CLIENT, now: () => NOW, ...options });
  await open.bulk({ sub: 'u1', email: 'anna@example.com', password_hash_info: info, ...more });
  return open;
}

async function loggedIn(open: OpenSandbox, username: string, password: string, client = LOGIN_CLIENT) {
  const form = { grant_type: 'password', client_id: client.id, client_secret: client.secret, username, password };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(form).toString();
  const { status, body: answer } = await open.call('POST', '/token-srv/token', { headers, body });
  const error = answer?.error as { error?: string } | string | undefined;
  return { status, error: typeof error === 'object' ? error.error : error, token: typeof answer?.access_token };
}

async function asked(open: OpenSandbox, method: string, path: string, body?: object) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await open.token()}` };
  return (await open.call(method, path, { headers, ...(body && { body: JSON.stringify(body) }) })).status;
}

test('a login is checked against the hash that was imported', async () => {
  await using open = await openWithUser();
  expect(await loggedIn(open, 'ANNA@example.com', 'correct horse')).toMatchObject({ status: 200, token: 'string' });
  for (const [name, password] of [
    ['anna@example.com', 'wrong'],
    ['bert@example.com', 'correct horse'],
  ] as const)
    expect(await loggedIn(open, name, password)).toMatchObject({ status: 400, error: 'invalid_grant' });
  expect(open.sandbox.requests.filter(({ kind }) => kind === 'login')).toHaveLength(3);
  expect(open.sandbox.counters).toMatchObject({ logins: 3, tokenRequests: 1 });
});

test.each(['unauthorized_client', 'unsupported_grant_type'] as const)(
  'an app without the grant gets %s',
  async (error) => {
    await using open = await openWithUser({ behaviour: { passwordGrant: error } });
    const { client } = open.sandbox;
    expect(await loggedIn(open, 'u1', 'correct horse', client)).toMatchObject({ status: 400, error });
    expect(await loggedIn(open, 'u1', 'correct horse', { id: client.id, secret: 'x' })).toMatchObject({
      status: 401,
      error: 'invalid_client',
    });
  },
);

test('an account that may not log in, or whose hash only a verifier knows, gets another error than a wrong password', async () => {
  await using blocked = await openWithUser({}, { userStatus: 'DECLINED' });
  expect(await loggedIn(blocked, 'u1', 'correct horse')).toMatchObject({ status: 417, error: 'user_not_verified' });
  await using custom = await openWithUser(
    {},
    { password_hash_info: { algorithmTypeId: 'CUSTOM_SHOP', passwordHash: 'x' } },
  );
  expect(await loggedIn(custom, 'u1', 'correct horse')).toMatchObject({ status: 417, error: 'verifier_unavailable' });
});

test('a login and an update are noted with their time, apart from what was sent', async () => {
  await using open = await openWithUser();
  await loggedIn(open, 'u1', 'correct horse');
  const headers = { authorization: `Bearer ${await open.token()}` };
  const { body } = await open.call('GET', '/user-srv/users/u1', { headers });
  const at = new Date(NOW).toISOString();
  expect(body?.data).toMatchObject({ updatedTime: at, lastLoggedInTime: at });
  expect(open.sandbox.users().get('u1')).not.toHaveProperty('lastLoggedInTime');
});

test('the status of a user is changed, in either form of the body', async () => {
  await using open = await openWithUser();
  const path = '/user-srv/users/u1/status';
  expect(await asked(open, 'PATCH', path, { userStatus: 'DECLINED' })).toBe(200);
  expect(open.sandbox.users().get('u1')?.userStatus).toBe('DECLINED');
  expect(await asked(open, 'PATCH', path, { status: 'VERIFIED' })).toBe(200);
  expect(open.sandbox.users().get('u1')?.userStatus).toBe('VERIFIED');
  expect(await asked(open, 'PATCH', path, { userStatus: 'DELETED' })).toBe(400);
  expect(await asked(open, 'PATCH', '/user-srv/users/u2/status', { userStatus: 'DECLINED' })).toBe(404);
});

test('a purged user is gone, with all identifiers, and may be created again', async () => {
  await using open = await openWithUser();
  expect(await asked(open, 'DELETE', '/users-srv/user/purge/u1')).toBe(202);
  expect(open.sandbox.userCount).toBe(0);
  expect(await asked(open, 'DELETE', '/users-srv/user/purge/u1')).toBe(404);
  await open.bulk({ sub: 'u2', email: 'anna@example.com' });
  expect([...open.sandbox.users().keys()]).toEqual(['u2']);
});

test('each change needs its scope', async () => {
  await using open = await openWithUser({ grant: { scopes: ['cidaas:bulk_user_create'] } });
  expect(await asked(open, 'PATCH', '/user-srv/users/u1/status', { userStatus: 'DECLINED' })).toBe(403);
  expect(await asked(open, 'DELETE', '/users-srv/user/purge/u1')).toBe(403);
  expect(open.sandbox.users().get('u1')?.userStatus).toBe('VERIFIED');
});
