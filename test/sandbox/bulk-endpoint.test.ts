import { expect, test } from 'vitest';
import { flatUser } from '../../src/sandbox/stored-account.ts';
import { type OpenSandbox, openSandbox } from './tenant-client.ts';

const states = (answer: { body?: { process_states?: readonly unknown[] } | undefined }) =>
  answer.body?.process_states ?? [];
const stored = (open: OpenSandbox, sub: string) => {
  const account = open.sandbox.users().get(sub);
  return account === undefined ? undefined : flatUser(account);
};

test('a user with a sub is created, then updated: absent fields stay, null clears', async () => {
  await using open = await openSandbox();
  const created = await open.bulk({
    sub: 'u1',
    email: 'anna@example.com',
    given_name: 'Anna',
    nickname: 'Ann',
    address: { locality: 'Köln', country: 'DE' },
    customFields: { customer_no: '007', newsletter: true },
    roles: ['buyer'],
  });
  expect(created.status).toBe(200);
  expect(states(created)).toEqual([{ sub: 'u1', identifier: { email: 'anna@example.com' }, process_state: 'CREATED' }]);
  const updated = await open.bulk({
    sub: 'u1',
    email: 'anna@example.com',
    nickname: null,
    address: { locality: null, postal_code: '50667' },
    customFields: { newsletter: false },
  });
  expect(states(updated)).toMatchObject([{ sub: 'u1', process_state: 'UPDATED' }]);
  expect(stored(open, 'u1')).toEqual({
    sub: 'u1',
    userStatus: 'VERIFIED',
    email: 'anna@example.com',
    given_name: 'Anna',
    address: { country: 'DE', postal_code: '50667' },
    customFields: { customer_no: '007', newsletter: false },
    roles: ['buyer'],
  });
  expect(open.sandbox.counters).toMatchObject({ created: 1, updated: 1, failed: 0, bulkRequests: 2 });
});

test('a user without sub is found by identifier, whatever its case, within the provider', async () => {
  await using open = await openSandbox();
  await open.bulk(
    { sub: 'u1', email: 'Anna@Example.com' },
    { sub: 'g1', email: 'anna@example.com', provider: 'google' },
  );
  const answer = await open.bulk({ email: 'ANNA@example.com', given_name: 'Anna' });
  expect(states(answer)).toMatchObject([{ sub: 'u1', process_state: 'UPDATED' }]);
  expect(stored(open, 'u1')).toMatchObject({ email: 'ANNA@example.com', given_name: 'Anna' });
  expect(open.sandbox.users().get('g1')?.identities[0]).not.toHaveProperty('given_name');
});

test('a new user without sub gets one that the seed and the identifier decide, not the order of arrival', async () => {
  const subsOf = async (seed: number, emails: string[]) => {
    await using open = await openSandbox({ seed });
    for (const email of emails) await open.bulk({ email });
    return new Map([...open.sandbox.users().values()].map((user) => [user.identities[0]?.email, user.sub]));
  };
  const subs = await subsOf(1, ['a@example.com', 'b@example.com']);
  expect(subs.get('a@example.com')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(subs.get('a@example.com')).not.toBe(subs.get('b@example.com'));
  expect(await subsOf(1, ['b@example.com', 'a@example.com'])).toEqual(subs);
  expect((await subsOf(2, ['a@example.com'])).get('a@example.com')).not.toBe(subs.get('a@example.com'));
});

test('an identifier of somebody else fails this user alone, and frees itself when its owner gives it up', async () => {
  await using open = await openSandbox();
  await open.bulk({ sub: 'u1', email: 'anna@example.com' }, { sub: 'u2', username: 'bert' });
  const answer = await open.bulk(
    { sub: 'u3', email: 'ANNA@example.com' },
    { email: 'anna@example.com', username: 'bert' },
    { sub: 'u4', email: 'cora@example.com' },
  );
  expect(states(answer)).toMatchObject([
    { sub: 'ANONYMOUS', process_state: 'FAILED', message: 'identifier belongs to another user', code: 507 },
    { sub: 'ANONYMOUS', process_state: 'FAILED', message: 'identifiers belong to different users' },
    { sub: 'u4', process_state: 'CREATED' },
  ]);
  expect(open.sandbox.counters.failed).toBe(2);
  await open.bulk({ sub: 'u1', email: 'anna.new@example.com' });
  expect(states(await open.bulk({ sub: 'u3', email: 'anna@example.com' }))).toMatchObject([
    { sub: 'u3', process_state: 'CREATED' },
  ]);
});

test('the identities shape keeps one identity for each provider', async () => {
  await using open = await openSandbox();
  await open.bulk({
    sub: 'u1',
    userStatus: 'PENDING',
    identities: [
      { sub: 'u1', provider: 'self', email: 'anna@example.com', given_name: 'Anna' },
      { sub: 'u1', provider: 'facebook', providerUserId: 'f-1', email: 'anna@example.org' },
    ],
  });
  await open.bulk({ sub: 'u1', identities: [{ provider: 'facebook', providerUserId: 'f-1', username: 'anna' }] });
  expect(open.sandbox.users().get('u1')).toEqual({
    sub: 'u1',
    userStatus: 'PENDING',
    identities: [
      { provider: 'self', email: 'anna@example.com', given_name: 'Anna' },
      { provider: 'facebook', providerUserId: 'f-1', email: 'anna@example.org', username: 'anna' },
    ],
  });
  const answer = await open.bulk(
    { sub: 'u1', identities: [{ sub: 'u2', email: 'anna@example.com' }] },
    { identities: [] },
  );
  expect(states(answer)).toMatchObject([{ process_state: 'FAILED' }, { process_state: 'FAILED' }]);
});

test.each([
  ['an object', '{"email":"a@example.com"}'],
  ['no users', '[]'],
  ['no JSON', '[{'],
])('a body with %s is refused', async (_, body) => {
  await using open = await openSandbox();
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await open.token()}` };
  const answer = await open.call('POST', '/users-srv/user/bulk', { headers, body });
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    success: false,
    status: 400,
    error: {
      code: 507,
      moreInfo: '',
      type: 'UsersException',
      status: 400,
      referenceNumber: expect.stringMatching(/^\d+-[0-9a-f-]{36}$/),
      error: expect.any(String),
    },
  });
});

test('more than 1000 users get 413, and none is stored', async () => {
  await using open = await openSandbox();
  const users = Array.from({ length: 1001 }, (_, at) => ({ sub: `u${at}`, email: `u${at}@example.com` }));
  expect((await open.bulk(...users)).status).toBe(413);
  expect(open.sandbox.userCount).toBe(0);
  expect((await open.bulk(...users.slice(1))).status).toBe(200);
  expect(open.sandbox.userCount).toBe(1000);
});

test('the index alone still knows who exists, and cannot show accounts', async () => {
  await using open = await openSandbox({ store: 'index' });
  await open.bulk({ sub: 'u1', email: 'anna@example.com' });
  const answer = await open.bulk({ email: 'anna@example.com' }, { sub: 'u2', email: 'anna@example.com' });
  expect(states(answer)).toMatchObject([{ sub: 'u1', process_state: 'UPDATED' }, { process_state: 'FAILED' }]);
  expect(open.sandbox.userCount).toBe(1);
  expect(() => open.sandbox.users()).toThrow("store: 'full'");
});

test('requests are logged in order of arrival, with their users on demand', async () => {
  await using open = await openSandbox({ log: 'users' });
  await open.bulk({ sub: 'u1', email: 'anna@example.com' });
  await open.call('GET', '/nowhere?q=1');
  const body = JSON.stringify([{ sub: 'u1', email: 'anna@example.com' }]);
  expect(open.sandbox.requests).toEqual([
    expect.objectContaining({ kind: 'token', n: 1, status: 200, users: 0 }),
    {
      method: 'POST',
      path: '/users-srv/user/bulk',
      kind: 'bulk',
      n: 1,
      status: 200,
      users: 1,
      bytes: body.length,
      sent: JSON.parse(body),
      faults: [],
    },
    expect.objectContaining({ kind: 'other', path: '/nowhere', status: 404 }),
  ]);
});
