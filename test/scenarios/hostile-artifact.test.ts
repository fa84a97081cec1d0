import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { startResultsService } from '../support/results-service.ts';
import { openScenario, until } from '../support/scenario.ts';

const CSV = 'email\njana@example.com\n';
const COMMANDS = '%0A%3A%3Astop-commands%3A%3Ax%0A%3A%3Aadd-mask%3A%3Ae%0A%23%23%5Badd-path%5Dtmp.csv';

/** Whether the process has the file open. */
function hasOpen(pid: number, name: string): boolean {
  const folder = `/proc/${pid}/fd`;
  const target = (fd: string): string => {
    try {
      return readlinkSync(join(folder, fd));
    } catch {
      return '';
    }
  };
  return existsSync(folder) && readdirSync(folder).some((fd) => target(fd).endsWith(name));
}

describe('the bundle', () => {
  it('prints no command that the blob store puts into the name of a file', async () => {
    await using service = await startResultsService();
    await using scenario = await openScenario();
    const disposition = `attachment; filename*=UTF-8''${COMMANDS}`;
    service.seed({ name: 'export', bytes: Buffer.from(CSV), contentType: 'text/csv', disposition });
    const result = await scenario.run({ 'export-artifact': 'export', mode: 'plan' }, service.env());
    expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'error']);
    expect(result.commands).toEqual([]);
    expect(result.secrets).not.toContain('e');
    expect(result.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^`export-artifact`: The artifact is not used: its file .* has a control character in its name/,
      ),
    ]);
    expect(await readdir(join(scenario.folder, 'temp'))).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('hears SIGTERM within a file of 3 MB that unpacks to 60 GB', async () => {
    await using scenario = await openScenario();
    const frame = zstdCompressSync(Buffer.alloc(60_000_000, 'a\n'));
    const frames = Array.from({ length: 1_000 }, () => frame);
    await scenario.write('users.zst', Buffer.concat([zstdCompressSync('email\n'), ...frames]));
    const inputs = { mode: 'plan', export: 'users.zst', 'max-unpacked': '100GB' };
    const { child, ended } = await scenario.start(inputs);
    await until(() => hasOpen(child.pid ?? 0, 'users.zst'));
    child.kill('SIGTERM');
    const result = await ended;
    expect(result.outputs.outcome).toBe('cancelled');
    expect(result.report.reason).toContain('The run was cancelled (SIGTERM)');
  });

  it('does not end a process whose number something else wrote into the state of the step', async () => {
    await using scenario = await openScenario();
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    try {
      await scenario.write('users.csv', CSV);
      const { child, ended } = await scenario.start({ export: 'users.csv' });
      child.stdout?.once('data', () => child.kill('SIGKILL'));
      const main = await ended;
      const pid = bystander.pid ?? 0;
      for (const saved of [String(pid), JSON.stringify({ pid, startedAt: 'some-boot 1' })]) {
        const post = await scenario.post({ state: { ...main.state, pid: saved } }, { export: 'users.csv' });
        expect(post.exitCode).toBe(0);
      }
      expect([bystander.exitCode, bystander.signalCode]).toEqual([null, null]);
    } finally {
      bystander.kill('SIGKILL');
    }
  });

  it('does not remove a folder that something else wrote into the state of the step', async () => {
    await using scenario = await openScenario();
    await scenario.write('kept/users.csv', CSV);
    const post = await scenario.post({ state: { folder: join(scenario.workspace, 'kept') } }, { export: 'users.csv' });
    expect(post.exitCode).toBe(0);
    expect(await readdir(join(scenario.workspace, 'kept'))).toEqual(['users.csv']);
  });
});
