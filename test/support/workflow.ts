import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
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

interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Texts;
  readonly outputs?: Texts;
  readonly steps: readonly Step[];
  readonly strategy?: Strategy;
  readonly 'continue-on-error'?: boolean | string;
}

/** Legs that run one after the other, whatever becomes of the ones before. */
interface Strategy {
  readonly 'max-parallel': 1;
  readonly 'fail-fast': false;
  readonly matrix: { readonly [variable: string]: readonly (string | number)[] };
}

interface Workflow {
  readonly name: string;
  readonly on: {
    readonly [event: string]: { readonly inputs?: { readonly [name: string]: { default?: string } } } | null;
  };
  readonly jobs: { readonly [name: string]: Job };
}

/** What no example needs and this harness therefore does not do: better an error than a test that tests nothing. */
const UNKNOWN = ['container', 'services', 'env', 'defaults', 'uses'];
const SHA = '0123456789abcdef0123456789abcdef01234567';

/**
 * Runs a workflow on this machine, job after job and step after step, as GitHub would: expressions by GitHub's own evaluator,
 * `permissions` and environments enforced, the committed bundle with the inputs' defaults, its post step at the end of the job.
 */
export async function runWorkflow(run: WorkflowRun): Promise<{ readonly [job: string]: JobResult }> {
  const workflow = parse(await readFile(run.path, 'utf8')) as Workflow;
  if (!(run.event in workflow.on)) throw new Error(`the workflow does not run on ${run.event}`);
  const branch = run.event === 'pull_request' ? 'migration' : 'main';
  const path = `.github/workflows/${basename(run.path)}`;
  run.service.beginRun(run.runId, { path, event: run.event, branch, isFork: run.isFork === true });
  const done: { [job: string]: JobResult } = {};
  const open = new Map(Object.entries(workflow.jobs));
  while (open.size > 0) {
    const next = [...open].find(([, job]) => needsOf(job).every((name) => name in done));
    if (next === undefined) throw new Error(`jobs wait for each other: ${[...open.keys()].join(', ')}`);
    const [name, job] = next;
    open.delete(name);
    const odd = UNKNOWN.filter((key) => key in job);
    if (odd.length > 0) throw new Error(`this harness does not know ${odd.join(', ')} of a job`);
    const before = run.rerunOf?.[name];
    if (before?.result === 'success') done[name] = before;
    else if (job.strategy === undefined) done[name] = await runJob(wholeJob(name), job, workflow, run, done);
    else Object.assign(done, await runLegs(name, job, job.strategy, workflow, run, done));
  }
  run.service.grant(null);
  return done;
}

/** Which job runs: its name in the file, and as the web page shows it, with the value of the matrix. */
interface Leg {
  readonly name: string;
  readonly shown: string;
  readonly matrix: object;
}

function wholeJob(name: string): Leg {
  return { name, shown: name, matrix: {} };
}

/** All legs by their names, and the job as a whole: it has the outputs of its last leg. */
async function runLegs(
  name: string,
  job: Job,
  strategy: Strategy,
  workflow: Workflow,
  run: WorkflowRun,
  done: { readonly [job: string]: JobResult },
): Promise<{ readonly [leg: string]: JobResult }> {
  const [variable = '', ...more] = Object.keys(strategy.matrix);
  if (more.length > 0 || strategy['max-parallel'] !== 1 || strategy['fail-fast'] !== false)
    throw new Error('this harness runs the legs of one variable, one after the other');
  const legs: { [leg: string]: JobResult } = {};
  let isBroken = false;
  let last: JobResult = { result: 'skipped', ...NOTHING };
  for (const value of strategy.matrix[variable] ?? []) {
    const leg: Leg = { name, shown: `${name} (${value})`, matrix: { [variable]: value } };
    last = await runJob(leg, job, workflow, run, done);
    // GitHub asks for the condition before there are legs.
    if (last.result === 'skipped') break;
    legs[leg.shown] = last;
    const mayFail = filledIn(String(job['continue-on-error'] ?? false), { matrix: leg.matrix }) === 'true';
    if (last.result === 'failure' && !mayFail) isBroken = true;
  }
  const result = last.result === 'skipped' ? 'skipped' : isBroken ? 'failure' : 'success';
  return { ...legs, [name]: { ...last, result } };
}

const NOTHING = { outputs: {}, steps: [], actions: [], posts: [] } as const;

async function runJob(
  leg: Leg,
  job: Job,
  workflow: Workflow,
  run: WorkflowRun,
  done: { readonly [job: string]: JobResult },
): Promise<JobResult> {
  const contexts = contextsOf(leg, job, workflow, run, done);
  const failed = needsOf(job).some((needed) => done[needed]?.result !== 'success');
  if (!holds(job.if, without(contexts, 'secrets', 'steps', 'runner'), { failed }))
    return { result: 'skipped', ...NOTHING };
  // GitHub fails a job whose deployment was rejected; no step of it runs.
  if (run.rejectedBy?.includes(job.environment ?? '') === true) return { result: 'failure', ...NOTHING };
  const place = await placeOf(leg, job, workflow, run);
  run.service.grant(place.permissions);

  const steps: StepResult[] = [];
  const byId: { [id: string]: { outputs: Texts } } = {};
  let isBroken = false;
  for (const step of job.steps) {
    const known = { ...contexts, steps: byId };
    if (!holds(step.if, without(known, 'secrets'), { failed: isBroken })) continue;
    const result = await runStep(step, known, place);
    steps.push(result);
    if (step.id !== undefined) byId[step.id] = { outputs: result.outputs };
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

function contextsOf(
  leg: Leg,
  job: Job,
  workflow: Workflow,
  run: WorkflowRun,
  done: { readonly [job: string]: JobResult },
): Contexts {
  const asked = run.event === 'workflow_dispatch' ? (workflow.on.workflow_dispatch?.inputs ?? {}) : {};
  const defaults = Object.entries(asked).map(([input, { default: standard }]) => [input, standard ?? '']);
  const unknown = Object.keys(run.inputs ?? {}).filter((input) => !(input in asked));
  if (unknown.length > 0) throw new Error(`the workflow has no input ${unknown.join(', ')}`);
  const ofEnvironment = run.environments?.[job.environment ?? ''] ?? {};
  return {
    github: {
      event: run.payload ?? {},
      event_name: run.event,
      ref: refOf(run),
      sha: SHA,
      run_id: run.runId,
      job: leg.name,
      token: run.service.token,
    },
    inputs: { ...Object.fromEntries(defaults), ...run.inputs },
    vars: run.vars ?? {},
    secrets: run.isFork === true ? {} : { ...run.secrets, ...ofEnvironment },
    needs: Object.fromEntries(needsOf(job).map((needed) => [needed, done[needed]])),
    steps: {},
    matrix: leg.matrix,
    runner: { temp: join(folderOf(leg.shown, run), 'temp') },
  };
}

async function placeOf(leg: Leg, job: Job, workflow: Workflow, run: WorkflowRun): Promise<JobPlace> {
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
      GITHUB_WORKFLOW: workflow.name,
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

function needsOf({ needs = [] }: Job): readonly string[] {
  return typeof needs === 'string' ? [needs] : needs;
}

function without(contexts: Contexts, ...names: readonly string[]): Contexts {
  return Object.fromEntries(Object.entries(contexts).filter(([name]) => !names.includes(name)));
}
