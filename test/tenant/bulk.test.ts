import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTenantDoor } from '../../src/report/tenant-door.ts';
import { createBulkClient } from '../../src/tenant/bulk.ts';
import type { BulkReply, OutgoingUser } from '../../src/tenant/bulk-answer.ts';
import { createHttp } from '../../src/tenant/http.ts';
import { KnownSecrets } from '../../src/tenant/known-secrets.ts';
import { retryPolicy } from '../../src/tenant/retry-policy.ts';
import { createTokenSource } from '../../src/tenant/token.ts';
import type { TokenRequestPorts } from '../../src/tenant/token-request.ts';
import { stillClock } from '../support/manual-clock.ts';
import { printed } from '../support/printed.ts';
import {
  deadOrigin,
  hangUp,
  inTurn,
  type RecordedRequest,
  reply,
  type Script,
  scriptedServer,
  silence,
} from './scripted-server.ts';

const SECRET = 'canary-secret-0123456789';
const TOKEN = 'canary-token-0123456789';
const REFERENCE = '1600000000000-11111111-2222-4333-8444-555555555555';
const NOW = Date.UTC(2026, 0, 1);
const forever = new AbortController().signal;

const ANNA: OutgoingUser = { row: 4, body: '{"sub":"sub-anna","email":"anna@example.com","customFields":{"n":1.0}}' };
const BEN: OutgoingUser = { row: 9, body: '{"sub":"sub-ben","email":"ben@example.com"}' };
const BOTH_CREATED = {
  process_states: [
    { sub: 'sub-ben', process_state: 'CREATED' },
    { sub: 'sub-anna', process_state: 'CREATED' },
  ],
};

/** Grants `canary-token-0123456789-1`, `-2`, … and plays `bulk` for everything else. */
function tenantServer(bulk: Script, token: Script = granting()) {
  return scriptedServer((response, recorded, request) => {
    (recorded.path === '/token-srv/token' ? token : bulk)(response, recorded, request);
  });
}

function granting(): Script {
  let count = 0;
  return (...request) => reply(200, { access_token: `${TOKEN}-${++count}`, expires_in: 3_600 })(...request);
}

function bulkRequests(server: { requests: readonly RecordedRequest[] }): readonly RecordedRequest[] {
  return server.requests.filter(({ path }) => path === '/users-srv/user/bulk');
}

function tenant(origin: string, { timeoutMs = 10_000, maxAttempts = 1 } = {}) {
  const http = createHttp({ origin, connections: 4, timeoutMs, userAgent: 'cidaas-migrate/1.2.3', env: {} });
  onTestFinished(() => http.close());
  const clock = stillClock(NOW);
  const secrets = new KnownSecrets(SECRET);
  const door = createTenantDoor(secrets, 'masked');
  const tokens = createTokenSource({
    http,
    clientId: 'c',
    clientSecret: SECRET,
    policy: retryPolicy(maxAttempts, 0),
    clock,
    onSecret: (token) => secrets.addToken(token),
  });
  const observed: Parameters<TokenRequestPorts['onRequest']>[0][] = [];
  const { send } = createBulkClient({
    http,
    tokens,
    clock,
    onRequest: (request) => observed.push(request),
  });
  return {
    observed,
    async send(users: readonly OutgoingUser[] = [ANNA, BEN], signal: AbortSignal = forever): Promise<BulkReply> {
      const answer = await send(users, signal);
      // Neither as an object, where no text of the tenant shows, nor as a report has it.
      for (const shown of [answer, printed(answer, door)]) {
        const text = inspect(shown, { depth: Number.POSITIVE_INFINITY, showHidden: true });
        expect(text).not.toContain(SECRET);
        expect(text).not.toContain(TOKEN);
      }
      return printed(answer, door);
    },
  };
}

describe('one request', () => {
  test('holds the bodies as they are, in one array, with the token', async () => {
    await using server = await tenantServer(reply(200, BOTH_CREATED));
    const { send, observed } = tenant(server.origin);
    expect(await send()).toEqual({
      kind: 'answered',
      status: 200,
      answers: [
        { row: 4, state: 'created', sub: 'sub-anna' },
        { row: 9, state: 'created', sub: 'sub-ben' },
      ],
    });
    expect(bulkRequests(server)).toEqual([
      expect.objectContaining({ method: 'POST', body: `[${ANNA.body},${BEN.body}]` }),
    ]);
    expect(bulkRequests(server)[0]?.headers.authorization).toBe(`Bearer ${TOKEN}-1`);
    expect(observed).toEqual([{ status: 200, ms: 0, users: 2 }]);
  });

  test('may succeed in part', async () => {
    const states = [
      { sub: 'sub-anna', process_state: 'UPDATED' },
      {
        sub: 'ANONYMOUS',
        identifier: { email: 'BEN@example.com' },
        process_state: 'FAILED',
        message: '507 / invalid email passed',
        referenceNumber: REFERENCE,
      },
    ];
    await using server = await tenantServer(reply(200, { process_states: states }));
    expect(await tenant(server.origin).send()).toMatchObject({
      answers: [
        { row: 4, state: 'updated', sub: 'sub-anna' },
        { row: 9, state: 'failed', code: 'tenant.507', message: '507 / invalid email passed', reference: REFERENCE },
      ],
    });
  });

  test('uses the token of the one before', async () => {
    await using server = await tenantServer(reply(200, BOTH_CREATED));
    const { send } = tenant(server.origin);
    await Promise.all([send(), send()]);
    await send();
    expect(server.requests.filter(({ path }) => path === '/token-srv/token')).toHaveLength(1);
  });

  test('needs a user', async () => {
    await expect(tenant(await deadOrigin()).send([])).rejects.toThrow(RangeError);
  });
});

describe('a 401', () => {
  const guard = reply(401, { error: 'Access denied.', refnumber: REFERENCE });

  test('is answered with a new token, once', async () => {
    await using server = await tenantServer(inTurn(guard, reply(200, BOTH_CREATED)));
    const { send, observed } = tenant(server.origin);
    expect((await send()).kind).toBe('answered');
    expect(bulkRequests(server).map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${TOKEN}-1`,
      `Bearer ${TOKEN}-2`,
    ]);
    expect(observed.map(({ status }) => status)).toEqual([401, 200]);
  });

  test('again with the new token ends the run', async () => {
    await using server = await tenantServer(guard);
    const answer = await tenant(server.origin).send();
    expect(answer).toMatchObject({
      kind: 'forbidden',
      status: 401,
      error: { code: 'tenant.unauthorized', reference: REFERENCE },
    });
    expect(answer).toHaveProperty('error.message', expect.stringContaining('cidaas:bulk_user_create'));
    expect(bulkRequests(server)).toHaveLength(2);
  });

  test('of several requests at once costs one new token', async () => {
    const stale = `Bearer ${TOKEN}-1`;
    await using server = await tenantServer((...request) =>
      (request[1].headers.authorization === stale ? guard : reply(200, BOTH_CREATED))(...request),
    );
    const { send } = tenant(server.origin);
    const kinds = (await Promise.all([send(), send(), send(), send()])).map(({ kind }) => kind);
    expect(kinds).toEqual(['answered', 'answered', 'answered', 'answered']);
    expect(server.requests.filter(({ path }) => path === '/token-srv/token')).toHaveLength(2);
  });

  test('inside a 200 counts as well', async () => {
    await using server = await tenantServer(
      inTurn(reply(200, { success: false, status: 401, error: 'Access denied.' }), reply(200, BOTH_CREATED)),
    );
    expect((await tenant(server.origin).send()).kind).toBe('answered');
  });
});

describe('a refusal because of what is in the request', () => {
  test.each([
    [
      '400',
      reply(400, { success: false, status: 400, error: { code: 507, error: 'bad', referenceNumber: REFERENCE } }),
      { status: 400, error: { code: 'tenant.507', message: 'bad', reference: REFERENCE } },
    ],
    [
      '417',
      reply(417, { success: false, status: 417, error: 'bad' }),
      { status: 417, error: { code: 'tenant.refused', message: 'bad' } },
    ],
    ['422', reply(422, 'bad'), { status: 422, error: { code: 'tenant.refused' } }],
    ['409', reply(409), { status: 409, error: { code: 'tenant.refused' } }],
    ['HTTP 507', reply(507), { status: 507, error: { code: 'tenant.507' } }],
    [
      'code 507 in a 500',
      reply(500, { success: false, error: { code: '507', error: 'bad' } }),
      { status: 500, error: { code: 'tenant.507' } },
    ],
    [
      '404 in the words of the service',
      reply(404, { ErrorResp: { success: false, status: 404, code: '10301', error: 'group not found' } }),
      { status: 404, error: { code: 'tenant.10301' } },
    ],
    [
      'success: false in a 200',
      reply(200, { success: false, error: 'bad', process_states: [{ sub: 'sub-anna', process_state: 'CREATED' }] }),
      { status: 417, error: { code: 'tenant.refused', message: 'bad' } },
    ],
    [
      'an error in a 200 with a status of its own',
      reply(200, { success: false, status: 400, error: { code: 10001 } }),
      { status: 400, error: { code: 'tenant.10001' } },
    ],
  ])('%s', async (_, script, expected) => {
    await using server = await tenantServer(script);
    expect(await tenant(server.origin).send()).toMatchObject({ kind: 'refused', ...expected });
    expect(bulkRequests(server)).toHaveLength(1);
  });
});

test.each([
  ['of the service', reply(413, { success: false, status: 413, error: 'more than 1000 users' })],
  ['of a proxy', reply(413, '<html><title>413 Request Entity Too Large</title></html>')],
  ['inside a 200', reply(200, { success: false, status: 413, error: 'too many' })],
])('a 413 %s is too large', async (_, script) => {
  await using server = await tenantServer(script);
  expect(await tenant(server.origin).send()).toMatchObject({ kind: 'too-large', status: 413 });
});

describe('no request of this run can succeed', () => {
  test.each([
    ['403', reply(403, { success: false, error: 'scope missing' }), 403, 'cidaas:bulk_user_create'],
    ['403 of the access guard', reply(403, { error: 'Access denied', refnumber: '1' }), 403, 'cidaas:bulk_user_create'],
    ['403 of OAuth', reply(403, { error: 'insufficient_scope' }), 403, 'cidaas:bulk_user_create'],
    ['407', reply(407, '<html><title>Proxy</title></html>'), 407, 'HTTPS_PROXY'],
    ['405 of the service', reply(405, { success: false, status: 405, error: 'no' }), 405, 'tenant-url'],
  ])('%s', async (_, script, status, words) => {
    await using server = await tenantServer(script);
    const answer = await tenant(server.origin).send();
    expect(answer).toMatchObject({ kind: 'forbidden', status, error: { message: expect.stringContaining(words) } });
    expect(bulkRequests(server)).toHaveLength(1);
  });

  test('when the token is refused: nothing is sent', async () => {
    await using server = await tenantServer(
      reply(200, BOTH_CREATED),
      reply(400, { error: 'invalid_client', error_description: SECRET }),
    );
    const { send, observed } = tenant(server.origin);
    const answer = await send();
    expect(answer).toMatchObject({
      kind: 'forbidden',
      status: 400,
      error: { code: 'tenant.invalid_client', message: expect.stringContaining('client-secret') },
    });
    expect(bulkRequests(server)).toEqual([]);
    expect(observed).toEqual([]);
  });

  test('the redirect of a bulk request never reaches the other host', async () => {
    await using other = await scriptedServer(reply(200, BOTH_CREATED));
    await using server = await tenantServer(reply(307, '', { location: `${other.origin}/users-srv/user/bulk` }));
    expect((await tenant(server.origin).send()).kind).toBe('blocked');
    expect(other.connections()).toBe(0);
  });
});

describe('something before the tenant refuses the request', () => {
  const F5 =
    '<html><head><title>Request Rejected</title></head><body>Your support ID is: 16405238436713829413<br></html>';

  test.each([
    ['a firewall', reply(403, '<html><title>Blocked</title></html>'), 403, 'firewall'],
    ['a gateway without rights', reply(403, { message: 'Forbidden' }), 403, 'scope'],
    ['a 403 without a body', reply(403), 403, 'scope'],
    ['a 401 of a firewall', reply(401, '<html><title>Blocked</title></html>'), 401, 'scope'],
    ['a 404 of nobody', reply(404, '<html><title>Not Found</title></html>'), 404, 'tenant-url'],
    ['a 404 of a gateway', reply(404, { message: 'no Route matched with those values' }), 404, 'tenant-url'],
    ['a 404 without a body', reply(404), 404, 'tenant-url'],
    ['405', reply(405), 405, 'tenant-url'],
    ['406', reply(406, '<html><title>Not Acceptable!</title></html>'), 406, 'tenant-url'],
    ['501', reply(501, '<html><title>Method Not Implemented</title></html>'), 501, 'tenant-url'],
    ['a redirect', reply(302, '', { location: 'https://block.example.com/x' }), 302, 'tenant-url'],
  ])('%s', async (_, script, status, words) => {
    await using server = await tenantServer(script);
    const answer = await tenant(server.origin).send();
    expect(answer).toMatchObject({
      ...{ kind: 'blocked', status, mayHaveBeenApplied: false },
      advice: expect.stringContaining(words),
    });
    // Only a 401 is tried again, with a new token.
    expect(bulkRequests(server)).toHaveLength(status === 401 ? 2 : 1);
  });

  test.each([
    ['on the page', reply(403, F5), '16405238436713829413'],
    [
      'in a header',
      reply(403, '<html><title>Blocked</title></html>', { 'cf-ray': '7d0a1b2c3d4e5f60-FRA' }),
      '7d0a1b2c3d4e5f60-FRA',
    ],
    ['in a header of a gateway', reply(403, { message: 'Forbidden' }, { 'x-amz-cf-id': 'aB3_x-9==' }), 'aB3_x-9=='],
  ])('its incident number is kept: %s', async (_, script, reference) => {
    await using server = await tenantServer(script);
    expect(await tenant(server.origin).send()).toMatchObject({ kind: 'blocked', error: { reference } });
  });

  test('a page with an incident number is one of a firewall even with 200', async () => {
    await using server = await tenantServer(reply(200, F5));
    expect(await tenant(server.origin).send()).toMatchObject({
      ...{ kind: 'blocked', status: 200, mayHaveBeenApplied: true },
      error: { code: 'tenant.forbidden', message: 'An HTML page: Request Rejected', reference: '16405238436713829413' },
    });
  });

  test('a redirect names where it leads, and no more of it', async () => {
    await using server = await tenantServer(reply(302, '', { location: 'https://block.example.com/x?user=anna' }));
    const answer = await tenant(server.origin).send();
    expect(answer).toHaveProperty('error.message', expect.stringContaining('https://block.example.com (HTTP 302)'));
    expect(JSON.stringify(answer)).not.toContain('anna');
  });
});

test.each([
  ['429', reply(429), { status: 429, retryAfterMs: null }],
  ['429 with seconds', reply(429, '', { 'retry-after': '7' }), { status: 429, retryAfterMs: 7_000 }],
  ['429 with a rate limit', reply(429, '', { ratelimit: '"default";r=0;t=9' }), { status: 429, retryAfterMs: 9_000 }],
  [
    '503 with a date',
    reply(503, '<html><title>Maintenance</title></html>', { 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }),
    { status: 503, retryAfterMs: 60_000 },
  ],
])('%s refuses the request: it was certainly not applied', async (_, script, expected) => {
  await using server = await tenantServer(script);
  expect(await tenant(server.origin).send()).toMatchObject({
    kind: 'unavailable',
    mayHaveBeenApplied: false,
    ...expected,
  });
});

describe('later it may work', () => {
  test.each([
    ['408', reply(408), { status: 408, error: { code: 'tenant.timeout' } }],
    [
      '500',
      reply(500, { success: false, status: 500, error: { code: 1, referenceNumber: REFERENCE } }),
      { status: 500, error: { reference: REFERENCE } },
    ],
    ['502', reply(502, '<html></html>'), { status: 502 }],
    ['504', reply(504), { status: 504, error: { code: 'tenant.http_504' } }],
    ['a passing error in a 200', reply(200, { success: false, status: 503, error: 'busy' }), { status: 503 }],
    ['a dropped connection', hangUp, { status: null, error: { code: 'tenant.connection_lost' } }],
    [
      'an HTML page with 200',
      reply(200, '<html><title>Welcome</title></html>'),
      { status: 200, error: { code: 'tenant.answer_unusable', message: expect.stringContaining('Welcome') } },
    ],
    ['an empty 200', reply(200), { status: 200, error: { code: 'tenant.answer_unusable' } }],
    ['204', reply(204), { status: 204, error: { code: 'tenant.answer_unusable' } }],
    [
      'cut JSON',
      reply(200, '{"process_states":[{"sub":"sub-anna","process_state":"CREATED"}'),
      { status: 200, error: { code: 'tenant.answer_unusable' } },
    ],
    [
      'no process_states',
      reply(200, { success: true, refnumber: REFERENCE }),
      { status: 200, error: { code: 'tenant.answer_unusable', reference: REFERENCE } },
    ],
    [
      'a list of states that is empty',
      reply(200, { process_states: [] }),
      { status: 200, error: { code: 'tenant.answer_uncertain', message: expect.stringContaining('is empty') } },
    ],
    [
      'states that are none we know',
      reply(200, { process_states: [{ sub: 'sub-anna', state: 'QUEUED' }] }),
      { status: 200, error: { code: 'tenant.answer_uncertain', message: expect.stringContaining('no entry') } },
    ],
    [
      'JSON nested beyond reason',
      reply(200, `{"process_states":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
      { status: 200, error: { code: 'tenant.answer_unusable', message: expect.stringContaining('100 levels') } },
    ],
    [
      'JSON nested beyond reason in which a secret could be escaped',
      reply(200, `{"process_states":${'['.repeat(50_000)}"\\u0061"${']'.repeat(50_000)}}`),
      { status: 200, error: { code: 'tenant.answer_unusable', message: expect.stringContaining('100 levels') } },
    ],
    [
      'an echo with the token',
      (...[response, { headers }]) => void response.writeHead(500).end(`<html>${headers.authorization}</html>`),
      { status: 500 },
    ],
  ] satisfies [string, Script, object][])('%s, and it may have been applied', async (_, script, expected) => {
    await using server = await tenantServer(script);
    const { send, observed } = tenant(server.origin);
    expect(await send()).toMatchObject({ kind: 'unavailable', mayHaveBeenApplied: true, ...expected });
    expect(bulkRequests(server)).toHaveLength(1);
    expect(observed).toHaveLength(1);
  });

  test('no answer in time', async () => {
    await using server = await tenantServer(inTurn(reply(200, BOTH_CREATED), silence));
    const { send, observed } = tenant(server.origin, { timeoutMs: 1_000 });
    await send();
    expect(await send()).toMatchObject({
      kind: 'unavailable',
      status: null,
      error: { code: 'tenant.timeout' },
      mayHaveBeenApplied: true,
    });
    expect(observed.map(({ status }) => status)).toEqual([200, null]);
  });

  test('but not at an address at which nothing has ever answered', async () => {
    const { send, observed } = tenant(await deadOrigin());
    expect(await send()).toMatchObject({
      kind: 'forbidden',
      status: null,
      error: { code: 'tenant.unreachable', message: expect.stringContaining('Check tenant-url, firewall and proxy.') },
    });
    expect(observed).toEqual([]);
  });

  test('no token to be had: it was certainly not applied', async () => {
    await using server = await tenantServer(reply(200, BOTH_CREATED), reply(503, '', { 'retry-after': '9' }));
    expect(await tenant(server.origin).send()).toMatchObject({
      kind: 'unavailable',
      status: 503,
      retryAfterMs: 9_000,
      mayHaveBeenApplied: false,
    });
    expect(bulkRequests(server)).toEqual([]);
  });
});

describe('a run that stops', () => {
  test('before the request: it was certainly not applied', async () => {
    await using server = await tenantServer(reply(200, BOTH_CREATED));
    const answer = await tenant(server.origin).send([ANNA], AbortSignal.abort(new Error('stop')));
    expect(answer).toMatchObject({
      kind: 'unavailable',
      status: null,
      error: { code: 'tenant.cancelled' },
      mayHaveBeenApplied: false,
    });
    expect(server.requests).toEqual([]);
  });

  test('with the request on its way: it may have been applied', async () => {
    const controller = new AbortController();
    await using server = await tenantServer(() => controller.abort(new Error('stop')));
    const answer = await tenant(server.origin).send([ANNA], controller.signal);
    expect(answer).toMatchObject({
      kind: 'unavailable',
      status: null,
      error: { code: 'tenant.cancelled' },
      mayHaveBeenApplied: true,
    });
  });
});
