import { chmodSync, closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { InputError } from '../runtime/input-error.ts';
import { createSchema, LEDGER_VERSION } from './schema.ts';

/** Pages of SQLite's cache in KiB: bounds memory, large enough that the narrow tables of a batch stay in it. */
const CACHE_KIB = 8 * 1024;

/**
 * Opens the ledger's database and creates it when there is none. The file holds users' data: it is created with mode 0600
 * in a folder with mode 0700 before SQLite writes to it, and SQLite gives its journal and WAL the same mode.
 *
 * A new ledger first receives the plan, which is appended once and made again after a crash. Until `makeDurable` is called,
 * SQLite therefore uses no WAL, which would write everything twice, and does not wait for the disk.
 *
 * @throws InputError when the file was written by another version of this tool.
 */
export function openLedgerFile(path: string): DatabaseSync {
  const isNew = !existsSync(path);
  if (isNew) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'wx', 0o600));
    chmodSync(path, 0o600);
  }
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA temp_store = FILE; PRAGMA busy_timeout = 5000;`);
  const version = db.prepare('PRAGMA user_version').get()?.user_version;
  // Also the state after a process that ended between creating the file and its tables.
  if (version === 0) {
    db.exec('PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF;');
    createSchema(db);
    return db;
  }
  if (version !== LEDGER_VERSION) {
    db.close();
    throw new InputError([
      `${dirname(path)}: an unfinished run left a ledger of another version of cidaas-migrate (ledger version ${version}; this release reads version ${LEDGER_VERSION}). Finish the run with that release, or delete the folder: users that were settled after the last resume file was written are then sent again, as updates.`,
    ]);
  }
  return db;
}

/**
 * From here on a committed transaction survives the end of the process at any time, and a power failure after the next
 * `checkpoint`. What a power failure loses is sent again.
 */
export function makeDurable(db: DatabaseSync): void {
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA journal_mode = WAL;');
}

/** Copies what was committed so far from the WAL into the database file. */
export function checkpoint(db: DatabaseSync): void {
  db.exec('PRAGMA wal_checkpoint(PASSIVE)');
}

/** Removes the ledger with its journal and WAL; missing files are ignored. */
export function removeLedgerFile(path: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}
