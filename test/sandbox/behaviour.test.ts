import { expect, test } from 'vitest';
import type { Behaviour } from '../../src/sandbox/behaviour.ts';
import { type OpenSandbox, openSandbox } from './tenant-client.ts';

const GOOD = { sub: 'u1', email: 'anna@example.com' };
const BAD = { sub: 'u2', email: 'bert@example.invalid' };
const LAST = { sub: 'u3', email: 'cora@example.com', username: 'cora' };

const behaving = (behaviour: Partial<Behaviour>): Promise<OpenSandbox> => openSandbox({ behaviour });

test.each(['process_state', 'processState', 'state', 'status'] as const)(
  'the state stands under %s',
  async (stateKey) => {
    await using open = await behaving({ stateKey });
    expect((await open.bulk(GOOD)).body?.process_states).toEqual([
      { sub: 'u1', identifier: { email: GOOD.email }, [stateKey]: 'CREATED' },
    ]);
  },
);

test('entries come in the order of the request, reversed, or shuffled', async () => {
  const users = Array.from({ length: 9 }, (_, at) => ({ sub: `u${at}`, email: `u${at}@example.com` }));
  const orderOf = async (entryOrder: Behaviour['entryOrder'], seed = 1) => {
    await using open = await openSandbox({ behaviour: { entryOrder }, seed });
    return (await open.bulk(...users)).body?.process_states?.map((entry) => entry.sub);
  };
  const subs = users.map((user) => user.sub);
  expect(await orderOf('request')).toEqual(subs);
  expect(await orderOf('reversed')).toEqual(subs.toReversed());
  const order = await orderOf('shuffled');
  expect(order).not.toEqual(subs);
  expect(order?.toSorted()).toEqual(subs);
  expect(await orderOf('shuffled')).toEqual(order);
  expect(await orderOf('shuffled', 2)).not.toEqual(order);
});

test.each<[Behaviour['identifier'], unknown]>([
  ['object', { email: LAST.email, username: 'cora' }],
  ['email-only', { email: LAST.email }],
  ['string', LAST.email],
  ['absent', undefined],
])('identifier: %s', async (identifier, expected) => {
  await using open = await behaving({ identifier });
  const [entry] = (await open.bulk(LAST)).body?.process_states ?? [];
  expect(entry?.identifier).toEqual(expected);
});

test.each<[Behaviour['failedCode'], object]>([
  ['number', { message: 'invalid email passed', code: 507 }],
  ['string', { message: 'invalid email passed', code: '507' }],
  ['in-message', { message: '507: invalid email passed' }],
  ['absent', { message: 'invalid email passed' }],
])('failedCode: %s', async (failedCode, expected) => {
  await using open = await behaving({ failedCode });
  expect((await open.bulk(BAD)).body?.process_states).toEqual([
    { sub: 'ANONYMOUS', identifier: { email: BAD.email }, process_state: 'FAILED', ...expected },
  ]);
});

test.each([400, 417, 507] as const)(
  'a bad user refuses the batch with %i, and nothing of it is stored',
  async (status) => {
    await using open = await behaving({ badUser: 'refuses-batch', refusalStatus: status, errorCode: 'string' });
    await open.bulk({ ...GOOD, given_name: 'Anna' });
    const answer = await open.bulk({ ...GOOD, given_name: 'Eve', username: 'eve' }, LAST, BAD);
    expect(answer.status).toBe(status);
    expect(answer.body?.error).toMatchObject({ code: '507', error: 'invalid email passed' });
    expect([...open.sandbox.users().keys()]).toEqual(['u1']);
    expect(open.sandbox.users().get('u1')?.identities).toEqual([
      { provider: 'self', email: GOOD.email, given_name: 'Anna' },
    ]);
    // What was undone is free again.
    expect((await open.bulk({ sub: 'u9', username: 'eve' })).body?.process_states).toMatchObject([
      { process_state: 'CREATED' },
    ]);
    expect(open.sandbox.counters).toMatchObject({ created: 2, updated: 0, failed: 0 });
  },
);

test('a bad user stops the batch where it stands', async () => {
  await using open = await behaving({ badUser: 'stops-batch' });
  expect((await open.bulk(GOOD, BAD, LAST)).status).toBe(417);
  expect([...open.sandbox.users().keys()]).toEqual(['u1']);
  expect(open.sandbox.counters).toMatchObject({ created: 1, failed: 0 });
});

test.each(['merge', 'replace'] as const)('lists and objects of an update: %s', async (how) => {
  await using open = await behaving({ roles: how, groups: how, consents: how, customFields: how, address: how });
  const consent = (fieldKey: string, state: string) => ({ fieldKey, state });
  await open.bulk({
    ...GOOD,
    roles: ['a', 'b'],
    groups: [{ sub: 'u1', groupId: 'g', roles: ['x'] }],
    consents: [consent('terms', 'ACCEPTED'), consent('mail', 'ACCEPTED')],
    customFields: { one: 1, two: 2 },
    address: { locality: 'Köln', country: 'DE' },
  });
  await open.bulk({
    ...GOOD,
    roles: ['b', 'c'],
    groups: [{ sub: 'u1', groupId: 'h' }],
    consents: [consent('mail', 'REVOKED')],
    customFields: { two: null, three: 3 },
    address: { locality: 'Bonn' },
  });
  const merged = how === 'merge';
  expect(open.sandbox.users().get('u1')).toEqual({
    sub: 'u1',
    userStatus: 'VERIFIED',
    roles: merged ? ['a', 'b', 'c'] : ['b', 'c'],
    groups: [...(merged ? [{ sub: 'u1', groupId: 'g', roles: ['x'] }] : []), { sub: 'u1', groupId: 'h' }],
    consents: [...(merged ? [consent('terms', 'ACCEPTED')] : []), consent('mail', 'REVOKED')],
    customFields: merged ? { one: 1, three: 3 } : { three: 3 },
    identities: [
      {
        provider: 'self',
        email: GOOD.email,
        address: merged ? { locality: 'Bonn', country: 'DE' } : { locality: 'Bonn' },
      },
    ],
  });
});

test('an update may clear what it does not name, or keep what it sets to null', async () => {
  const after = async (behaviour: Partial<Behaviour>) => {
    await using open = await behaving(behaviour);
    await open.bulk({ ...GOOD, userStatus: 'DECLINED', given_name: 'Anna', nickname: 'Ann' });
    await open.bulk({ ...GOOD, nickname: null });
    return open.sandbox.users().get('u1');
  };
  const identity = { provider: 'self', email: GOOD.email };
  expect(await after({})).toEqual({
    sub: 'u1',
    userStatus: 'DECLINED',
    identities: [{ ...identity, given_name: 'Anna' }],
  });
  expect(await after({ nullField: 'ignored' })).toMatchObject({ identities: [{ nickname: 'Ann' }] });
  expect(await after({ absentField: 'cleared' })).toEqual({
    sub: 'u1',
    userStatus: 'VERIFIED',
    identities: [identity],
  });
});

test.each<[Behaviour['resentHash'], string, string]>([
  ['overwrites', 'UPDATED', 'second'],
  ['ignored', 'UPDATED', 'first'],
  ['fails', 'FAILED', 'first'],
])('a hash sent again: %s', async (resentHash, state, hash) => {
  await using open = await behaving({ resentHash });
  const hashed = (passwordHash: string) => ({
    ...GOOD,
    password_hash_info: { algorithmTypeId: 'SHA256', passwordHash },
  });
  await open.bulk(hashed('first'));
  expect((await open.bulk(hashed('second'))).body?.process_states).toMatchObject([{ process_state: state }]);
  expect(open.sandbox.users().get('u1')?.password_hash_info?.passwordHash).toBe(hash);
});

test('a value of the wrong type may be skipped instead of failing its user, but never a bad e-mail', async () => {
  await using open = await behaving({ wrongType: 'skipped' });
  const answer = await open.bulk({ ...GOOD, birthdate: 'gestern', mfa_enabled: 'ja' }, BAD);
  expect(answer.body?.process_states).toMatchObject([{ process_state: 'CREATED' }, { process_state: 'FAILED' }]);
  expect(open.sandbox.users().get('u1')).toEqual({
    sub: 'u1',
    userStatus: 'VERIFIED',
    identities: [{ provider: 'self', email: GOOD.email }],
  });
});
