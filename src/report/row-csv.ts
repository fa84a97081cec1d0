import { csvCell } from '../text/escape.ts';
import { inChunks } from './text-chunks.ts';

/** The columns of `warnings.csv`, which every list of rows has. */
export const ROW_COLUMNS = [
  ...(['row', 'file', 'line', 'outcome', 'code', 'field', 'message', 'hint'] as const),
  ...(['sub', 'email', 'username', 'mobile_number'] as const),
] as const;

/** The columns of `failures.csv`, and of what the page saves. */
export const FAILURE_COLUMNS = [...ROW_COLUMNS, 'attempts'] as const;

/** The cells of a row, by column. */
type CsvRow<Column extends string> = { readonly [column in Column]?: string | number | null };

/**
 * A list of rows as CSV, in chunks of about 64 KiB: UTF-8 without a byte-order mark, CRLF, a header, one line for each row;
 * missing values are empty cells.
 */
export function rowCsv<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<CsvRow<Column>>,
): Generator<string> {
  return inChunks(lines(columns, rows));
}

function* lines<Column extends string>(columns: readonly Column[], rows: Iterable<CsvRow<Column>>): Generator<string> {
  yield `${columns.join(',')}\r\n`;
  for (const row of rows) yield `${columns.map((column) => csvCell(row[column] ?? null)).join(',')}\r\n`;
}
