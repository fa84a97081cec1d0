import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownIdentity, waitForMainStep } from '../../src/entry/main-process.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
const [script] = process.argv.slice(1);
const children: ChildProcess[] = [];
const never = new AbortController().signal;

beforeEach(() => {
  // As if this process were the post step of an action in that folder.
  process.argv[1] = folder.file('post.js');
});
afterEach(() => {
  process.argv[1] = script ?? '';
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A process that waits; resolves when it runs. */
async function start(name: string): Promise<ChildProcess & { readonly pid: number }> {
  writeFileSync(folder.file(name), "setInterval(() => undefined, 1_000); process.stdout.write('runs');");
  const child = spawn(process.execPath, [folder.file(name)], { stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(child);
  await new Promise((runs) => child.stdout.once('data', runs));
  return child as ChildProcess & { readonly pid: number };
}

/** What the process would have saved of itself. */
function identityOf(pid: number): { readonly pid: number; readonly startedAt: string } {
  const [boot = ''] = (JSON.parse(ownIdentity()) as { startedAt: string }).startedAt.split(' ');
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return { pid, startedAt: `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}` };
}

const warnings: string[] = [];
const log = { warning: (message: string) => void warnings.push(message) };

describe.skipIf(process.platform !== 'linux')('the post step', () => {
  test('ends the main step: same number, same start, same script', async () => {
    const main = await start('index.js');
    const ended = new Promise((resolve) => main.once('exit', (_, signal) => resolve(signal)));
    await waitForMainStep(JSON.stringify(identityOf(main.pid)), log, never);
    expect(await ended).toBe('SIGTERM');
  });

  test.each([
    ['a process that got the number of the main step', 'index.js', { startedAt: 'some-boot 12345' }],
    ['a process of the same number, start and user that runs something else', 'export.js', {}],
  ])('does not end %s', async (_, name, changed) => {
    const other = await start(name);
    await waitForMainStep(JSON.stringify({ ...identityOf(other.pid), ...changed }), log, never);
    expect([other.exitCode, other.signalCode]).toEqual([null, null]);
    expect(() => process.kill(other.pid, 0)).not.toThrow();
  });

  test.each([
    '',
    '1',
    '{}',
    'null',
    '{"pid":1,"startedAt":"x"}',
    '{"pid":-1,"startedAt":"x"}',
    '{"pid":"1","startedAt":"x"}',
    '[',
    '0',
    '-1',
  ])('ends nothing for a state of %j, which something else wrote', async (state) => {
    const other = await start('index.js');
    await waitForMainStep(state, log, never);
    await waitForMainStep(String(other.pid), log, never);
    expect([other.exitCode, other.signalCode]).toEqual([null, null]);
  });

  test('never ends itself', async () => {
    process.argv[1] = folder.file('post.js');
    await waitForMainStep(ownIdentity(), log, never);
    expect(warnings).toEqual([]);
  });
});
