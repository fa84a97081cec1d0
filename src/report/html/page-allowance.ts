import type { LedgerRow, Totals } from '../../plan/row.ts';
import { FAILURE_OUTCOMES } from '../report-data.ts';

/** The first failures of each outcome, at most `most` in total; reads only as many rows as that needs. */
export function* allowedFailures(failures: Iterable<LedgerRow>, totals: Totals, most: number): Generator<LedgerRow> {
  const given = allowances(
    FAILURE_OUTCOMES.map((outcome) => totals[outcome]),
    most,
  );
  const allowed = new Map<string, number>(FAILURE_OUTCOMES.map((outcome, index) => [outcome, given[index] ?? 0]));
  let left = given.reduce((sum, rows) => sum + rows, 0);
  if (left === 0) return;
  for (const row of failures) {
    const rows = allowed.get(row.outcome) ?? 0;
    if (rows === 0) continue;
    allowed.set(row.outcome, rows - 1);
    yield row;
    if (--left === 0) return;
  }
}

/**
 * How many rows of each kind are shown, with at most `most` in total: all rows of the rarer kinds, so that ten failed rows are
 * shown next to a million unsent ones; the others share the rest equally.
 */
export function allowances(wanted: readonly number[], most: number): number[] {
  const given = wanted.map(() => 0);
  const rarestFirst = [...wanted.entries()].sort(([, a], [, b]) => a - b);
  let left = most;
  for (const [place, [kind, rows]] of rarestFirst.entries()) {
    const share = Math.min(rows, Math.floor(left / (wanted.length - place)));
    given[kind] = share;
    left -= share;
  }
  return given;
}
