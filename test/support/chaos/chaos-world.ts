import { mulberry32, seedFor } from '../../../src/runtime/random.ts';
import type { FaultPlan } from '../../../src/sandbox/fault.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import type { CidaasUser } from '../../../src/user/cidaas-user.ts';
import { faultSchedule, isPoisoned } from '../faults/fault-schedule.ts';
import { poisoned } from '../faults/faults.ts';
import { type ResultsService, startResultsService } from '../results-service.ts';
import type { ChaosPlan, Moment } from './chaos-plan.ts';
import { type ReplayedArtifacts, replayedArtifacts } from './chaos-replays.ts';

/** What all attempts of a seed talk to: a tenant with faults and GitHub's artifacts. */
export interface ChaosWorld extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly service: ResultsService;
  readonly kept: ReplayedArtifacts;
  /** Calls `strike` once, when the moment has come; counts from now on. */
  arm(moment: Moment | null, strike: () => void): void;
  /** A chunk of output of the process under attack. */
  noteOutput(): void;
  /** From now on nothing goes wrong, except with users that the tenant never takes. */
  heal(): void;
}

export async function openWorld(plan: ChaosPlan): Promise<ChaosWorld> {
  const schedule = faultSchedule(plan.seed, plan.faults);
  const healed: FaultPlan = ({ kind }) => (kind === 'bulk' ? poisoned(poisonTest(plan)) : null);
  let isHealed = false;
  let armed: { moment: Moment; left: number; strike: () => void } | null = null;
  const note = (on: Moment['on']): void => {
    if (armed === null || armed.moment.on !== on || --armed.left > 0) return;
    const { moment, strike } = armed;
    armed = null;
    if (moment.afterMs === 0) strike();
    else setTimeout(strike, moment.afterMs);
  };
  const faults: FaultPlan = (request) => {
    if (request.kind === 'bulk' || request.kind === 'token') note(request.kind);
    return isHealed ? healed(request) : schedule(request);
  };
  const service = await startResultsService({ onRequest: () => note('artifact') });
  service.numberWith(idsOf(plan));
  const sandbox = await startSandbox({
    faults,
    behaviour: plan.behaviour,
    tokenLifetimeSeconds: plan.tokenLifetimeSeconds,
    latencyMs: plan.latencyMs,
    log: 'users',
    seed: plan.seed,
  });
  return {
    sandbox,
    service,
    kept: replayedArtifacts(service, plan),
    arm: (moment, strike) => {
      armed = moment === null ? null : { moment, left: moment.n, strike };
    },
    noteOutput: () => note('output'),
    heal: () => {
      isHealed = true;
    },
    [Symbol.asyncDispose]: async () => {
      await sandbox.close();
      await service[Symbol.asyncDispose]();
    },
  };
}

function idsOf({ seed, ids }: ChaosPlan): (count: number) => number {
  switch (ids) {
    case 'rising':
      return (count) => 1_001 + count;
    case 'falling':
      return (count) => 9_000_000 - count;
    case 'random':
      return (count) => 1 + Math.floor(mulberry32(seedFor(seed, 'id', count))() * 2 ** 40);
  }
}

/** The users that no request may hold. */
function poisonTest({ seed, faults }: ChaosPlan): (user: CidaasUser) => boolean {
  return faults.kinds.includes('poison') ? isPoisoned(seed, faults.poisonShare ?? 0) : () => false;
}

/** Whether the tenant never takes a user: poison, or an e-mail domain without a mail server. */
export function refusedBy(plan: ChaosPlan): (user: CidaasUser) => boolean {
  const isPoison = poisonTest(plan);
  return (user) => {
    const { email } = user.identities?.[0] ?? user;
    return isPoison(user) || email?.endsWith('@no-mail.example.net') === true;
  };
}
