import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { JoinedRow, JoinStore } from '../plan/load-joins.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Ledger } from './ledger.ts';
import { prepareQuery, type Query } from './query.ts';

/** Matches marked in one transaction. */
const MATCHES_PER_TRANSACTION = 1_000;
/** Joined records of one record of the export, which are read for each that has their key. */
const MAX_SAME_KEY = 10_000;
/** Pairs of records with the same key that are reported. */
const MAX_PAIRS = 100;

interface FoundRecord {
  readonly id: number;
  readonly matched: number;
  readonly body: string;
}

/**
 * Stores joined records in temporary tables on the ledger's connection: SQLite keeps them in a file of their own that no other
 * process can open and that disappears with this process.
 */
export class JoinedRecordStore implements JoinStore {
  readonly #db: DatabaseSync;
  readonly #transaction: Ledger['transaction'];
  readonly #insert: StatementSync;
  readonly #find: Query<FoundRecord>;
  readonly #markMatched: StatementSync;
  readonly #columns = new Map<string, readonly string[] | null>();
  /** Records that were found but are not marked yet. */
  #matched: number[] = [];

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
        matched INTEGER NOT NULL DEFAULT 0,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX temp.joined_key ON joined (name, key);
    `);
    this.#insert = this.#db.prepare('INSERT INTO joined (name, key, file, line, body) VALUES (?, ?, ?, ?, ?)');
    this.#find = prepareQuery(this.#db, 'SELECT id, matched, body FROM joined WHERE name = ? AND key = ? ORDER BY id');
    this.#markMatched = this.#db.prepare('UPDATE joined SET matched = 1 WHERE id = ?');
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
    if (many) {
      this.#refuseTooMany(join);
      return [];
    }
    const pairs = prepareQuery<{ file1: number; line1: number; file2: number; line2: number }>(
      this.#db,
      `SELECT first.file AS file1, first.line AS line1, second.file AS file2, second.line AS line2
       FROM joined AS second
       JOIN joined AS first ON first.id = (
         SELECT min(id) FROM joined WHERE name = second.name AND key = second.key
       )
       WHERE second.name = ? AND second.key <> '' AND first.id < second.id
       ORDER BY second.id LIMIT ${MAX_PAIRS}`,
    );
    return pairs.all(join).map(({ file1, line1, file2, line2 }) => ({
      first: { file: file1, line: line1 },
      second: { file: file2, line: line2 },
    }));
  }

  /** @throws InputError when a record of the export would have more joined records than anybody has. */
  #refuseTooMany(join: string): void {
    const most = prepareQuery<{ n: number; line: number }>(
      this.#db,
      `SELECT count(*) AS n, min(line) AS line FROM joined WHERE name = ? AND key <> '' GROUP BY key HAVING n > ${MAX_SAME_KEY} LIMIT 1`,
    ).get(join);
    if (most === undefined) return;
    throw new InputError([
      `join ${join}: ${most.n} of its records have the same key (the first in line ${most.line}), and at most ${MAX_SAME_KEY} may belong to one record. Check \`key\`, or leave these records out of the file.`,
    ]);
  }

  columns(join: string): readonly string[] | null {
    return this.#columns.get(join) ?? null;
  }

  find(join: string, key: string): readonly object[] {
    return this.#find.all(join, key).map(({ id, matched, body }) => {
      if (matched === 0) this.#matched.push(id);
      if (this.#matched.length >= MATCHES_PER_TRANSACTION) this.#writeMatches();
      return JSON.parse(body) as object;
    });
  }

  unmatched(join: string): number {
    this.#writeMatches();
    const count = prepareQuery<{ n: number }>(
      this.#db,
      'SELECT count(*) AS n FROM joined WHERE name = ? AND matched = 0',
    );
    return count.get(join)?.n ?? 0;
  }

  #writeMatches(): void {
    this.#transaction(() => {
      for (const id of this.#matched) this.#markMatched.run(id);
    });
    this.#matched = [];
  }
}
