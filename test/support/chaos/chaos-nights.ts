import assert from 'node:assert/strict';
import { join } from 'node:path';
import { mulberry32, seedFor } from '../../../src/runtime/random.ts';
import { type Attempt, runAttempt, UNDISTURBED } from './chaos-attempt.ts';
import { checkStored } from './chaos-checks.ts';
import { type ChaosRow, laterExport } from './chaos-export.ts';
import type { AttemptPlan, ChaosPlan } from './chaos-plan.ts';
import type { ChaosWorld } from './chaos-world.ts';

/** Share of users that change in the night that is disturbed. */
const CHANGE = 0.3;

/**
 * Deltas after a migration whose state is kept: one that GitHub or somebody disturbs, a re-run of it when it did not succeed, as
 * its message says, and one in which the source has gone back to what it was. The tenant must have what the source says then.
 */
export async function playNights(
  folder: string,
  { plan, world, rows }: { readonly plan: ChaosPlan; readonly world: ChaosWorld; readonly rows: readonly ChaosRow[] },
  onAttempt: (attempt: Attempt, night: AttemptPlan) => void,
): Promise<void> {
  const changed = laterExport(mulberry32(seedFor(plan.seed, 'night')), rows, CHANGE);
  const night = async (exported: readonly ChaosRow[], runId: string, number: number, how: AttemptPlan) => {
    const place = { folder: join(folder, `${runId}-${number}`), plan, world, rows: exported, number, before: null };
    const attempt = await runAttempt({ ...place, runId }, how);
    onAttempt(attempt, how);
    return attempt;
  };
  const disturbed = await night(changed, '4712', 1, plan.night);
  if (disturbed.main.outputs.outcome !== 'succeeded') succeeded(await night(changed, '4712', 2, UNDISTURBED));
  checkStored(world, changed);
  const { totals } = succeeded(await night(rows, '4713', 1, UNDISTURBED));
  checkStored(world, rows);
  assert.equal((totals.updated ?? 0) + (totals.unchanged ?? 0), rows.filter(({ end }) => end === 'stored').length);
  const quiet = succeeded(await night(rows, '4714', 1, UNDISTURBED));
  assert.equal(quiet.totals.updated, 0, 'a night without changes sends nobody');
}

function succeeded({ report, main }: Attempt): NonNullable<Attempt['report']> {
  assert(report !== null, `a night without a report:\n${main.stdout}\n${main.stderr}`);
  assert.equal(report.outcome, 'succeeded', `a night ended ${report.outcome}: ${report.reason}`);
  return report;
}
