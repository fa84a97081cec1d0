import { expect, onTestFinished, test } from 'vitest';
import { connectTenant } from '../../src/tenant/connect.ts';
import { TenantValue } from '../../src/tenant/tenant-value.ts';
import { stillClock } from '../support/manual-clock.ts';
import { inTurn, reply, type Script, type ScriptedServer, scriptedServer } from './scripted-server.ts';

const forever = new AbortController().signal;

/** Grants `a-token-1`, `a-token-2`, … and plays `calls` for everything else. */
function tenantServer(calls: Script) {
  let tokens = 0;
  return scriptedServer((response, recorded, request) => {
    if (recorded.path !== '/token-srv/token') return calls(response, recorded, request);
    reply(200, { access_token: `a-token-${++tokens}`, expires_in: 3_600 })(response, recorded, request);
  });
}

function connect({ origin }: ScriptedServer) {
  const connection = connectTenant({
    origin,
    client: { id: 'c', secret: 'a-secret-of-the-app' },
    loginClient: { id: 'web-shop', secret: 'web-shop-secret' },
    connections: 2,
    timeoutMs: 10_000,
    maxAttempts: 1,
    outagePatienceMs: 0,
    env: {},
    toolVersion: '1.2.3',
    clock: stillClock(),
    onSecret: () => undefined,
    onRequest: () => undefined,
  });
  onTestFinished(() => connection[Symbol.asyncDispose]());
  return connection;
}

/** The tokens of the calls, in their order. */
function tokensOf({ requests }: ScriptedServer): unknown[] {
  return requests
    .filter(({ path }) => path !== '/token-srv/token')
    .map(({ headers }) => headers.authorization?.replace('Bearer ', ''));
}

test('a token that is no longer good is renewed, and the call made again', async () => {
  await using server = await tenantServer(
    inTurn(
      reply(401, { success: false, status: 401 }),
      reply(200, { success: true, status: 200, data: { sub: 'sub-anna' } }),
      reply(200, { success: true, status: 200, data: { sub: 'sub-ben' } }),
    ),
  );
  const { users } = connect(server);
  expect(await users.user('sub-anna', forever)).toEqual({ kind: 'read', value: expect.any(TenantValue) });
  expect(await users.user('sub-ben', forever)).toMatchObject({ kind: 'read' });
  expect(tokensOf(server)).toEqual(['a-token-1', 'a-token-2', 'a-token-2']);
});

test('a 401 with a new token as well is a missing permission, and is asked no third time', async () => {
  await using server = await tenantServer(reply(401, { success: false, status: 401 }));
  const { users } = connect(server);
  expect(await users.user('sub-anna', forever)).toEqual({
    kind: 'unread',
    why: 'this app is not allowed to read it (HTTP 401)',
    scope: 'cidaas:users_read',
  });
  expect(tokensOf(server)).toEqual(['a-token-1', 'a-token-2']);
});

test('half a character, which has no address, is asked for as what it is stored as', async () => {
  await using server = await tenantServer(reply(200, { success: true, status: 200, data: { sub: 's' } }));
  const { users, openSetup } = connect(server);
  const setup = openSetup();
  expect(await users.user('\ud800abc', forever)).toMatchObject({ kind: 'read' });
  await setup.group('\ud800', forever);
  await setup.field('\ud800', forever);
  const paths = server.requests.map(({ path }) => path).filter((path) => path.includes('%EF%BF%BD'));
  expect(paths).toHaveLength(3);
});

test('a name in the set-up of more than 300 characters is none', async () => {
  const [longest, longer] = ['r'.repeat(300), 'r'.repeat(301)];
  await using server = await tenantServer(
    reply(200, { success: true, status: 200, data: [{ role: longest }, { role: longer }] }),
  );
  const roles = await connect(server).openSetup().roles(forever);
  if (roles.kind !== 'read') throw new Error('the roles were not read');
  expect([roles.value.has(longest), roles.value.has(longer), roles.value.size]).toEqual([true, false, 1]);
});
