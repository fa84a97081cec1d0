import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/** Several identities of a user may have the same identifier, and different keys may share a hash. */
const MAX_ROWS = 10;

/** Finds the users that are still to be sent and have an identity key with this hash, in row order. */
export function plannedByKey(ledger: Ledger): (hash: number) => readonly OutgoingUser[] {
  const find = prepareQuery<OutgoingUser>(
    ledger.db,
    `SELECT DISTINCT user.row, user.body FROM key JOIN user USING (row) JOIN row USING (row)
     WHERE hash = ? AND state = 'planned' ORDER BY user.row LIMIT ${MAX_ROWS}`,
  );
  return (hash) => find.all(hash);
}
