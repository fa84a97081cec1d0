import { ROW_COLUMNS, rowCsv } from './row-csv.ts';
import type { ShownRow } from './shown-row.ts';

/** `warnings.csv` in chunks: one line for each warning of each row. */
export function warningsCsv(warnings: Iterable<ShownRow>): Generator<string> {
  return rowCsv(ROW_COLUMNS, cells(warnings));
}

function* cells(warnings: Iterable<ShownRow>) {
  for (const { user, ...row } of warnings) yield { ...row, ...user };
}
