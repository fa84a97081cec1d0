import assert from 'node:assert/strict';
import { join } from 'node:path';
import { mulberry32, pickOne, randomInteger, seedFor, shuffled } from '../../../src/runtime/random.ts';
import { type Attempt, runAttempt, UNDISTURBED } from './chaos-attempt.ts';
import { checkStored } from './chaos-checks.ts';
import type { ChaosRow } from './chaos-export.ts';
import type { AttemptPlan, ChaosPlan, Interruption } from './chaos-plan.ts';
import type { ChaosWorld } from './chaos-world.ts';

interface Departure {
  readonly plan: ChaosPlan;
  readonly world: ChaosWorld;
  readonly rows: readonly ChaosRow[];
}

/**
 * The end of a migration whose state is kept: users leave the source and are blocked or deleted, then the first run is taken
 * back, each time with a process that is killed in the middle. Then everybody is in the source again, and in the tenant.
 */
export async function playDepartures(
  folder: string,
  { plan, world, rows }: Departure,
  onAttempt: (attempt: Attempt, how: AttemptPlan) => void,
): Promise<void> {
  const play = async (exported: readonly ChaosRow[], id: string, inputs: Inputs, how = UNDISTURBED, number = 1) => {
    const place = { folder: join(folder, `${id}-${number}`), plan, world, rows: exported, number, before: null };
    const attempt = await runAttempt({ ...place, runId: id, inputs }, how);
    onAttempt(attempt, how);
    return attempt;
  };
  const { sandbox } = world;
  const random = mulberry32(seedFor(plan.seed, 'departures'));
  const action = pickOne(random, ['block', 'delete']);
  const candidates = rows.filter(({ end, user }) => end === 'stored' && user.sub !== undefined);
  const leavers = shuffled(random, candidates).slice(
    0,
    randomInteger(random, 1, Math.max(1, Math.min(10, rows.length - 1))),
  );
  const stayers = rows.filter((row) => !leavers.some(({ key }) => key === row.key));
  const missing = {
    'missing-users': action,
    'max-missing': '100%',
    'max-changed': '100%',
    'min-rows': '0',
    'min-planned': '0',
  };
  await play(stayers, '4720', missing, killedAtChange(plan, 1));
  const departed = told(await play(stayers, '4720', missing, UNDISTURBED, 2));
  const isHeld = departed.missing?.users.some(({ code }) => code === 'missing.uncertain') ?? false;
  for (const { key, user } of leavers) {
    const status = sandbox.users().get(user.sub ?? '')?.userStatus;
    if (isHeld) assert.notEqual(status, undefined, `${key} was deleted although a row cannot be told from him`);
    else assert.equal(status, action === 'block' ? 'DECLINED' : undefined, `${key} left and was not changed`);
  }
  for (const { key, user, end } of stayers)
    if (end === 'stored' && user.sub !== undefined)
      assert.equal(sandbox.users().get(user.sub)?.userStatus, user.userStatus, `${key} stayed and was changed`);

  const undo = { mode: 'undo', 'undo-run-id': '4711', export: '', sync: 'full' };
  const preview = told(await play([], '4721', undo));
  const subs = new Set((preview.undo?.users ?? []).flatMap(({ sub }) => sub ?? []));
  assert.equal(preview.outcome, 'succeeded', `a preview ended ${preview.outcome}: ${preview.reason}`);
  const others = [...sandbox.users().keys()].filter((sub) => !subs.has(sub));
  const act = { ...undo, 'expected-plan': String(preview.planDigest) };
  await play([], '4722', act, killedAtChange(plan, 2));
  const undone = told(await play([], '4722', act, UNDISTURBED, 2));
  const { total = 0, users = [], undone: gone = 0, kept = 0, failed = 0, unknown = 0, unsent = 0 } = undone.undo ?? {};
  assert.equal(gone + kept + failed + unknown + unsent, total, 'the accounts of the undo do not add up');
  assert.equal(
    failed + unknown + unsent,
    users.filter(({ sub }) => sub === null).length,
    'somebody was not taken back',
  );
  for (const { sub, outcome } of users)
    if (sub !== null) assert.equal(sandbox.users().has(sub), outcome !== 'undone', `${sub} is ${outcome}`);
  for (const sub of others) assert(sandbox.users().has(sub), `${sub} was deleted, and that run did not create it`);

  const back = told(await play(rows, '4723', { 'max-changed': '100%' }));
  assert.equal(back.outcome, 'succeeded', `the last night ended ${back.outcome}: ${back.reason}`);
  checkStored(world, rows);
}

type Inputs = { readonly [name: string]: string };

/** A kill in the middle of the changes, sometimes with the whole machine. */
function killedAtChange({ seed }: ChaosPlan, n: number): AttemptPlan {
  const random = mulberry32(seedFor(seed, 'kill', n));
  const at = { on: 'change', n: randomInteger(random, 1, 8), afterMs: pickOne(random, [0, 0, 3]) } as const;
  const main: Interruption =
    random() < 0.7 ? { kind: 'killed', at } : { kind: 'cancelled', at, signal: pickOne(random, ['SIGINT', 'SIGTERM']) };
  return { ...UNDISTURBED, main, post: random() < 0.3 ? null : { killedAt: null } };
}

function told({ report, main }: Attempt): NonNullable<Attempt['report']> {
  assert(report !== null, `there is no report:\n${main.stdout}\n${main.stderr}`);
  return report;
}
