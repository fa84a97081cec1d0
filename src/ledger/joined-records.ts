import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { JoinedRow, JoinStore } from '../plan/load-joins.ts';
import type { Ledger } from './ledger.ts';

/** Matches noted in one transaction. */
const NOTED_AT_ONCE = 1_000;
/** Pairs of records with the same key that are told. */
const PAIRS = 100;

/**
 * Keeps joined records beside the ledger: temporary tables, which lie in a file of their own that nobody else can open and
 * that is gone with the process.
 */
export class JoinedRecords implements JoinStore {
  readonly #db: DatabaseSync;
  readonly #transaction: Ledger['transaction'];
  readonly #insert: StatementSync;
  readonly #find: StatementSync;
  readonly #note: StatementSync;
  readonly #columns = new Map<string, readonly string[] | null>();
  #found: number[] = [];

  constructor(ledger: Ledger) {
    this.#db = ledger.db;
    this.#transaction = (work) => ledger.transaction(work);
    this.#db.exec(`
      CREATE TEMP TABLE joined (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        file INTEGER NOT NULL,
        line INTEGER NOT NULL,
        found INTEGER NOT NULL DEFAULT 0,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX temp.joined_key ON joined (name, key);
    `);
    this.#insert = this.#db.prepare('INSERT INTO joined (name, key, file, line, body) VALUES (?, ?, ?, ?, ?)');
    this.#find = this.#db.prepare('SELECT id, found, body FROM joined WHERE name = ? AND key = ? ORDER BY id');
    this.#note = this.#db.prepare('UPDATE joined SET found = 1 WHERE id = ?');
  }

  begin(join: string, columns: readonly string[] | null): void {
    this.#columns.set(join, columns);
  }

  add(join: string, rows: readonly JoinedRow[]): void {
    this.#transaction(() => {
      for (const { key, file, line, body } of rows) this.#insert.run(join, key, file, line, body);
    });
  }

  finish(join: string, many: boolean): ReturnType<JoinStore['finish']> {
    if (many) return [];
    const pairs = this.#db.prepare(`
      SELECT first.file AS file1, first.line AS line1, second.file AS file2, second.line AS line2
      FROM joined AS second
      JOIN joined AS first ON first.id = (
        SELECT min(id) FROM joined WHERE name = second.name AND key = second.key
      )
      WHERE second.name = ? AND second.key <> '' AND first.id < second.id
      ORDER BY second.id LIMIT ${PAIRS}
    `);
    return (pairs.all(join) as { file1: number; line1: number; file2: number; line2: number }[]).map(
      ({ file1, line1, file2, line2 }) => ({
        first: { file: file1, line: line1 },
        second: { file: file2, line: line2 },
      }),
    );
  }

  columns(join: string): readonly string[] | null {
    return this.#columns.get(join) ?? null;
  }

  find(join: string, key: string): readonly object[] {
    const found = this.#find.all(join, key) as { id: number; found: number; body: string }[];
    return found.map(({ id, found: already, body }) => {
      if (already === 0) this.#found.push(id);
      if (this.#found.length >= NOTED_AT_ONCE) this.#noteFound();
      return JSON.parse(body) as object;
    });
  }

  unmatched(join: string): number {
    this.#noteFound();
    const count = this.#db.prepare('SELECT count(*) AS n FROM joined WHERE name = ? AND found = 0');
    return count.get(join)?.n as number;
  }

  #noteFound(): void {
    this.#transaction(() => {
      for (const id of this.#found) this.#note.run(id);
    });
    this.#found = [];
  }
}
