import { mulberry32, pickOne, type Random, randomInteger, seedFor, shuffled } from '../../../src/runtime/random.ts';
import type { Behaviour } from '../../../src/sandbox/behaviour.ts';
import { SCHEDULED_FAULTS, type ScheduledFault, type ScheduleOptions } from '../faults/fault-schedule.ts';
import type { ExportPlan } from './chaos-export.ts';

/** Where an interruption strikes: the nth request of a kind that this attempt makes, then so many milliseconds later. */
export interface Moment {
  readonly on: 'bulk' | 'token' | 'artifact' | 'output';
  readonly n: number;
  readonly afterMs: number;
}

/** What happens to a process from outside. */
export type Interruption =
  | { readonly kind: 'none' }
  | { readonly kind: 'killed'; readonly at: Moment }
  | { readonly kind: 'cancelled'; readonly at: Moment; readonly signal: 'SIGINT' | 'SIGTERM' }
  /** The runner loses its patience. */
  | { readonly kind: 'cancelled, then killed'; readonly at: Moment; readonly graceMs: number }
  /** The runner's signals do not reach the process: the post step begins while it still runs. */
  | { readonly kind: 'taken over'; readonly at: Moment };

export interface AttemptPlan {
  readonly main: Interruption;
  /** What becomes of the post step; null: there is none, the machine has vanished. */
  readonly post: { readonly killedAt: Moment | null } | null;
  /** What GitHub's services do wrong. */
  readonly service:
    | 'nothing'
    | 'forgets earlier attempts'
    | 'takes nothing'
    | 'takes nothing from the main step'
    | 'drops connections'
    | 'limits the rate'
    | 'loses an upload'
    | 'answers with 502'
    | 'is down for REST'
    | 'hides bytes from the runtime service';
  /** Share of rows that differ from the attempt before; null: the same file. */
  readonly change: number | null;
}

/** Everything that a seed decides. */
export interface ChaosPlan {
  readonly seed: number;
  readonly entry: 'action' | 'command';
  readonly export: ExportPlan;
  readonly inputs: { readonly [name: string]: string };
  readonly stateKey: string | null;
  readonly faults: ScheduleOptions;
  readonly behaviour: Partial<Behaviour>;
  readonly tokenLifetimeSeconds: number;
  readonly latencyMs: number;
  /** Before the last one, which nothing disturbs. */
  readonly attempts: readonly AttemptPlan[];
  /** The delta that is disturbed, in seeds that keep a state. */
  readonly night: AttemptPlan;
  /** What the clock of the machine does meanwhile. */
  readonly clock: 'steady' | 'steps';
  /** How GitHub numbers artifacts; their order says nothing. */
  readonly ids: 'rising' | 'falling' | 'random';
  /** Who stores copies of kept artifacts between runs. */
  readonly replays: 'none' | 'by other runs' | 'by re-runs' | 'both';
}

/** The schedule of a seed: the same one every time. */
export function chaosPlan(seed: number): ChaosPlan {
  const random = mulberry32(seedFor(seed, 'plan'));
  const entry = random() < 0.7 ? 'action' : 'command';
  const faults = drawFaults(random);
  return {
    seed,
    entry,
    export: drawExport(random),
    inputs: {
      'batch-size': String(randomInteger(random, 1, 25)),
      concurrency: String(randomInteger(random, 1, 6)),
      'max-attempts': String(randomInteger(random, 1, 5)),
      'outage-patience': pickOne(random, ['0', '1s', '10m']),
      'request-timeout': '8',
      'abort-above': pickOne(random, ['100%', '60%', '40%']),
      'fail-above': '100%',
      ...(random() < 0.1 ? { 'max-requests-per-second': String(randomInteger(random, 20, 60)) } : {}),
    },
    stateKey: random() < 0.4 ? `a state key of seed ${seed}` : null,
    faults,
    behaviour: drawBehaviour(random),
    tokenLifetimeSeconds: pickOne(random, [86_400, 86_400, 1, 2]),
    latencyMs: pickOne(random, [0, 0, 5, 20]),
    attempts: Array.from({ length: randomInteger(random, 1, 4) }, () => drawAttempt(random, entry)),
    night: drawAttempt(mulberry32(seedFor(seed, 'night plan')), 'action'),
    clock: pickOne(mulberry32(seedFor(seed, 'clock')), ['steady', 'steps']),
    ids: pickOne(mulberry32(seedFor(seed, 'ids')), ['rising', 'falling', 'random']),
    replays: pickOne(mulberry32(seedFor(seed, 'replays')), ['none', 'by other runs', 'by re-runs', 'both']),
  };
}

/** A plan in one line of words, for whoever has to find out why it failed. */
export function describePlan(plan: ChaosPlan): string {
  return JSON.stringify({ ...plan, faults: { ...plan.faults, kinds: plan.faults.kinds.join(', ') } });
}

function drawExport(random: Random): ExportPlan {
  const format = pickOne<ExportPlan['format']>(random, ['ndjson', 'json', 'csv']);
  return {
    kind: random() < 0.2 ? 'shop' : 'users',
    users: randomInteger(random, 1, 120),
    format,
    compression: pickOne(random, ['plain', 'plain', 'gzip', 'zstd']),
    style: {
      subless: pickOne(random, [0, 0, 0.2, 1]),
      identities: pickOne(random, [0, 0.3]),
      undeliverable: pickOne(random, [0, 0, 0.03]),
      flat: format === 'csv',
    },
    invalid: pickOne(random, [0, 0.05]),
    duplicate: pickOne(random, [0, 0.05]),
  };
}

/** Each of these costs a whole time-out, so only some seeds have them. */
const SLOW: readonly ScheduledFault[] = ['hanging before', 'hanging after'];

function drawFaults(random: Random): ScheduleOptions {
  const quick = SCHEDULED_FAULTS.filter((kind) => !SLOW.includes(kind) && kind !== 'poison');
  const kinds: ScheduledFault[] = shuffled(random, quick).slice(0, randomInteger(random, 0, 8));
  if (random() < 0.15) kinds.push(pickOne(random, ['hanging before', 'hanging after']));
  if (random() < 0.4) kinds.push('poison');
  return {
    rate: pickOne(random, [0.05, 0.15, 0.3, 0.6]),
    kinds,
    poisonShare: pickOne(random, [0.01, 0.03, 0.1]),
    retryAfterSeconds: pickOne(random, [0, 0, 0, 1]),
  };
}

function drawBehaviour(random: Random): Partial<Behaviour> {
  return {
    stateKey: pickOne(random, ['process_state', 'processState', 'state', 'status']),
    entryOrder: pickOne(random, ['request', 'reversed', 'shuffled']),
    identifier: pickOne(random, ['object', 'object', 'email-only', 'string', 'absent']),
    failedCode: pickOne(random, ['number', 'string', 'in-message', 'absent']),
    badUser: pickOne(random, ['failed', 'failed', 'refuses-batch', 'stops-batch']),
    refusalStatus: pickOne(random, [400, 417, 507]),
    errorCode: pickOne(random, ['number', 'string']),
    scopesClaim: pickOne(random, ['present', 'absent']),
    roles: pickOne(random, ['merge', 'replace']),
    customFields: pickOne(random, ['merge', 'replace']),
    address: pickOne(random, ['merge', 'replace']),
    resentHash: pickOne(random, ['overwrites', 'ignored']),
  };
}

function drawAttempt(random: Random, entry: ChaosPlan['entry']): AttemptPlan {
  const main = drawInterruption(random, entry);
  const mayVanish = main.kind === 'killed' && random() < 0.3;
  const post = mayVanish ? null : { killedAt: random() < 0.1 ? drawMoment(random, ['artifact', 'output']) : null };
  return {
    main,
    post: entry === 'command' ? null : post,
    service: pickOne(random, [
      ...(['nothing', 'nothing', 'nothing', 'nothing'] as const),
      ...(['forgets earlier attempts', 'takes nothing', 'takes nothing from the main step'] as const),
      ...(['drops connections', 'limits the rate', 'loses an upload'] as const),
      ...(['answers with 502', 'is down for REST', 'hides bytes from the runtime service'] as const),
    ]),
    change: random() < 0.25 ? pickOne(random, [0, 0.1]) : null,
  };
}

function drawInterruption(random: Random, entry: ChaosPlan['entry']): Interruption {
  const sending = drawMoment(random, ['bulk', 'bulk', 'bulk', 'bulk', 'token', 'output']);
  const anywhere = entry === 'action' && random() < 0.3 ? drawMoment(random, ['artifact']) : sending;
  switch (randomInteger(random, 1, 10)) {
    case 1:
    case 2:
      return { kind: 'none' };
    case 3:
    case 4:
      return { kind: 'cancelled', at: anywhere, signal: pickOne(random, ['SIGINT', 'SIGTERM']) };
    case 5:
      return { kind: 'cancelled, then killed', at: anywhere, graceMs: randomInteger(random, 0, 400) };
    case 6:
      // Not before the main step has handed its state to the runner: without it there is no post step that could take over.
      return entry === 'action'
        ? { kind: 'taken over', at: drawMoment(random, ['bulk', 'bulk', 'bulk', 'token']) }
        : { kind: 'killed', at: sending };
    default:
      return { kind: 'killed', at: anywhere };
  }
}

function drawMoment(random: Random, on: readonly [Moment['on'], ...Moment['on'][]]): Moment {
  const where = pickOne(random, on);
  const n = where === 'token' || where === 'output' ? randomInteger(random, 1, 2) : randomInteger(random, 1, 14);
  return { on: where, n, afterMs: pickOne(random, [0, 0, 1, 3, 10, 30]) };
}
