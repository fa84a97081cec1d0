import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runJob } from '../../src/entry/job.ts';
import { endlessPatience } from '../../src/publish/github-retry.ts';
import type { Log } from '../../src/runtime/log.ts';
import { progressLog } from '../../src/runtime/progress-log.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { flatUser, type StoredAccount } from '../../src/sandbox/stored-account.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import { inputsOf } from './inputs-of.ts';
import { localEvaluator } from './local-evaluator.ts';
import type { Report } from './scenario.ts';
import { tempFolder } from './temp-folder.ts';

export interface ImportOptions {
  /** Files that lie in the workspace: paths to copy, or names with their content. */
  readonly files: readonly (string | { readonly name: string; readonly content: string })[];
  /** Text of a mapping file. */
  readonly mapping?: string;
  readonly inputs?: { readonly [name: string]: string };
}

export interface Imported {
  /** What the sandbox holds, in the order in which it was created: flat, unless a user has several identities. */
  readonly users: readonly CidaasUser[];
  readonly report: Report;
  /** `code field` of every row that is invalid, by row. */
  readonly invalid: { readonly [row: number]: string };
  readonly log: readonly string[];
  /** All that leaves the process: log and report files. */
  readonly everything: string;
}

/** Runs the whole way in this process, from files to the users that the sandbox stores. */
export async function importUsers({ files, mapping, inputs = {} }: ImportOptions): Promise<Imported> {
  using temp = tempFolder();
  await using sandbox = await startSandbox();
  const workspace = join(temp.path, 'workspace');
  const folder = join(temp.path, 'private');
  for (const path of [workspace, folder]) await mkdir(path);
  for (const file of files) {
    if (typeof file === 'string') await cp(file, join(workspace, basename(file)));
    else await writeFile(join(workspace, file.name), file.content);
  }
  if (mapping !== undefined) await writeFile(join(workspace, 'mapping.yml'), mapping);
  const log: string[] = [];
  const say = (line: string) => void log.push(line);
  const sink: Log = {
    info: say,
    notice: say,
    warning: say,
    error: say,
    secret: () => {},
  };
  const settings = readSettings(
    inputsOf({
      export: files.map((file) => (typeof file === 'string' ? basename(file) : file.name)).join('\n'),
      'tenant-url': sandbox.url,
      'client-id': sandbox.client.id,
      'client-secret': sandbox.client.secret,
      'report-dir': join(temp.path, 'report'),
      'abort-above': '100%',
      ...(mapping !== undefined && { mapping: 'mapping.yml' }),
      ...inputs,
    }),
  );
  const never = new AbortController().signal;
  const result = await runJob(
    settings,
    {
      cwd: workspace,
      folder,
      env: {},
      log: sink,
      progress: progressLog(sink, () => 0),
      workspace: null,
      openEvaluator: localEvaluator,
      stop: never,
      abortInFlight: never,
      run: null,
      confirm: null,
      toolVersion: '0.0.0',
      onSecret: () => {},
      workflow: '',
      resumeFiles: { keepsPieces: false, find: async () => null, put: async () => ({ kind: 'kept', paths: [] }) },
      stateStore: {
        candidates: async () => ({ files: [], expired: [], listedSince: 0, remembered: 0 }),
        runOf: async () => null,
        put: async () => ({ kind: 'kept', paths: [] }),
      },
      patience: endlessPatience(),
      branch: '',
      sync: '',
    },
    async () => {},
  );
  const report = JSON.parse(await readFile(result.report.json, 'utf8')) as Report;
  const names = ['report.json', 'report.html', 'failures.csv', 'warnings.csv'];
  const texts = await Promise.all(names.map((name) => readFile(join(temp.path, 'report', name), 'utf8')));
  const invalid = report.failures.filter(({ outcome }) => outcome === 'invalid');
  return {
    users: [...sandbox.users().values()].map(shown),
    report,
    invalid: Object.fromEntries(
      invalid.map(({ row, code, field }) => [row, field === null ? code : `${code} ${field}`]),
    ),
    log,
    everything: [...log, ...texts].join('\n'),
  };
}

function shown(account: StoredAccount): CidaasUser {
  const own = account.identities.every(({ provider }) => provider === 'self');
  return own ? flatUser(account) : { ...account };
}

/** The users without the subs that the sandbox gave them. */
export function withoutSubs(users: readonly CidaasUser[]): CidaasUser[] {
  return users.map(({ sub: _, ...user }) => user);
}
