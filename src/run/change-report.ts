import type { AccountChanges, ChangeTotals } from '../ledger/account-changes.ts';
import type { MissingReport, UndoReport } from '../report/report-data.ts';

/** Accounts that the report lists. */
const MAX_LISTED = 1_000;

/** The section about missing users. */
export function missingReport(changes: AccountChanges): MissingReport {
  const { total, blocked, deleted, failed, unknown, unsent, planned } = changes.totals();
  return { total, blocked, deleted, failed, unknown, unsent, planned, users: changes.list(MAX_LISTED) };
}

/** The section about a run that is taken back. */
export function undoReport(
  changes: AccountChanges,
  about: Pick<UndoReport, 'from' | 'writtenAt' | 'unknownRows'>,
): UndoReport {
  const { total, undone, kept, failed, unknown, unsent, planned } = changes.totals();
  return { ...about, total, undone, kept, failed, unknown, unsent, planned, users: changes.list(MAX_LISTED) };
}

/** Every account has exactly one outcome. Returns the message to fail with when the counts do not add up, else null. */
export function changesError({ total, ...outcomes }: ChangeTotals): string | null {
  const sum = Object.values(outcomes).reduce((all, count) => all + count, 0);
  if (sum === total) return null;
  return `The counts of changed accounts do not add up: ${total} were planned, and their outcomes add up to ${sum}. This is a bug in cidaas-migrate; report it with this message.`;
}
