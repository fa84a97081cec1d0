import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type LedgerRow, OUTCOMES, type Outcome, type PlannedRow, type Settlement, type Totals } from '../plan/row.ts';
import { isDiskFull } from '../runtime/disk-full.ts';
import type { Problem } from '../source/record.ts';
import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { Identifiers } from '../user/cidaas-user.ts';
import { openLedgerFile } from './ledger-file.ts';
import { freeRoom, takeRoom } from './reserved-space.ts';
import { ROW_CELLS, type RowCells, toLedgerRow } from './row-cells.ts';

/** An outcome is never taken back: a batch that is delivered twice must not make a settled user unknown. */
const OPEN = "state IN ('planned', 'sending')";

/**
 * The durable memory of one run: every row of the export with its state, on disk before it counts. A row is `planned`,
 * then `sending` from before a request leaves until its answer is settled; all other states are outcomes.
 */
export class Ledger {
  readonly db: DatabaseSync;
  readonly #insertPlanned: StatementSync;
  readonly path: string;
  readonly #room: string;
  /** What said that the disk is full, once something has. */
  #full: unknown = null;
  readonly #insertRow: StatementSync;
  readonly #insertUser: StatementSync;
  readonly #insertKeys = new Map<number, StatementSync>();
  readonly #settle: StatementSync;
  readonly #sending: StatementSync;
  readonly #waiting: StatementSync;
  readonly #planned: StatementSync;
  readonly #note: StatementSync;

  constructor(path: string) {
    this.path = path;
    this.#room = `${path}-room`;
    this.db = openLedgerFile(path);
    this.#insertPlanned = this.db.prepare(
      "INSERT INTO row (row, file, line, state, whole) VALUES (?, ?, ?, 'planned', ?)",
    );
    this.#insertRow = this.db.prepare(
      'INSERT INTO row (row, file, line, state, code, field, message, hint, identifiers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#insertUser = this.db.prepare('INSERT INTO user (row, own_sub, identifiers, body) VALUES (?, ?, ?, ?)');
    this.#settle = this.db.prepare(
      `UPDATE row SET state = ?, sub = coalesce(?, sub), code = ?, field = ?, message = ?, hint = ? WHERE row = ? AND ${OPEN}`,
    );
    const these = `row IN (SELECT value FROM json_each(?)) AND ${OPEN}`;
    this.#sending = this.db.prepare(`UPDATE row SET state = 'sending', attempts = attempts + 1 WHERE ${these}`);
    this.#waiting = this.db.prepare(`UPDATE row SET state = 'planned' WHERE ${these}`);
    this.#planned = this.db.prepare(
      `SELECT user.row, user.body, own_sub AS sub FROM user JOIN row USING (row) WHERE user.row BETWEEN ? AND ? AND ${OPEN}`,
    );
    this.#note = this.db.prepare(
      'INSERT INTO note (name, json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET json = excluded.json',
    );
  }

  close(): void {
    this.db.close();
  }

  /** Runs `work` in one transaction; an exception rolls it back and is thrown on. */
  transaction<T>(work: () => T): T {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite ends it by itself when the disk is full.
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Takes room on the disk for what must be written whatever happens. @throws Error (ENOSPC) when there is too little. */
  keepRoom(bytes: number): void {
    takeRoom(this.#room, bytes);
  }

  /** Gives the room to whoever needs it now. */
  freeRoom(): void {
    freeRoom(this.#room);
  }

  /** Writes the decisions for one chunk of the export in one transaction. */
  add(rows: readonly PlannedRow[]): void {
    this.transaction(() => {
      for (const { row, file, line, outcome, body, fingerprint: whole, keys, reason, identifiers } of rows) {
        const known = JSON.stringify(identifiers ?? {});
        if (body !== undefined) {
          this.#insertPlanned.run(row, file, line, whole ?? null);
          this.#insertUser.run(row, ownSubOf(body, identifiers), known, body);
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
          known,
        );
      }
    });
  }

  /** All keys of a row go in by one statement: `row` first, then the hashes. */
  #insertKeysOf(count: number): StatementSync {
    const known = this.#insertKeys.get(count);
    if (known !== undefined) return known;
    const values = Array.from({ length: count }, (_, at) => `(?${at + 2}, ?1)`).join(', ');
    const made = this.db.prepare(`INSERT INTO key (hash, row) VALUES ${values}`);
    this.#insertKeys.set(count, made);
    return made;
  }

  /** The users of `first`–`last` that still wait for an outcome, in row order. */
  waiting(first: number, last: number): OutgoingUser[] {
    return this.#planned.all(first, last) as unknown as OutgoingUser[];
  }

  /** Marks rows as on their way; must be on disk before the request leaves. Counts the attempt. */
  markSending(users: readonly OutgoingUser[]): void {
    if (this.#full !== null) throw this.#full;
    this.#sending.run(rowsOf(users));
  }

  /** Takes the mark back from rows whose request certainly never reached the tenant, or was turned away unread. */
  markWaiting(users: readonly OutgoingUser[]): void {
    this.#waiting.run(rowsOf(users));
  }

  /**
   * Writes what became of rows of one answer, in one transaction. When the disk is full it goes where room was kept: an answer
   * that has come is not lost, and no further request leaves.
   */
  settle(settlements: readonly Settlement[]): void {
    try {
      this.#settleAll(settlements);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.#full = error;
      this.freeRoom();
      this.#settleAll(settlements);
    }
  }

  #settleAll(settlements: readonly Settlement[]): void {
    this.transaction(() => {
      for (const { row, outcome, sub = null, reason } of settlements) {
        const { code = null, field = null, message = null, hint = null } = reason ?? {};
        this.#settle.run(outcome, sub, code, field, message, hint, row);
      }
    });
  }

  /** Gives every row that has no outcome yet one: what was on its way is `unknown`, what still waits is `unsent`. */
  closeAccounts(unsent: Problem, unknown: Problem): void {
    const close = this.db.prepare(
      'UPDATE row SET state = ?, code = ?, field = NULL, message = ?, hint = ? WHERE state = ?',
    );
    this.transaction(() => {
      close.run('unknown', unknown.code, unknown.message, unknown.hint, 'sending');
      close.run('unsent', unsent.code, unsent.message, unsent.hint, 'planned');
    });
    this.#shortenLog();
  }

  /** The report needs the room that the write-ahead log of so many rows takes. */
  #shortenLog(): void {
    try {
      this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // What the log holds counts all the same.
      if (!isDiskFull(error)) throw error;
    }
  }

  /** Gives up a plan of which nothing was sent. Takes next to no room: what a full disk has not. */
  forgetPlan(): void {
    this.transaction(() => this.db.exec('DELETE FROM row; DELETE FROM user; DELETE FROM key; DELETE FROM claim;'));
  }

  /** How many rows ended how. `rows` is counted by itself, so that it can be checked against the sum. */
  totals(): Totals {
    const counts: { [state: string]: number } = {};
    for (const { state, n } of this.db.prepare('SELECT state, count(*) AS n FROM row GROUP BY state').iterate()) {
      counts[state as string] = n as number;
    }
    const rows = this.db.prepare('SELECT count(*) AS n FROM row').get()?.n as number;
    const byOutcome = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, counts[outcome] ?? 0]));
    return { rows, ...(byOutcome as { [outcome in Outcome]: number }) };
  }

  /** How many rows each `skip` rule left out, by the rule's reason. */
  skippedBy(): { [reason: string]: number } {
    const counts: { [reason: string]: number } = {};
    const query = "SELECT message, count(*) AS n FROM row WHERE state = 'skipped' GROUP BY message ORDER BY message";
    for (const { message, n } of this.db.prepare(query).iterate()) counts[message as string] = n as number;
    return counts;
  }

  /** Rows with one of these outcomes, in row order, read as they are consumed. */
  *rows(outcomes: readonly Outcome[]): Generator<LedgerRow> {
    const marks = outcomes.map(() => '?').join(', ');
    const query = this.db.prepare(
      `SELECT ${ROW_CELLS} FROM row LEFT JOIN user USING (row) WHERE state IN (${marks}) ORDER BY row`,
    );
    query.setReturnArrays(true);
    for (const found of query.iterate(...outcomes)) yield toLedgerRow(found as unknown as RowCells);
  }

  /** Rows that the tenant created or updated, in row order. */
  *settledRows(): Generator<number> {
    const query = this.db.prepare("SELECT row FROM row WHERE state IN ('created', 'updated') ORDER BY row");
    for (const { row } of query.iterate()) yield row as number;
  }

  /** What was sent of a row, and the sub that the tenant answered with; empty for a row that was not sent. */
  sentUser(row: number): { readonly body: string; readonly sub: string | null }[] {
    const query = this.db.prepare('SELECT body, sub FROM user JOIN row USING (row) WHERE row = ?');
    return query.all(row) as { body: string; sub: string | null }[];
  }

  /** Keeps a JSON value by name for whoever opens this ledger next. */
  writeNote(name: string, value: unknown): void {
    this.#note.run(name, JSON.stringify(value));
  }

  readNote(name: string): unknown {
    const json = this.db.prepare('SELECT json FROM note WHERE name = ?').get(name)?.json;
    return typeof json === 'string' ? JSON.parse(json) : undefined;
  }
}

/** None where identities stand in the body, or the word for them: then a user may have several. */
function ownSubOf(body: string, identifiers: Identifiers | undefined): string | null {
  return body.includes('"identities"') ? null : (identifiers?.sub ?? null);
}

function rowsOf(users: readonly OutgoingUser[]): string {
  return JSON.stringify(users.map(({ row }) => row));
}
