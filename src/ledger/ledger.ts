import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type LedgerRow, OUTCOMES, type Outcome, type PlannedRow, type Settlement, type Totals } from '../plan/row.ts';
import { isDiskFull } from '../runtime/disk-full.ts';
import type { Problem } from '../source/record.ts';
import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { Identifiers } from '../user/cidaas-user.ts';
import { openLedgerFile } from './ledger-file.ts';
import { prepareQuery, type Query } from './query.ts';
import { releaseSpace, reserveSpace } from './reserved-space.ts';
import { ROW_CELLS, type RowCells, toLedgerRow } from './row-cells.ts';
import { insertWarnings } from './row-warnings.ts';
import { type StoredUser, StoredUsers } from './stored-users.ts';

/** Rows without an outcome. An outcome never changes again: a batch that is delivered twice must not make a settled user unknown. */
const IS_OPEN = "state IN ('planned', 'sending')";

/** Reading a report's rows one by one takes a quarter longer. */
const ROWS_AT_ONCE = 500;

/**
 * The durable record of one run: every row of the export with its state, on disk before it counts. A row is `planned`, then
 * `sending` from before its request is sent until the answer is settled; all other states are outcomes.
 */
export class Ledger {
  readonly db: DatabaseSync;
  readonly path: string;
  readonly users: StoredUsers;
  readonly #reservedPath: string;
  /** The error that reported a full disk, once there was one. */
  #diskFull: unknown = null;
  readonly #insertPlanned: StatementSync;
  readonly #insertRow: StatementSync;
  readonly #insertWarnings: (row: number, warnings: readonly Problem[]) => void;
  readonly #insertKeys = new Map<number, StatementSync>();
  readonly #settle: StatementSync;
  readonly #markSending: StatementSync;
  readonly #markWaiting: StatementSync;
  readonly #waiting: Query<{ row: number }>;
  readonly #writeNote: StatementSync;

  constructor(path: string) {
    this.path = path;
    this.#reservedPath = `${path}-reserved`;
    this.db = openLedgerFile(path);
    this.users = new StoredUsers(this.db);
    this.#insertPlanned = this.db.prepare(
      "INSERT INTO row (row, file, line, state, fingerprint) VALUES (?, ?, ?, 'planned', ?)",
    );
    this.#insertRow = this.db.prepare(
      'INSERT INTO row (row, file, line, state, code, field, message, hint, identifiers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#insertWarnings = insertWarnings(this.db);
    this.#settle = this.db.prepare(
      `UPDATE row SET state = ?, sub = coalesce(?, sub), code = ?, field = ?, message = ?, hint = ? WHERE row = ? AND ${IS_OPEN}`,
    );
    const openRows = `row IN (SELECT value FROM json_each(?)) AND ${IS_OPEN}`;
    this.#markSending = this.db.prepare(`UPDATE row SET state = 'sending', attempts = attempts + 1 WHERE ${openRows}`);
    this.#markWaiting = this.db.prepare(`UPDATE row SET state = 'planned' WHERE ${openRows}`);
    this.#waiting = prepareQuery(this.db, `SELECT row FROM row WHERE row BETWEEN ? AND ? AND ${IS_OPEN} ORDER BY row`);
    this.#writeNote = this.db.prepare(
      'INSERT INTO note (name, json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET json = excluded.json',
    );
  }

  close(): void {
    this.db.close();
  }

  /** Runs `work` in one transaction; an exception rolls it back and is rethrown. */
  transaction<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite rolls back by itself when the disk is full.
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Reserves disk space for what must be written even when the disk is full. @throws Error (ENOSPC) when there is too little. */
  reserveSpace(bytes: number): void {
    reserveSpace(this.#reservedPath, bytes);
  }

  /** Frees the reserved space for the writes that need it now. */
  releaseSpace(): void {
    releaseSpace(this.#reservedPath);
  }

  /** Writes the decisions for one chunk of the export in one transaction. */
  add(rows: readonly PlannedRow[]): void {
    this.transaction(() => {
      const users: StoredUser[] = [];
      for (const { row, file, line, outcome, body, fingerprint, keys, reason, warnings, identifiers = {} } of rows) {
        if (body !== undefined) {
          this.#insertPlanned.run(row, file, line, fingerprint ?? null);
          users.push({ row, body, identifiers });
          this.#insertWarnings(row, warnings ?? []);
          if (keys !== undefined && keys.length > 0) this.#insertKeysOf(keys.length).run(row, ...keys);
          continue;
        }
        this.#insertRow.run(
          row,
          file,
          line,
          outcome,
          reason?.code ?? null,
          reason?.field ?? null,
          reason?.message ?? null,
          reason?.hint ?? null,
          JSON.stringify(identifiers),
        );
      }
      this.users.add(users);
    });
  }

  /** One statement inserts all keys of a row: its parameters are `row`, then the hashes. */
  #insertKeysOf(count: number): StatementSync {
    const prepared = this.#insertKeys.get(count);
    if (prepared !== undefined) return prepared;
    const values = Array.from({ length: count }, (_, at) => `(?${at + 2}, ?1)`).join(', ');
    const statement = this.db.prepare(`INSERT INTO key (hash, row) VALUES ${values}`);
    this.#insertKeys.set(count, statement);
    return statement;
  }

  /** The users of `first`–`last` that still wait for an outcome, in row order. */
  waiting(first: number, last: number): OutgoingUser[] {
    return this.#waiting.all(first, last).map(({ row }) => {
      const body = this.users.body(row);
      if (body === null) throw new Error(`row ${row} is planned but has no user`);
      return { row, body, sub: ownSubOf(body, this.users.identifiers(row)) };
    });
  }

  /** Marks rows as being sent; must be on disk before the request is sent. Counts the attempt. */
  markSending(users: readonly OutgoingUser[]): void {
    this.refuseFullDisk();
    this.#markSending.run(rowsOf(users));
  }

  /** Removes the mark from rows whose request certainly never reached the tenant, or was rejected unread. */
  markWaiting(users: readonly OutgoingUser[]): void {
    this.#markWaiting.run(rowsOf(users));
  }

  /** Writes the outcomes of one answer's rows, as `writeOutcomes` does. */
  settle(settlements: readonly Settlement[]): void {
    this.writeOutcomes(() => {
      for (const { row, outcome, sub = null, reason } of settlements) {
        const { code = null, field = null, message = null, hint = null } = reason ?? {};
        this.#settle.run(outcome, sub, code, field, message, hint, row);
      }
    });
  }

  /**
   * Runs `write` in one transaction. When the disk is full it uses the reserved space: an answer that has arrived is not lost,
   * and no further request is sent.
   */
  writeOutcomes(write: () => void): void {
    try {
      this.transaction(write);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.#diskFull = error;
      this.releaseSpace();
      this.transaction(write);
    }
  }

  /** Call it before something is sent. @throws the error of the full disk, after `writeOutcomes` has met it. */
  refuseFullDisk(): void {
    if (this.#diskFull !== null) throw this.#diskFull;
  }

  /** Gives every row without an outcome one: rows that were being sent become `unknown`, rows that still wait `unsent`. */
  closeOpenRows(unsent: Problem, unknown: Problem): void {
    const close = this.db.prepare(
      'UPDATE row SET state = ?, code = ?, field = NULL, message = ?, hint = ? WHERE state = ?',
    );
    this.transaction(() => {
      close.run('unknown', unknown.code, unknown.message, unknown.hint, 'sending');
      close.run('unsent', unsent.code, unsent.message, unsent.hint, 'planned');
    });
    this.#truncateWal();
  }

  /** The report needs the disk space that the write-ahead log of all rows takes. */
  #truncateWal(): void {
    try {
      this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // The rows are safe in the log too.
      if (!isDiskFull(error)) throw error;
    }
  }

  /** Deletes a plan of which nothing was sent. Needs almost no disk space, so it works on a full disk. */
  discardPlan(): void {
    this.transaction(() =>
      this.db.exec(
        'DELETE FROM row; DELETE FROM user_chunk; DELETE FROM replaced_user; DELETE FROM key; DELETE FROM claim; DELETE FROM warning;',
      ),
    );
  }

  /** How many rows have each outcome. `rows` is counted separately, so that it can be checked against the sum. */
  totals(): Totals {
    const counts: { [state: string]: number } = {};
    const byState = prepareQuery<Counted<'state'>>(this.db, 'SELECT state, count(*) AS n FROM row GROUP BY state');
    for (const { state, n } of byState.iterate()) counts[state] = n;
    const rows = prepareQuery<{ n: number }>(this.db, 'SELECT count(*) AS n FROM row').get()?.n ?? 0;
    const byOutcome = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, counts[outcome] ?? 0]));
    return { rows, ...(byOutcome as { [outcome in Outcome]: number }) };
  }

  /** How many rows each `skip` rule left out, by the rule's reason. */
  skippedBy(): { [reason: string]: number } {
    const counts: { [reason: string]: number } = {};
    const byMessage = prepareQuery<Counted<'message'>>(
      this.db,
      "SELECT message, count(*) AS n FROM row WHERE state = 'skipped' GROUP BY message ORDER BY message",
    );
    for (const { message, n } of byMessage.iterate()) counts[message] = n;
    return counts;
  }

  /** How many rows are invalid, by the code of their first problem. */
  invalidBy(): { [code: string]: number } {
    const counts: { [code: string]: number } = {};
    const byCode = prepareQuery<Counted<'code'>>(
      this.db,
      "SELECT code, count(*) AS n FROM row WHERE state = 'invalid' GROUP BY code ORDER BY code",
    );
    for (const { code, n } of byCode.iterate()) counts[code] = n;
    return counts;
  }

  /** Rows with one of these outcomes, in row order, read as they are consumed. */
  *rows(outcomes: readonly Outcome[]): Generator<LedgerRow> {
    const placeholders = outcomes.map(() => '?').join(', ');
    const next = prepareQuery<RowCells>(
      this.db,
      `SELECT ${ROW_CELLS} FROM row WHERE row > ? AND state IN (${placeholders}) ORDER BY row LIMIT ${ROWS_AT_ONCE}`,
      'tuples',
    );
    for (let found = next.all(0, ...outcomes); found.length > 0; found = next.all(found.at(-1)?.[0] ?? 0, ...outcomes))
      for (const cells of found) yield toLedgerRow(cells, this.users);
  }

  /** Rows that the tenant created or updated, in row order. */
  *settledRows(): Generator<number> {
    const query = prepareQuery<{ row: number }>(
      this.db,
      "SELECT row FROM row WHERE state IN ('created', 'updated') ORDER BY row",
    );
    for (const { row } of query.iterate()) yield row;
  }

  /** What is sent of a row, the sub that the tenant answered with, and the state of the row; empty for a row without a user. */
  sentUser(row: number): readonly SentUser[] {
    const body = this.users.body(row);
    const query = prepareQuery<Omit<SentUser, 'body'>>(this.db, 'SELECT sub, state FROM row WHERE row = ?');
    return body === null ? [] : query.all(row).map((found) => ({ body, ...found }));
  }

  /** Stores a JSON value by name, for a later process that opens this ledger. */
  writeNote(name: string, value: unknown): void {
    this.#writeNote.run(name, JSON.stringify(value));
  }

  readNote(name: string): unknown {
    const found = prepareQuery<{ json: string }>(this.db, 'SELECT json FROM note WHERE name = ?').get(name);
    return found === undefined ? undefined : JSON.parse(found.json);
  }
}

/** How many rows have one value of a column. */
type Counted<Column extends string> = { readonly [name in Column]: string } & { readonly n: number };

interface SentUser {
  readonly body: string;
  readonly sub: string | null;
  readonly state: string;
}

/** Null when the body contains the word `identities`: then the user may have several subs. */
function ownSubOf(body: string, { sub }: Identifiers): string | null {
  return body.includes('"identities"') ? null : (sub ?? null);
}

function rowsOf(users: readonly OutgoingUser[]): string {
  return JSON.stringify(users.map(({ row }) => row));
}
