import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { Ledger } from './ledger.ts';

/** Rows that are read at once: little memory, and signals get their turn in between. */
const CHUNK = 2_000;

/** The users that still are to be sent, in row order, chunk by chunk. */
export async function* plannedUsers(ledger: Ledger): AsyncGenerator<readonly OutgoingUser[]> {
  const next = ledger.db.prepare(
    "SELECT user.row, user.body FROM user JOIN row USING (row) WHERE user.row > ? AND state = 'planned' ORDER BY user.row LIMIT ?",
  );
  let last = 0;
  for (;;) {
    const chunk = next.all(last, CHUNK) as unknown as OutgoingUser[];
    const end = chunk.at(-1);
    if (end === undefined) return;
    last = end.row;
    yield chunk;
    await new Promise((done) => setImmediate(done));
  }
}
