import { expect, it } from 'vitest';
import { measuredMemory } from '../support/measured-memory.ts';
import { expectClosedAccounts, ndjson, openScenario, type Scenario, someUsers, until } from '../support/scenario.ts';
import { reply, type Script, type ScriptedServer, scriptedServer, silence } from '../tenant/scripted-server.ts';

const BULK = '/users-srv/user/bulk';
const inputs = {
  export: 'users.ndjson',
  'abort-above': '100%',
  'max-attempts': '2',
  'outage-patience': '0',
  concurrency: '4',
};

async function open(): Promise<Scenario> {
  const scenario = await openScenario();
  await scenario.write('users.ndjson', ndjson(someUsers(100)));
  return scenario;
}

/** Gives tokens, and plays `script` for everything else. */
function tenant(script: Script): Promise<ScriptedServer> {
  const token = reply(200, {
    access_token: 'a-token-0123456789',
    expires_in: 3_600,
    scopes: ['cidaas:bulk_user_create'],
  });
  return scriptedServer((...request) => (request[1].path === '/token-srv/token' ? token : script)(...request));
}

/** A byte a second, for ever. */
const drip: Script = (response) => {
  response.write('{');
  const timer = setInterval(() => response.write(' '), 1_000);
  response.on('close', () => clearInterval(timer));
};

const ENDLESS = `{"process_states":[${'1,'.repeat(7_899_999)}1]}`;

it('a tenant that answers every request with 7.9 million entries costs the run no memory and little time', async () => {
  await using scenario = await open();
  await using server = await tenant((response) => void response.end(ENDLESS));
  const measured = measuredMemory(scenario.folder, 150);
  const origin = { ...inputs, 'tenant-url': server.origin, check: 'off', concurrency: '1' };
  const result = await scenario.run(origin, measured.env);
  expectClosedAccounts(result);
  expect(result.report).toMatchObject({
    outcome: 'aborted',
    reason: expect.stringContaining('The answer is larger than'),
  });
  expect(result.report.totals.unknown).toBeGreaterThan(0);
  const bulk = server.requests.filter(({ path }) => path === BULK).length;
  expect(bulk).toBeLessThan(40);
  expect(await measured.read()).toBeLessThan(350);
  expect(await measured.cpuSeconds()).toBeLessThan(12);
});

/** Far below `request-timeout`, and with time for a machine that is busy. */
const SOON_MS = 15_000;

it.each<[string, 'sending' | 'checking', Script]>([
  ['never answers', 'checking', silence],
  ['answers a byte a second', 'sending', drip],
])('a tenant that %s does not keep a run that is cancelled while %s', async (_, phase, script) => {
  await using scenario = await open();
  await using server = await tenant(script);
  const check = phase === 'checking' ? 'error' : 'off';
  const { child, ended } = await scenario.start({ ...inputs, 'tenant-url': server.origin, check });
  await until(() => server.requests.length > 1);
  const cancelledAt = performance.now();
  child.kill('SIGTERM');
  const result = await ended;
  expect(performance.now() - cancelledAt).toBeLessThan(SOON_MS);
  expect(result.outputs.outcome).toBe('cancelled');
  expectClosedAccounts(result);
  const nobody = { created: 0, updated: 0, unknown: 0 };
  expect(result.report.totals).toMatchObject(phase === 'checking' ? nobody : { unknown: 100 });
});

it('a tenant that never answers does not keep a run beyond its time-limit', async () => {
  await using scenario = await open();
  await using server = await tenant(silence);
  const begunAt = performance.now();
  const result = await scenario.run({ ...inputs, 'tenant-url': server.origin, check: 'off', 'time-limit': '0.1' });
  expect(performance.now() - begunAt).toBeLessThan(6_000 + SOON_MS);
  expect(result.outputs.outcome).toBe('aborted');
  expect(result.report.reason).toContain('time-limit');
  expect(result.report.totals).toMatchObject({ unknown: 100 });
  expectClosedAccounts(result);
});
