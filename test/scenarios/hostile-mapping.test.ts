import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startCommand } from '../support/command.ts';
import { DIST, openScenario } from '../support/scenario.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CSV = 'sub,email\nu1,u1@example.com\nu2,u2@example.com\nu3,u3@example.com\nu4,u4@example.com\n';
const fields = (nickname: string) =>
  `fields:\n  sub: sub\n  email: email\n  userStatus: { value: VERIFIED }\n  nickname: ${nickname}\n`;
const BACKTRACKING = `$match("${'a'.repeat(40)}!", /(a+)+$/)`;

function plan(folder: string, mapping: string, ...more: string[]) {
  writeFileSync(join(folder, 'users.csv'), CSV);
  writeFileSync(join(folder, 'mapping.yml'), mapping);
  return startCommand(
    DIST,
    ['--mode', 'plan', '--export', 'users.csv', '--mapping', 'mapping.yml', '--abort-above', '100%', ...more],
    {
      cwd: folder,
    },
  );
}

function failuresIn(folder: string): { row: number; code: string; message: string }[] {
  return JSON.parse(readFileSync(join(folder, 'migration-report/report.json'), 'utf8')).failures;
}

describe('a mapping of somebody else', () => {
  it('whose expression loops for one record and fills the memory for another: these rows are invalid, the run goes on', async () => {
    using folder = tempFolder();
    const loop = '($f := function($x) { $f($x + 1) }; $f(1))';
    const expression = `sub = "u2" ? ${loop} : sub = "u3" ? $split($pad("x", 60000000), "") : sub`;
    const { exitCode, stderr } = await plan(folder.path, fields(`{ expr: '${expression}' }`)).ended;
    expect(exitCode, stderr).toBe(1);
    expect(failuresIn(folder.path).map(({ row, code }) => `${row} ${code}`)).toEqual(['2 expr.limit', '3 expr.limit']);
    expect(failuresIn(folder.path)[0]?.message).toContain('(mapping.yml:5) takes more than a second');
  });

  it.runIf(process.platform === 'linux')(
    'whose expression never ends: SIGTERM ends the run and the process of the expression',
    async () => {
      using folder = tempFolder();
      const { child, ended } = plan(folder.path, fields(`{ expr: '${BACKTRACKING}' }`));
      while (childrenOf(child.pid).length === 0) await setTimeout(20);
      const [evaluator] = childrenOf(child.pid);
      child.kill('SIGTERM');
      const before = performance.now();
      await ended;
      // Half a second; a machine that runs other tests takes longer.
      expect(performance.now() - before).toBeLessThan(15_000);
      expect(JSON.parse(readFileSync(join(folder.path, 'migration-report/report.json'), 'utf8')).outcome).toBe(
        'cancelled',
      );
      await expectEnd(evaluator);
    },
  );

  it.runIf(process.platform === 'linux')(
    'whose run is killed: no process of an endless expression is left',
    async () => {
      using folder = tempFolder();
      const { child, ended } = plan(folder.path, fields(`{ expr: '${BACKTRACKING}' }`));
      while (childrenOf(child.pid).length === 0) await setTimeout(20);
      const [evaluator] = childrenOf(child.pid);
      // Until the watch of its parent has begun.
      await setTimeout(500);
      child.kill('SIGKILL');
      await ended;
      for (let tries = 0; tries < 500 && isRunning(evaluator); tries += 1) await setTimeout(20);
      expect(isRunning(evaluator)).toBe(false);
    },
  );

  it('that asks for files outside of the workspace, itself or through a link: nothing is read', async () => {
    await using scenario = await openScenario();
    const secret = join(scenario.folder, 'secret.csv');
    writeFileSync(secret, 'id,hash\nu1,geheim\n');
    writeFileSync(join(scenario.workspace, 'users.csv'), CSV);
    symlinkSync(secret, join(scenario.workspace, 'link.csv'));
    writeFileSync(join(scenario.folder, 'mapping.yml'), fields('sub'));
    symlinkSync(join(scenario.folder, 'mapping.yml'), join(scenario.workspace, 'linked.yml'));
    for (const file of ['link.csv', secret, '../secret.csv'])
      writeFileSync(
        join(scenario.workspace, `m${file.length}.yml`),
        `join: { h: { file: '${file}', key: id, equals: sub } }\n${fields('h.hash')}`,
      );
    for (const mapping of [
      'linked.yml',
      `m${'link.csv'.length}.yml`,
      `m${secret.length}.yml`,
      `m${'../secret.csv'.length}.yml`,
    ]) {
      const { exitCode, stdout, outputs } = await scenario.run({ mode: 'plan', export: 'users.csv', mapping });
      expect(exitCode, mapping).toBe(1);
      expect(outputs.outcome).toBe('error');
      expect(stdout).toContain('leads out of');
      expect(stdout).not.toContain('geheim');
    }
  });
});

function childrenOf(pid: number | undefined): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    const [, parent] = statOf(name);
    return Number(parent) === pid;
  });
}

async function expectEnd(pid: string | undefined): Promise<void> {
  for (let tries = 0; tries < 500 && isRunning(pid); tries += 1) await setTimeout(20);
  expect(isRunning(pid)).toBe(false);
}

function isRunning(pid: string | undefined): boolean {
  const [state = ''] = statOf(pid ?? '');
  return state !== '' && state !== 'Z';
}

/** State and parent of a process; nothing when it has ended. */
function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}
