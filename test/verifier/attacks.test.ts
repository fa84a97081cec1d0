import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/runtime/clock.ts';
import { MAX_BODY_BYTES } from '../../src/verifier/compare-request.ts';
import { type OpenVerifier, openVerifier } from '../support/open-verifier.ts';

const HASH = '$digest-sha256$salt=none,pw=utf8$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg';
const SLOW = '$pbkdf2-sha512$i=800000,l=8$c2FsdHNhbHQ$AAAAAAAAAAA';

/** A connection without HTTP: sends a text, and collects what comes until the other side closes. */
function raw(open: OpenVerifier, text: string): { readonly socket: Socket; readonly ended: Promise<string> } {
  const socket = connect(Number(new URL(open.verifier.url).port), '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => undefined);
  socket.write(text);
  return { socket, ended: new Promise((resolve) => socket.once('close', () => resolve(received))) };
}

async function answers(open: OpenVerifier): Promise<void> {
  expect(await open.compare(HASH, 'password')).toMatchObject({ status: 200, body: { data: { verified: true } } });
}

describe('too much', () => {
  let open: OpenVerifier;
  beforeAll(async () => {
    open = await openVerifier();
  });
  afterAll(() => open[Symbol.asyncDispose]());

  test('a body above the limit is refused before it is read, and in the middle when its length was not declared', async () => {
    const declared = raw(open, 'POST /?action=compare HTTP/1.1\r\nhost: a\r\ncontent-length: 100000000000\r\n\r\n{');
    expect(await declared.ended).toMatch(/^HTTP\/1\.1 413 .*connection: close/s);
    const chunk = 'a'.repeat(MAX_BODY_BYTES + 1);
    const head = 'POST /?action=compare HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n';
    const growing = raw(open, `${head}${chunk.length.toString(16)}\r\n${chunk}`);
    expect(await growing.ended).toMatch(/^HTTP\/1\.1 413 /);
    await answers(open);
  });

  test('a body as large as allowed is read', async () => {
    const body = { password: 'x'.repeat(MAX_BODY_BYTES - 1_000), passwordHash: HASH };
    expect(await open.ask(body)).toMatchObject({ status: 200, body: { data: { verified: false } } });
  });

  test('headers above the limit are refused', async () => {
    const { ended } = raw(open, `POST /?action=compare HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}`);
    expect(await ended).toMatch(/^HTTP\/1\.1 431 /);
    await answers(open);
  });

  test('JSON that is nested without end is refused', async () => {
    expect((await open.ask('['.repeat(8_000))).status).toBe(400);
    expect((await open.ask(`${'{"a":'.repeat(1_600)}`)).status).toBe(400);
    await answers(open);
  });
});

describe('too slow', () => {
  const limits = { headersMs: 200, requestMs: 400 };

  test.each([
    ['says nothing', ''],
    ['never ends its headers', 'POST /?action=compare HTTP/1.1\r\nhost: a\r\n'],
    ['never ends its body', 'POST /?action=compare HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{'],
  ])('a client that %s loses its connection', async (_, text) => {
    await using open = await openVerifier({ limits });
    const { ended } = raw(open, text);
    expect(await ended).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
  });

  test('a client that sends one byte after the other loses its connection', async () => {
    await using open = await openVerifier({ limits });
    const { socket, ended } = raw(open, 'POST /?action=compare HTTP/1.1\r\nhost: a\r\n');
    const drip = setInterval(() => socket.write('x: y\r\n'), 20);
    await ended;
    clearInterval(drip);
    await answers(open);
  });
});

describe('too many', () => {
  test('thousands of connections: the limit is kept, the others are closed, and when they are gone it answers', async () => {
    await using open = await openVerifier({ limits: { maxConnections: 50, headersMs: 1_000 } });
    const attackers = Array.from({ length: 2_000 }, () => raw(open, 'POST /?action=compare HTTP/1.1\r\n'));
    await Promise.all(attackers.map(({ ended }) => ended));
    await answers(open);
  });

  test('checks beyond the queue get 503 at once, with the time to wait', async () => {
    await using open = await openVerifier({ pool: { maxWaiting: 2 }, guesses: { burst: 1_000 } });
    const hash = SLOW.replace('800000', '100000');
    const replies = await Promise.all(Array.from({ length: 20 }, () => open.compare(hash, 'password')));
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    for (const reply of replies.filter(({ status }) => status !== 200))
      expect([reply.status, reply.headers['retry-after']]).toEqual([503, '1']);
    await answers(open);
  });

  test('a check whose client has left does not take a thread', async () => {
    await using open = await openVerifier();
    const running = open.compare(SLOW, 'password');
    await expect.poll(() => open.metrics(), { timeout: 30_000 }).toContain('busy_threads 1');
    const body = JSON.stringify({ password: 'x', passwordHash: SLOW });
    const head = `POST /?action=compare HTTP/1.1\r\nhost: a\r\ncontent-length: ${body.length}\r\n\r\n`;
    const leaving = Array.from({ length: 5 }, () => raw(open, head + body));
    await expect.poll(() => open.metrics(), { timeout: 30_000 }).toContain('_waiting 5');
    for (const { socket } of leaving) socket.destroy();
    await expect.poll(() => open.metrics(), { timeout: 30_000 }).toContain('_waiting 0');
    await running;
    expect(await open.metrics()).toContain('checks_total{algorithm="pbkdf2-sha512",outcome="refused"} 1');
  });
});

describe('too costly', () => {
  let open: OpenVerifier;
  beforeAll(async () => {
    open = await openVerifier();
  });
  afterAll(() => open[Symbol.asyncDispose]());

  // Each a little more than a login may take, and far less than the canary computes.
  test.each([
    ['rounds', '$pbkdf2-sha512$i=4000001,l=8$c2FsdA$AAAAAAAAAAA'],
    ['memory', '$argon2id$v=19$m=262145,t=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA'],
    ['passes', '$argon2id$v=19$m=262144,t=17,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAA'],
    ['bcrypt', '$2b$16$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'],
  ])('a hash that demands too much (%s) is not computed', async (_, hash) => {
    const startedAt = systemClock.now();
    const reply = await open.compare(hash, 'password');
    expect([reply.status, reply.text]).toEqual([422, expect.stringContaining('checking it would take')]);
    expect(systemClock.now() - startedAt).toBeLessThan(5_000);
  });

  test('a slow hash does not hold up the others', async () => {
    await using two = await openVerifier({ pool: { threads: 2 } });
    let isSlowDone = false;
    const slow = two.compare(SLOW, 'password').then((reply) => {
      isSlowDone = true;
      return reply;
    });
    await expect.poll(() => two.metrics(), { timeout: 30_000 }).toContain('busy_threads 1');
    for (let count = 0; count < 20; count++) await answers(two);
    expect(isSlowDone).toBe(false);
    expect((await slow).status).toBe(200);
  });

  test('a check that takes longer than its limit is ended, and its thread is replaced', async () => {
    await using own = await openVerifier({ pool: { maxCheckMs: 100 } });
    // A loop in JavaScript, for seconds.
    const hash = '$2b$15$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K';
    const reply = await own.compare(hash, 'password');
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '1']);
    await answers(own);
  });

  test('a check that waits longer than its limit gets 503', async () => {
    await using own = await openVerifier({ pool: { maxWaitMs: 50 } });
    const slow = own.compare(SLOW, 'password');
    await expect.poll(() => own.metrics(), { timeout: 30_000 }).toContain('busy_threads 1');
    expect((await own.compare(HASH, 'password')).status).toBe(503);
    await slow;
  });
});

describe('guessing', () => {
  test('10,000 wrong passwords: ten are checked, the others get 429, and so does the right one until time has passed', async () => {
    let now = 0;
    const clock = { now: () => now, wallNow: () => 0, sleep: async () => {}, random: () => 0 };
    await using open = await openVerifier({ clock });
    const statuses = new Map<number, number>();
    for (let batch = 0; batch < 200; batch++) {
      const guesses = Array.from({ length: 50 }, (_, at) => open.compare(HASH, `guess ${batch} ${at}`));
      for (const { status } of await Promise.all(guesses)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 200: 10, 429: 9_990 });
    expect(await open.metrics()).toContain('checks_total{algorithm="sha256",outcome="refused"} 10');
    const right = await open.compare(HASH, 'password');
    expect([right.status, right.headers['retry-after']]).toEqual([429, '60']);
    now = 60_000;
    await answers(open);
  });

  test('right passwords do not count, and other hashes are not affected', async () => {
    await using open = await openVerifier({ guesses: { burst: 2 } });
    for (let count = 0; count < 10; count++) await answers(open);
    const other = HASH.replace('Xo', 'Yo');
    for (let count = 0; count < 5; count++) await open.compare(other, 'password');
    expect((await open.compare(other, 'password')).status).toBe(429);
    await answers(open);
  });
});
