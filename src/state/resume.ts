import type { Ledger } from '../ledger/ledger.ts';
import type { Fingerprint } from './keys.ts';
import type { Remembered } from './resume-file.ts';

/** Rows looked at in one transaction. */
const CHUNK = 1_000;

/** What an earlier attempt knew of the rows of this one. */
export interface Restored {
  /** Rows that are settled and need not be sent. */
  readonly rows: number;
  /** Planned rows that the tenant refused then. */
  readonly refused: number;
}

/**
 * Gives planned rows the outcome that an earlier run already reached for exactly the same user: settled rows are not sent
 * again. Rows are found by fingerprint, never by number, so a changed row is sent again and a moved one is not.
 */
export async function restore(
  ledger: Ledger,
  memoize: AsyncIterable<Remembered>,
  fingerprint: Fingerprint,
): Promise<Restored> {
  ledger.db.exec(
    'CREATE TEMP TABLE remembered (fingerprint TEXT PRIMARY KEY, outcome TEXT NOT NULL, sub TEXT) WITHOUT ROWID',
  );
  await load(ledger, memoize);
  const planned = ledger.db.prepare(`
    SELECT user.row, body FROM user JOIN row USING (row) WHERE user.row > ? AND state = 'planned' ORDER BY user.row LIMIT ${CHUNK}
  `);
  const find = ledger.db.prepare('SELECT outcome, sub FROM remembered WHERE fingerprint = ?');
  const settle = ledger.db.prepare('UPDATE row SET state = ?, sub = ? WHERE row = ?');
  let settled = 0;
  let refused = 0;
  for (let last = 0; ; ) {
    const rows = planned.all(last) as { row: number; body: string }[];
    if (rows.length === 0) break;
    ledger.transaction(() => {
      for (const { row, body } of rows) {
        last = row;
        const found = find.get(fingerprint(body)) as { outcome: string; sub: string | null } | undefined;
        if (found === undefined) continue;
        if (found.outcome === 'failed') refused++;
        else {
          settle.run(found.outcome, found.sub, row);
          settled++;
        }
      }
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  ledger.db.exec('DROP TABLE temp.remembered');
  return { rows: settled, refused };
}

async function load(ledger: Ledger, memoize: AsyncIterable<Remembered>): Promise<void> {
  const insert = ledger.db.prepare('INSERT OR REPLACE INTO remembered (fingerprint, outcome, sub) VALUES (?, ?, ?)');
  let waiting: Remembered[] = [];
  const write = (): void => {
    ledger.transaction(() => {
      for (const { fingerprint, outcome, sub } of waiting) insert.run(fingerprint, outcome, sub);
    });
    waiting = [];
  };
  for await (const one of memoize) {
    if (one.outcome === 'unknown') continue;
    waiting.push(one);
    if (waiting.length === CHUNK) write();
  }
  write();
}
