import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  expectClosedAccounts,
  expectStored,
  ndjson,
  openScenario,
  type Scenario,
  type ScenarioResult,
  someUsers,
} from '../support/in-process.ts';
import { startLoadBalancer } from '../support/load-balancer.ts';
import { errorsOf } from '../support/shown.ts';
import { HIDDEN_HOST, type ProxyFault, startProxy, startTlsFront } from '../support/tls-front.ts';

const users = someUsers(60);
const inputs = { export: 'users.ndjson', 'batch-size': '60', 'max-attempts': '1', 'abort-above': '100%' };
const CREDENTIALS = 'proxy-user:canary-proxy-password';

async function open(): Promise<Scenario> {
  const scenario = await openScenario();
  await scenario.write('users.ndjson', ndjson(users));
  return scenario;
}

/** Nothing was sent, and the proxy is blamed, not the tenant. */
function expectBlame(scenario: Scenario, result: ScenarioResult, why: RegExp): void {
  expectClosedAccounts(result);
  expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'aborted']);
  expect(result.report.reason).toMatch(why);
  expect(result.report.reason).not.toMatch(/tenant refuses|tenant did not|Check tenant-url, firewall/);
  expect(scenario.sandbox.requests).toHaveLength(0);
  expect(result.everything).not.toContain('canary-proxy-password');
}

describe('a proxy that fails', () => {
  it.each([
    [407, /The proxy 127\.0\.0\.1:\d+ \(HTTPS_PROXY\) requires credentials.*HTTP 407/],
    [403, /refused a connection to the tenant \(HTTP 403\).*allow CONNECT/],
    [502, /could not connect to the tenant \(HTTP 502\)/],
    ['close', /The proxy 127\.0\.0\.1:\d+ \(HTTPS_PROXY\) did not connect to the tenant/],
    ['silence', /opened no connection to the tenant in time/],
  ] as const satisfies readonly (readonly [ProxyFault, RegExp])[])('with %s is blamed itself', async (fault, why) => {
    await using scenario = await open();
    await using proxy = await startProxy(1, CREDENTIALS, fault);
    const tenant = { 'tenant-url': `https://${HIDDEN_HOST}`, 'request-timeout': '2' };
    expectBlame(scenario, await scenario.run({ ...inputs, ...tenant }, { HTTPS_PROXY: proxy.url }), why);
    expect(proxy.asked.length).toBeGreaterThan(0);
  });

  it.each([
    ['http://127.0.0.1:9', /Could not connect to the proxy 127\.0\.0\.1:9 \(ECONNREFUSED\)/],
    ['http://proxy.invalid:3128', /The host name of the proxy proxy\.invalid:3128 could not be looked up/],
  ])('because nothing answers at %s is blamed itself', async (proxy, why) => {
    await using scenario = await open();
    const result = await scenario.run({ ...inputs, 'tenant-url': `https://${HIDDEN_HOST}` }, { HTTPS_PROXY: proxy });
    expectBlame(scenario, result, why);
    expect(result.report.reason).toContain('NO_PROXY');
  });

  it('because it inspects TLS names what makes its authority known', async () => {
    await using scenario = await open();
    await using front = await startTlsFront(scenario.sandbox.url, join(scenario.folder, 'ca.pem'));
    await using proxy = await startProxy(front.port, CREDENTIALS);
    const tenant = { 'tenant-url': `https://${HIDDEN_HOST}` };
    const result = await scenario.run({ ...inputs, ...tenant }, { HTTPS_PROXY: proxy.url });
    expectBlame(
      scenario,
      result,
      /The certificate that the proxy 127\.0\.0\.1:\d+ \(HTTPS_PROXY\) shows for the tenant/,
    );
    for (const name of ['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA']) expect(result.report.reason).toContain(name);
  });

  it('is blamed for requests with users too', async () => {
    await using scenario = await open();
    const ca = join(scenario.folder, 'ca.pem');
    await using front = await startTlsFront(scenario.sandbox.url, ca);
    await using proxy = await startProxy(front.port, CREDENTIALS);
    await front.cut();
    const env = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: ca };
    const tenant = { 'tenant-url': `https://${HIDDEN_HOST}`, check: 'off', 'batch-size': '10', 'outage-patience': '0' };
    const result = await scenario.runBundle({ ...inputs, ...tenant }, env);
    expectBlame(scenario, result, /The proxy .* did not connect to the tenant/);
  });
});

describe('NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };

  it('is refused for a tenant, before anything is read or sent', async () => {
    await using scenario = await open();
    const result = await scenario.run({ ...inputs, export: 'none.csv', 'tenant-url': `https://${HIDDEN_HOST}` }, env);
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'error']);
    expect(errorsOf(result)).toEqual([expect.stringMatching(/^NODE_TLS_REJECT_UNAUTHORIZED=0 .*NODE_EXTRA_CA_CERTS/)]);
  });

  it('is accepted on loopback, and for the sandbox', async () => {
    await using scenario = await open();
    await using front = await startTlsFront(scenario.sandbox.url, join(scenario.folder, 'ca.pem'));
    const result = await scenario.run({ ...inputs, 'tenant-url': `https://localhost:${front.port}` }, env);
    expect(result.exitCode).toBe(0);
    expectStored(scenario.sandbox, users);
    expect((await scenario.run({ ...inputs, 'tenant-url': 'sandbox' }, env)).exitCode).toBe(0);
  });
});

describe('a load balancer', () => {
  it.each([
    ['compresses with gzip', { compress: 'gzip' }],
    ['compresses with br', { compress: 'br' }],
    ['sends 100 Continue', { sendContinue: true }],
    ['does both', { compress: 'gzip', sendContinue: true }],
  ] as const)('that %s, unasked, changes nothing', async (_, manners) => {
    await using scenario = await open();
    await using front = await startLoadBalancer(scenario.sandbox.url, manners);
    const result = await scenario.run({ ...inputs, 'batch-size': '20', 'tenant-url': front.url });
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ created: 60 });
    expect(result.outputs.outcome).toBe('succeeded');
    expectStored(scenario.sandbox, users);
  });

  it.each(['1', '6'])(
    'that resets large requests costs no user, and batch-size is named (%s attempts)',
    async (attempts) => {
      await using scenario = await open();
      await using front = await startLoadBalancer(scenario.sandbox.url, { maxBytes: 6_000 });
      const given = {
        ...inputs,
        'batch-size': '30',
        'max-attempts': attempts,
        concurrency: '1',
        'tenant-url': front.url,
      };
      const result = await scenario.run(given);
      expectClosedAccounts(result);
      expect(result.outputs.outcome).toBe('succeeded');
      expectStored(scenario.sandbox, users);
      const warnings = result.annotations.map(({ message }) => message).join('\n');
      expect(warnings).toMatch(/broke off without an answer.*Set `batch-size: \d+`/);
      // The second batch is made smaller before it is sent.
      expect(front.broken.length).toBeLessThan(8);
    },
  );

  it('that does not speak HTTP is described', async () => {
    await using scenario = await open();
    await using front = await startLoadBalancer(scenario.sandbox.url, { speakGarbage: true });
    const result = await scenario.run({ ...inputs, 'tenant-url': front.url });
    expectClosedAccounts(result);
    expect(result.report.reason).toMatch(/The answer was not valid HTTP.*Check that tenant-url is the tenant/);
  });
});

it('a gzip file with padding between and after its members loses no rows', async () => {
  await using scenario = await open();
  const halves = [users.slice(0, 30), users.slice(30)].map((half) => gzipSync(ndjson(half)));
  const padding = Buffer.alloc(512);
  const padded = Buffer.concat(halves.flatMap((member) => [member, padding]));
  await writeFile(join(scenario.workspace, 'users.ndjson.gz'), padded);
  const result = await scenario.run({ ...inputs, export: 'users.ndjson.gz', 'min-rows': '60' });
  expect(result.outputs.outcome).toBe('succeeded');
  expectStored(scenario.sandbox, users);
});
