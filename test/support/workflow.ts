import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { filledIn } from './workflow-expression.ts';
import {
  askedOf,
  contextsOf,
  type Frame,
  type Job,
  type JobResult,
  type Leg,
  meets,
  NOTHING,
  needsOf,
  runJob,
  type Strategy,
  type Workflow,
  type WorkflowRun,
} from './workflow-job.ts';

export type { JobResult, WorkflowRun } from './workflow-job.ts';

/** What no example needs and this harness therefore does not do: better an error than a test that tests nothing. */
const UNKNOWN = ['container', 'services', 'env', 'defaults'];

/**
 * Runs a workflow on this machine, job after job and step after step, as GitHub would: expressions by GitHub's own evaluator,
 * `permissions` and environments enforced, this action with the inputs' defaults, its post step at the end of the job. A job
 * that is cancelled or whose machine disappears runs the committed bundle, the others the action's entries in this process.
 */
export async function runWorkflow(run: WorkflowRun): Promise<{ readonly [job: string]: JobResult }> {
  const workflow = parse(await readFile(run.path, 'utf8')) as Workflow;
  if (!(run.event in workflow.on)) throw new Error(`the workflow does not run on ${run.event}`);
  const branch = run.event === 'pull_request' ? 'migration' : 'main';
  const path = `.github/workflows/${basename(run.path)}`;
  run.service.beginRun(run.runId, { path, event: run.event, branch, isFork: run.isFork === true });
  const done = await runJobs(
    workflow,
    { name: workflow.name, inputs: dispatched(workflow, run) },
    run,
    run.rerunOf ?? {},
  );
  run.service.grant(null);
  return done;
}

async function runJobs(
  { jobs }: Workflow,
  frame: Frame,
  run: WorkflowRun,
  before: { readonly [job: string]: JobResult },
): Promise<{ readonly [job: string]: JobResult }> {
  const done: { [job: string]: JobResult } = {};
  const open = new Map(Object.entries(jobs));
  while (open.size > 0) {
    const next = [...open].find(([, job]) => needsOf(job).every((name) => name in done));
    if (next === undefined) throw new Error(`jobs wait for each other: ${[...open.keys()].join(', ')}`);
    const [name, job] = next;
    open.delete(name);
    const odd = UNKNOWN.filter((key) => key in job);
    if (odd.length > 0) throw new Error(`this harness does not know ${odd.join(', ')} of a job`);
    const earlier = before[name];
    if (earlier?.result === 'success') done[name] = earlier;
    else if (job.uses !== undefined) Object.assign(done, await callWorkflow(name, job, frame, run, done));
    else if (job.strategy === undefined) done[name] = await runJob(wholeJob(name), job, frame, run, done);
    else Object.assign(done, await runLegs(name, job, job.strategy, frame, run, done));
  }
  return done;
}

/** What the person who started the run filled in, and the defaults. */
function dispatched(workflow: Workflow, { event, inputs = {} }: WorkflowRun): Frame['inputs'] {
  const asked = event === 'workflow_dispatch' ? (workflow.on.workflow_dispatch?.inputs ?? {}) : {};
  return askedOf(asked, inputs);
}

/**
 * The jobs of a called workflow as `job / its job`, and the calling job with its outputs. As on GitHub, its environments are those of
 * the caller's repository, and their secrets are empty unless the caller passes `secrets: inherit`.
 */
async function callWorkflow(
  name: string,
  job: Job,
  frame: Frame,
  run: WorkflowRun,
  done: { readonly [job: string]: JobResult },
): Promise<{ readonly [job: string]: JobResult }> {
  const contexts = contextsOf(wholeJob(name), job, frame, run, done);
  if (!meets(job, contexts, done)) return { [name]: { result: 'skipped', ...NOTHING } };
  const file = /^OWNER\/[\w-]+\/\.github\/workflows\/([\w-]+\.yml)@\S+$/.exec(job.uses ?? '')?.[1];
  if (file === undefined) throw new Error(`this harness cannot call ${job.uses}`);
  const called = parse(await readFile(join(dirname(run.path), file), 'utf8')) as Workflow;
  const { inputs: asked = {}, outputs = {} } = called.on.workflow_call ?? {};
  if (!('workflow_call' in called.on)) throw new Error(`${file} cannot be called`);
  const given = Object.entries(job.with ?? {}).map(([input, value]) => [input, filledIn(String(value), contexts)]);
  for (const [inner, { permissions = {} }] of Object.entries(called.jobs))
    for (const [scope, right] of Object.entries(permissions))
      if (job.permissions?.[scope] !== right && job.permissions?.[scope] !== 'write')
        throw new Error(`${file}: the job ${inner} asks for ${scope}: ${right}, which its caller does not grant`);
  const inherits = job.secrets === 'inherit';
  const own = {
    ...run,
    secrets: inherits ? (run.secrets ?? {}) : {},
    environments: inherits ? (run.environments ?? {}) : {},
  };
  const inner = await runJobs(called, { name: frame.name, inputs: askedOf(asked, Object.fromEntries(given)) }, own, {});
  const results = Object.values(inner).map(({ result }) => result);
  const filled = Object.entries(outputs).map(([key, { value }]) => [key, filledIn(value, { jobs: inner })]);
  return {
    ...Object.fromEntries(Object.entries(inner).map(([one, result]) => [`${name} / ${one}`, result])),
    [name]: {
      ...NOTHING,
      result: results.includes('failure') ? 'failure' : results.includes('success') ? 'success' : 'skipped',
      outputs: Object.fromEntries(filled),
    },
  };
}

function wholeJob(name: string): Leg {
  return { name, shown: name, matrix: {} };
}

/** All legs by their names, and the job as a whole: it has the outputs of its last leg. */
async function runLegs(
  name: string,
  job: Job,
  strategy: Strategy,
  frame: Frame,
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
    last = await runJob(leg, job, frame, run, done);
    // GitHub asks for the condition before there are legs.
    if (last.result === 'skipped') break;
    legs[leg.shown] = last;
    const mayFail = filledIn(String(job['continue-on-error'] ?? false), { matrix: leg.matrix }) === 'true';
    if (last.result === 'failure' && !mayFail) isBroken = true;
  }
  const result = last.result === 'skipped' ? 'skipped' : isBroken ? 'failure' : 'success';
  return { ...legs, [name]: { ...last, result } };
}
