import type { Totals } from '../plan/row.ts';
import { OUTCOMES } from '../plan/row.ts';
import type { RunOutcome } from './report-data.ts';

/** What stopped a run before its end; null when nothing did. */
export type EarlyEnd = { readonly outcome: 'failed' | 'aborted' | 'cancelled' | 'error'; readonly message: string };

/** How the run ended: what stopped it, else whether more rows failed than `maxFailedRows` allows. */
export function runOutcome(totals: Totals, maxFailedRows: number, stop: EarlyEnd | null, isPilot = false): RunOutcome {
  if (stop !== null) return stop.outcome;
  const failed = totals.invalid + totals.failed + totals.unknown;
  // Besides a pilot, only a batch that never reached the tenant leaves unsent rows in a run that nothing stopped.
  return failed > maxFailedRows || (totals.unsent > 0 && !isPilot) ? 'failed' : 'succeeded';
}

/**
 * The accounting identity: every row has exactly one outcome.
 *
 * @returns the sentence to fail with when the accounts do not add up, else null.
 */
export function accountingError(totals: Totals, rowsRead: number): string | null {
  const sum = OUTCOMES.reduce((total, outcome) => total + totals[outcome], 0);
  if (sum === totals.rows && rowsRead === totals.rows) return null;
  return `The accounts do not add up: ${rowsRead} rows were read, the ledger holds ${totals.rows}, and their outcomes sum to ${sum}. This is a bug of cidaas-migrate; report it with this line.`;
}
