import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ResultsService } from './results-service.ts';
import type { ActionResult } from './runner.ts';
import { type Contexts, filledIn, holds } from './workflow-expression.ts';
import { type JobPlace, runStep, type Step, type StepResult, type Texts } from './workflow-steps.ts';

/** A run of a workflow, and the world around it. */
export interface WorkflowRun {
  /** Absolute path of the file. */
  readonly path: string;
  readonly event: 'pull_request' | 'schedule' | 'workflow_dispatch';
  /** Of the event, beside the repository. */
  readonly payload?: object;
  /** What a person filled in; defaults are the workflow's. */
  readonly inputs?: Texts;
  readonly secrets?: Texts;
  /** Secrets that only jobs of an environment see, by its name. */
  readonly environments?: { readonly [environment: string]: Texts };
  readonly vars?: Texts;
  readonly files: JobPlace['files'];
  readonly service: ResultsService;
  /** An empty folder of this run. */
  readonly folder: string;
  readonly runId: string;
  /** The pull request comes from a fork: no secrets, and a token that only reads. */
  readonly isFork?: boolean;
  /** Environments whose reviewers say no. */
  readonly rejectedBy?: readonly string[];
  /** Cancels a job in the web page as soon as this holds. A leg of a matrix is `job (1)`. */
  readonly cancel?: { readonly job: string; readonly when: () => boolean };
  /** The machine of a job disappears as soon as this holds: no post step runs. */
  readonly machineDies?: { readonly job: string; readonly when: () => boolean };
  /** A folder of programs that the runner has installed, before all others. */
  readonly programs?: string;
  /** "Re-run failed jobs" of the attempt that had these results. */
  readonly rerunOf?: { readonly [job: string]: JobResult };
}

export interface JobResult {
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Texts;
  readonly steps: readonly StepResult[];
  /** What the steps of this action left, in their order. */
  readonly actions: readonly ActionResult[];
  readonly posts: readonly ActionResult[];
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Texts;
  readonly outputs?: Texts;
  readonly steps: readonly Step[];
  readonly strategy?: Strategy;
  readonly 'continue-on-error'?: boolean | string;
  /** Instead of steps: a workflow to call, with its inputs. */
  readonly uses?: string;
  readonly with?: { readonly [input: string]: unknown };
  readonly secrets?: 'inherit';
}

/** Legs that run one after the other, whatever becomes of the ones before. */
export interface Strategy {
  readonly 'max-parallel': 1;
  readonly 'fail-fast': false;
  readonly matrix: { readonly [variable: string]: readonly (string | number)[] };
}

export interface Workflow {
  readonly name: string;
  readonly on: { readonly [event: string]: Trigger | null };
  readonly jobs: { readonly [name: string]: Job };
}

interface Trigger {
  readonly inputs?: AskedInputs;
  readonly outputs?: { readonly [name: string]: { readonly value: string } };
}

/** Inputs of a workflow that somebody starts or calls. */
export interface AskedInputs {
  readonly [name: string]: { readonly default?: string | boolean; readonly required?: boolean };
}

/** The workflow that a run is of, and the inputs of the one whose job runs. */
export interface Frame {
  readonly name: string;
  readonly inputs: { readonly [name: string]: unknown };
}

/** The inputs with their defaults; one that is unknown or missing is an error, as on GitHub. */
export function askedOf(asked: AskedInputs, given: Texts): Frame['inputs'] {
  const unknown = Object.keys(given).filter((name) => !(name in asked));
  if (unknown.length > 0) throw new Error(`the workflow has no input ${unknown.join(', ')}`);
  const missing = Object.entries(asked).filter(([name, { required }]) => required === true && !(name in given));
  if (missing.length > 0) throw new Error(`the workflow needs the input ${missing.map(([name]) => name).join(', ')}`);
  const defaults = Object.entries(asked).map(([name, { default: standard }]) => [name, standard ?? '']);
  return { ...Object.fromEntries(defaults), ...given };
}

/** Which job runs: its name in the file, and as the web page shows it, with the value of the matrix. */
export interface Leg {
  readonly name: string;
  readonly shown: string;
  readonly matrix: object;
}

const SHA = '0123456789abcdef0123456789abcdef01234567';

export const NOTHING = { outputs: {}, steps: [], actions: [], posts: [] } as const;

export async function runJob(
  leg: Leg,
  job: Job,
  frame: Frame,
  run: WorkflowRun,
  done: { readonly [job: string]: JobResult },
): Promise<JobResult> {
  const contexts = contextsOf(leg, job, frame, run, done);
  if (!meets(job, contexts, done)) return { result: 'skipped', ...NOTHING };
  // GitHub fails a job whose deployment was rejected; no step of it runs.
  if (run.rejectedBy?.includes(environmentOf(job, contexts)) === true) return { result: 'failure', ...NOTHING };
  const place = await placeOf(leg, job, frame, run);
  run.service.grant(place.permissions);

  const steps: StepResult[] = [];
  const byId: { [id: string]: { outputs: Texts; outcome: 'success' | 'failure' | 'skipped' } } = {};
  let isBroken = false;
  for (const step of job.steps) {
    const known = { ...contexts, steps: byId };
    if (!holds(step.if, without(known, 'secrets'), { failed: isBroken })) {
      if (step.id !== undefined) byId[step.id] = { outputs: {}, outcome: 'skipped' };
      continue;
    }
    const result = await runStep(step, known, place);
    steps.push(result);
    const outcome = result.exitCode === 0 ? 'success' : 'failure';
    if (step.id !== undefined) byId[step.id] = { outputs: result.outputs, outcome };
    if (result.exitCode !== 0) isBroken = true;
  }
  const posts: ActionResult[] = [];
  for (const post of place.posts) posts.push(await post());
  const outputs = Object.entries(job.outputs ?? {}).map(([key, text]) => [
    key,
    filledIn(text, { ...contexts, steps: byId }),
  ]);
  return {
    result: isBroken ? 'failure' : 'success',
    outputs: Object.fromEntries(outputs),
    steps,
    actions: steps.flatMap(({ action }) => (action === null ? [] : [action])),
    posts,
  };
}

export function contextsOf(
  leg: Leg,
  job: Job,
  frame: Frame,
  run: WorkflowRun,
  done: { readonly [job: string]: JobResult },
): Contexts {
  const common = {
    github: {
      event: run.payload ?? {},
      event_name: run.event,
      ref: refOf(run),
      sha: SHA,
      run_id: run.runId,
      job: leg.name,
      server_url: 'https://github.com',
      repository: 'acme/identity',
      workflow: frame.name,
    },
    inputs: frame.inputs,
    vars: run.vars ?? {},
    needs: Object.fromEntries(needsOf(job).map((needed) => [needed, done[needed]])),
    matrix: leg.matrix,
  };
  const ofEnvironment = run.environments?.[environmentOf(job, common)] ?? {};
  return {
    ...common,
    github: { ...common.github, token: run.service.token },
    secrets: run.isFork === true ? {} : { ...run.secrets, ...ofEnvironment },
    steps: {},
    runner: { temp: join(folderOf(leg.shown, run), 'temp') },
  };
}

/** The name of the environment, which may depend on the inputs. */
function environmentOf({ environment = '' }: Job, { github, inputs, vars, needs, matrix }: Contexts): string {
  return filledIn(environment, { github, inputs, vars, needs, matrix });
}

/** Whether the job's condition and the jobs that it needs let it run. */
export function meets(job: Job, contexts: Contexts, done: { readonly [job: string]: JobResult }): boolean {
  const failed = needsOf(job).some((needed) => done[needed]?.result !== 'success');
  return holds(job.if, without(contexts, 'secrets', 'steps', 'runner'), { failed });
}

async function placeOf(leg: Leg, job: Job, frame: Frame, run: WorkflowRun): Promise<JobPlace> {
  const folder = folderOf(leg.shown, run);
  const workspace = join(folder, 'workspace');
  await mkdir(workspace, { recursive: true });
  const repository = { full_name: 'acme/identity', private: true, visibility: 'private' };
  await writeFile(join(folder, 'event.json'), JSON.stringify({ repository, ...run.payload }));
  const granted = Object.entries(job.permissions ?? {});
  return {
    folder,
    workspace,
    service: run.service,
    files: run.files,
    permissions: Object.fromEntries(granted.map(([scope, right]) => [scope, run.isFork === true ? 'read' : right])),
    posts: [],
    cancelWhen: run.cancel?.job === leg.shown ? run.cancel.when : null,
    diesWhen: run.machineDies?.job === leg.shown ? run.machineDies.when : null,
    env: {
      ...run.service.env(),
      GITHUB_RUN_ATTEMPT: String(attemptOf(run)),
      GITHUB_EVENT_NAME: run.event,
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_REF: refOf(run),
      GITHUB_SHA: SHA,
      GITHUB_JOB: leg.name,
      GITHUB_WORKFLOW: frame.name,
      ...(run.programs === undefined ? {} : { PATH: `${run.programs}:${process.env.PATH ?? ''}` }),
      GITHUB_WORKFLOW_REF: `acme/identity/.github/workflows/${basename(run.path)}@${refOf(run)}`,
    },
  };
}

function attemptOf({ rerunOf }: WorkflowRun): number {
  return rerunOf === undefined ? 1 : 2;
}

/** Every attempt gets a fresh machine. */
function folderOf(name: string, run: WorkflowRun): string {
  return join(run.folder, `${name}-${attemptOf(run)}`);
}

function refOf({ event }: WorkflowRun): string {
  return event === 'pull_request' ? 'refs/pull/7/merge' : 'refs/heads/main';
}

export function needsOf({ needs = [] }: Job): readonly string[] {
  return typeof needs === 'string' ? [needs] : needs;
}

function without(contexts: Contexts, ...names: readonly string[]): Contexts {
  return Object.fromEntries(Object.entries(contexts).filter(([name]) => !names.includes(name)));
}
