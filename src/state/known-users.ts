import type { Ledger } from '../ledger/ledger.ts';
import { FINGERPRINT_CHARACTERS } from './keys.ts';
import type { StateEntry, UserFingerprints } from './state-file.ts';

/** A user that the last state knows. */
export interface KnownUser {
  readonly id: number;
  readonly faces: UserFingerprints;
}

/** What this run sends of a row, to become a state entry when the tenant has taken it. */
export interface FreshUser {
  readonly row: number;
  readonly whole: string;
  readonly faces: UserFingerprints;
  /** The known user that it is; null for a new one. */
  readonly known: number | null;
  /** The known user that had one of its identifiers under another sub; null when there is none. */
  readonly other: number | null;
}

const CHUNK = 1_000;
/** Stands for a fingerprint that nothing has. */
const UNCERTAIN = '?'.repeat(FINGERPRINT_CHARACTERS);

/** The users of the last state and those of this run, in the ledger: neither has to fit in memory. */
export class KnownUsers {
  readonly #ledger: Ledger;
  readonly #bySub;
  readonly #byId;
  readonly #wholes;
  readonly #mark;
  readonly #renew;
  readonly #markOther;
  readonly #markLeftOut;
  readonly #fresh;
  readonly #freshAsKnown;
  #count = 0;
  #isRenewed = false;
  #subsAreSorted = false;
  #idsAreSorted = false;
  /** The known user who is expected next, and what is known of those from `from` on. */
  #next = 1;
  #ahead: { readonly from: number; readonly wholes: readonly string[] } = { from: 1, wholes: [] };

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    ledger.db.exec(`
      CREATE TABLE known (
        id INTEGER PRIMARY KEY, row INTEGER, was_missing INTEGER NOT NULL, whole TEXT NOT NULL, faces TEXT NOT NULL
      ) STRICT;
      CREATE TABLE known_id (fingerprint TEXT NOT NULL, id INTEGER NOT NULL) STRICT;
      CREATE TABLE fresh (row INTEGER PRIMARY KEY, known INTEGER, other INTEGER, whole TEXT NOT NULL, faces TEXT NOT NULL) STRICT;
    `);
    this.#bySub = ledger.db.prepare("SELECT id, faces FROM known WHERE faces ->> '$[0]' = ? LIMIT 1");
    this.#byId = ledger.db.prepare(
      'SELECT known.id, faces FROM known_id JOIN known USING (id) WHERE fingerprint = ? LIMIT 1',
    );
    this.#wholes = ledger.db.prepare(`SELECT whole FROM known WHERE id >= ? ORDER BY id LIMIT ${CHUNK}`);
    this.#mark = ledger.db.prepare('UPDATE known SET row = id + ? WHERE id BETWEEN ? AND ?');
    this.#renew = ledger.db.prepare('UPDATE known SET whole = ?1 WHERE id = ?2 AND whole <> ?1');
    this.#fresh = ledger.db.prepare('INSERT INTO fresh (row, whole, faces, known, other) VALUES (?, ?, ?, ?, ?)');
    this.#freshAsKnown = ledger.db.prepare(
      'INSERT INTO fresh (row, known, whole, faces) SELECT ?, id, ?, faces FROM known WHERE id = ?',
    );
    this.#markOther = ledger.db.prepare('UPDATE known SET row = ? WHERE id = ? AND row IS NULL');
    this.#markLeftOut = ledger.db.prepare(
      'UPDATE known SET row = ? WHERE id = ? AND (row IS NULL OR EXISTS (SELECT 1 FROM fresh WHERE fresh.row = known.row AND other = known.id))',
    );
  }

  /** Takes in the last state, in its order. Returns how many users it knows. */
  async load(entries: AsyncIterable<readonly StateEntry[]>): Promise<number> {
    const insert = this.#ledger.db.prepare('INSERT INTO known (id, was_missing, whole, faces) VALUES (?, ?, ?, ?)');
    for await (const chunk of entries)
      this.#ledger.transaction(() => {
        for (const { whole, faces, wasMissing } of chunk) insert.run(++this.#count, wasMissing ? 1 : 0, whole, faces);
      });
    return this.#count;
  }

  /**
   * The known user behind the one that was found last, when it is this one and nothing of it changed: exports keep their
   * order from day to day, and so most users are found without looking for them.
   */
  follower(whole: string): number | null {
    const id = this.#next;
    if (id > this.#count) return null;
    let at = id - this.#ahead.from;
    if (at < 0 || at >= this.#ahead.wholes.length) {
      this.#ahead = { from: id, wholes: this.#wholes.all(id).map((found) => found.whole as string) };
      at = 0;
    }
    if (this.#ahead.wholes[at] !== whole) return null;
    this.#next = id + 1;
    return id;
  }

  bySub(sub: string): KnownUser | undefined {
    if (this.#count === 0) return undefined;
    if (!this.#subsAreSorted) this.#ledger.db.exec("CREATE INDEX known_sub ON known (faces ->> '$[0]')");
    this.#subsAreSorted = true;
    return this.#found(this.#bySub.get(sub));
  }

  /** By the fingerprint of an identity key. */
  byId(fingerprint: string): KnownUser | undefined {
    if (this.#count === 0) return undefined;
    if (!this.#idsAreSorted)
      this.#ledger.db.exec(`
        INSERT INTO known_id (fingerprint, id) SELECT value, known.id FROM known, json_each(faces, '$[3]');
        CREATE INDEX known_fingerprint ON known_id (fingerprint);
      `);
    this.#idsAreSorted = true;
    return this.#found(this.#byId.get(fingerprint));
  }

  #found(found: Record<string, unknown> | undefined): KnownUser | undefined {
    if (found === undefined) return undefined;
    const id = found.id as number;
    this.#next = id + 1;
    return { id, faces: JSON.parse(found.faces as string) as UserFingerprints };
  }

  /** The known users `first`–`last` stand in the rows of the export that are `offset` above their ids, whatever becomes of these. */
  markPresent(first: number, last: number, offset: number): void {
    this.#mark.run(offset, first, last);
  }

  /** What the plan has of this user now, although nothing of it is to be sent: the next delta need not look again. */
  renew(id: number, whole: string): void {
    if (this.#renew.run(whole, id).changes > 0) this.#isRenewed = true;
  }

  /** The row has an identifier of the known user, but another sub: it only counts when no row has the user's own. */
  markPresentByIdentifier(id: number, row: number): void {
    this.#markOther.run(row, id);
  }

  /** The user's own row is none that is sent (invalid, skipped, a copy); one that is sent counts before it. */
  markLeftOut(id: number, row: number): void {
    this.#markLeftOut.run(row, id);
  }

  addFresh({ row, whole, faces, known, other }: FreshUser): void {
    this.#fresh.run(row, whole, JSON.stringify(faces), known, other);
  }

  /** The same for a known user of whom nothing changed. */
  addFreshAsKnown(row: number, whole: string, id: number): void {
    this.#freshAsKnown.run(row, whole, id);
  }

  /** Rows of known users that come with another sub and no longer with their own: how many, and the first. */
  subChanged(first: number): { readonly total: number; readonly rows: readonly number[] } {
    return this.#counted('FROM fresh JOIN known ON known.id = fresh.other AND known.row = fresh.row', first);
  }

  /** Known users that stand in no row of the export: all, those not told before, and the first of the latter by sub. */
  missing(first: number): { readonly total: number; readonly fresh: number; readonly subs: readonly string[] } {
    const counts = this.#ledger.db
      .prepare('SELECT count(*) AS total, coalesce(sum(was_missing = 0), 0) AS fresh FROM known WHERE row IS NULL')
      .get() as { total: number; fresh: number };
    const subs = this.#ledger.db.prepare(
      "SELECT faces ->> '$[0]' AS sub FROM known WHERE row IS NULL AND was_missing = 0 AND sub IS NOT NULL ORDER BY id LIMIT ?",
    );
    return { ...counts, subs: subs.all(first).map(({ sub }) => sub as string) };
  }

  /**
   * Rows of known users that the tenant answered as CREATED now: it had lost them. How many, and the first. Rows that an
   * earlier attempt settled were not sent (no attempts): the state knows their users from that one.
   */
  recreated(first: number): { readonly total: number; readonly rows: readonly number[] } {
    return this.#counted(
      "FROM fresh JOIN row USING (row) WHERE known IS NOT NULL AND state = 'created' AND attempts > 0",
      first,
    );
  }

  #counted(from: string, first: number): { readonly total: number; readonly rows: readonly number[] } {
    const total = this.#ledger.db.prepare(`SELECT count(*) AS n ${from}`).get()?.n as number;
    const rows = this.#ledger.db.prepare(`SELECT fresh.row ${from} ORDER BY fresh.row LIMIT ?`).all(first);
    return { total, rows: rows.map(({ row }) => row as number) };
  }

  /** False when the state after this run is what it was before: nobody was sent, nobody went missing and nobody came back. */
  haveChanged(): boolean {
    const query = `
      SELECT EXISTS (SELECT 1 FROM fresh) OR EXISTS (SELECT 1 FROM known WHERE (row IS NULL) <> was_missing) AS changed
    `;
    return this.#isRenewed || this.#ledger.db.prepare(query).get()?.changed === 1;
  }

  /**
   * The state after this run: what the tenant took, with its new fingerprints; everybody else as last known, so that a
   * failure is tried again and a user who comes back is no new one. Of a user who was sent without a usable answer nobody
   * knows what the tenant has: whatever comes next is sent.
   */
  *entries(): Generator<StateEntry> {
    const kept = this.#ledger.db.prepare(`
      SELECT
        iif(is_uncertain, '${UNCERTAIN}', whole) AS whole,
        iif(is_uncertain, json_set(faces, '$[1]', '', '$[2]', ''), faces) AS faces,
        row IS NULL AS missing
      FROM (
        SELECT known.*, state = 'unknown' AND fresh.row IS NOT NULL AS is_uncertain
        FROM known LEFT JOIN row ON row.row = known.row LEFT JOIN fresh ON fresh.row = known.row AND fresh.known = id
        WHERE known.row IS NULL OR state NOT IN ('created', 'updated')
      ) WHERE id NOT IN (
        SELECT known FROM fresh JOIN row USING (row) WHERE known IS NOT NULL AND state IN ('created', 'updated')
      ) ORDER BY id
    `);
    const taken = this.#ledger.db.prepare(`
      SELECT fresh.whole, iif(row.sub IS NULL, faces, json_set(faces, '$[0]', row.sub)) AS faces, 0 AS missing
      FROM fresh JOIN row USING (row) WHERE state IN ('created', 'updated') ORDER BY row
    `);
    for (const query of [kept, taken]) {
      for (const { whole, faces, missing } of query.iterate())
        yield { whole: whole as string, faces: faces as string, wasMissing: missing === 1 };
    }
  }
}
