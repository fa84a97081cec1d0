import { join } from 'node:path';
import { mulberry32, seedFor } from '../../../src/runtime/random.ts';
import { tempFolder } from '../temp-folder.ts';
import { type Attempt, runAttempt } from './chaos-attempt.ts';
import { accountName, checkAttempt, checkOutcome } from './chaos-checks.ts';
import { playDepartures } from './chaos-departures.ts';
import { chaosRows, laterExport } from './chaos-export.ts';
import { playNights } from './chaos-nights.ts';
import { type AttemptPlan, type ChaosPlan, chaosPlan, describePlan } from './chaos-plan.ts';
import { shopRows } from './chaos-shop.ts';
import { type ChaosWorld, openWorld, refusedBy } from './chaos-world.ts';

/** What a seed amounted to. */
export interface ChaosResult {
  readonly seed: number;
  readonly attempts: number;
  readonly requests: number;
  readonly users: number;
}

/**
 * Plays the schedule of a seed: attempts that are disturbed and interrupted, then one that is not; looks at everything after
 * each. Throws what does not hold, with the plan and how to repeat it.
 */
export async function runSeed(seed: number): Promise<ChaosResult> {
  const plan = chaosPlan(seed);
  const story: string[] = [];
  try {
    return await play(plan, story);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `seed ${seed}: ${what}\n${story.join('\n')}\n${describePlan(plan)}\nrepeat with: npm run test:chaos -- --seed ${seed}`,
      { cause },
    );
  }
}

async function play(plan: ChaosPlan, story: string[]): Promise<ChaosResult> {
  await using world = await openWorld(plan);
  using temp = tempFolder();
  const names = new Map<string, string>();
  const isShop = plan.export.kind === 'shop';
  let rows = await (isShop ? shopRows : chaosRows)(plan.seed, plan.export, refusedBy(plan));
  let before: Attempt | null = null;
  for (const attempt of [...plan.attempts, null]) {
    const number: number = (before?.number ?? 0) + 1;
    if (attempt === null) world.heal();
    else if (attempt.change !== null && before !== null && !isShop)
      rows = laterExport(mulberry32(seedFor(plan.seed, 'change', number)), rows, attempt.change);
    for (const { key, user, end } of rows) if (end === 'stored' || end === 'failed') names.set(accountName(user), key);
    const folder = join(temp.path, plan.entry === 'action' ? `attempt-${number}` : 'command');
    const { result, seen } = await watched(world, names, () =>
      runAttempt({ folder, plan, world, rows, number, before: before?.kept ?? null }, attempt ?? undefined),
    );
    story.push(storyOf(result, attempt));
    checkAttempt(plan, result, before?.kept ?? null, seen);
    before = result;
  }
  if (before !== null) checkOutcome(world, before);
  // A user that the tenant never takes may be the only one of a night, which the fuse then stops.
  if (plan.entry === 'action' && plan.stateKey !== null && !isShop && rows.every(({ end }) => end !== 'failed')) {
    const note = (night: Attempt, how: AttemptPlan) => story.push(`night: ${storyOf(night, how)}`);
    await playNights(temp.path, { plan, world, rows }, note);
    await playDepartures(temp.path, { plan, world, rows }, note);
  }
  const { length: attempts } = story;
  return { seed: plan.seed, attempts, requests: world.sandbox.counters.bulkRequests, users: rows.length };
}

/** What the sandbox saw of an attempt. */
async function watched(world: ChaosWorld, names: ReadonlyMap<string, string>, work: () => Promise<Attempt>) {
  const { sandbox } = world;
  const stored = (): Map<string, string> =>
    new Map(
      [...sandbox.users().values()].map(({ sub, identities: [identity] }) => {
        return [names.get(sub) ?? names.get(accountName({ ...identity, sub: undefined })) ?? sub, sub];
      }),
    );
  const storedBefore = new Set(stored().keys());
  const from = sandbox.requests.length;
  const result = await work();
  const users = sandbox.requests.slice(from).flatMap(({ kind, sent }) => (kind === 'bulk' ? sent : []));
  const sent = new Set(users.map((user) => names.get(accountName(user)) ?? accountName(user)));
  return { result, seen: { storedBefore, subs: stored(), sent } };
}

function storyOf({ number, main, post, report, kept }: Attempt, plan: AttemptPlan | null): string {
  const end = (step: Attempt['post']): string => (step === null ? 'none' : String(step.signal ?? step.exitCode));
  const told = report === null ? 'no report' : `${report.outcome} ${JSON.stringify(report.totals)} ${report.reason}`;
  const knows = kept === null ? 'nothing' : `${kept.users.size} users`;
  return `attempt ${number} ${JSON.stringify(plan)}: main ${end(main)}, post ${end(post)}, kept ${knows}: ${told}`;
}
