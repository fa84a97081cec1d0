import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTenantDoor } from '../../src/report/tenant-door.ts';
import { notReceived } from '../../src/tenant/cause.ts';
import { TransportError } from '../../src/tenant/failure.ts';
import { createHttp, type Http } from '../../src/tenant/http.ts';
import { KnownSecrets } from '../../src/tenant/known-secrets.ts';
import { TenantRefused, TenantUnavailable } from '../../src/tenant/refusal.ts';
import { retryPolicy } from '../../src/tenant/retry-policy.ts';
import { createTokenSource, scopesOf, type TokenSource } from '../../src/tenant/token.ts';
import { stillClock } from '../support/manual-clock.ts';
import { printed } from '../support/printed.ts';
import { deadOrigin, hangUp, inTurn, reply, type Script, scriptedServer } from './scripted-server.ts';

/** Holds characters that JSON and URLs spell differently. */
const SECRET = 'canary "secret" \\ ß &?%';
const forever = new AbortController().signal;

/** A token source over real HTTP, with a clock that only waiting moves. */
function source(origin: string, { maxAttempts = 3, timeoutMs = 10_000, patienceMs = 0 } = {}) {
  const http = createHttp({ origin, connections: 2, timeoutMs, userAgent: 'cidaas-migrate/1.2.3', env: {} });
  onTestFinished(() => http.close());
  const seen = { waits: [] as number[], masked: [] as string[], nowMs: 0, wallAheadMs: Date.UTC(2026, 0, 1) };
  const tokens = createTokenSource({
    http,
    clientId: 'client-1',
    clientSecret: SECRET,
    policy: retryPolicy(maxAttempts, patienceMs),
    clock: {
      now: () => seen.nowMs,
      wallNow: () => seen.nowMs + seen.wallAheadMs,
      sleep: async (ms) => {
        seen.waits.push(ms);
        seen.nowMs += ms;
      },
      random: () => 0.5,
    },
    onSecret: (token) => seen.masked.push(token),
  });
  return { tokens, seen };
}

/** Grants `a-token-1`, `a-token-2`, … */
function granting(fields: object = { expires_in: 3_600 }): Script {
  let count = 0;
  return (...request) =>
    reply(200, { access_token: `a-token-${++count}`, token_type: 'Bearer', ...fields })(...request);
}

async function errorOf(tokens: TokenSource): Promise<unknown> {
  const error = await tokens.get(forever).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const text = printed(error, createTenantDoor(new KnownSecrets(SECRET), 'masked'));
  for (const shown of [error, text]) {
    const seen = inspect(shown, { depth: Number.POSITIVE_INFINITY, showHidden: true });
    for (const form of [SECRET, JSON.stringify(SECRET).slice(1, -1), encodeURIComponent(SECRET)])
      expect(seen).not.toContain(form);
  }
  return error;
}

describe('a token', () => {
  test('is asked for with the client credentials as JSON', async () => {
    await using server = await scriptedServer(granting());
    await source(server.origin).tokens.get(forever);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/token-srv/token',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      client_id: 'client-1',
      client_secret: SECRET,
      grant_type: 'client_credentials',
    });
  });

  test('is masked before it is handed out', async () => {
    await using server = await scriptedServer(granting());
    const { tokens, seen } = source(server.origin);
    const token = await tokens.get(forever);
    expect(seen.masked).toEqual([token]);
  });

  test('is fetched once for callers at the same time, and kept', async () => {
    await using server = await scriptedServer(granting());
    const { tokens } = source(server.origin);
    const got = await Promise.all([tokens.get(forever), tokens.get(forever), tokens.get(forever)]);
    expect([...got, await tokens.get(forever)]).toEqual(['a-token-1', 'a-token-1', 'a-token-1', 'a-token-1']);
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    [3_600, 3_540_000],
    ['3600', 3_540_000],
    [120, 60_000],
    [60, 30_000],
    [2, 1_000],
    [undefined, 240_000],
    ['soon', 240_000],
    ['', 240_000],
    [0, 240_000],
    [-5, 240_000],
    [null, 240_000],
    [0.001, 240_000],
    [86_400, 86_340_000],
    [1e300, 86_340_000],
    ['9'.repeat(400), 86_340_000],
  ])('with expires_in %j is used for %i ms', async (expires_in, ms) => {
    await using server = await scriptedServer(granting({ expires_in }));
    const { tokens, seen } = source(server.origin);
    await tokens.get(forever);
    seen.nowMs += ms - 1;
    expect(await tokens.get(forever)).toBe('a-token-1');
    seen.nowMs += 1;
    expect(await tokens.get(forever)).toBe('a-token-2');
  });

  test('neither expires nor lives longer when somebody sets the clock of the machine', async () => {
    await using server = await scriptedServer(granting());
    const { tokens, seen } = source(server.origin);
    await tokens.get(forever);
    seen.wallAheadMs += 24 * 3_600_000;
    seen.nowMs += 3_539_999;
    expect(await tokens.get(forever)).toBe('a-token-1');
    seen.wallAheadMs -= 48 * 3_600_000;
    seen.nowMs += 1;
    expect(await tokens.get(forever)).toBe('a-token-2');
  });

  test('has at most 16 kB, and characters that a header may have', async () => {
    const access_token = 'a'.repeat(16_384);
    await using server = await scriptedServer(
      inTurn(
        ...[`${access_token}a`, 'a token', 'token\r\nx: y', 'tök', '', 7].map((token) =>
          reply(200, { access_token: token }),
        ),
        reply(200, { access_token }),
      ),
    );
    const { tokens } = source(server.origin, { maxAttempts: 7 });
    expect(await tokens.get(forever)).toBe(access_token);
    expect(server.requests).toHaveLength(7);
  });

  test('is handed out even when it came later than its life is long: no loop', async () => {
    const clock = { late: () => {} };
    const grant = granting({ expires_in: 1 });
    await using server = await scriptedServer((...request) => {
      clock.late();
      grant(...request);
    });
    const { tokens, seen } = source(server.origin);
    clock.late = () => {
      seen.nowMs += 5_000;
    };
    expect(await tokens.get(forever)).toBe('a-token-1');
    expect(server.requests).toHaveLength(1);
  });

  test('that was not accepted is replaced, once', async () => {
    await using server = await scriptedServer(granting());
    const { tokens } = source(server.origin);
    const first = await tokens.get(forever);
    tokens.invalidate(first);
    expect(await tokens.get(forever)).toBe('a-token-2');
    tokens.invalidate(first);
    expect(await tokens.get(forever)).toBe('a-token-2');
  });
});

describe('a tenant that cannot answer now', () => {
  test.each([
    ['500', reply(500)],
    ['an HTML page with 200', reply(200, '<html><title>Welcome</title></html>')],
    ['an empty 200', reply(200)],
    ['a 200 without a token', reply(200, { access_token: '' })],
    ['a token that is too short to be hidden', reply(200, { access_token: 'token-1' })],
    ['a token that is none', reply(200, { access_token: 'two words\r\n' })],
    ['temporarily_unavailable', reply(400, { error: 'temporarily_unavailable', error_description: 'later' })],
  ])('is asked again: %s', async (_, fault) => {
    await using server = await scriptedServer(inTurn(fault, fault, granting()));
    const { tokens, seen } = source(server.origin);
    expect(await tokens.get(forever)).toBe('a-token-1');
    expect(seen.waits).toEqual([250, 500]);
  });

  test.each([
    ['503', reply(503, '<html><title>Maintenance</title></html>')],
    ['504', reply(504)],
    ['429', reply(429)],
    ['a dropped connection', hangUp],
  ])('is waited for while an outage lasts, at growing intervals and with one request for all: %s', async (_, fault) => {
    await using server = await scriptedServer(inTurn(...Array(8).fill(fault), granting()));
    const { tokens, seen } = source(server.origin, { patienceMs: 600_000 });
    const got = await Promise.all([tokens.get(forever), tokens.get(forever)]);
    expect(got).toEqual(['a-token-1', 'a-token-1']);
    expect(seen.waits).toEqual([375, 750, 1_500, 3_000, 6_000, 12_000, 22_500, 22_500]);
  });

  test('is waited for no longer than the patience', async () => {
    await using server = await scriptedServer(reply(503));
    const { tokens, seen } = source(server.origin, { patienceMs: 20_000 });
    expect(await errorOf(tokens)).toBeInstanceOf(TenantUnavailable);
    expect(seen.waits.reduce((sum, ms) => sum + ms, 0)).toBe(20_000);
  });

  test.each([
    ['never answered is no outage: the address may be wrong', [], [250, 500]],
    ['answered before is one', [granting({ expires_in: 1 })], [375, 750, 1_500, 2_375]],
  ])('at an address that %s', async (_, before, waits) => {
    const server = await scriptedServer(inTurn(...before));
    const { tokens, seen } = source(server.origin, { patienceMs: 5_000 });
    if (before.length > 0) await tokens.get(forever);
    seen.nowMs += 1_000;
    await server[Symbol.asyncDispose]();
    expect(await errorOf(tokens)).toMatchObject({ error: { code: 'tenant.unreachable' } });
    expect(seen.waits).toEqual(waits);
  });

  test('at a host that DNS does not know is no outage, and one more look-up is enough', async () => {
    const seen: number[] = [];
    const failure = { ...notReceived('tenant.unreachable', 'There is no host.'), isUnknownHost: true };
    const tokens = createTokenSource({
      http: { post: () => Promise.reject(new TransportError(failure)) } as unknown as Http,
      ...{ clientId: 'client-1', clientSecret: SECRET, policy: retryPolicy(6, 600_000), onSecret: () => undefined },
      clock: { ...stillClock(), sleep: async (ms) => void seen.push(ms), random: () => 0.9 },
    });
    expect(await errorOf(tokens)).toMatchObject({ isUnreached: true, isUnknownHost: true });
    expect(seen).toEqual([450]);
  });

  test.each([
    ['7', 7_000],
    ['Thu, 01 Jan 2026 00:00:20 GMT', 20_000],
  ])('is given the time it asks for: Retry-After %s', async (value, ms) => {
    await using server = await scriptedServer(inTurn(reply(429, '', { 'retry-after': value }), granting()));
    const { tokens, seen } = source(server.origin);
    await tokens.get(forever);
    expect(seen.waits).toEqual([ms]);
  });

  test('is given up after the attempts of the policy', async () => {
    await using server = await scriptedServer(
      reply(503, { error: { referenceNumber: '17-abc', error: 'overloaded' }, success: false }, { 'retry-after': '2' }),
    );
    const { tokens } = source(server.origin, { maxAttempts: 4 });
    const error = await errorOf(tokens);
    expect(error).toBeInstanceOf(TenantUnavailable);
    expect(printed(error)).toMatchObject({
      status: 503,
      retryAfterMs: 2_000,
      error: { code: 'tenant.http_503', message: 'overloaded', reference: '17-abc' },
    });
    expect(server.requests).toHaveLength(4);
  });

  test('or that is not there at all', async () => {
    const error = await errorOf(source(await deadOrigin()).tokens);
    expect(error).toBeInstanceOf(TenantUnavailable);
    expect(error).toMatchObject({ status: null, error: { code: 'tenant.unreachable' } });
  });
});

describe('a tenant that refuses is asked once', () => {
  test.each([
    [
      'wrong secret',
      reply(400, { error: 'invalid_client', error_description: `no client with secret ${SECRET}` }),
      'tenant.invalid_client',
      'client-secret',
    ],
    ['wrong secret as 401', reply(401, { error: 'invalid_client' }), 'tenant.invalid_client', 'client-secret'],
    [
      'grant not allowed',
      reply(400, { error: 'unauthorized_client' }),
      'tenant.unauthorized_client',
      'NON_INTERACTIVE',
    ],
    [
      'unknown grant',
      reply(400, { error: 'unsupported_grant_type' }),
      'tenant.unsupported_grant_type',
      'NON_INTERACTIVE',
    ],
    ['no access', reply(403), 'tenant.forbidden', 'cidaas:bulk_user_create'],
    ['wrong host', reply(404, '<html><title>Not Found</title></html>'), 'tenant.not_found', 'tenant-url'],
    ['no POST here', reply(405), 'tenant.refused', 'tenant-url'],
    [
      'an error in a 200',
      reply(200, { success: false, status: 401, error: 'Access denied' }),
      'tenant.unauthorized',
      'client-secret',
    ],
    ['a redirect', reply(301, '', { location: 'https://other.example.com/x' }), 'tenant.redirected', 'tenant-url'],
    [
      'an echo of the request',
      (...[response, { body }]) => void response.writeHead(400).end(body),
      'tenant.refused',
      'tenant-url',
    ],
    [
      'a page that shows the request',
      (...[response, { body }]) =>
        void response.writeHead(400).end(`<html><body>${encodeURIComponent(SECRET)} ${body}</body></html>`),
      'tenant.refused',
      'tenant-url',
    ],
  ] satisfies [string, Script, string, string][])('%s', async (_, script, code, hint) => {
    await using server = await scriptedServer(script);
    const { tokens, seen } = source(server.origin);
    const error = await errorOf(tokens);
    expect(error).toBeInstanceOf(TenantRefused);
    expect(error).toMatchObject({ error: { code }, hint: expect.stringContaining(hint) });
    expect(server.requests).toHaveLength(1);
    expect(seen.waits).toEqual([]);
  });
});

describe('a run that stops', () => {
  test('ends the wait for the next attempt', async () => {
    await using server = await scriptedServer(reply(503));
    const http = createHttp({ origin: server.origin, connections: 1, timeoutMs: 10_000, userAgent: 'x', env: {} });
    onTestFinished(() => http.close());
    const controller = new AbortController();
    const sleep = (_ms: number, signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        controller.abort(new Error('stop'));
      });
    const tokens = createTokenSource({
      http,
      clientId: 'a',
      clientSecret: 'b',
      policy: retryPolicy(3, 0),
      clock: { ...stillClock(), sleep },
      onSecret: () => {},
    });
    await expect(tokens.get(controller.signal)).rejects.toThrow('stop');
    expect(server.requests).toHaveLength(1);
  });

  test('ends a request on its way', async () => {
    const controller = new AbortController();
    await using server = await scriptedServer(() => controller.abort(new Error('stop')));
    await expect(source(server.origin).tokens.get(controller.signal)).rejects.toThrow('stop');
  });
});

describe('the scopes of a token', () => {
  const jwt = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;

  test.each([
    [{ scopes: ['openid', 'cidaas:bulk_user_create'] }, ['openid', 'cidaas:bulk_user_create']],
    [{ scopes: ['openid', 7, null] }, ['openid']],
    [{ scope: 'openid cidaas:bulk_user_create' }, ['openid', 'cidaas:bulk_user_create']],
    [{ scope: ['openid'] }, ['openid']],
    [{ scopes: [], scope: 'openid' }, []],
    [{ scopes: '' }, []],
    [{ sub: 'ANONYMOUS' }, null],
    [{ scopes: { a: 1 } }, null],
    [[], null],
    [null, null],
  ])('%j', (claims, scopes) => {
    expect(scopesOf(jwt(claims))).toEqual(scopes);
  });

  test.each([[''], ['opaque'], ['a.b.c'], ['..'], ['a.%%%.c']])('cannot be read from %j', (token) => {
    expect(scopesOf(token)).toBeNull();
  });
});
