import type { ComparedRow } from '../plan/compare.ts';
import type { Ledger } from './ledger.ts';

/** Rows read in one go. */
const CHUNK = 1_000;

/** Every row of a plan in row order, in chunks, so that who walks two plans can listen to signals in between. */
export function* comparedRows(ledger: Ledger): Generator<readonly ComparedRow[]> {
  const select = ledger.db.prepare(`
    SELECT row.row, file, line, state AS outcome, code, field, message, body FROM row LEFT JOIN user USING (row)
    WHERE row.row > ? ORDER BY row.row LIMIT ${CHUNK}
  `);
  for (let last = 0; ; ) {
    const rows = select.all(last) as unknown as ComparedRow[];
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)?.row ?? last;
  }
}
