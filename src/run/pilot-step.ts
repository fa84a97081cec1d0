import { choosePilot } from '../ledger/pilot.ts';
import type { CanaryReport } from '../report/report-data.ts';
import type { Settings } from '../settings/settings.ts';
import type { Ports } from './ports.ts';

/**
 * Leaves only the users of the pilot in the plan, those of the canary first. Returns false without the input `pilot`.
 */
export function startPilot(
  { pilot }: Settings,
  { ledger, log, run }: Pick<Ports, 'ledger' | 'log' | 'run'>,
  canary: CanaryReport | undefined,
): boolean {
  if (pilot === 0) return false;
  const preferred = (canary?.findings ?? []).flatMap(({ row }) => row ?? []);
  const counts = Object.entries(choosePilot(ledger, pilot, preferred));
  const chosen = counts.filter(([, rows]) => rows > 0).map(([algorithm, rows]) => `${rows} with ${algorithm}`);
  const absent = counts.filter(([, rows]) => rows === 0).map(([algorithm]) => algorithm);
  if (absent.length > 0)
    log.warning(
      `The pilot is too small for every kind of password: it has no user with ${absent.join(', ')}. It needs at least ${counts.length} users.`,
    );
  log.notice(
    `Pilot: ${chosen.join(', ')}; all other users stay unsent. To continue, run again without \`pilot\`${run === null ? '' : ` and with \`resume-run-id: ${run.id}\``}.`,
  );
  return true;
}
