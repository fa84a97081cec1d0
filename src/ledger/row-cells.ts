import type { LedgerRow, Outcome } from '../plan/row.ts';
import type { Identifiers } from '../user/cidaas-user.ts';
import type { StoredUsers } from './stored-users.ts';

/** What is selected of a row for a report, in this order. */
export type RowCells = readonly [
  row: number,
  file: number,
  line: number,
  state: Outcome,
  code: string | null,
  field: string | null,
  message: string | null,
  hint: string | null,
  sub: string | null,
  attempts: number,
  duplicateOf: number | null,
  /** JSON text; null when they are stored with the user of the row. */
  identifiers: string | null,
];

/** The columns of `RowCells`, from `row`. */
export const ROW_CELLS = 'row, file, line, state, code, field, message, hint, sub, attempts, duplicate_of, identifiers';

/** Reads what `ROW_CELLS` selected. */
export function toLedgerRow(cells: RowCells, users: StoredUsers): LedgerRow {
  const [row, file, line, outcome, code, field, message, hint, sub, attempts, duplicateOf, json] = cells;
  const identifiers = json === null ? users.identifiers(row) : (JSON.parse(json) as Identifiers);
  const shownSub = sub ?? identifiers.sub ?? null;
  return { row, file, line, outcome, code, field, message, hint, sub: shownSub, identifiers, attempts, duplicateOf };
}
