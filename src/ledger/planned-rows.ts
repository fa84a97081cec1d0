import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/** Returns a test for rows: whether they are still to be sent. */
export function isPlanned(ledger: Ledger): (row: number) => boolean {
  const find = prepareQuery<{ state: string }>(ledger.db, 'SELECT state FROM row WHERE row = ?');
  return (row) => find.get(row)?.state === 'planned';
}
