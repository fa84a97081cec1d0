import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openScenario, type Scenario } from '../support/in-process.ts';
import { startTlsFront } from '../support/tls-front.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');
/** Gives a command a terminal of its own (util-linux). */
const HAS_TERMINAL = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

/** Runs an apply to a tenant with https on a terminal on which somebody types; returns what the terminal showed. */
async function apply(scenario: Scenario, typed: string, flags: readonly string[] = []) {
  const caFile = `${scenario.folder}/ca.pem`;
  await using front = await startTlsFront(scenario.sandbox.url, caFile);
  const where = ['--tenant-url', `https://localhost:${front.port}`, '--check', 'off'];
  const args = [process.execPath, BUNDLE, '--export', 'users.csv', ...where, ...flags];
  const child = spawn('script', ['-qec', args.map((arg) => `'${arg}'`).join(' '), '/dev/null'], {
    cwd: scenario.workspace,
    env: {
      ...{ PATH: process.env.PATH ?? '', HOME: scenario.folder, TMPDIR: scenario.folder, NODE_EXTRA_CA_CERTS: caFile },
      ...{ CIDAAS_CLIENT_ID: scenario.sandbox.client.id, CIDAAS_CLIENT_SECRET: scenario.sandbox.client.secret },
    },
  });
  let shown = '';
  let hasTyped = false;
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    if (hasTyped || !shown.includes('(yes/no)')) return;
    hasTyped = true;
    child.stdin.write(typed);
  });
  const exitCode = await new Promise((done) => child.on('close', done));
  return { exitCode, shown };
}

it.skipIf(!HAS_TERMINAL)('the bundle asks on a terminal before it sends, and sends only after yes', async () => {
  await using scenario = await openScenario();
  await scenario.write('users.csv', 'sub,email\n1,ada@example.com\n2,bob@example.com\n');
  const declined = await apply(scenario, 'no\n');
  expect(declined.exitCode).toBe(130);
  expect(declined.shown).toContain('2 users to create or update');
  expect(declined.shown).toContain('apply cancelled');
  expect(scenario.sandbox.userCount).toBe(0);
  expect((await apply(scenario, 'yes\n')).exitCode).toBe(0);
  expect(scenario.sandbox.userCount).toBe(2);
  const unasked = await apply(scenario, '', ['--yes']);
  expect(unasked.exitCode).toBe(0);
  expect(unasked.shown).not.toContain('(yes/no)');
});
