import { FAILURE_COLUMNS, rowCsv } from '../../row-csv.ts';
import type { PageRow } from '../page-rows.ts';

/** Rows in the form of `failures.csv`, in chunks: no cell runs as a formula in a spreadsheet. */
export function listCsv(rows: Iterable<PageRow>): Generator<string> {
  return rowCsv(FAILURE_COLUMNS, cells(rows));
}

function* cells(rows: Iterable<PageRow>) {
  for (const row of rows) {
    const message = [row.meaning, row.message].filter((part) => part !== null).join(' ');
    yield { ...row, message };
  }
}
