import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Report } from '../report.ts';
import type { ResultsService } from '../results-service.ts';
import { clockOptions } from './chaos-clock.ts';
import type { ChaosRow } from './chaos-export.ts';
import { exportFile } from './chaos-export.ts';
import { type KeptRows, keptInArtifact, keptInStateDir } from './chaos-memory.ts';
import type { AttemptPlan, ChaosPlan } from './chaos-plan.ts';
import { type Ended, runCommand, runStep, savedState, strikeOf } from './chaos-process.ts';
import { shopBytes, writeShopMapping } from './chaos-shop.ts';
import type { ChaosWorld } from './chaos-world.ts';

/** A delta has few rows, and the patience that a loaded machine needs. */
const NIGHT = { sync: 'delta', 'abort-above': '100%', 'request-timeout': '60', 'max-attempts': '6' };

/** The run whose attempts send everybody. */
const FIRST_RUN = '4711';

/** What is kept between attempts. */
export interface Kept {
  readonly id: string;
  readonly rows: KeptRows['rows'];
  /** The settled users as they were then (JSON text), by their keys. */
  readonly users: ReadonlyMap<string, { readonly user: string; readonly outcome: string }>;
}

/** What one attempt left behind. */
export interface Attempt {
  readonly number: number;
  readonly plan: AttemptPlan;
  readonly rows: readonly ChaosRow[];
  readonly main: Ended;
  readonly post: Ended | null;
  /** As it lies on disk in the end; null when there is none. */
  readonly report: Report | null;
  /** Everything that leaves a process: logs without what the runner takes out of them, summaries, outputs, report files. */
  readonly everything: string;
  /** What is left of users' data in the runner's temporary folder. */
  readonly left: readonly string[];
  /** What the next attempt can know; null when nothing is kept. */
  readonly kept: Kept | null;
}

/** Where an attempt takes place: a fresh folder for a step, the same workspace as before for the command. */
export interface AttemptPlace {
  readonly folder: string;
  readonly plan: ChaosPlan;
  readonly world: ChaosWorld;
  readonly rows: readonly ChaosRow[];
  readonly number: number;
  /** What was kept when it began. */
  readonly before: Kept | null;
  /** The run of a delta; absent: an attempt of the first run, which sends everybody. */
  readonly runId?: string;
}

export const UNDISTURBED: AttemptPlan = {
  main: { kind: 'none' },
  post: { killedAt: null },
  service: 'nothing',
  change: null,
};

export async function runAttempt(place: AttemptPlace, attempt: AttemptPlan = UNDISTURBED): Promise<Attempt> {
  const { folder, plan, rows } = place;
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace, { recursive: true });
  const reportDir = join(folder, `report-${place.number}`);
  const inputs = {
    ...plan.inputs,
    ...writeExport(workspace, place),
    'tenant-url': place.world.sandbox.url,
    'report-dir': reportDir,
    // Nothing but a loaded machine could be slow.
    ...(attempt === UNDISTURBED ? { 'request-timeout': '60' } : {}),
  };
  const run = plan.entry === 'action' ? asAction : asCommand;
  const { main, post, kept } = await run(place, attempt, inputs);
  const files = ['report.json', 'report.html', 'failures.csv'].map((file) => readText(join(reportDir, file)));
  const texts = [main, post].flatMap((end) => (end === null ? [] : textsOf(end)));
  return {
    ...{ number: place.number, plan: attempt, rows, main, post },
    kept: keptUsers(place, kept),
    report: files[0] === '' || files[0] === undefined ? null : (JSON.parse(files[0]) as Report),
    everything: [...texts, ...files].join('\n'),
    left: plan.entry === 'action' ? readdirSync(join(folder, 'temp')) : [],
  };
}

function writeExport(workspace: string, { plan, rows }: AttemptPlace): { readonly [name: string]: string } {
  if (plan.export.kind === 'users') {
    const { name, bytes } = exportFile(rows, plan.export);
    writeFileSync(join(workspace, name), bytes);
    return { export: name };
  }
  const name = `shop.${plan.export.format}`;
  writeFileSync(join(workspace, name), shopBytes(plan.seed, plan.export));
  writeShopMapping(workspace);
  return { export: name, mapping: 'mapping.yml' };
}

type Inputs = { readonly [name: string]: string };
type Ends = Pick<Attempt, 'main' | 'post'> & { readonly kept: KeptRows | null };

async function asAction(place: AttemptPlace, attempt: AttemptPlan, inputs: Inputs): Promise<Ends> {
  const { folder, plan, world, number, runId } = place;
  const { service, sandbox, kept } = world;
  const run = runId ?? FIRST_RUN;
  kept.replay(Number(run) * 10 + number);
  service.beginRun(run);
  const step = {
    folder,
    inputs: {
      ...inputs,
      'client-id': sandbox.client.id,
      'client-secret': sandbox.client.secret,
      'github-token': service.token,
      'state-key': plan.stateKey ?? '',
      ...(runId === undefined ? {} : NIGHT),
    },
    env: { ...service.env(), GITHUB_RUN_ATTEMPT: String(number), NODE_OPTIONS: clockOptions(plan, number) },
  };
  spoil(service, attempt.service);
  const at = attempt.main.kind === 'none' ? null : attempt.main.at;
  const runPost = async (): Promise<Ended | null> => {
    if (attempt.post === null) return null;
    if (attempt.service === 'takes nothing from the main step') service.heal();
    const state = await savedState(folder);
    const killed = strikeOf({ kind: 'killed', at: { on: 'artifact', n: 1, afterMs: 0 } });
    return runStep('post.js', { ...step, env: { ...step.env, ...state } }, world, attempt.post.killedAt, killed);
  };
  let early: Promise<Ended | null> | null = null;
  const takeOver = (): void => {
    early = runPost();
  };
  const strike = attempt.main.kind === 'taken over' ? takeOver : strikeOf(attempt.main);
  const main = await runStep('index.js', step, world, at, strike);
  const post = await (early ?? runPost());
  service.heal();
  return { main, post, kept: await keptInArtifact(kept, secretOf(place)) };
}

async function asCommand(place: AttemptPlace, attempt: AttemptPlan, inputs: Inputs): Promise<Ends> {
  const { folder, plan, world, number } = place;
  const { client } = world.sandbox;
  const env = {
    NODE_OPTIONS: clockOptions(plan, number),
    CIDAAS_CLIENT_ID: client.id,
    CIDAAS_CLIENT_SECRET: client.secret,
    ...(plan.stateKey === null ? {} : { CIDAAS_STATE_KEY: plan.stateKey }),
  };
  const at = attempt.main.kind === 'none' ? null : attempt.main.at;
  const workspace = join(folder, 'workspace');
  const main = await runCommand(workspace, inputs, env, world, at, strikeOf(attempt.main));
  const kept = await keptInStateDir(join(workspace, '.cidaas-migrate'), secretOf(place));
  return { main, post: null, kept };
}

/**
 * Row numbers are those of the attempt that wrote them down. The command makes a resume file of the ledger that a killed run
 * left: that is the same memory under another name, of the attempt before.
 */
function keptUsers({ plan, rows, before }: AttemptPlace, kept: KeptRows | null): Kept | null {
  if (kept === null) return null;
  const isRenamed = plan.entry === 'command' && before !== null && isDeepStrictEqual(kept.rows, before.rows);
  if (before !== null && (kept.id === before.id || isRenamed)) return { ...before, id: kept.id };
  const users = [...kept.rows].map(([row, outcome]) => {
    const at = rows[row - 1];
    return [at?.key ?? `row ${row}`, { user: JSON.stringify(at?.user), outcome }] as const;
  });
  return { id: kept.id, rows: kept.rows, users: new Map(users) };
}

function secretOf({ plan, world }: AttemptPlace): string {
  return plan.stateKey ?? world.sandbox.client.secret;
}

function spoil(service: ResultsService, how: AttemptPlan['service']): void {
  switch (how) {
    case 'nothing':
      return;
    case 'forgets earlier attempts':
      service.fail({ on: 'ListArtifacts', kind: 'status', status: 404 });
      return;
    case 'takes nothing':
    case 'takes nothing from the main step':
      service.fail({ on: 'CreateArtifact', kind: 'status', status: 400 });
      return;
    case 'drops connections':
      for (const on of ['ListArtifacts', 'CreateArtifact', 'rest'] as const)
        service.fail({ on, kind: 'reset', times: 1 });
      return;
    case 'limits the rate':
      service.fail({ on: 'rest', kind: 'status', status: 429, headers: { 'retry-after': '1' }, times: 2 });
      return;
    case 'loses an upload':
      // Its name is used up, and the artifact never appears.
      service.fail({ on: 'blob', kind: 'status', status: 400, times: 1 });
      return;
    case 'answers with 502':
      for (const on of ['ListArtifacts', 'CreateArtifact', 'FinalizeArtifact', 'GetSignedArtifactURL', 'rest'] as const)
        service.fail({ on, kind: 'status', status: 502, times: 2 });
      return;
    case 'is down for REST':
      service.fail({ on: 'rest', kind: 'status', status: 503 });
      return;
    case 'hides bytes from the runtime service':
      service.fail({ on: 'GetSignedArtifactURL', kind: 'status', status: 404 });
  }
}

/** The runner takes `::add-mask::` lines out; whoever reads the log never sees them. */
function textsOf({ stdout, stderr, summary, outputs }: Ended): string[] {
  return [stdout.replaceAll(/^::add-mask::.*$/gm, ''), stderr, summary, JSON.stringify(outputs)];
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
