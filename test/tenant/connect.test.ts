import { expect, test } from 'vitest';
import { connectTenant } from '../../src/tenant/connect.ts';
import { stillClock } from '../support/manual-clock.ts';
import { inTurn, reply, scriptedServer } from './scripted-server.ts';

test('the way to a tenant, put together: a token, then users, then every connection ended', async () => {
  const closed = Promise.withResolvers<void>();
  const answers = inTurn(
    reply(200, { access_token: 'token-0123456789', expires_in: 3_600 }),
    reply(200, { process_states: [{ sub: 'sub-anna', process_state: 'CREATED' }] }),
  );
  await using server = await scriptedServer((response, recorded, request) => {
    request.socket.once('close', () => closed.resolve());
    answers(response, recorded, request);
  });
  const secrets: string[] = [];
  const requests: object[] = [];
  {
    await using tenant = connectTenant({
      origin: server.origin,
      client: { id: 'client-1', secret: 'secret-1' },
      connections: 1,
      timeoutMs: 10_000,
      maxAttempts: 1,
      outagePatienceMs: 0,
      env: {},
      toolVersion: '1.2.3',
      clock: stillClock(),
      onSecret: (secret) => secrets.push(secret),
      onRequest: (request) => requests.push(request),
    });
    const answer = await tenant.send([{ row: 1, body: '{"sub":"sub-anna"}' }], new AbortController().signal);
    expect(answer).toEqual({ kind: 'answered', status: 200, answers: [{ row: 1, state: 'created', sub: 'sub-anna' }] });
  }
  await closed.promise;
  expect(secrets).toEqual(['token-0123456789']);
  expect(requests).toEqual([{ status: 200, ms: 0, users: 1 }]);
  expect(server.requests.map(({ path, headers }) => [path, headers['user-agent']])).toEqual([
    ['/token-srv/token', 'cidaas-migrate/1.2.3'],
    ['/users-srv/user/bulk', 'cidaas-migrate/1.2.3'],
  ]);
  expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({
    client_id: 'client-1',
    client_secret: 'secret-1',
  });
});

test('made but never used, it opens nothing', async () => {
  await using server = await scriptedServer(reply(500));
  const options = {
    origin: server.origin,
    client: { id: 'a', secret: 'b' },
    connections: 1,
    timeoutMs: 1,
    maxAttempts: 1,
    outagePatienceMs: 0,
    env: {},
    toolVersion: '1',
  };
  const effects = { clock: stillClock(), onSecret: () => {}, onRequest: () => {} };
  await connectTenant({ ...options, ...effects })[Symbol.asyncDispose]();
  expect(server.connections()).toBe(0);
});
