import type { DatabaseSync } from 'node:sqlite';

/** Increase it whenever a table changes: a ledger of another version is never read. */
export const LEDGER_VERSION = 8;

/**
 * Creates the tables of a new ledger, all or none.
 *
 * - `row`: one narrow line for every row of the export, so that settling a batch writes little. A delta compares its
 *   `fingerprint`, which covers the whole user. `run` is another run that settled it.
 * - `user_chunk`: every valid user with its identifiers, compressed up to the row `last`; the class `StoredUsers` reads them.
 *   Rows without a user have their identifiers (JSON) in `row`.
 * - `replaced_user`: what is sent instead of the whole user, in a delta.
 * - `key`: a hash for every identity key of every valid user; sorted once, when the whole export is read.
 * - `claim`: which row holds which identity key, only for rows that share a hash with another row.
 * - `warning`: one narrow line for every warning of a planned row; the texts, of which there are few, are in `warning_kind` (JSON).
 * - `account_change`: accounts that are blocked or deleted, each with its state, as rows have; they are in no row of the
 *   export. `known` is the user of the last state.
 * - `batch`: the queue's table.
 * - `note`: what the report needs besides rows (JSON by name), so that a later process can write it.
 */
export function createSchema(db: DatabaseSync): void {
  db.exec(`
    BEGIN;
    CREATE TABLE row (
      row INTEGER PRIMARY KEY,
      file INTEGER NOT NULL,
      line INTEGER NOT NULL,
      state TEXT NOT NULL,
      code TEXT, field TEXT, message TEXT, hint TEXT,
      sub TEXT,
      identifiers TEXT,
      fingerprint TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      duplicate_of INTEGER,
      run TEXT
    ) STRICT;
    CREATE TABLE user_chunk (last INTEGER PRIMARY KEY, users BLOB NOT NULL) STRICT;
    CREATE TABLE replaced_user (row INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE TABLE key (hash INTEGER NOT NULL, row INTEGER NOT NULL) STRICT;
    CREATE TABLE claim (key TEXT PRIMARY KEY, row INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE warning (row INTEGER NOT NULL, kind INTEGER NOT NULL) STRICT;
    CREATE TABLE warning_kind (id INTEGER PRIMARY KEY, problem TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE account_change (
      id INTEGER PRIMARY KEY,
      known INTEGER UNIQUE,
      sub TEXT,
      action TEXT NOT NULL,
      state TEXT NOT NULL,
      code TEXT, message TEXT, hint TEXT,
      attempts INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE TABLE note (name TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
    PRAGMA user_version = ${LEDGER_VERSION};
    COMMIT;
  `);
}
