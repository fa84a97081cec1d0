import type { Ledger } from '../ledger/ledger.ts';
import { differingParts, planDigest } from '../plan/digest.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { allowed, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import type { ExportFile } from '../source/record.ts';
import type { ChosenMapping } from './chosen-mapping.ts';
import { tenantName } from './run-record.ts';

/** Ends the run when more rows are invalid than `abort-above` allows. `rows`: all rows of the export. */
export function refuseInvalidPlan({ abortAbove }: Settings, ledger: Ledger, rows: number): EarlyEnd | null {
  const { invalid } = ledger.totals();
  if (invalid <= allowed(abortAbove, rows)) return null;
  const message = `${invalid} of ${rows} rows are invalid, more than abort-above (${limitText(abortAbove)}) allows: nothing was sent.`;
  return { outcome: 'aborted', message };
}

/** Ends the run when the plan is not the one that `expected-plan` approves. */
export function refuseUnapprovedPlan({ expectedPlan }: Settings, digest: string): EarlyEnd | null {
  const parts = expectedPlan === null ? [] : differingParts(digest, expectedPlan);
  if (parts.length === 0) return null;
  const message = `This is not the plan that was approved: it differs in ${parts.join(', ')} (expected-plan ${expectedPlan}, found ${digest}). Nothing was sent; plan again and approve the new digest.`;
  return { outcome: 'aborted', message };
}

/**
 * The digest of everything that decides what is sent. `files`: those of the export and of its joins; `users`: the hash of the
 * planned users.
 */
export function digestOfPlan(
  settings: Settings,
  files: readonly ExportFile[],
  mapping: ChosenMapping | null,
  users: string,
): string {
  const { format, encoding, delimiter } = settings.export;
  return planDigest({
    tenant: tenantName(settings),
    exportHashes: files.map((file) => file.sha256),
    mappingHashes: mapping === null ? [] : [mapping.sha256],
    options: { format, encoding, delimiter, sync: settings.sync },
    users,
  });
}
