import type { ChildProcess } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { flatUser } from '../../src/sandbox/stored-account.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import type { Report } from './report.ts';
import { type ActionResult, runAction, type StepOptions, startAction } from './runner.ts';
import { tempFolder } from './temp-folder.ts';

export type { Report } from './report.ts';

/** The committed bundle: what a runner runs. */
export const DIST = resolve(import.meta.dirname, '../../dist/index.js');
export const POST = resolve(import.meta.dirname, '../../dist/post.js');

export interface ScenarioResult extends ActionResult {
  readonly report: Report;
  /** Everything that leaves the process: logs, summary, outputs, report files. */
  readonly everything: string;
}

export interface Scenario extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly workspace: string;
  /** What a runner would be given for a step with these inputs: the sandbox, unless they say otherwise. */
  step(inputs?: Texts, env?: Texts): StepOptions;
  /** Writes a file into the workspace, with the folders on its way. */
  write(name: string, content: string | Buffer): Promise<void>;
  /** Runs the committed bundle as the action, against the sandbox unless the inputs say otherwise. */
  run(inputs?: Texts, env?: Texts): Promise<ScenarioResult>;
  /** The same without waiting for the end, for tests that send signals. */
  start(
    inputs?: Texts,
    env?: Texts,
  ): Promise<{ readonly child: ChildProcess; readonly ended: Promise<ScenarioResult> }>;
  /** The post step that follows a main step, with the state that it saved. */
  post(main: Pick<ScenarioResult, 'state'>, inputs?: Texts, env?: Texts): Promise<ScenarioResult>;
}

type Texts = { readonly [name: string]: string };

/** A workspace and a sandbox tenant for one test. */
export async function openScenario(options: SandboxOptions = {}): Promise<Scenario> {
  const temp = tempFolder();
  const sandbox = await startSandbox(options);
  const workspace = join(temp.path, 'workspace');
  await mkdir(workspace, { recursive: true });
  const reportDir = join(temp.path, 'report');
  const step: Scenario['step'] = (inputs = {}, env = {}) => ({
    folder: temp.path,
    workspace,
    env,
    inputs: {
      'tenant-url': sandbox.url,
      'client-id': sandbox.client.id,
      'client-secret': sandbox.client.secret,
      'report-dir': reportDir,
      ...inputs,
    },
  });
  const start: Scenario['start'] = async (inputs = {}, env = {}) => {
    const { child, ended } = await startAction({ ...step(inputs, env), script: DIST });
    return { child, ended: ended.then((result) => withReport(result, reportDir)) };
  };
  return {
    sandbox,
    folder: temp.path,
    workspace,
    step,
    async write(name, content) {
      await mkdir(dirname(join(workspace, name)), { recursive: true });
      await writeFile(join(workspace, name), content);
    },
    start,
    run: async (inputs, env) => (await start(inputs, env)).ended,
    async post(main, inputs, env) {
      const result = await runAction({ ...step(inputs, { ...env, ...savedState(main) }), script: POST });
      return withReport(result, reportDir);
    },
    async [Symbol.asyncDispose]() {
      await sandbox.close();
      temp[Symbol.dispose]();
    },
  };
}

/** What the runner hands to the post step of what its main step saved. */
export function savedState({ state }: Pick<ActionResult, 'state'>): Texts {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

/** A step's result with the report that it wrote to `dir`. */
export async function withReport(result: ActionResult, dir: string): Promise<ScenarioResult> {
  const files = await Promise.all(
    ['report.json', 'report.html', 'failures.csv', 'warnings.csv'].map((name) =>
      readFile(join(dir, name), 'utf8').catch(() => ''),
    ),
  );
  const report = (files[0] === '' ? null : JSON.parse(files[0] ?? '')) as Report;
  // The runner removes `::add-mask::` lines; whoever reads the log never sees them.
  const output = result.stdout.replaceAll(/^::add-mask::.*$/gm, '');
  const everything = [
    ...[output, result.stderr, result.summary, JSON.stringify(result.outputs), JSON.stringify(result.state)],
    ...files,
  ].join('\n');
  return { ...result, report, everything };
}

/** Waits until something holds that another process brings about; the test's own time-out ends a vain wait. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Users of an export that need no mapping: cidaas names, own subs. */
export function someUsers(count: number): (CidaasUser & { sub: string; email: string })[] {
  return Array.from({ length: count }, (_, at) => {
    const n = at + 1;
    return {
      sub: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      email: `user${n}@example.com`,
      given_name: `Given${n}`,
      family_name: 'Müller',
      address: { locality: 'Köln', postal_code: String(50000 + n) },
      customFields: { customer_no: `000${n}` },
      password_hash_info: { algorithmTypeId: 'BCRYPT_10', passwordHash: `$2b$10$${String(n).padStart(53, 'a')}` },
    };
  });
}

export function ndjson(users: readonly object[]): string {
  return users.map((user) => `${JSON.stringify(user)}\n`).join('');
}

/** The sandbox holds exactly these users, field by field. */
export function expectStored(sandbox: Sandbox, users: readonly (CidaasUser & { sub: string })[]): void {
  const stored = sandbox.users();
  expect([...stored.keys()].sort()).toEqual(users.map(({ sub }) => sub).sort());
  for (const user of users) {
    const account = stored.get(user.sub);
    expect(account && flatUser(account)).toEqual({ userStatus: 'VERIFIED', ...user });
  }
}

/** The accounting identity, and its twins: the step's outputs and the lists of rows. */
export function expectClosedAccounts({ report, outputs }: ScenarioResult): void {
  const { rows, ...outcomes } = report.totals;
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(rows);
  for (const [name, count] of Object.entries(report.totals))
    expect(outputs[name], `output ${name}`).toBe(String(count));
  expect(report.failures).toHaveLength(
    ['invalid', 'duplicate', 'failed', 'unknown', 'unsent'].reduce((sum, name) => sum + (outcomes[name] ?? 0), 0),
  );
  const told = [...report.failures, ...report.successes].map(({ row }) => row);
  expect(new Set(told).size).toBe(told.length);
}
