import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { Ledger } from './ledger.ts';

/** Rows that are read at once: little memory, and signals get their turn in between. */
const CHUNK = 2_000;

/**
 * The users that still are to be sent, in row order, chunk by chunk. With `keys`, those without any of them may be left out.
 */
export async function* plannedUsers(
  ledger: Ledger,
  keys: readonly string[] = [],
): AsyncGenerator<readonly OutgoingUser[]> {
  const some = keys.length === 0 ? '' : `AND (${keys.map((key) => `instr(body, '"${key}"')`).join(' OR ')})`;
  const next = ledger.db.prepare(
    `SELECT user.row, user.body FROM user JOIN row USING (row) WHERE user.row > ? AND state = 'planned' ${some} ORDER BY user.row LIMIT ?`,
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
