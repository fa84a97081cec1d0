import { choosePilot } from '../ledger/pilot.ts';
import { differingParts } from '../plan/digest.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Settings } from '../settings/settings.ts';
import type { Ports } from './ports.ts';
import type { Draft } from './run-record.ts';

/** What was approved is what is sent, or nothing is. */
export function refuseOtherPlan({ expectedPlan }: Settings, planDigest: string): EarlyEnd | null {
  const parts = expectedPlan === null ? [] : differingParts(planDigest, expectedPlan);
  if (parts.length === 0) return null;
  const message = `This is not the plan that was approved: it differs in ${parts.join(', ')} (expected-plan ${expectedPlan}, found ${planDigest}). Nothing was sent; plan again and approve the new digest.`;
  return { outcome: 'aborted', message };
}

/** Leaves only the pilot's users in the plan. */
export function startPilot({ pilot }: Settings, { ledger, log, run }: Ports, draft: Draft): void {
  if (pilot === 0) return;
  draft.pilot = true;
  const counts = Object.entries(choosePilot(ledger, pilot));
  const chosen = counts.filter(([, rows]) => rows > 0).map(([algorithm, rows]) => `${rows} with ${algorithm}`);
  const absent = counts.filter(([, rows]) => rows === 0).map(([algorithm]) => algorithm);
  if (absent.length > 0)
    log.warning(
      `The pilot is too small for every kind of password: nobody with ${absent.join(', ')} is in it. It needs at least ${counts.length} users.`,
    );
  log.notice(
    `A pilot: ${chosen.join(', ')}; everybody else stays unsent. To continue, run again without \`pilot\`${run === null ? '' : ` and with \`resume-run-id: ${run.id}\``}.`,
  );
}
