import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type CommandResult, startCommand } from './command.ts';
import { runCommand } from './in-process.ts';
import type { Report } from './report.ts';
import { DIST, ndjson } from './scenario.ts';
import { tempFolder } from './temp-folder.ts';

export interface NightResult extends CommandResult {
  readonly report: Report;
}

/** A folder in which the command runs again and again against one sandbox, each time with the export as it is then. */
export interface Nightly extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly env: { readonly [name: string]: string };
  /** Flags that every run needs. */
  readonly flags: readonly string[];
  /** Runs the command in this process. */
  run(exported: readonly object[], ...flags: readonly string[]): Promise<NightResult>;
  /** The same with the committed bundle. */
  runBundle: Nightly['run'];
}

export async function openNightly(options: SandboxOptions = {}): Promise<Nightly> {
  const temp = tempFolder();
  const sandbox = await startSandbox(options);
  const env = {
    CIDAAS_CLIENT_ID: sandbox.client.id,
    CIDAAS_CLIENT_SECRET: sandbox.client.secret,
    CIDAAS_STATE_KEY: 'a state key of the tests',
  };
  const flags = ['--tenant-url', sandbox.url, '--abort-above', '100%', '--outage-patience', '0'];
  const where = { cwd: temp.path, env };
  const night =
    (play: (args: readonly string[]) => Promise<CommandResult>): Nightly['run'] =>
    async (exported, ...more) => {
      await writeFile(join(temp.path, 'users.ndjson'), ndjson(exported));
      await rm(join(temp.path, 'migration-report'), { recursive: true, force: true });
      const input = more.includes('undo') ? [] : ['--export', 'users.ndjson'];
      const result = await play([...flags, ...input, ...more]);
      const report = await readFile(join(temp.path, 'migration-report/report.json'), 'utf8').catch(() => 'null');
      return { ...result, report: JSON.parse(report) as Report };
    };
  return {
    sandbox,
    folder: temp.path,
    env,
    flags,
    run: night((args) => runCommand(args, where)),
    runBundle: night((args) => startCommand(DIST, args, where).ended),
    async [Symbol.asyncDispose]() {
      await sandbox.close();
      temp[Symbol.dispose]();
    },
  };
}
