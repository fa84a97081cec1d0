import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { parse } from 'yaml';
import type { ResultsService } from './results-service.ts';
import { type ActionResult, runAction, startAction } from './runner.ts';
import { until } from './scenario.ts';
import { type Contexts, filledIn } from './workflow-expression.ts';

/** A step as a workflow has it. */
export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: { readonly [input: string]: unknown };
  readonly env?: Texts;
}

/** What a step that ran left behind. */
export type StepResult = Pick<ActionResult, 'exitCode' | 'outputs'> & { readonly action: ActionResult | null };

/** Where the steps of one job run. */
export interface JobPlace {
  /** Of this job alone. */
  readonly folder: string;
  readonly workspace: string;
  readonly service: ResultsService;
  readonly permissions: Texts;
  /** The files of the repository as a ref has them, by their paths. */
  readonly files: (ref: string) => { readonly [path: string]: string | Buffer };
  /** What a runner sets for every step of the job. */
  readonly env: Texts;
  /** Somebody cancels the job as soon as this holds; null: nobody does. */
  readonly cancelWhen: (() => boolean) | null;
  /** The machine disappears as soon as this holds; null: it does not. */
  readonly diesWhen: (() => boolean) | null;
  /** Post steps to run when the job is over, last first. */
  readonly posts: (() => Promise<ActionResult>)[];
}

export type Texts = { readonly [name: string]: string };

const root = resolve(import.meta.dirname, '../..');

interface Action {
  readonly inputs: { readonly [name: string]: { readonly default?: string } };
  readonly runs: { readonly main: string; readonly post: string };
}

/** Runs a step; one that this harness does not know is an error, not a pass. */
export async function runStep(step: Step, contexts: Contexts, job: JobPlace): Promise<StepResult> {
  const given = Object.entries(step.with ?? {}).map(
    ([name, value]) => [name, filledIn(String(value), contexts)] as const,
  );
  const inputs = Object.fromEntries(given);
  if (step.run !== undefined) return runScript(filledIn(step.run, contexts), step, contexts, job);
  const uses = step.uses ?? '';
  if (/\/cidaas-migrate@/.test(uses)) return runThisAction(inputs, step, contexts, job);
  if (uses.startsWith('actions/checkout@')) await checkOut(inputs, job);
  else if (uses.startsWith('actions/upload-artifact@')) await upload(inputs, job);
  else throw new Error(`this harness cannot run ${uses}`);
  return { exitCode: 0, outputs: {}, action: null };
}

async function runThisAction(inputs: Texts, { id }: Step, contexts: Contexts, job: JobPlace): Promise<StepResult> {
  const { inputs: known, runs } = parse(await readFile(join(root, 'action.yml'), 'utf8')) as Action;
  const unknown = Object.keys(inputs).filter((name) => known[name] === undefined);
  if (unknown.length > 0) throw new Error(`the action has no input ${unknown.join(', ')}`);
  const defaults = Object.entries(known).map(([name, input]) => [name, filledIn(input.default ?? '', contexts)]);
  const common = {
    folder: job.folder,
    workspace: job.workspace,
    inputs: { ...Object.fromEntries(defaults), ...inputs } as Texts,
  };
  const env = { ...job.env, GITHUB_ACTION: id ?? '__OWNER_cidaas-migrate' };
  const started = await startAction({ ...common, script: join(root, runs.main), env });
  if (job.cancelWhen !== null) {
    const { child } = started;
    await until(() => child.exitCode !== null || job.cancelWhen?.() === true);
    child.kill('SIGINT');
  }
  if (job.diesWhen !== null) {
    const { child } = started;
    await until(() => child.exitCode !== null || job.diesWhen?.() === true);
    child.kill('SIGKILL');
    const { exitCode, outputs } = await started.ended;
    job.posts.length = 0;
    return { exitCode, outputs, action: null };
  }
  const action = await started.ended;
  const state = Object.fromEntries(Object.entries(action.state).map(([name, value]) => [`STATE_${name}`, value]));
  job.posts.unshift(() => runAction({ ...common, script: join(root, runs.post), env: { ...env, ...state } }));
  return { exitCode: action.exitCode, outputs: action.outputs, action };
}

async function runScript(run: string, step: Step, contexts: Contexts, job: JobPlace): Promise<StepResult> {
  const script = join(job.folder, 'step.sh');
  await writeFile(script, run);
  const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, filledIn(value, contexts)]);
  const action = await runAction({
    script,
    interpreter: ['bash', '--noprofile', '--norc', '-eo', 'pipefail'],
    folder: job.folder,
    workspace: job.workspace,
    inputs: {},
    env: { ...job.env, ...Object.fromEntries(own) },
  });
  return { exitCode: action.exitCode, outputs: action.outputs, action };
}

async function checkOut(inputs: Texts, job: JobPlace): Promise<void> {
  if (job.permissions.contents === undefined) throw new Error('a checkout needs `contents: read`');
  const target = join(job.workspace, inputs.path ?? '');
  await rm(target, { recursive: true, force: true });
  await mkdir(join(target, '.git'), { recursive: true });
  const only = (inputs['sparse-checkout'] ?? '').split('\n').filter((folder) => folder !== '');
  for (const [path, content] of Object.entries(job.files(inputs.ref ?? job.env.GITHUB_SHA ?? ''))) {
    if (only.length > 0 && !only.some((folder) => path.startsWith(`${folder}/`))) continue;
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), content);
    if (path.endsWith('.sh')) await chmod(join(target, path), 0o755);
  }
}

async function upload({ name = 'artifact', path = '' }: Texts, { workspace, service }: JobPlace): Promise<void> {
  const from = join(workspace, path);
  const isFolder = (await stat(from)).isDirectory();
  const files = isFolder ? (await readdir(from)).map((file) => join(from, file)) : [from];
  const contents = await Promise.all(files.map(async (file) => [basename(file), await readFile(file)] as const));
  service.seed({ name, bytes: Buffer.from(zipSync(Object.fromEntries(contents))), createdAt: new Date() });
}
