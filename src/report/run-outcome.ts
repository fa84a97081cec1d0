import { OUTCOMES, type Totals } from '../plan/row.ts';
import type { RunOutcome } from './report-data.ts';

/** Why a run ended before it was finished. */
export interface EarlyEnd {
  readonly outcome: Exclude<RunOutcome, 'succeeded'>;
  readonly message: string;
}

/** Accounts that were to be changed and are not. */
export interface OpenChanges {
  readonly failed: number;
  readonly unknown: number;
  readonly unsent: number;
}

/**
 * How the run ended: as `stop` says, else `failed` when more rows and accounts failed than `maxFailedRows` allows, or some were
 * never sent.
 */
export function runOutcome(
  totals: Totals,
  changes: OpenChanges,
  maxFailedRows: number,
  stop: EarlyEnd | null,
  isPilot = false,
): RunOutcome {
  if (stop !== null) return stop.outcome;
  const failed = totals.invalid + totals.failed + totals.unknown + changes.failed + changes.unknown;
  // Without a pilot or an early end, rows only stay unsent when their batch never reached the tenant.
  const isIncomplete = (totals.unsent > 0 && !isPilot) || changes.unsent > 0;
  return failed > maxFailedRows || isIncomplete ? 'failed' : 'succeeded';
}

/**
 * The accounting identity: every row has exactly one outcome.
 *
 * @returns the message to fail with when the counts do not add up, else null.
 */
export function accountingError(totals: Totals, rowsRead: number): string | null {
  const sum = OUTCOMES.reduce((total, outcome) => total + totals[outcome], 0);
  if (sum === totals.rows && rowsRead === totals.rows) return null;
  return `The row counts do not add up: ${rowsRead} rows were read, the ledger holds ${totals.rows}, and their outcomes add up to ${sum}. This is a bug in cidaas-migrate; report it with this message.`;
}
