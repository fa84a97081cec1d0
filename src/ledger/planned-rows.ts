import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/** Returns a test for rows: whether they are still to be sent. */
export function isPlanned(ledger: Ledger): (row: number) => boolean {
  const find = prepareQuery<{ state: string }>(ledger.db, 'SELECT state FROM row WHERE row = ?');
  return (row) => find.get(row)?.state === 'planned';
}

/** The users that are still to be sent, by the status that is sent; null for those without one. Most users first. */
export function plannedStatuses(ledger: Ledger): { readonly name: string | null; readonly users: number }[] {
  const statuses = prepareQuery<{ name: string | null; users: number }>(
    ledger.db,
    `SELECT user_body(row) ->> '$.userStatus' AS name, count(*) AS users FROM row
     WHERE state = 'planned' GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  return statuses.all();
}
