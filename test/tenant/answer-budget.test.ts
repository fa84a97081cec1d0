import { createServer as createTcpServer, type Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bulkBudget, excessOf, MAX_DEPTH } from '../../src/tenant/answer-budget.ts';
import type { TransportError } from '../../src/tenant/failure.ts';
import { createHttp } from '../../src/tenant/http.ts';
import { listen, reply, type Script, scriptedServer } from './scripted-server.ts';

const MB = 1024 * 1024;
/** 50 users of 1 kB each: 1.4 MB, 36,400 values, lists of 1,200. */
const budget = bulkBudget(50, 51_200);
const limits = { signal: new AbortController().signal, budget };

function open(origin: string, timeoutMs = 20_000) {
  const http = createHttp({ origin, connections: 1, timeoutMs, userAgent: 'cidaas-migrate/1.2.3', env: {} });
  onTestFinished(() => http.close());
  return http;
}

/** The seconds of processor time that a request costs this process, which plays the tenant too. */
async function measured<T>(work: Promise<T>): Promise<{ readonly ended: T | TransportError; readonly cpu: number }> {
  const before = process.cpuUsage();
  const ended = await work.catch((error: TransportError) => error);
  const { user, system } = process.cpuUsage(before);
  return { ended, cpu: (user + system) / 1e6 };
}

const entries = (n: number, entry = '{}') => `{"process_states":[${Array(n).fill(entry).join()}]}`;

describe('a tenant that answers with more than its request can have', () => {
  test.each([
    ['15.8 MB of 7.9 million entries', entries(7_900_000, '1'), 'larger than 1.4 MB'],
    ['a list much longer than the request', entries(5_000), 'a list of more than 1,200 entries'],
    ['a list inside an entry', entries(1, `{"identities":[${'{},'.repeat(5_000)}{}]}`), 'a list of more than 1,200'],
    ['a hundred thousand keys', `{${Array.from({ length: 100_000 }, (_, n) => `"${n}":1`).join()}}`, '36,400 values'],
    ['one key, again and again', `{${Array(100_000).fill('"sub":"a"').join()}}`, 'more than 36,400 values'],
    ['empty lists side by side', entries(1, Array(40_000).fill('{"a":[]}').join()), 'a list of more than 1,200'],
    ['nesting without end', `${'[{"a":'.repeat(100_000)}`, 'more than 100 levels'],
  ])('%s: the request fails, and no text is handed on of which an object could be made', async (_, body, message) => {
    await using server = await scriptedServer(reply(200, body));
    const { ended, cpu } = await measured(open(server.origin).post('/x', {}, '[]', limits));
    expect(ended).toMatchObject({
      failure: { code: 'tenant.answer_unusable', mayHaveArrived: true, permanent: false },
      status: 200,
      message: expect.stringContaining(message),
    });
    expect(cpu).toBeLessThan(2);
  });

  test('an error of that kind keeps its status, and a sentence takes the place of its text', async () => {
    await using server = await scriptedServer(reply(503, entries(11_000, '1'), { 'retry-after': '7' }));
    expect(await open(server.origin).post('/x', {}, '[]', limits)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '7' },
      text: 'The answer cannot be read: it has a list of more than 10,000 entries.',
    });
  });

  test('an answer in tiny chunks fills no memory', async () => {
    const drip: Script = (response) => {
      response.write('[');
      const more = (): void => {
        while (!response.destroyed && response.write('  '));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    await using server = await scriptedServer(drip);
    const small = { ...limits, budget: { ...budget, bytes: 100_000 } };
    await expect(open(server.origin).post('/x', {}, '[]', small)).rejects.toThrow('larger than 98 kB');
  });

  test('interim answers without end end the request', async () => {
    const origin = await rawTenant((socket) => flood(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'));
    const { ended, cpu } = await measured(open(origin).post('/x', {}, '[]', limits));
    expect(ended).toMatchObject({ message: expect.stringContaining('more than 1000 interim answers') });
    expect(cpu).toBeLessThan(3);
  });

  test('100 Continue without end ends the connection', async () => {
    const origin = await rawTenant((socket) => flood(socket, 'HTTP/1.1 100 Continue\r\n\r\n'));
    const { ended, cpu } = await measured(open(origin).post('/x', {}, '[]', limits));
    expect(ended).toMatchObject({ failure: { code: 'tenant.connection_lost', mayHaveArrived: true } });
    expect(cpu).toBeLessThan(3);
  });

  test.each([
    ['many headers', `${Array.from({ length: 5_000 }, (_, n) => `x-${n}: 1`).join('\r\n')}\r\n\r\n`],
    ['a huge header', `retry-after: ${'9'.repeat(100_000)}\r\n\r\n`],
    ['trailers', `transfer-encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`],
  ])('%s are no answer', async (_, rest) => {
    const origin = await rawTenant((socket) => void socket.write(`HTTP/1.1 200 OK\r\n${rest}`));
    await expect(open(origin).post('/x', {}, '[]', limits)).rejects.toMatchObject({
      failure: { code: 'tenant.answer_unusable', mayHaveArrived: true },
    });
  });

  test('a chunk whose extension never ends is given the time of a request', async () => {
    const origin = await rawTenant((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2;');
      const timer = setInterval(() => socket.write('a'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    await expect(open(origin, 300).post('/x', {}, '[]', limits)).rejects.toMatchObject({
      failure: { code: 'tenant.timeout' },
    });
  });
});

describe('a budget', () => {
  test('has room for everything that was sent and a long message for each user', () => {
    const user = { identities: Array(5).fill({ email: 'a@example.com' }), customFields: { a: [1, 2, 3] } };
    const users = Array(50).fill({ ...user, note: 'x'.repeat(900) });
    const states = users.map((identifier) => {
      return { sub: 's', process_state: 'FAILED', identifier, error: { error: 'e'.repeat(2_000), code: 507 } };
    });
    const request = JSON.stringify(users);
    const answer = JSON.stringify({ success: true, process_states: states });
    const room = bulkBudget(users.length, request.length);
    expect(answer.length).toBeLessThan(room.bytes);
    expect(excessOf(answer, room)).toBeNull();
  });

  test('of any request is at most 16 MB', () => {
    expect(bulkBudget(1_000, 100 * MB).bytes).toBe(16 * MB);
  });

  test('counts what JSON has: not what is inside strings, whatever their escapes', () => {
    const room = { bytes: MB, values: 4, listLength: 2 };
    for (const text of ['[[{"a":1,"b":2}]]', '["[,{[,{",2]', '["\\"[,{",2]', '["\\\\",2]', '"[[[[[["', '<html>,,,,,,'])
      expect(excessOf(text, room), text).toBeNull();
    expect(excessOf('["\\\\",2,3]', room)).toBe('a list of more than 2 entries');
    expect(excessOf('[{"a":1,"b":2,"c":3}]', room)).toBeNull();
    expect(excessOf('[{"a":1,"b":2,"c":3,"d":4}]', room)).toBe('more than 4 values');
    expect(excessOf('['.repeat(MAX_DEPTH + 1), { ...room, values: 1_000 })).toBe('more than 100 levels');
  });

  test('is exact for every JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const { values, longest } = sizeOf(JSON.parse(text));
        const room = { bytes: MB, values, listLength: longest };
        expect(excessOf(text, room)).toBeNull();
        if (/^\s*[[{]/.test(text)) expect(excessOf(text, { ...room, values: values - 1 })).not.toBeNull();
        if (longest > 1) expect(excessOf(text, { ...room, listLength: longest - 1 })).not.toBeNull();
      }),
    );
  });
});

/** Marks `[`, `{` and `,` of a value, and the entries of its longest list. */
function sizeOf(value: unknown): { readonly values: number; readonly longest: number } {
  if (typeof value !== 'object' || value === null) return { values: 0, longest: 0 };
  const members = Object.values(value).map(sizeOf);
  return {
    values: 1 + Math.max(0, members.length - 1) + members.reduce((sum, { values }) => sum + values, 0),
    longest: Math.max(Array.isArray(value) ? members.length : 0, ...members.map(({ longest }) => longest)),
  };
}

/** A server below HTTP, which answers what comes first on each connection. */
async function rawTenant(answer: (socket: Socket) => void): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
    onTestFinished(() => void socket.destroy());
  });
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${await listen(server)}`;
}

/** Sends a text again and again, as fast as it is taken. */
function flood(socket: Socket, text: string): void {
  const many = text.repeat(100);
  const more = (): void => {
    while (!socket.destroyed && socket.write(many));
  };
  socket.on('drain', more);
  more();
}
