import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/** Rows read at once: little memory, and signals are handled between chunks. */
const CHUNK = 2_000;

/**
 * The users that are still to be sent, in row order, chunk by chunk. With `keys`, users without any of these JSON keys may be
 * left out.
 */
export async function* plannedUsers(
  ledger: Ledger,
  keys: readonly string[] = [],
): AsyncGenerator<readonly OutgoingUser[]> {
  const words = keys.map((key) => `"${key}"`);
  const next = prepareQuery<OutgoingUser>(
    ledger.db,
    `SELECT row, user_body(row) AS body FROM row WHERE row > ? AND state = 'planned' ORDER BY row LIMIT ${CHUNK}`,
  );
  for (let last = 0; ; ) {
    const chunk = next.all(last);
    const end = chunk.at(-1);
    if (end === undefined) return;
    last = end.row;
    yield words.length === 0 ? chunk : chunk.filter(({ body }) => words.some((word) => body.includes(word)));
    await new Promise((done) => setImmediate(done));
  }
}
