import type { Claims } from '../plan/duplicates.ts';
import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/** A planned row that shares the hash of an identity key with another one. */
export interface DuplicateCandidate {
  readonly row: number;
  readonly body: string;
}

/** Rows read at once: every row of an export may be a candidate, and signals are handled between chunks. */
const CHUNK = 1_000;

/**
 * The planned rows that share an identity key's hash with another row, from the first or from the last, chunk by chunk.
 * Sorting all keys once, on disk, when the whole export is read costs a fraction of looking each one up in an index that
 * grows with every row.
 */
export async function* duplicateCandidates(
  ledger: Ledger,
  from: 'first' | 'last',
): AsyncGenerator<readonly DuplicateCandidate[]> {
  ledger.db.exec(`
    CREATE INDEX IF NOT EXISTS key_hash ON key (hash);
    CREATE TEMP TABLE IF NOT EXISTS duplicate_candidate (row INTEGER PRIMARY KEY);
    INSERT OR IGNORE INTO duplicate_candidate
      SELECT row FROM key WHERE hash IN (SELECT hash FROM key GROUP BY hash HAVING count(*) > 1);
  `);
  const [comparison, order] = from === 'first' ? ['>', 'ASC'] : ['<', 'DESC'];
  const next = prepareQuery<DuplicateCandidate>(
    ledger.db,
    `SELECT row, user_body(row) AS body FROM duplicate_candidate
     WHERE row ${comparison} ? ORDER BY row ${order} LIMIT ${CHUNK}`,
  );
  for (let last = from === 'first' ? 0 : Number.MAX_SAFE_INTEGER; ; ) {
    const candidates = next.all(last);
    const end = candidates.at(-1);
    if (end === undefined) return;
    last = end.row;
    yield candidates;
    await new Promise((done) => setImmediate(done));
  }
}

/** Which row holds which identity key; on disk, because every row of the export may share a key with another. */
export function claimsIn(ledger: Ledger): Claims {
  const find = prepareQuery<{ row: number }>(ledger.db, 'SELECT row FROM claim WHERE key = ?');
  const claim = ledger.db.prepare('INSERT OR IGNORE INTO claim (key, row) VALUES (?, ?)');
  return {
    holder: (key) => find.get(key)?.row,
    claim: (key, row) => void claim.run(key, row),
    body: (row) => {
      const body = ledger.users.body(row);
      if (body === null) throw new Error(`row ${row} holds an identity key but has no user`);
      return body;
    },
  };
}
