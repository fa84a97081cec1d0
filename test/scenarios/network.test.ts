import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { combineFaults, faultOn } from '../../src/sandbox/fault.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import * as fault from '../support/faults/faults.ts';
import { startGate } from '../support/gate.ts';
import {
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  type Scenario,
  type ScenarioResult,
  someUsers,
} from '../support/in-process.ts';
import { errorsOf } from '../support/shown.ts';
import { HIDDEN_HOST, startCable, startProxy, startTlsFront } from '../support/tls-front.ts';

const users = someUsers(60);
const inputs = {
  ...{ export: 'users.ndjson', 'batch-size': '5' },
  ...{ 'max-attempts': '1', 'outage-patience': '0', 'abort-above': '100%' },
};
const CREDENTIALS = 'proxy-user:canary-proxy-password';

async function open(options: SandboxOptions = {}): Promise<Scenario> {
  const scenario = await openScenario(options);
  await scenario.write('users.ndjson', ndjson(users));
  return scenario;
}

/** Nothing was sent, and the run says why. */
function expectKeptOut(scenario: Scenario, result: ScenarioResult, why: string): void {
  expectClosedAccounts(result);
  expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'aborted']);
  expect(result.report.totals).toMatchObject({ unsent: 60 });
  expect(result.report.reason).toContain(why);
  expect(scenario.sandbox.requests).toHaveLength(0);
}

describe('https', () => {
  it('works with a certificate authority of the company, named in NODE_EXTRA_CA_CERTS', async () => {
    await using scenario = await open();
    const ca = join(scenario.folder, 'ca.pem');
    await using front = await startTlsFront(scenario.sandbox.url, ca);
    const tenant = { 'tenant-url': `https://localhost:${front.port}` };
    const result = await scenario.runBundle({ ...inputs, ...tenant }, { NODE_EXTRA_CA_CERTS: ca });
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(0);
    expect(result.report.tenant).toBe(`https://localhost:${front.port}`);
    expectStored(scenario.sandbox, users);
  });

  it('stops at a certificate that nobody trusts, before anything is sent', async () => {
    await using scenario = await open();
    await using front = await startTlsFront(scenario.sandbox.url, join(scenario.folder, 'ca.pem'));
    const result = await scenario.run({ ...inputs, 'tenant-url': `https://localhost:${front.port}` });
    expectKeptOut(scenario, result, 'NODE_EXTRA_CA_CERTS');
  });

  it.each([
    'http://acme.example.com',
    'http://127.0.0.1.example.com',
    'https://acme.example.com/path',
    'ftp://localhost',
  ])('is asked for in place of %s', async (url) => {
    await using scenario = await open();
    const result = await scenario.run({ ...inputs, 'tenant-url': url });
    expect(result.outputs.outcome).toBe('error');
    expect(errorsOf(result)).toEqual([expect.stringMatching(/^`tenant-url`: /)]);
  });
});

describe('a proxy', () => {
  it('in HTTPS_PROXY leads to the tenant, and sees neither secret nor users', async () => {
    await using scenario = await open();
    const ca = join(scenario.folder, 'ca.pem');
    await using front = await startTlsFront(scenario.sandbox.url, ca);
    await using proxy = await startProxy(front.port, CREDENTIALS);
    const env = { HTTPS_PROXY: proxy.url, NO_PROXY: 'localhost,.example.com', NODE_EXTRA_CA_CERTS: ca };
    const result = await scenario.runBundle({ ...inputs, 'tenant-url': `https://${HIDDEN_HOST}` }, env);
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(0);
    expectStored(scenario.sandbox, users);
    expect(new Set(proxy.asked.map(({ host }) => host))).toEqual(new Set([`${HIDDEN_HOST}:443`]));
    expect(proxy.asked[0]?.headers['proxy-authorization']).toBe(`Basic ${btoa(CREDENTIALS)}`);
    for (const secret of [scenario.sandbox.client.secret, 'example.com', 'Bearer'])
      expect(proxy.seen()).not.toContain(secret);
    expect(result.everything).not.toContain('canary-proxy-password');
  });

  it('is passed by for the hosts in NO_PROXY, and HTTP_PROXY is not for https', async () => {
    await using scenario = await open();
    await using proxy = await startProxy(1, CREDENTIALS);
    const tenant = { ...inputs, 'tenant-url': `https://${HIDDEN_HOST}` };
    const passedBy = await scenario.run(tenant, { HTTPS_PROXY: proxy.url, NO_PROXY: HIDDEN_HOST });
    expectKeptOut(scenario, passedBy, 'There is no host');
    expectKeptOut(scenario, await scenario.run(tenant, { HTTP_PROXY: proxy.url }), 'There is no host');
    expect(proxy.asked).toEqual([]);
  });

  it('is never asked for loopback', async () => {
    await using scenario = await open();
    await using proxy = await startProxy(1, CREDENTIALS);
    const env = { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url, https_proxy: proxy.url, http_proxy: proxy.url };
    expect((await scenario.run(inputs, env)).exitCode).toBe(0);
    expect(proxy.asked).toEqual([]);
    expectStored(scenario.sandbox, users);
  });

  it('that cannot be used is an error that does not show its password', async () => {
    await using scenario = await open();
    const env = { HTTPS_PROXY: 'http://proxy-user:canary-proxy-password%zz@proxy.example.com' };
    const result = await scenario.run({ ...inputs, 'tenant-url': `https://${HIDDEN_HOST}` }, env);
    expectClosedAccounts(result);
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'error']);
    expect(errorsOf(result)).toEqual([expect.stringMatching(/^HTTPS_PROXY is not a usable proxy URL/)]);
    expect(result.everything).not.toContain('canary-proxy-password');
    expect(result.stdout).not.toMatch(/\n\s+at /);
  });
});

describe('what the tenant is spared', () => {
  it.each([1, 3, 4])(
    'concurrency %i: never more requests in flight, and never fewer while there are users',
    async (size) => {
      await using scenario = await open();
      await using gate = await startGate(scenario.sandbox.url, size);
      const result = await scenario.run({ ...inputs, 'tenant-url': gate.url, concurrency: String(size) });
      expectClosedAccounts(result);
      expect(result.exitCode).toBe(0);
      expect(gate.most).toBe(size);
      expectStored(scenario.sandbox, users);
    },
  );

  it('max-requests-per-second: the last request waits for its turn', async () => {
    await using scenario = await open();
    const result = await scenario.run({ ...inputs, 'max-requests-per-second': '10', concurrency: '8' });
    expectClosedAccounts(result);
    expect(scenario.sandbox.counters.bulkRequests).toBe(12);
    // A lower bound that no slow machine breaks: eleven of the twelve wait a tenth of a second each.
    expect(result.report.durationMs).toBeGreaterThanOrEqual(1_090);
  });

  it('one token serves the whole run', async () => {
    await using scenario = await open();
    await scenario.run({ ...inputs, concurrency: '8' });
    expect(scenario.sandbox.counters.tokenRequests).toBe(1);
  });
});

describe('when something dies in the middle', () => {
  /** The accounts add up, the step fails, and what counts as created is there. */
  function expectHonest(scenario: Scenario, result: ScenarioResult): void {
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(1);
    expect(result.outputs.outcome).toBe('aborted');
    const { created = 0, unknown = 0, unsent = 0 } = result.report.totals;
    expect(created + unknown + unsent).toBe(60);
    expect(created).toBeGreaterThan(0);
    expect(unknown + unsent).toBeGreaterThan(0);
    const stored = scenario.sandbox.userCount;
    expect(stored).toBeGreaterThanOrEqual(created);
    expect(stored).toBeLessThanOrEqual(created + unknown);
    for (const { sub } of result.report.successes) expect(scenario.sandbox.users().has(sub ?? '')).toBe(true);
  }

  it.each(['1', '4'])('the tenant, with concurrency %s', async (concurrency) => {
    const dying = { close: async () => {} };
    const faults = faultOn('bulk', (n) => {
      if (n === 5) void dying.close();
      return false;
    });
    await using scenario = await open({ faults });
    dying.close = () => scenario.sandbox.close();
    expectHonest(scenario, await scenario.run({ ...inputs, concurrency }));
  });

  it('the network, with requests under way', async () => {
    const cable = { cut: async () => {} };
    const faults = faultOn(
      'bulk',
      (n) => {
        if (n === 6) void cable.cut();
        return n >= 6;
      },
      fault.hanging(true),
    );
    await using scenario = await open({ faults });
    await using front = await startCable(scenario.sandbox.url);
    cable.cut = front.cut;
    const tenant = { 'tenant-url': `http://127.0.0.1:${front.port}` };
    const result = await scenario.run({ ...inputs, ...tenant, concurrency: '3' });
    expectHonest(scenario, result);
    expect(result.report.totals.unknown).toBeGreaterThan(0);
    expect(result.report.requests.byStatus.none).toBeGreaterThan(0);
  });

  it('the token, and no other is given', async () => {
    const faults = combineFaults(
      faultOn('bulk', (n) => n > 3, fault.revokedToken()),
      faultOn('token', (n) => n > 1, fault.failing(401, 'oauth', 'invalid_client')),
    );
    await using scenario = await open({ faults });
    const result = await scenario.run({ ...inputs, concurrency: '1' });
    expectHonest(scenario, result);
    expect(result.report.totals).toMatchObject({ created: 15, unknown: 0, unsent: 45 });
    expect(result.report.reason).toContain('client-id and client-secret');
  });

  it('and again: the same export finishes the job', async () => {
    const dying = { n: 0 };
    await using scenario = await open({
      faults: faultOn('bulk', () => ++dying.n > 4 && dying.n < 12, fault.droppedAfter()),
    });
    const first = await scenario.run({ ...inputs, concurrency: '1' });
    expectHonest(scenario, first);
    dying.n = 100;
    const second = await scenario.run(inputs);
    expectClosedAccounts(second);
    expect(second.exitCode).toBe(0);
    expectStored(scenario.sandbox, users);
  });
});
