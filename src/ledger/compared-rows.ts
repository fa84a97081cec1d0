import type { ComparedRow } from '../plan/compared-row.ts';
import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/** Rows read at once. */
const CHUNK = 1_000;

/**
 * Every row of a plan in row order, in chunks, so that a comparison of two plans can handle signals in between. `fileNames`
 * are those of the export as that plan read it.
 */
export function* comparedRows(ledger: Ledger, fileNames: readonly string[]): Generator<readonly ComparedRow[]> {
  const select = prepareQuery<Omit<ComparedRow, 'file'> & { readonly file: number }>(
    ledger.db,
    `SELECT row, file, line, state AS outcome, code, field, message, user_body(row) AS body FROM row
     WHERE row > ? ORDER BY row LIMIT ${CHUNK}`,
  );
  for (let last = 0; ; ) {
    const rows = select.all(last);
    if (rows.length === 0) return;
    yield rows.map((row) => ({ ...row, file: fileNames[row.file] ?? '' }));
    last = rows.at(-1)?.row ?? last;
  }
}
