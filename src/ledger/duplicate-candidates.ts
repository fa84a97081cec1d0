import type { Claims } from '../plan/duplicates.ts';
import type { Problem } from '../source/record.ts';
import type { Ledger } from './ledger.ts';

/** A planned row that shares the hash of an identity key with another one. */
export interface DuplicateCandidate {
  readonly row: number;
  readonly body: string;
}

/** Rows that are read at once: everybody may stand there twice, and signals get their turn in between. */
const CHUNK = 1_000;

/**
 * The planned rows that share an identity key's hash with another row, from the first or from the last, chunk by chunk.
 * Sorting all keys once, on disk, when the export is in costs a fraction of looking each one up in an index that grows with
 * every row.
 */
export async function* duplicateCandidates(
  ledger: Ledger,
  from: 'first' | 'last',
): AsyncGenerator<readonly DuplicateCandidate[]> {
  ledger.db.exec(`
    CREATE INDEX IF NOT EXISTS key_hash ON key (hash);
    CREATE TEMP TABLE IF NOT EXISTS duplicateCandidates (row INTEGER PRIMARY KEY);
    INSERT OR IGNORE INTO duplicateCandidates
      SELECT row FROM key WHERE hash IN (SELECT hash FROM key GROUP BY hash HAVING count(*) > 1);
  `);
  const [behind, order] = from === 'first' ? ['>', 'ASC'] : ['<', 'DESC'];
  const next = ledger.db.prepare(
    `SELECT duplicateCandidates.row, body FROM duplicateCandidates JOIN user USING (row) WHERE duplicateCandidates.row ${behind} ? ORDER BY duplicateCandidates.row ${order} LIMIT ${CHUNK}`,
  );
  for (let last = from === 'first' ? 0 : Number.MAX_SAFE_INTEGER; ; ) {
    const members = next.all(last) as unknown as DuplicateCandidate[];
    const end = members.at(-1);
    if (end === undefined) return;
    last = end.row;
    yield members;
    await new Promise((done) => setImmediate(done));
  }
}

/** Which row holds which identity key, on disk: a crowd may be as large as the export. */
export function claimsIn(ledger: Ledger): Claims {
  const find = ledger.db.prepare('SELECT row FROM claim WHERE key = ?');
  const claim = ledger.db.prepare('INSERT OR IGNORE INTO claim (key, row) VALUES (?, ?)');
  const body = ledger.db.prepare('SELECT body FROM user WHERE row = ?');
  return {
    holder: (key) => find.get(key)?.row as number | undefined,
    claim: (key, row) => void claim.run(key, row),
    body: (row) => body.get(row)?.body as string,
  };
}

/** Takes a planned row out of the plan: it repeats another row, or it stands in conflict with one. */
export function takeOut(
  ledger: Ledger,
): (row: number, outcome: 'duplicate' | 'invalid', other: number, why: Problem) => void {
  const update = ledger.db.prepare(
    'UPDATE row SET state = ?, duplicate_of = ?, code = ?, field = ?, message = ?, hint = ? WHERE row = ?',
  );
  return (row, outcome, other, why) =>
    void update.run(outcome, outcome === 'duplicate' ? other : null, why.code, why.field, why.message, why.hint, row);
}
