import { describe, expect, it } from 'vitest';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { expectClosedAccounts, expectStored, ndjson, openScenario, someUsers, until } from '../support/in-process.ts';
import { BULK, type FrontAnswer, startScriptedFront } from '../support/scripted-front.ts';

const users = someUsers(60);
const inputs = { export: 'users.ndjson', 'batch-size': '5', check: 'off' };
const TOKEN = '/token-srv/token';

async function open(options: SandboxOptions = {}) {
  const scenario = await openScenario({ log: 'users', ...options });
  await scenario.write('users.ndjson', ndjson(users));
  return scenario;
}

const page = (status: number, title: string): FrontAnswer => ({
  status,
  body: `<html><head><title>${title}</title></head></html>`,
});
const away: [string, FrontAnswer][] = [
  ['503', page(503, 'Service Temporarily Unavailable')],
  ['502', page(502, 'Bad Gateway')],
  ['504', page(504, 'Gateway Time-out')],
  ['429 without a time', { status: 429 }],
  ['resets', 'reset'],
];

describe('an outage of the tenant', () => {
  it.each(away)('pauses all workers, is probed by one request at a time and costs nobody: %s', async (_, answer) => {
    await using scenario = await open();
    // More failures than `max-attempts` would forgive each batch.
    await using front = await startScriptedFront(scenario.sandbox.url, ({ path, nth }) =>
      path === BULK && nth > 1 && nth <= 6 ? answer : null,
    );
    const result = await scenario.runBundle({
      ...inputs,
      'tenant-url': front.url,
      concurrency: '2',
      'max-attempts': '1',
    });
    expectClosedAccounts(result);
    expect([result.exitCode, result.report.totals.created]).toEqual([0, 60]);
    // Two requests leave together. The answer to the first may come after the others are refused, and let two more leave.
    const probes = front.seen.filter(({ path, nth, isPassed }) => path === BULK && nth > 4 && !isPassed);
    expect(probes.map(({ underWay }) => underWay)).toEqual([1, 1]);
    expectStored(scenario.sandbox, users);
  });

  it('at the token endpoint is waited for as well', async () => {
    await using scenario = await open();
    await using front = await startScriptedFront(scenario.sandbox.url, ({ path, nth }) =>
      path === TOKEN && nth <= 4 ? page(503, 'Away') : null,
    );
    const result = await scenario.run({ ...inputs, 'tenant-url': front.url, 'max-attempts': '1' });
    expect(result.exitCode).toBe(0);
    expectStored(scenario.sandbox, users);
  });

  it('while the set-up is read is waited for: the check is not left out', async () => {
    const fields = [{ fieldKey: 'customer_no', fieldType: 'CUSTOM', dataType: 'TEXT', enabled: true } as const];
    await using scenario = await open({ setup: { fields, roles: [], groups: [], groupTypes: [] } });
    await using front = await startScriptedFront(scenario.sandbox.url, ({ n }) =>
      n > 1 && n <= 5 ? page(503, 'Away') : null,
    );
    const all = { ...inputs, check: 'error', 'tenant-url': front.url, 'max-attempts': '1' };
    const result = await scenario.run(all);
    expect(result.report.check?.checked).toContain('fields');
    expect(result.report.check?.findings.map(({ code }) => code)).not.toContain('setup.unread');
  });

  it('that outlasts outage-patience ends the run, counts once, and the next run finishes the job', async () => {
    await using scenario = await open();
    let isOver = false;
    await using front = await startScriptedFront(scenario.sandbox.url, ({ path, nth }) =>
      path === BULK && nth > 3 && !isOver ? page(503, 'Away') : null,
    );
    const given = {
      ...inputs,
      'tenant-url': front.url,
      'outage-patience': '1s',
      'max-attempts': '1',
      'abort-above': '10%',
    };
    const result = await scenario.run(given);
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('aborted');
    expect(result.report.totals).toMatchObject({ created: 15, unsent: 45, unknown: 0, failed: 0 });
    expect(result.report.reason).toMatch(
      /got no usable answer for .*, as long as outage-patience .* An HTML page: Away/,
    );
    isOver = true;
    const again = await scenario.run(given);
    expect(again.exitCode).toBe(0);
    expectStored(scenario.sandbox, users);
  });

  it('hears time-limit and SIGTERM', async () => {
    await using scenario = await open();
    await using front = await startScriptedFront(scenario.sandbox.url, ({ path, nth }) =>
      path === BULK && nth > 3 ? { status: 429, headers: { 'retry-after': '500' } } : null,
    );
    const given = { ...inputs, 'tenant-url': front.url };
    const limited = await scenario.run({ ...given, 'time-limit': '0.05' });
    expect(limited.report.reason).toContain('time-limit');
    expect(limited.report.totals).toMatchObject({ unknown: 0, failed: 0 });
    const before = front.seen.length;
    const { child, ended } = await scenario.start(given);
    await until(() => front.seen.slice(before).some(({ path }) => path === BULK));
    child.kill('SIGTERM');
    const cancelled = await ended;
    expect(cancelled.outputs.outcome).toBe('cancelled');
    expect(cancelled.report.totals).toMatchObject({ unknown: 0, failed: 0 });
  });
});

describe('a time that the tenant names', () => {
  it.each([
    ['Retry-After', { 'retry-after': '1' }],
    ['RateLimit', { ratelimit: '"default";r=0;t=1' }],
    ['RateLimit of older drafts', { ratelimit: 'limit=10, remaining=0, reset=1' }],
    ['RateLimit-Reset', { 'ratelimit-remaining': '0', 'ratelimit-reset': '1' }],
    ['X-RateLimit-Reset', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }],
  ])('is honoured: %s', async (_, headers) => {
    await using scenario = await open();
    await using front = await startScriptedFront(scenario.sandbox.url, ({ path, nth }) =>
      path === BULK && nth === 4 ? { status: 429, headers } : null,
    );
    const result = await scenario.run({ ...inputs, 'tenant-url': front.url, concurrency: '1', 'max-attempts': '1' });
    expect([result.exitCode, result.report.totals.created]).toEqual([0, 60]);
    const [refused, next] = front.seen.filter(({ path }) => path === BULK).slice(3);
    // A lower bound that no slow machine breaks; timers may fire a millisecond early.
    expect((next?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(995);
  });
});
