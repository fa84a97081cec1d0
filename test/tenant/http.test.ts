import dns from 'node:dns';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { InputError } from '../../src/runtime/input-error.ts';
import { bulkBudget } from '../../src/tenant/answer-budget.ts';
import { TransportError } from '../../src/tenant/failure.ts';
import { createHttp, type Http, type HttpOptions } from '../../src/tenant/http.ts';
import { printed } from '../support/printed.ts';
import { deadOrigin, hangUp, inTurn, listen, reply, type Script, scriptedServer, silence } from './scripted-server.ts';

const CANARY = 'canary-token-0123456789';
const forever = new AbortController().signal;
const budget = bulkBudget(1, 2);

function open(origin: string, options: Partial<HttpOptions> = {}): Http {
  const http = createHttp({
    origin,
    connections: 2,
    timeoutMs: 10_000,
    userAgent: 'cidaas-migrate/1.2.3',
    env: {},
    ...options,
  });
  onTestFinished(() => http.close());
  return http;
}

function post(http: Http, signal: AbortSignal = forever, body = '[]') {
  return http.post('/users-srv/user/bulk', { authorization: `Bearer ${CANARY}` }, body, { signal, budget });
}

/** The error of a request that must fail; whatever it is, it must not hold the token. */
async function failureOf(work: Promise<unknown>): Promise<TransportError> {
  const error = await work.then(
    () => new Error('It did not fail.'),
    (thrown: unknown) => thrown,
  );
  expect(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain(CANARY);
  if (!(error instanceof TransportError)) throw error;
  return error;
}

/** A server below HTTP. */
async function tcpServer(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    onTestFinished(() => void socket.destroy());
    onConnection(socket);
  });
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${await listen(server)}`;
}

describe('a request that is answered', () => {
  test('carries what it was given, and yields status, headers and text', async () => {
    await using server = await scriptedServer(reply(417, '{"näme":"ß"}', { 'Retry-After': '7', 'X-Two': 'a' }));
    const answer = await post(open(server.origin), forever, '[{"given_name":"Jörg"}]');
    expect(answer).toMatchObject({ status: 417, text: '{"näme":"ß"}', headers: { 'retry-after': '7', 'x-two': 'a' } });
    expect(server.requests).toEqual([
      expect.objectContaining({ method: 'POST', path: '/users-srv/user/bulk', body: '[{"given_name":"Jörg"}]' }),
    ]);
    expect(server.requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/json',
      'user-agent': 'cidaas-migrate/1.2.3',
      authorization: `Bearer ${CANARY}`,
    });
  });

  test('leaves out a byte-order mark and survives bytes that are no UTF-8', async () => {
    await using server = await scriptedServer(
      (response) => void response.end(Buffer.from([0xef, 0xbb, 0xbf, 0x5b, 0xff, 0x5d])),
    );
    expect((await post(open(server.origin))).text).toBe('[\ufffd]');
  });

  test('keeps its connection, and opens no more than it may', async () => {
    await using server = await scriptedServer(reply(200, '[]'));
    const http = open(server.origin, { connections: 1 });
    await Promise.all([post(http), post(http), post(http)]);
    await post(http);
    expect(server.requests).toHaveLength(4);
    expect(server.connections()).toBe(1);
  });

  test('early, by a server that does not read on, keeps its status', async () => {
    const origin = await tcpServer((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 9\r\n\r\ntoo large'),
      );
    });
    expect(await post(open(origin), forever, 'x'.repeat(5_000_000))).toMatchObject({ status: 413, text: 'too large' });
  });

  test('with an error whose body breaks off keeps status and what came', async () => {
    const origin = await tcpServer((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 3\r\nContent-Length: 99\r\n\r\nback so'),
      );
    });
    expect(await post(open(origin))).toMatchObject({ status: 503, text: 'back so', headers: { 'retry-after': '3' } });
  });
});

describe('an interim answer that nobody asked for', () => {
  const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n[]';
  const interim = 'HTTP/1.1 100 Continue\r\nserver: balancer\r\n\r\n';

  test.each([
    ['in one piece with the answer', [interim + answer]],
    ['before the answer', [interim, answer]],
    ['twice', [interim + interim, answer]],
    ['byte by byte', [...(interim + answer)]],
    ['of HTTP/1.0', [interim.replace('1.1', '1.0'), answer]],
    ['102 and 103', [interim.replace('100', '102'), interim.replace('100 Continue', '103 Early Hints'), answer]],
  ])('%s is ignored, on every request of a connection', async (_, pieces) => {
    let connections = 0;
    const origin = await tcpServer((socket) => {
      connections++;
      socket.setNoDelay(true);
      socket.on('data', async (data) => {
        if (!data.toString().endsWith(']')) return;
        for (const piece of pieces) {
          socket.write(piece);
          await new Promise((resolve) => setImmediate(resolve));
        }
      });
    });
    const http = open(origin, { connections: 1 });
    for (let request = 1; request <= 3; request++) {
      expect(await post(http, forever, '[{}]')).toMatchObject({ status: 200, text: '[]' });
    }
    expect(connections).toBe(1);
  });

  test('an unasked change of the protocol says what to check', async () => {
    const switching = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';
    const origin = await tcpServer((socket) => socket.on('data', () => socket.write(switching)));
    const error = await failureOf(post(open(origin)));
    expect(error.failure).toMatchObject({ code: 'tenant.answer_unusable', mayHaveArrived: true });
    expect(error.message).toContain('HTTP 101');
  });

  test('a body that begins like one is read', async () => {
    await using server = await scriptedServer(reply(417, 'HTTP/1.1 100 Continue\r\n\r\nx'));
    expect((await post(open(server.origin))).text).toBe('HTTP/1.1 100 Continue\r\n\r\nx');
  });
});

test('compression is declined, and decoded anyway', async () => {
  await using server = await scriptedServer((response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}')),
  );
  expect((await post(open(server.origin))).text).toBe('{"a":1}');
  expect(server.requests[0]?.headers['accept-encoding']).toBe('identity');
});

describe('a redirect', () => {
  test.each([[301], [302], [303], [307], [308]])(
    '%i is an error that says where to, and is not followed',
    async (status) => {
      await using other = await scriptedServer(reply(200, '[]'));
      const location = `${other.origin}/elsewhere?token=${CANARY}`;
      await using server = await scriptedServer(reply(status, '', { location }));
      const error = await failureOf(post(open(server.origin)));
      expect(error.failure).toMatchObject({ code: 'tenant.redirected', permanent: true });
      expect(printed(error.text)).toContain(`to ${other.origin} (HTTP`);
      expect(error.message).not.toContain(other.origin);
      expect(error.status).toBe(status);
      expect(other.connections()).toBe(0);
      expect(server.requests).toHaveLength(1);
    },
  );

  test.each([['/relative'], ['javascript:alert(1)'], ['https://['], ['']])(
    'to %j is an error as well',
    async (location) => {
      await using server = await scriptedServer(reply(302, '', { location }));
      const error = await failureOf(post(open(server.origin)));
      expect(error.failure.code).toBe('tenant.redirected');
      expect(error.message + printed(error.text)).not.toContain('alert');
    },
  );
});

describe('a request that gets no answer', () => {
  test('because nobody listens never left', async () => {
    expect((await failureOf(post(open(await deadOrigin())))).failure).toMatchObject({
      code: 'tenant.unreachable',
      mayHaveArrived: false,
    });
  });

  test('because the server is no TLS server never left', async () => {
    await using server = await scriptedServer(reply(200));
    const error = await failureOf(post(open(server.origin.replace('http:', 'https:'))));
    expect(error.failure).toMatchObject({ code: 'tenant.tls', mayHaveArrived: false });
    expect(server.requests).toEqual([]);
  });

  test('because the host has no name never left', async () => {
    const error = await failureOf(post(open('https://tenant.invalid')));
    expect(error.failure).toMatchObject({ code: 'tenant.unreachable', mayHaveArrived: false });
  });

  test.each([
    [
      'a TLS handshake that never ends',
      (silent: string, timeoutMs = 400) => open(silent.replace('http:', 'https:'), { timeoutMs }),
    ],
    [
      'a proxy that never answers CONNECT',
      (silent: string, timeoutMs = 400) => open('https://tenant.invalid', { timeoutMs, env: { HTTPS_PROXY: silent } }),
    ],
    [
      'a lookup of the host that hangs',
      (_: string, timeoutMs = 400) => open('http://tenant.example.com', { timeoutMs }),
    ],
  ])('because of %s ends in time, and at once when the run stops', async (what, openAt) => {
    const begun = performance.now();
    const silent = await tcpServer(() => undefined);
    const lookup = what.startsWith('a lookup')
      ? vi.spyOn(dns, 'lookup').mockImplementation((() => undefined) as never)
      : null;
    onTestFinished(() => lookup?.mockRestore());
    const http = openAt(silent);
    expect((await failureOf(post(http))).failure.code).toMatch(/^tenant\.(unreachable|proxy|timeout)$/);
    const patient = openAt(silent, 60_000);
    const stopping = new AbortController();
    const stopped = failureOf(post(patient, stopping.signal));
    setTimeout(() => stopping.abort(new Error('stop')), 50);
    // Nobody but the signal could end it so early.
    expect((await stopped).failure.code).toBe('tenant.cancelled');
    await patient.close();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('because the connection is dropped may have arrived', async () => {
    await using server = await scriptedServer(hangUp);
    expect((await failureOf(post(open(server.origin)))).failure).toMatchObject({
      code: 'tenant.connection_lost',
      mayHaveArrived: true,
    });
    expect(server.requests).toHaveLength(1);
  });

  test('because a good answer breaks off may have arrived', async () => {
    const origin = await tcpServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"process_states":['));
    });
    expect((await failureOf(post(open(origin)))).failure).toMatchObject({
      code: 'tenant.connection_lost',
      mayHaveArrived: true,
    });
  });

  test.each([
    ['SMTP', () => 'SMTP ready\r\n\r\n'],
    ['an echo of the request', (request: Buffer) => request],
    ['a header that is none', (request: Buffer) => `HTTP/1.1 200 OK\r\n${request}\r\n\r\n`],
  ])('because it is no HTTP (%s) may have arrived', async (_, garble) => {
    const origin = await tcpServer((socket) => void socket.once('data', (request) => socket.end(garble(request))));
    expect((await failureOf(post(open(origin)))).failure).toMatchObject({
      code: 'tenant.answer_unusable',
      mayHaveArrived: true,
    });
  });

  test('in time may have arrived', async () => {
    await using server = await scriptedServer(silence);
    expect((await failureOf(post(open(server.origin, { timeoutMs: 500 })))).failure).toMatchObject({
      code: 'tenant.timeout',
      mayHaveArrived: true,
    });
  });

  test('because it trickles without end, byte by byte', async () => {
    const trickle: Script = (response) => {
      response.write('[');
      const timer = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(timer));
    };
    await using server = await scriptedServer(trickle);
    expect((await failureOf(post(open(server.origin, { timeoutMs: 500 })))).failure).toMatchObject({
      code: 'tenant.timeout',
      mayHaveArrived: true,
    });
  });

  test('because it is larger than any answer', async () => {
    const flood: Script = (response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(1_000_000)));
      };
      response.on('drain', more);
      more();
    };
    await using server = await scriptedServer(flood);
    const error = await failureOf(post(open(server.origin)));
    expect(error.failure).toMatchObject({ code: 'tenant.answer_unusable', mayHaveArrived: true });
    expect(error.status).toBe(200);
  });

  test('leaves the way open for the next one', async () => {
    await using server = await scriptedServer(inTurn(hangUp, reply(200, '[]')));
    const http = open(server.origin, { connections: 1 });
    await failureOf(post(http));
    expect((await post(http)).status).toBe(200);
  });
});

describe('a request that is given up', () => {
  test('before it leaves is never sent', async () => {
    await using server = await scriptedServer(reply(200));
    const error = await failureOf(post(open(server.origin), AbortSignal.abort(new Error('stop'))));
    expect(error.failure).toMatchObject({ code: 'tenant.cancelled', mayHaveArrived: false });
    expect(server.connections()).toBe(0);
  });

  test('on its way may have arrived', async () => {
    const controller = new AbortController();
    await using server = await scriptedServer(() => controller.abort(new Error('stop')));
    expect((await failureOf(post(open(server.origin), controller.signal))).failure).toMatchObject({
      code: 'tenant.cancelled',
      mayHaveArrived: true,
    });
  });

  test('by closing may have arrived', async () => {
    const arrived = Promise.withResolvers<void>();
    await using server = await scriptedServer(() => arrived.resolve());
    const http = open(server.origin);
    const failure = failureOf(post(http));
    await arrived.promise;
    await http.close();
    expect((await failure).failure).toMatchObject({ mayHaveArrived: true });
  });
});

describe('a proxy', () => {
  test('is never used for loopback: the secret would leave this machine in the clear', async () => {
    await using proxy = await scriptedServer(reply(200));
    await using server = await scriptedServer(reply(204));
    const env = {
      HTTPS_PROXY: proxy.origin,
      HTTP_PROXY: proxy.origin,
      https_proxy: proxy.origin,
      http_proxy: proxy.origin,
    };
    expect((await post(open(server.origin, { env }))).status).toBe(204);
    expect(proxy.connections()).toBe(0);
  });

  test.each([
    ['socks5://user:canary@proxy.example.com'],
    ['http://'],
    ['http://user:%canary@proxy.example.com'],
    ['::canary::'],
  ])('that is written wrong (%s) is bad input, and is not repeated', (proxy) => {
    const create = () =>
      createHttp({
        origin: 'https://acme.example.com',
        connections: 1,
        timeoutMs: 1,
        userAgent: 'x',
        env: { HTTPS_PROXY: proxy },
      });
    expect(create).toThrow(InputError);
    expect(create).toThrow(/^(?!.*canary).*HTTPS_PROXY/);
  });
});

test('a mistake of ours is not dressed up as a failure of the network', async () => {
  await using server = await scriptedServer(reply(200));
  await expect(
    open(server.origin).post('/x', { 'bad header': 'x' }, '', { signal: forever, budget }),
  ).rejects.not.toBeInstanceOf(TransportError);
});
