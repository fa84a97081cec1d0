import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { Ledger } from './ledger.ts';

/** One identifier may stand in several identities, and a hash may be shared. */
const MOST_ROWS = 10;

/** The users that still are to be sent and bear an identity key with this hash, in row order. */
export function plannedByKey(ledger: Ledger): (hash: number) => readonly OutgoingUser[] {
  const find = ledger.db.prepare(
    "SELECT DISTINCT user.row, user.body FROM key JOIN user USING (row) JOIN row USING (row) WHERE hash = ? AND state = 'planned' ORDER BY user.row LIMIT ?",
  );
  return (hash) => find.all(hash, MOST_ROWS) as unknown as OutgoingUser[];
}
