import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/** Several identities of a user may have the same identifier, and different keys may share a hash. */
const MAX_ROWS = 10;

/** Finds the users that are still to be sent and have an identity key with this hash, in row order. */
export function plannedByKey(ledger: Ledger): (hash: number) => readonly OutgoingUser[] {
  const find = prepareQuery<OutgoingUser>(
    ledger.db,
    `SELECT row, user_body(row) AS body FROM row
     WHERE row IN (SELECT row FROM key WHERE hash = ?) AND state = 'planned' ORDER BY row LIMIT ${MAX_ROWS}`,
  );
  return (hash) => find.all(hash);
}
