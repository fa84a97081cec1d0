import { expect, test } from 'vitest';
import { combineFaults, type Fault, type FaultPlan, faultOn } from '../../../src/sandbox/fault.ts';
import type { ErrorShape } from '../../../src/sandbox/reply.ts';
import { type Answered, type OpenSandbox, openSandbox } from '../../sandbox/tenant-client.ts';
import * as faults from './faults.ts';

const USERS = ['anna', 'bert', 'cora', 'dora'].map((name) => ({ sub: `sub-${name}`, email: `${name}@example.com` }));

const faulty = (...hits: Fault[]): Promise<OpenSandbox> => openSandbox({ faults: faultOn('bulk', 1, ...hits) });
const entries = (answer: Answered) => answer.body?.process_states ?? [];
const subs = (answer: Answered) => entries(answer).map((entry) => entry.sub);

/** The same request again, now unharmed: tells what the first one left behind. */
async function again(open: OpenSandbox): Promise<unknown[]> {
  return entries(await open.bulk(...USERS)).map((entry) => entry.process_state);
}
const CREATED = ['CREATED', 'CREATED', 'CREATED', 'CREATED'];
const UPDATED = ['UPDATED', 'UPDATED', 'UPDATED', 'UPDATED'];

test.each([
  [undefined, null],
  [7, '7'],
  [new Date(1_700_000_000_000), 'Tue, 14 Nov 2023 22:13:20 GMT'],
] as const)('429 with Retry-After %s', async (retryAfter, header) => {
  await using open = await faulty(faults.tooManyRequests(retryAfter));
  const answer = await open.bulk(...USERS);
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe(header);
  expect(await again(open)).toEqual(CREATED);
});

test('the token endpoint has faults of its own', async () => {
  const plan = combineFaults(faultOn('token', 1, faults.tooManyRequests(1)), faultOn('token', 2, faults.htmlPage()));
  await using open = await openSandbox({ faults: plan });
  const statuses = [];
  for (let n = 1; n <= 3; n++) {
    const answer = await open.call('POST', '/token-srv/token', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: 'sandbox', client_secret: 'sandbox-secret', grant_type: 'client_credentials' }),
    });
    statuses.push([answer.status, answer.headers.get('content-type')?.split(';')[0], answer.body !== undefined]);
  }
  expect(statuses).toEqual([
    [429, 'application/json', true],
    [200, 'text/html', false],
    [200, 'application/json', true],
  ]);
});

test.each([
  [502, true, UPDATED],
  [504, true, UPDATED],
  [503, false, CREATED],
] as const)('a gateway says %i; applied before: %s', async (status, applied, left) => {
  await using open = await faulty(faults.gatewayError(status, applied, 2));
  const answer = await open.bulk(...USERS);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, '2']);
  expect(answer.text).toContain('<html>');
  expect(await again(open)).toEqual(left);
});

test.each([
  ['before', faults.droppedBefore(), CREATED],
  ['after', faults.droppedAfter(), UPDATED],
  ['half-way through the answer', faults.truncated(), UPDATED],
] as const)('the connection is lost %s', async (_, fault, left) => {
  await using open = await faulty(fault);
  await expect(open.bulk(...USERS)).rejects.toThrow();
  expect(await again(open)).toEqual(left);
  expect(open.sandbox.requests.map((request) => request.faults)).toEqual([[], [fault.name], []]);
});

test.each([
  ['before', CREATED],
  ['after', UPDATED],
] as const)('a request hangs %s the apply until its client gives up', async (when, left) => {
  await using open = await faulty(faults.hanging(when === 'after'));
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await open.token()}` };
  const giveUp = new AbortController();
  const hanging = open.call('POST', '/users-srv/user/bulk', {
    headers,
    body: JSON.stringify(USERS),
    signal: giveUp.signal,
  });
  await expect.poll(() => open.sandbox.counters.bulkRequests, { timeout: 10_000 }).toBe(1);
  giveUp.abort();
  await expect(hanging).rejects.toThrow('abort');
  expect(await again(open)).toEqual(left);
});

test('closing the sandbox ends what hangs', async () => {
  const open = await openSandbox({ faults: faultOn('bulk', 1, faults.hanging(true)) });
  const hanging = open.bulk(...USERS);
  const outcome = expect(hanging).rejects.toThrow();
  await expect.poll(() => open.sandbox.counters.bulkRequests, { timeout: 10_000 }).toBe(1);
  await open.sandbox.close();
  await open.sandbox.close();
  await outcome;
});

test('delay and latency are slept by the clock that was handed in', async () => {
  const slept: number[] = [];
  const sleep = async (ms: number) => slept.push(ms);
  await using open = await openSandbox({ sleep, latencyMs: 200, faults: faultOn('bulk', 1, faults.delayed(50)) });
  expect((await open.bulk(...USERS)).status).toBe(200);
  expect(slept).toEqual([200, 50, 200]);
});

test.each([
  ['garbage', faults.garbage(), 200, 'application/json'],
  ['a page', faults.htmlPage(), 200, 'text/html; charset=utf-8'],
  ['nothing', faults.emptyBody(), 200, 'application/json'],
  ['204', faults.emptyAnswer(), 204, null],
] as const)('an applied batch is answered with %s', async (_, fault, status, type) => {
  await using open = await faulty(fault);
  const answer = await open.bulk(...USERS);
  expect([answer.status, answer.headers.get('content-type'), answer.body]).toEqual([status, type, undefined]);
  expect(await again(open)).toEqual(UPDATED);
});

test('200 without process_states, and success=false inside 200', async () => {
  await using without = await faulty(faults.withoutStates());
  expect((await without.bulk(...USERS)).body).toEqual({ success: true, status: 200 });
  expect(await again(without)).toEqual(UPDATED);
  await using unsuccessful = await faulty(faults.unsuccessful());
  const answer = await unsuccessful.bulk(...USERS);
  expect([answer.status, answer.body?.success]).toEqual([200, false]);
  expect(await again(unsuccessful)).toEqual(CREATED);
});

test.each<[ErrorShape, unknown]>([
  ['service', { success: false, status: 417, error: expect.objectContaining({ code: 507, type: 'UsersException' }) }],
  ['flat', { success: false, status: 417, code: '507', error: 'the request failed' }],
  ['wrapped', { ErrorResp: { success: false, status: 417, code: '507', error: 'the request failed' } }],
  ['guard', { error: 'the request failed', refnumber: expect.any(String) }],
  ['oauth', { error: '507', error_description: 'the request failed' }],
  ['bare', { success: false, status: 417, error: { error: '507', error_description: 'the request failed' } }],
])('an error in the shape %s', async (shape, body) => {
  await using open = await faulty(faults.failing(417, shape));
  const answer = await open.bulk(...USERS);
  expect([answer.status, answer.body]).toEqual([417, body]);
});

test('a redirect names another host', async () => {
  await using open = await faulty(faults.redirected('https://login.example.org/bulk'));
  const answer = await open.bulk(...USERS);
  expect([answer.status, answer.headers.get('location')]).toEqual([307, 'https://login.example.org/bulk']);
});

test('a token revoked in mid-run works no longer, a new one does', async () => {
  await using open = await openSandbox({ faults: faultOn('bulk', 2, faults.revokedToken()) });
  const post = (token: string) =>
    open.call('POST', '/users-srv/user/bulk', {
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(USERS),
    });
  const first = await open.token();
  const statuses = [(await post(first)).status, (await post(first)).status, (await post(first)).status];
  expect([...statuses, (await post(await open.token())).status]).toEqual([200, 401, 401, 200]);
});

test('401 and 403 for good', async () => {
  await using denied = await openSandbox({ faults: faultOn('bulk', 'every', faults.accessDenied()) });
  for (let n = 1; n <= 2; n++) {
    const answer = await denied.bulk(...USERS);
    expect([answer.status, Object.keys(answer.body ?? {})]).toEqual([401, ['error', 'refnumber']]);
  }
  await using forbidden = await openSandbox({ faults: faultOn('bulk', (n) => n > 1, faults.forbidden()) });
  expect([(await forbidden.bulk(...USERS)).status, (await forbidden.bulk(...USERS)).status]).toEqual([200, 403]);
});

test('413 by users or by bytes, as a page', async () => {
  for (const limit of [{ users: 2 }, { bytes: 120 }]) {
    await using open = await openSandbox({ faults: faultOn('bulk', 'every', faults.limited(limit)) });
    const answer = await open.bulk(...USERS);
    expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('<html>')]);
    expect((await open.bulk(...USERS.slice(2))).status).toBe(200);
  }
});

test('one poison user refuses its batch, alone or among others', async () => {
  const poison = faults.poisoned((user) => user.sub === 'sub-cora', 400);
  await using open = await openSandbox({ faults: faultOn('bulk', 'every', poison) });
  expect((await open.bulk(...USERS)).status).toBe(400);
  expect((await open.bulk(...USERS.slice(0, 2))).status).toBe(200);
  expect((await open.bulk(...USERS.slice(2, 3))).status).toBe(400);
  expect([...open.sandbox.users().keys()]).toEqual(['sub-anna', 'sub-bert']);
});

test('a user is rejected once and passes the next time', async () => {
  await using open = await faulty(faults.rejecting((user) => user.sub === 'sub-bert'));
  expect(entries(await open.bulk(...USERS))[1]).toMatchObject({
    sub: 'ANONYMOUS',
    process_state: 'FAILED',
    message: 'invalid email passed',
  });
  expect(await again(open)).toEqual(['UPDATED', 'CREATED', 'UPDATED', 'UPDATED']);
});

test('fields get lost though the answer says CREATED', async () => {
  await using open = await faulty(faults.losing(['groups', 'customFields.points'], (user) => user.sub === 'u1'));
  const full = { customFields: { points: 1, colour: 'red' } };
  const answer = await open.bulk(
    { sub: 'u1', email: 'anna@example.com', groups: [{ sub: 'u1', groupId: 'g' }], ...full },
    { sub: 'u2', email: 'bert@example.com', ...full },
  );
  expect(entries(answer)).toMatchObject([{ process_state: 'CREATED' }, { process_state: 'CREATED' }]);
  expect(open.sandbox.users().get('u1')).toEqual({
    sub: 'u1',
    userStatus: 'VERIFIED',
    customFields: { colour: 'red' },
    identities: [{ provider: 'self', email: 'anna@example.com' }],
  });
  expect(open.sandbox.users().get('u2')?.customFields).toEqual(full.customFields);
});

test('entries are missing, strangers are among them, or they come in another order', async () => {
  const all = USERS.map((user) => user.sub);
  await using missing = await faulty(faults.answering({ kind: 'missing', count: 2 }));
  expect(subs(await missing.bulk(...USERS))).toEqual(all.slice(2));
  await using extra = await faulty(faults.answering({ kind: 'extra', count: 1 }));
  const answer = await extra.bulk(...USERS);
  expect(subs(answer).slice(1)).toEqual(all);
  expect(entries(answer)[0]).toMatchObject({
    process_state: 'CREATED',
    identifier: { email: 'stranger-0@example.net' },
  });
  await using mixed = await openSandbox({
    seed: 3,
    faults: faultOn('bulk', 1, faults.answering({ kind: 'shuffled' })),
  });
  const order = subs(await mixed.bulk(...USERS));
  expect(order).not.toEqual(all);
  expect(order.toSorted()).toEqual(all);
});

test('entries without names, in capitals, twice or against each other', async () => {
  const edited = async (
    kind: 'states-only' | 'no-identifier' | 'no-sub' | 'uppercase' | 'same-identifier' | 'contradicting',
  ) => {
    await using open = await faulty(faults.answering({ kind }));
    return entries(await open.bulk(...USERS.slice(0, 2)));
  };
  const [anna, bert] = [{ email: 'anna@example.com' }, { email: 'bert@example.com' }];
  const process_state = 'CREATED';
  expect(await edited('states-only')).toEqual([{ process_state }, { process_state }]);
  expect(await edited('no-identifier')).toEqual([
    { sub: 'sub-anna', process_state },
    { sub: 'sub-bert', process_state },
  ]);
  expect(await edited('no-sub')).toEqual([
    { identifier: anna, process_state },
    { identifier: bert, process_state },
  ]);
  expect(await edited('uppercase')).toMatchObject([
    { identifier: { email: 'ANNA@EXAMPLE.COM' } },
    { identifier: { email: 'BERT@EXAMPLE.COM' } },
  ]);
  expect(await edited('same-identifier')).toMatchObject([{ identifier: anna }, { identifier: anna }]);
  expect(await edited('contradicting')).toMatchObject([
    { sub: 'sub-anna', process_state },
    { sub: 'sub-bert', process_state },
    { sub: 'ANONYMOUS', identifier: anna, process_state: 'FAILED' },
  ]);
});

test('several faults hit one request', async () => {
  const poison = faults.poisoned((user) => user.sub === 'sub-anna');
  const plan: FaultPlan = faultOn('bulk', 'every', faults.limited({ users: 3 }), poison, faults.droppedAfter());
  await using open = await openSandbox({ faults: plan });
  expect((await open.bulk(...USERS)).status).toBe(413);
  expect((await open.bulk(...USERS.slice(0, 1))).status).toBe(417);
  await expect(open.bulk(...USERS.slice(1, 2))).rejects.toThrow();
  expect([...open.sandbox.users().keys()]).toEqual(['sub-bert']);
});

test('a plan that throws is answered with what it threw', async () => {
  const plan: FaultPlan = ({ kind }) => {
    if (kind === 'bulk') throw new Error('no such user');
    return null;
  };
  await using open = await openSandbox({ faults: plan });
  const answer = await open.bulk(...USERS);
  expect([answer.status, answer.text]).toEqual([500, expect.stringContaining('no such user')]);
});
