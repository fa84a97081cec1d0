import type { Fingerprint } from './fingerprint.ts';
import type { Ledger } from './ledger.ts';
import type { StateEntry } from './state-file.ts';

/** A user that the last state knows. */
export interface KnownUser {
  readonly id: number;
  readonly sub: string | null;
  readonly content: Uint8Array;
  readonly password: Uint8Array | null;
}

/** What this run sends of a row, to become a state entry when the tenant has taken it. */
export interface FreshUser {
  readonly row: number;
  readonly content: Buffer;
  readonly password: Buffer | null;
  readonly ids: Buffer;
  /** The known user that it is; null for a new one. */
  readonly known: number | null;
  /** The known user that had one of its identifiers under another sub; null when there is none. */
  readonly other: number | null;
}

const ID_BYTES = 16;
const CHUNK = 1_000;

/** The users of the last state and those of this run, in the ledger: neither has to fit in memory. */
export class KnownUsers {
  readonly #ledger: Ledger;
  readonly #bySub;
  readonly #byId;
  readonly #mark;
  readonly #markOther;
  readonly #markLeftOut;
  readonly #fresh;
  #idsAreSorted = false;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    ledger.db.exec(`
      CREATE TABLE known (
        id INTEGER PRIMARY KEY, sub TEXT, content BLOB NOT NULL, password BLOB, ids BLOB NOT NULL,
        was_missing INTEGER NOT NULL, row INTEGER
      ) STRICT;
      CREATE TABLE known_id (fingerprint BLOB NOT NULL, id INTEGER NOT NULL) STRICT;
      CREATE TABLE fresh (row INTEGER PRIMARY KEY, content BLOB NOT NULL, password BLOB, ids BLOB NOT NULL, known INTEGER, other INTEGER) STRICT;
      CREATE INDEX known_sub ON known (sub);
    `);
    this.#bySub = ledger.db.prepare('SELECT id, sub, content, password FROM known WHERE sub = ? LIMIT 1');
    this.#byId = ledger.db.prepare(
      'SELECT known.id, sub, content, password FROM known_id JOIN known USING (id) WHERE fingerprint = ? LIMIT 1',
    );
    this.#mark = ledger.db.prepare('UPDATE known SET row = ? WHERE id = ?');
    this.#markOther = ledger.db.prepare('UPDATE known SET row = ? WHERE id = ? AND row IS NULL');
    this.#markLeftOut = ledger.db.prepare(
      'UPDATE known SET row = ? WHERE id = ? AND (row IS NULL OR EXISTS (SELECT 1 FROM fresh WHERE fresh.row = known.row AND other = known.id))',
    );
    this.#fresh = ledger.db.prepare(
      'INSERT INTO fresh (row, content, password, ids, known, other) VALUES (?, ?, ?, ?, ?, ?)',
    );
  }

  /** Takes in the last state. Returns how many users it knows. */
  async load(entries: AsyncIterable<StateEntry>): Promise<number> {
    const insert = this.#ledger.db.prepare(
      'INSERT INTO known (sub, content, password, ids, was_missing) VALUES (?, ?, ?, ?, ?)',
    );
    const insertId = this.#ledger.db.prepare('INSERT INTO known_id (fingerprint, id) VALUES (?, ?)');
    let count = 0;
    let chunk: StateEntry[] = [];
    const write = (): void =>
      this.#ledger.transaction(() => {
        for (const { sub, content, password, ids, wasMissing } of chunk) {
          const { lastInsertRowid } = insert.run(sub, content, password, ids, wasMissing ? 1 : 0);
          for (let at = 0; at < ids.length; at += ID_BYTES)
            insertId.run(ids.subarray(at, at + ID_BYTES), lastInsertRowid);
        }
        count += chunk.length;
        chunk = [];
      });
    for await (const entry of entries) {
      chunk.push(entry);
      if (chunk.length === CHUNK) write();
    }
    write();
    return count;
  }

  bySub(sub: string): KnownUser | undefined {
    return this.#bySub.get(sub) as KnownUser | undefined;
  }

  /** By the fingerprint of an identity key. */
  byId(fingerprint: Uint8Array): KnownUser | undefined {
    if (!this.#idsAreSorted) this.#ledger.db.exec('CREATE INDEX known_fingerprint ON known_id (fingerprint)');
    this.#idsAreSorted = true;
    return this.#byId.get(fingerprint) as KnownUser | undefined;
  }

  /** The known user stands in this row of the export, whatever becomes of the row. */
  markPresent(id: number, row: number): void {
    this.#mark.run(row, id);
  }

  /** The row has an identifier of the known user, but another sub: it only counts when no row has the user's own. */
  markPresentByIdentifier(id: number, row: number): void {
    this.#markOther.run(row, id);
  }

  /** The user's own row is none that is sent (invalid, skipped, a copy); one that is sent counts before it. */
  markLeftOut(id: number, row: number): void {
    this.#markLeftOut.run(row, id);
  }

  addFresh({ row, content, password, ids, known, other }: FreshUser): void {
    this.#fresh.run(row, content, password, ids, known, other);
  }

  /** Rows of known users that come with another sub and no longer with their own: how many, and the first. */
  subChanged(first: number): { readonly total: number; readonly rows: readonly number[] } {
    const from = 'FROM fresh JOIN known ON known.id = fresh.other AND known.row = fresh.row';
    const total = this.#ledger.db.prepare(`SELECT count(*) AS n ${from}`).get()?.n as number;
    const rows = this.#ledger.db.prepare(`SELECT fresh.row ${from} ORDER BY fresh.row LIMIT ?`).all(first);
    return { total, rows: rows.map(({ row }) => row as number) };
  }

  /** Known users that stand in no row of the export: all, those not told before, and the first of the latter by sub. */
  missing(first: number): { readonly total: number; readonly fresh: number; readonly subs: readonly string[] } {
    const count = (where: string): number =>
      this.#ledger.db.prepare(`SELECT count(*) AS n FROM known WHERE ${where}`).get()?.n as number;
    const subs = this.#ledger.db.prepare(
      'SELECT sub FROM known WHERE row IS NULL AND was_missing = 0 AND sub IS NOT NULL ORDER BY id LIMIT ?',
    );
    return {
      total: count('row IS NULL'),
      fresh: count('row IS NULL AND was_missing = 0'),
      subs: subs.all(first).map(({ sub }) => sub as string),
    };
  }

  /**
   * Rows of known users that the tenant answered as CREATED now: it had lost them. Rows that an earlier attempt settled were
   * not sent (no attempts): the state knows their users from that one.
   */
  recreated(): number[] {
    const query =
      "SELECT row FROM fresh JOIN row USING (row) WHERE known IS NOT NULL AND state = 'created' AND attempts > 0 ORDER BY row";
    return this.#ledger.db
      .prepare(query)
      .all()
      .map(({ row }) => row as number);
  }

  /**
   * The state after this run: what the tenant took, with its new fingerprints; everybody else as last known, so that a
   * failure is tried again and a user who comes back is no new one.
   */
  *entries(): Generator<StateEntry> {
    const kept = this.#ledger.db.prepare(`
      SELECT known.sub, content, password, ids, known.row IS NULL AS missing FROM known LEFT JOIN row ON row.row = known.row
      WHERE known.row IS NULL OR state NOT IN ('created', 'updated') ORDER BY id
    `);
    for (const entry of kept.iterate()) yield toEntry(entry);
    const taken = this.#ledger.db.prepare(`
      SELECT coalesce(row.sub, body ->> '$.sub', body ->> '$.identities[0].sub') AS sub, content, password, ids, 0 AS missing
      FROM fresh JOIN row USING (row) JOIN user USING (row) WHERE state IN ('created', 'updated') ORDER BY row
    `);
    for (const entry of taken.iterate()) yield toEntry(entry);
  }
}

/** The fingerprints of identity keys as a state keeps them. */
export function idFingerprints(keys: readonly string[], fingerprint: Fingerprint): Buffer {
  return Buffer.concat(keys.filter((key) => !key.startsWith('sub:')).map(fingerprint));
}

function toEntry(found: Record<string, unknown>): StateEntry {
  return {
    sub: found.sub as string | null,
    content: Buffer.from(found.content as Uint8Array),
    password: found.password === null ? null : Buffer.from(found.password as Uint8Array),
    ids: Buffer.from(found.ids as Uint8Array),
    wasMissing: found.missing === 1,
  };
}
