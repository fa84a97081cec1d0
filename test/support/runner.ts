import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMPILE_CACHE } from './compile-cache.ts';
import { inLog, type RunnerLog } from './runner-log.ts';

/** What a runner has for a step before it starts anything. */
export interface StepOptions {
  /** By their names in `action.yml`. A runner also sets those with a default; pass them where that matters. */
  readonly inputs: { readonly [name: string]: string };
  /** An empty folder of the test's; `RUNNER_TEMP`, workspace and the runner's files lie in it. */
  readonly folder: string;
  /** Default: a folder in `folder`. */
  readonly workspace?: string;
  /** Over what a runner sets, such as the environment of the fake results service. */
  readonly env?: { readonly [name: string]: string };
}

export interface ActionRun extends StepOptions {
  /** The script that the runner would start: `dist/index.js`. */
  readonly script: string;
  /** What runs it; default: this Node. */
  readonly interpreter?: readonly [string, ...string[]];
  readonly args?: readonly string[];
}

/** What the runner knows of a step when it has ended. */
export interface ActionResult extends RunnerLog {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** As written, secrets and all. */
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: { readonly [name: string]: string };
  readonly state: { readonly [name: string]: string };
  readonly summary: string;
}

/** A step on its way: a test may send it signals, or wait for its end. */
export interface StartedAction {
  readonly child: ChildProcess;
  readonly ended: Promise<ActionResult>;
}

/** Runs a script exactly as GitHub's runner runs an action, to its end. */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  return (await startAction(run)).ended;
}

/** The same without waiting for the end. */
export async function startAction({
  script,
  args = [],
  interpreter = [process.execPath],
  ...step
}: ActionRun): Promise<StartedAction> {
  const { cwd, env, result } = await prepareStep(step);
  const [program, ...options] = interpreter;
  const child = spawn(program, [...options, script, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const closed = new Promise<Pick<ActionResult, 'exitCode' | 'signal'>>((resolve, reject) => {
    child.on('error', reject).on('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  return { child, ended: closed.then((end) => result(end, stdout(), stderr())) };
}

/** What a runner prepares for a step, and what it reads when the step has ended. */
export interface PreparedStep {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string };
  result(end: Pick<ActionResult, 'exitCode' | 'signal'>, stdout: string, stderr: string): Promise<ActionResult>;
}

/** Creates the runner's files and folders for a step, and its environment. */
export async function prepareStep({ inputs, folder, workspace, env }: StepOptions): Promise<PreparedStep> {
  const files = {
    GITHUB_OUTPUT: 'output',
    GITHUB_STATE: 'state',
    GITHUB_STEP_SUMMARY: 'summary',
    GITHUB_ENV: 'env',
    GITHUB_PATH: 'path',
  };
  const paths = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(folder, 'runner', file)]));
  const cwd = workspace ?? join(folder, 'workspace');
  for (const path of [join(folder, 'runner'), join(folder, 'temp'), cwd]) await mkdir(path, { recursive: true });
  for (const path of Object.values(paths)) await writeFile(path, '');
  const eventPath = join(folder, 'runner', 'event.json');
  await writeFile(eventPath, JSON.stringify(EVENT));
  const text = (name: string): Promise<string> => readFile(paths[name] ?? '', 'utf8');
  return {
    cwd,
    env: { ...runnerEnv(folder, cwd), GITHUB_EVENT_PATH: eventPath, ...paths, ...env, ...inputEnv(inputs) },
    result: async (end, stdout, stderr) => ({
      ...end,
      ...inLog(stdout),
      stdout,
      stderr,
      outputs: readPairs(await text('GITHUB_OUTPUT')),
      state: readPairs(await text('GITHUB_STATE')),
      summary: await text('GITHUB_STEP_SUMMARY'),
    }),
  };
}

/** The event of a run by hand, as far as anything looks at it. */
const EVENT = { repository: { full_name: 'acme/identity', private: true, visibility: 'private' } };

/** A clean environment: what the developer's shell or CI sets must not decide a test. */
function runnerEnv(folder: string, workspace: string): { [name: string]: string } {
  return {
    PATH: process.env.PATH ?? '',
    ...COMPILE_CACHE,
    HOME: folder,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_WORKFLOW: 'migration',
    GITHUB_WORKFLOW_REF: 'acme/identity/.github/workflows/sync.yml@refs/heads/main',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/identity',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    RUNNER_TEMP: join(folder, 'temp'),
    RUNNER_OS: 'Linux',
  };
}

/** Upper case, blanks to underscores, everything else as it is: `INPUT_TENANT-URL`. */
function inputEnv(inputs: { readonly [name: string]: string }): { [name: string]: string } {
  const named = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ]);
  return Object.fromEntries(named);
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/** `name=value` and `name<<delimiter … delimiter`, as the runner reads its files. */
function readPairs(text: string): { [name: string]: string } {
  const pairs: { [name: string]: string } = {};
  const pattern = /^([^\n=<]+)(?:<<(.+)\n([\s\S]*?)\n?\2$|=(.*)$)/gm;
  for (const [, name = '', , block, value] of text.matchAll(pattern)) pairs[name] = block ?? value ?? '';
  return pairs;
}
