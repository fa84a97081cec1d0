import type { LedgerRow } from '../plan/row.ts';
import type { IdentifierLevel } from './report-data.ts';
import { FAILURE_COLUMNS, rowCsv } from './row-csv.ts';
import { shownRow } from './shown-row.ts';

/** `failures.csv` in chunks: one line for each row of `failures`. */
export function failuresCsv(
  failures: Iterable<LedgerRow>,
  level: IdentifierLevel,
  fileNames: readonly string[],
): Generator<string> {
  return rowCsv(FAILURE_COLUMNS, cells(failures, level, fileNames));
}

function* cells(failures: Iterable<LedgerRow>, level: IdentifierLevel, fileNames: readonly string[]) {
  for (const failure of failures) {
    const { user, ...row } = shownRow(failure, level, fileNames);
    yield { ...row, ...user };
  }
}
