import type { Ledger } from '../ledger/ledger.ts';
import { prepareQuery } from '../ledger/query.ts';
import { ANSWERED_SUB, NO_MATCH, stateAfterRun } from './state-after-run.ts';
import type { StateEntry, StateMark, UserFingerprints } from './state-file.ts';

/** A user in the last state. */
export interface KnownUser {
  readonly id: number;
  readonly details: UserFingerprints;
  /** He was missing, and an earlier run blocked or deleted him for it, or may have done so. */
  readonly wasChanged: boolean;
}

/** What this run sends of a row; becomes a state entry when the tenant accepts it. */
export interface PendingEntry {
  readonly row: number;
  /** Of the whole user. */
  readonly fingerprint: string;
  readonly details: UserFingerprints;
  /** The known user that it is; null for a new one. */
  readonly known: number | null;
  /** The known user that had one of its identifiers under another sub; null when there is none. */
  readonly other: number | null;
}

/** How many rows there are, and the first of them. */
export interface CountedRows {
  readonly total: number;
  readonly rows: readonly number[];
}

interface FoundUser {
  readonly id: number;
  /** JSON text of `UserFingerprints`. */
  readonly details: string;
  readonly mark: StateMark;
}

const CHUNK = 1_000;

/** The users of the last state and those of this run, in tables of the ledger: memory does not grow with either. */
export class KnownUsers {
  readonly #ledger: Ledger;
  readonly #bySub;
  readonly #byKey;
  readonly #fingerprints;
  readonly #markPresent;
  readonly #setFingerprint;
  readonly #markPresentByIdentifier;
  readonly #markPresentUnsent;
  readonly #addPending;
  readonly #addPendingKnown;
  #count = 0;
  #hasNewFingerprints = false;
  #hasSubIndex = false;
  #hasKeyIndex = false;
  /** The known user that is expected next, and the fingerprints read ahead from the id `from` on. */
  #next = 1;
  #readAhead: { readonly from: number; readonly fingerprints: readonly string[] } = { from: 1, fingerprints: [] };

  /** The tables exist when another process continues with the ledger of a run: it can only use `entries` then. */
  constructor(ledger: Ledger) {
    const { db } = ledger;
    this.#ledger = ledger;
    db.exec(`
      CREATE TABLE IF NOT EXISTS known (
        id INTEGER PRIMARY KEY, row INTEGER, mark TEXT NOT NULL, fingerprint TEXT NOT NULL, details TEXT NOT NULL
      ) STRICT;
      CREATE TABLE IF NOT EXISTS known_key (key TEXT NOT NULL, id INTEGER NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS pending (
        row INTEGER PRIMARY KEY, known INTEGER, other INTEGER, fingerprint TEXT NOT NULL, details TEXT NOT NULL
      ) STRICT;
    `);
    this.#bySub = prepareQuery<FoundUser>(
      db,
      "SELECT id, details, mark FROM known WHERE details ->> '$[0]' = ? LIMIT 1",
    );
    this.#byKey = prepareQuery<FoundUser>(
      db,
      'SELECT known.id, details, mark FROM known_key JOIN known USING (id) WHERE key = ? LIMIT 1',
    );
    this.#fingerprints = prepareQuery<{ fingerprint: string }>(
      db,
      `SELECT fingerprint FROM known WHERE id >= ? ORDER BY id LIMIT ${CHUNK}`,
    );
    this.#markPresent = db.prepare('UPDATE known SET row = id + ? WHERE id BETWEEN ? AND ?');
    this.#setFingerprint = db.prepare('UPDATE known SET fingerprint = ?1 WHERE id = ?2 AND fingerprint <> ?1');
    this.#addPending = db.prepare(
      'INSERT INTO pending (row, fingerprint, details, known, other) VALUES (?, ?, ?, ?, ?)',
    );
    this.#addPendingKnown = db.prepare(
      'INSERT INTO pending (row, known, fingerprint, details) SELECT ?, id, ?, details FROM known WHERE id = ?',
    );
    this.#markPresentByIdentifier = db.prepare('UPDATE known SET row = ? WHERE id = ? AND row IS NULL');
    this.#markPresentUnsent = db.prepare(
      'UPDATE known SET row = ? WHERE id = ? AND (row IS NULL OR EXISTS (SELECT 1 FROM pending WHERE pending.row = known.row AND other = known.id))',
    );
  }

  /** Stores the entries of the last state, in its order. Returns how many users it has. */
  async load(entries: AsyncIterable<readonly StateEntry[]>): Promise<number> {
    const insert = this.#ledger.db.prepare('INSERT INTO known (id, mark, fingerprint, details) VALUES (?, ?, ?, ?)');
    for await (const chunk of entries)
      this.#ledger.transaction(() => {
        // Users who may have been changed are sent whole when they come back, even if their row is the same.
        for (const { mark, fingerprint, details } of chunk)
          insert.run(++this.#count, mark, mayBeChanged(mark) ? NO_MATCH : fingerprint, details);
      });
    return this.#count;
  }

  /**
   * The known user after the one that was found last, if its fingerprint is this one. Exports keep their order from day to
   * day, so most users are found without a search.
   */
  nextUnchanged(fingerprint: string): number | null {
    const id = this.#next;
    if (id > this.#count) return null;
    let at = id - this.#readAhead.from;
    if (at < 0 || at >= this.#readAhead.fingerprints.length) {
      this.#readAhead = { from: id, fingerprints: this.#fingerprints.all(id).map((found) => found.fingerprint) };
      at = 0;
    }
    if (this.#readAhead.fingerprints[at] !== fingerprint) return null;
    this.#next = id + 1;
    return id;
  }

  bySub(sub: string): KnownUser | undefined {
    if (this.#count === 0) return undefined;
    if (!this.#hasSubIndex) this.#ledger.db.exec("CREATE INDEX known_sub ON known (details ->> '$[0]')");
    this.#hasSubIndex = true;
    return this.#toKnownUser(this.#bySub.get(sub));
  }

  /** By the fingerprint of an identity key. */
  byKey(key: string): KnownUser | undefined {
    if (this.#count === 0) return undefined;
    if (!this.#hasKeyIndex)
      this.#ledger.db.exec(`
        INSERT INTO known_key (key, id) SELECT value, known.id FROM known, json_each(details, '$[3]');
        CREATE INDEX known_key_index ON known_key (key);
      `);
    this.#hasKeyIndex = true;
    return this.#toKnownUser(this.#byKey.get(key));
  }

  #toKnownUser(found: FoundUser | undefined): KnownUser | undefined {
    if (found === undefined) return undefined;
    this.#next = found.id + 1;
    const details = JSON.parse(found.details) as UserFingerprints;
    return { id: found.id, details, wasChanged: mayBeChanged(found.mark) };
  }

  /** The known users `first`–`last` are in the rows of the export that are `offset` above their ids, whatever the outcome. */
  markPresent(first: number, last: number, offset: number): void {
    this.#markPresent.run(offset, first, last);
  }

  /** Stores the fingerprint of a user of whom nothing is sent, so that the next delta finds it unchanged at once. */
  setFingerprint(id: number, fingerprint: string): void {
    if (this.#setFingerprint.run(fingerprint, id).changes > 0) this.#hasNewFingerprints = true;
  }

  /** The row has an identifier of the known user, but another sub: it only counts when no row has the user's own sub. */
  markPresentByIdentifier(id: number, row: number): void {
    this.#markPresentByIdentifier.run(row, id);
  }

  /** The user's own row is not sent (invalid, skipped, a duplicate); a row that is sent takes precedence. */
  markPresentUnsent(id: number, row: number): void {
    this.#markPresentUnsent.run(row, id);
  }

  addPending({ row, fingerprint, details, known, other }: PendingEntry): void {
    this.#addPending.run(row, fingerprint, JSON.stringify(details), known, other);
  }

  /** The same for a known user of whom nothing changed. */
  addPendingKnown(row: number, fingerprint: string, id: number): void {
    this.#addPendingKnown.run(row, fingerprint, id);
  }

  /** Rows of known users that have another sub now and are in no row with their own. Lists at most `limit` of them. */
  subChanged(limit: number): CountedRows {
    return this.#countRows('FROM pending JOIN known ON known.id = pending.other AND known.row = pending.row', limit);
  }

  /**
   * Known users that are in no row of the export, without those that were blocked for it: how many, how many of them were not
   * missing before, and at most `limit` subs of the latter.
   */
  missing(limit: number): { readonly total: number; readonly newlyMissing: number; readonly subs: readonly string[] } {
    const { db } = this.#ledger;
    const counts = prepareQuery<{ total: number; newlyMissing: number }>(
      db,
      "SELECT count(*) AS total, coalesce(sum(mark = 'present'), 0) AS newlyMissing FROM known WHERE row IS NULL AND mark <> 'blocked'",
    ).get() ?? { total: 0, newlyMissing: 0 };
    const subs = prepareQuery<{ sub: string }>(
      db,
      "SELECT details ->> '$[0]' AS sub FROM known WHERE row IS NULL AND mark = 'present' AND sub IS NOT NULL ORDER BY id LIMIT ?",
    );
    return { ...counts, subs: subs.all(limit).map(({ sub }) => sub) };
  }

  /**
   * Plans that the missing users are blocked or deleted, in the table `account_change` of the ledger; not those whose account
   * a user of the export has.
   */
  planMissing(action: 'block' | 'delete'): void {
    this.#ledger.db
      .prepare(
        `INSERT INTO account_change (known, sub, action, state)
         SELECT id, details ->> '$[0]', ?, 'planned' FROM known
         WHERE row IS NULL AND mark <> 'blocked' AND coalesce(details ->> '$[0]', '') NOT IN (
           SELECT details ->> '$[0]' FROM known WHERE row IS NOT NULL AND details ->> '$[0]' IS NOT NULL
         )
         ORDER BY id`,
      )
      .run(action);
  }

  /**
   * Takes the planned changes back whose account the tenant gave to a row of this run: the user is in the export under other
   * identifiers. Returns how many there were.
   */
  spareAnswered(): number {
    return Number(
      this.#ledger.db
        .prepare(
          `DELETE FROM account_change WHERE state = 'planned' AND known IN (SELECT id FROM known WHERE row IS NULL AND ${ANSWERED_SUB})`,
        )
        .run().changes,
    );
  }

  /**
   * Rows of known users that the tenant answered with CREATED: it no longer had them. Rows that an earlier attempt settled
   * were not sent (no attempts): their users are known from that attempt. Lists at most `limit` of them.
   */
  recreated(limit: number): CountedRows {
    return this.#countRows(
      "FROM pending JOIN row USING (row) WHERE known IS NOT NULL AND state = 'created' AND attempts > 0",
      limit,
    );
  }

  #countRows(from: string, limit: number): CountedRows {
    const { db } = this.#ledger;
    const total = prepareQuery<{ n: number }>(db, `SELECT count(*) AS n ${from}`).get()?.n ?? 0;
    const rows = prepareQuery<{ row: number }>(db, `SELECT pending.row ${from} ORDER BY pending.row LIMIT ?`).all(
      limit,
    );
    return { total, rows: rows.map(({ row }) => row) };
  }

  /** False when the state after this run equals the last one: no user was sent, changed, went missing or came back. */
  haveChanged(): boolean {
    const query = prepareQuery<{ changed: number }>(
      this.#ledger.db,
      `SELECT EXISTS (SELECT 1 FROM pending)
        OR EXISTS (SELECT 1 FROM known WHERE mark <> 'blocked' AND (row IS NULL) = (mark = 'present'))
        OR EXISTS (SELECT 1 FROM account_change WHERE state NOT IN ('kept', 'failed', 'unsent')) AS changed`,
    );
    return this.#hasNewFingerprints || query.get()?.changed === 1;
  }

  /** The state after this run. */
  entries(): Generator<StateEntry> {
    return stateAfterRun(this.#ledger);
  }

  /** True when a last state was loaded, also by another process. */
  get hasAny(): boolean {
    const { db } = this.#ledger;
    return prepareQuery<{ n: number }>(db, 'SELECT EXISTS (SELECT 1 FROM known) AS n').get()?.n === 1;
  }
}

/** True when this tool blocked or deleted the user, or may have. */
function mayBeChanged(mark: StateMark): boolean {
  return mark === 'blocked' || mark === 'uncertain';
}
