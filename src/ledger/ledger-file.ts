import { chmodSync, closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSchema, LEDGER_VERSION } from './schema.ts';

/** Pages of SQLite's cache in KiB: bounds memory, large enough that the narrow tables of a batch stay in it. */
const CACHE_KIB = 16 * 1024;

/**
 * Opens the ledger's database, made anew when there is none. The file holds users' data: it is created with mode 0600
 * in a folder with mode 0700 before SQLite writes to it, and SQLite gives its WAL the same mode.
 *
 * @throws Error when the file was written by another version of this tool.
 */
export function openLedgerFile(path: string): DatabaseSync {
  const isNew = !existsSync(path);
  if (isNew) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'wx', 0o600));
    chmodSync(path, 0o600);
  }
  const db = new DatabaseSync(path);
  db.exec(
    `PRAGMA journal_mode = WAL; PRAGMA cache_size = -${CACHE_KIB}; PRAGMA temp_store = FILE; PRAGMA busy_timeout = 5000;`,
  );
  const version = db.prepare('PRAGMA user_version').get()?.user_version;
  // Also what a process left that ended between making the file and its tables.
  if (version === 0) {
    createSchema(db);
    return db;
  }
  if (version !== LEDGER_VERSION) {
    db.close();
    throw new Error(
      `${path}: the ledger has version ${version}, this release reads version ${LEDGER_VERSION}; start over without it`,
    );
  }
  return db;
}

/** Removes the ledger with its WAL; missing files are fine. */
export function removeLedgerFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}
