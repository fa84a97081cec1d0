import { FAILURE_COLUMNS, rowCsv } from './row-csv.ts';
import type { ShownRow } from './shown-row.ts';

/** `failures.csv` in chunks: one line for each row of `failures`. */
export function failuresCsv(failures: Iterable<ShownRow>): Generator<string> {
  return rowCsv(FAILURE_COLUMNS, cells(failures));
}

function* cells(failures: Iterable<ShownRow>) {
  for (const { user, ...row } of failures) yield { ...row, ...user };
}
