import { expect, test } from 'vitest';
import { openSandbox } from './tenant-client.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const GOOD = { client_id: 'sandbox', client_secret: 'sandbox-secret', grant_type: 'client_credentials' };

test.each([
  ['JSON', JSON_TYPE, JSON.stringify(GOOD)],
  ['a form', FORM_TYPE, new URLSearchParams(GOOD).toString()],
])('a token is given for %s', async (_, headers, body) => {
  await using open = await openSandbox({ now: () => 1_700_000_000_000 });
  const answer = await open.call('POST', '/token-srv/token', { headers, body });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 86_400 });
  const [, claims] = String(answer.body?.access_token).split('.');
  expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).toMatchObject({
    sub: 'ANONYMOUS',
    scopes: expect.arrayContaining(['cidaas:bulk_user_create']),
    exp: 1_700_086_400,
  });
  expect(open.sandbox.counters.tokenRequests).toBe(1);
});

test.each([
  ['a wrong secret', { ...GOOD, client_secret: 'wrong' }, 401, 'invalid_client'],
  ['a wrong id', { ...GOOD, client_id: 'wrong' }, 401, 'invalid_client'],
  ['another grant', { ...GOOD, grant_type: 'authorization_code' }, 400, 'unsupported_grant_type'],
  ['no grant', { client_id: 'sandbox', client_secret: 'sandbox-secret' }, 400, 'invalid_request'],
])('%s is refused in the shape of OAuth', async (_, sent, status, error) => {
  await using open = await openSandbox();
  const answer = await open.call('POST', '/token-srv/token', { headers: JSON_TYPE, body: JSON.stringify(sent) });
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({ error, error_description: expect.any(String) });
});

test('a body that is neither JSON nor a form is refused', async () => {
  await using open = await openSandbox();
  for (const [headers, body] of [
    [JSON_TYPE, '{'],
    [{ 'content-type': 'text/plain' }, JSON.stringify(GOOD)],
  ] as const) {
    expect((await open.call('POST', '/token-srv/token', { headers, body })).body).toMatchObject({
      error: 'invalid_request',
    });
  }
});

test('the status of a wrong secret and the scopes claim are switches', async () => {
  await using open = await openSandbox({ behaviour: { invalidClientStatus: 400, scopesClaim: 'absent' } });
  const wrong = JSON.stringify({ ...GOOD, client_secret: 'wrong' });
  expect((await open.call('POST', '/token-srv/token', { headers: JSON_TYPE, body: wrong })).status).toBe(400);
  const [, claims] = (await open.token()).split('.');
  expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).not.toHaveProperty('scopes');
});

test('the bulk API wants a token that is known, not expired, not revoked, and has the scope', async () => {
  let now = 1_700_000_000_000;
  await using open = await openSandbox({ now: () => now, tokenLifetimeSeconds: 60 });
  const post = (authorization: string) =>
    open.call('POST', '/users-srv/user/bulk', {
      headers: { ...JSON_TYPE, authorization },
      body: '[{"email":"a@example.com"}]',
    });

  const guard = {
    error: expect.stringContaining('Access denied'),
    refnumber: expect.stringMatching(/^\d+-[0-9a-f-]{36}$/),
  };
  for (const authorization of ['', 'Bearer nonsense', `Basic ${await open.token()}`]) {
    const answer = await post(authorization);
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual(guard);
  }
  const first = await open.token();
  expect((await post(`Bearer ${first}`)).status).toBe(200);
  now += 60_000;
  expect((await post(`Bearer ${first}`)).status).toBe(401);
  const second = await open.token();
  expect((await post(`Bearer ${second}`)).status).toBe(200);
  open.sandbox.revokeTokens();
  expect((await post(`Bearer ${second}`)).status).toBe(401);
});

test('a token without the scope gets 403, or the 401 of the access guard', async () => {
  for (const missingScopeStatus of [403, 401] as const) {
    await using open = await openSandbox({
      behaviour: { missingScopeStatus },
      grant: { scopes: ['cidaas:users_read'] },
    });
    const answer = await open.bulk({ email: 'a@example.com' });
    expect(answer.status).toBe(missingScopeStatus);
    expect(answer.body).toHaveProperty(missingScopeStatus === 401 ? 'refnumber' : 'success');
    expect(open.sandbox.userCount).toBe(0);
  }
});
