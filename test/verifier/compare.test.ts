import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenVerifier, openVerifier } from '../support/open-verifier.ts';

const HASH = '$digest-sha256$salt=none,pw=utf8$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg';
const RIGHT = { password: 'password', passwordVerification: { passwordHash: HASH } };
const VERIFIED = { status: 200, success: true, data: { verified: true } };

describe('a request to compare', () => {
  let open: OpenVerifier;
  beforeAll(async () => {
    open = await openVerifier();
  });
  afterAll(() => open[Symbol.asyncDispose]());

  test.each([
    ['as cidaas documents it', { ...RIGHT, algorithm: 'CUSTOM_LEGACY' }, '/?action=compare'],
    ['with the hash next to the password', { password: 'password', passwordHash: HASH, hData: 4 }, '/?action=compare'],
    ['with members that are not documented', { ...RIGHT, trackId: [1, { a: null }] }, '/?action=compare'],
    ['at any path, with other parameters', RIGHT, '/legacy/verifier?tenant=acme&action=compare'],
  ])('is answered %s', async (_, body, path) => {
    expect(await open.ask(body, { path })).toMatchObject({ status: 200, body: VERIFIED });
  });

  test('in any content type, since only JSON is read', async () => {
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    expect(await open.ask(RIGHT, { headers })).toMatchObject({ status: 200, body: VERIFIED });
  });

  test('has status 200 for a wrong password too, and for an empty one', async () => {
    for (const password of ['Password', '', 'p\u0000', '💥'])
      expect(await open.compare(HASH, password)).toMatchObject({
        status: 200,
        body: { success: true, data: { verified: false } },
      });
  });

  test.each([
    ['no JSON', '{"password": "secret-secret"'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]).toString('latin1')],
    ['no password', JSON.stringify({ passwordVerification: { passwordHash: HASH } })],
    ['a password that is a number', JSON.stringify({ ...RIGHT, password: 4711 })],
    ['no hash', JSON.stringify({ password: 'secret-secret', passwordVerification: {} })],
    ['a hash that is an object', JSON.stringify({ password: 'secret-secret', passwordHash: { $ne: '' } })],
    ['a prototype', '{"__proto__": {"password": "secret-secret", "passwordHash": "x"}}'],
    ['what is no hash', JSON.stringify({ password: 'secret-secret', passwordHash: 'secret-secret' })],
    ['a mark for a locked account', JSON.stringify({ password: 'secret-secret', passwordHash: '!' })],
    ['a hash that is cut off', JSON.stringify({ password: 'secret-secret', passwordHash: HASH.slice(0, -9) })],
  ])('with %s gets 400 and no part of itself back', async (_, body) => {
    const reply = await open.ask(body);
    expect(reply).toMatchObject({ status: 400, body: { status: 400, success: false, error: expect.any(String) } });
    for (const part of ['secret-secret', HASH.slice(0, 20), ' at ', '.ts']) expect(reply.text).not.toContain(part);
    expect(open.lines).toEqual([]);
  });

  test.each([
    ['another action', { path: '/?action=hash' }, 400],
    ['no action', { path: '/' }, 400],
    ['GET', { method: 'GET' }, 405],
    ['PUT', { method: 'PUT' }, 405],
    ['a compressed body', { headers: { 'content-encoding': 'gzip' } }, 415],
  ])('with %s is not answered', async (_, question, status) => {
    expect((await open.ask(RIGHT, question)).status).toBe(status);
  });

  test('that needs a secret which is not there gets 422, and no word on passwords', async () => {
    const hash =
      '$firescrypt$ln=14,r=8,p=1$42xEC+ixf3L2lw$lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ$Bw';
    const reply = await open.compare(hash, 'user1password');
    expect(reply).toMatchObject({ status: 422, body: { success: false } });
    expect(reply.body).not.toHaveProperty('data');
  });
});

test('nothing of a request is logged, whatever becomes of it', async () => {
  await using open = await openVerifier({ minuteMs: 20 });
  await open.compare(HASH, 'password');
  await open.compare(HASH, 'a-wrong-password');
  await open.ask('{"password": "a-wrong-password"');
  await expect.poll(() => open.lines.length, { timeout: 30_000 }).toBeGreaterThan(2);
  await open.verifier.close();
  for (const line of open.lines) expect(line).toMatch(/^metrics: (?:\w+=\d+ ?)+$/);
});

describe('/healthz', () => {
  test('needs no token and shows nothing', async () => {
    await using open = await openVerifier({ access: [async () => 'refused'] });
    const reply = await open.ask('', { method: 'GET', path: '/healthz' });
    expect([reply.status, reply.text]).toEqual([200, '{"status":200,"success":true}']);
    expect((await fetch(`${open.verifier.metricsUrl}/healthz`)).status).toBe(200);
    expect((await open.ask(RIGHT)).status).toBe(401);
  });
});

describe('metrics', () => {
  test('count checks by algorithm and outcome, with their time, and when a password was last right', async () => {
    let at = 1_800_000_000_000;
    const clock = { now: () => 0, wallNow: () => at, sleep: async () => {}, random: () => 0 };
    await using open = await openVerifier({ clock });
    at += 5_000;
    await open.compare(HASH, 'password');
    at += 5_000;
    await open.compare(HASH, 'wrong');
    await open.ask('{}');
    const text = await open.metrics();
    const samples = text.split('\n').filter((line) => !line.startsWith('#'));
    expect(samples).toEqual(
      expect.arrayContaining([
        'cidaas_verifier_checks_total{algorithm="sha256",outcome="verified"} 1',
        'cidaas_verifier_checks_total{algorithm="sha256",outcome="refused"} 1',
        'cidaas_verifier_answers_total{status="200"} 2',
        'cidaas_verifier_answers_total{status="400"} 1',
        'cidaas_verifier_last_verified_timestamp_seconds{algorithm="sha256"} 1800000005',
        'cidaas_verifier_check_duration_seconds_bucket{algorithm="sha256",le="0.005"} 2',
        'cidaas_verifier_check_duration_seconds_count{algorithm="sha256"} 2',
        'cidaas_verifier_started_timestamp_seconds 1800000000',
        'cidaas_verifier_limited_hashes 1',
      ]),
    );
  });

  test('are in the format of Prometheus, each with its help and type before its samples', async () => {
    await using open = await openVerifier();
    await open.compare(HASH, 'password');
    const response = await fetch(`${open.verifier.metricsUrl}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await response.text();
    let name = '';
    for (const line of text.trimEnd().split('\n')) {
      if (line.startsWith('# HELP ')) name = line.split(' ')[2] ?? '';
      else if (line.startsWith('# TYPE '))
        expect(line).toMatch(new RegExp(`^# TYPE ${name} (?:counter|gauge|histogram)$`));
      else
        expect(line).toMatch(new RegExp(`^${name}(?:_bucket|_sum|_count)?(?:\\{(?:\\w+="[^"]*",?)+\\})? [\\d.e+-]+$`));
    }
    expect(text.endsWith('\n')).toBe(true);
  });

  test('are not at the address of the verifier, and their address compares nothing', async () => {
    await using open = await openVerifier();
    expect((await open.ask('', { method: 'GET', path: '/metrics' })).status).toBe(405);
    const response = await fetch(`${open.verifier.metricsUrl}/?action=compare`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(404);
  });
});

describe('shutting down', () => {
  const SLOW = '$pbkdf2-sha512$i=600000,l=8$c2FsdHNhbHQ$AAAAAAAAAAA';

  test('answers what is in flight, and takes nothing new', async () => {
    await using open = await openVerifier();
    const inFlight = open.compare(SLOW, 'password');
    await expect.poll(() => open.metrics(), { timeout: 30_000 }).toContain('busy_threads 1');
    const closed = open.verifier.close();
    expect((await fetch(`${open.verifier.metricsUrl}/healthz`)).status).toBe(503);
    await expect(open.compare(HASH, 'password')).rejects.toThrow(/ECONNREFUSED/);
    const reply = await inFlight;
    expect(reply).toMatchObject({ status: 200, body: { data: { verified: false } } });
    expect(reply.headers.connection).toBe('close');
    await closed;
  });

  test('does not wait for ever', async () => {
    await using open = await openVerifier({ limits: { graceMs: 50 } });
    const inFlight = open.compare(SLOW, 'password').catch((error: Error) => error.message);
    await expect.poll(() => open.metrics(), { timeout: 30_000 }).toContain('busy_threads 1');
    await open.verifier.close();
    expect(await inFlight).toBe('socket hang up');
  });
});
