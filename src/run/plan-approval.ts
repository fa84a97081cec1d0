import type { Ledger } from '../ledger/ledger.ts';
import { differingParts, planDigest } from '../plan/digest.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { allowed, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import type { ExportFile } from '../source/record.ts';
import { count, counted } from '../text/number-text.ts';
import type { ChosenMapping } from './chosen-mapping.ts';
import { tenantName } from './run-record.ts';

/** Ends the run when more rows are invalid than `abort-above` allows. `rows`: all rows of the export. */
export function refuseInvalidPlan({ abortAbove }: Settings, ledger: Ledger, rows: number): EarlyEnd | null {
  const { invalid } = ledger.totals();
  if (invalid <= allowed(abortAbove, rows)) return null;
  const message = `${invalid} of ${rows} rows are invalid, more than abort-above (${limitText(abortAbove)}) allows: nothing was sent.`;
  return { outcome: 'aborted', message };
}

/** Reasons that the message of `min-planned` lists. */
const MAX_REASONS = 10;

/**
 * Ends the run when fewer users are planned than `min-planned` requires. Call it before a delta leaves out unchanged users, so
 * that they count. An export without rows is left to `min-rows`, unless more than one user is required.
 */
export function refuseEmptyPlan({ minPlanned }: Settings, ledger: Ledger): EarlyEnd | null {
  const { rows, planned, duplicate } = ledger.totals();
  if (planned >= minPlanned || (rows === 0 && minPlanned <= 1)) return null;
  const reasons = [
    ...Object.entries(ledger.skippedBy()).map(([reason, n]) => ({ n, text: `${count(n)} skipped (${reason})` })),
    ...Object.entries(ledger.invalidBy()).map(([code, n]) => ({ n, text: `${count(n)} invalid (${code})` })),
    ...(duplicate > 0 ? [{ n: duplicate, text: `${count(duplicate)} duplicate` }] : []),
  ].sort((a, b) => b.n - a.n);
  const listed = reasons.slice(0, MAX_REASONS).map(({ text }) => text);
  if (reasons.length > MAX_REASONS) listed.push('…');
  const why = listed.length === 0 ? '' : `: ${listed.join(', ')}`;
  const message = `${count(planned)} of ${counted(rows, 'row')} ${rows === 1 ? 'is' : 'are'} planned, fewer than min-planned (${count(minPlanned)})${why}. Check preset, mapping and its \`skip\` rules, or set \`min-planned: 0\` if this is right. Nothing was sent.`;
  return { outcome: 'error', message };
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
 * planned users; `refusedDomains`: the hash of the e-mail domains whose users are left out of them.
 */
export function digestOfPlan(
  settings: Settings,
  files: readonly ExportFile[],
  mapping: ChosenMapping | null,
  users: string,
  refusedDomains: string | null = null,
): string {
  const { format, encoding, delimiter } = settings.export;
  const missing = settings.missingUsers === 'report' ? {} : { 'missing-users': settings.missingUsers };
  const domains = refusedDomains === null ? {} : { 'check-domains': refusedDomains };
  return planDigest({
    tenant: tenantName(settings),
    exportHashes: files.map((file) => file.sha256),
    mappingHashes: mapping === null ? [] : [mapping.sha256],
    options: { format, encoding, delimiter, sync: settings.sync, ...missing, ...domains },
    users,
  });
}
