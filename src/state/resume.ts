import type { Ledger } from '../ledger/ledger.ts';
import { plannedRowChanges } from '../ledger/planned-row-changes.ts';
import { plannedUsers } from '../ledger/planned-users.ts';
import { prepareQuery } from '../ledger/query.ts';
import { stoppable } from '../runtime/until-stopped.ts';
import type { Fingerprint } from './keys.ts';
import type { ResumeEntry } from './resume-file.ts';

/** Entries written in one transaction. */
const CHUNK = 1_000;

/** What an earlier attempt knew about the rows of this one. */
export interface RestoredRows {
  /** Rows that are settled and are not sent again. */
  readonly rows: number;
  /** Planned rows that the tenant refused in that attempt. */
  readonly refused: number;
  /** Whether every user whose outcome was known belongs to this attempt: then its own file contains all of it. */
  readonly isComplete: boolean;
}

/** An entry that is of use to this attempt: what an `unknown` user became is still open. */
type UsableEntry = ResumeEntry & { readonly outcome: Exclude<ResumeEntry['outcome'], 'unknown'> };

/**
 * Gives planned rows the outcome that an earlier attempt reached for exactly the same user, so that settled rows are not sent
 * again. Rows are found by fingerprint, never by number: a changed row is sent again, a moved row is not.
 */
export async function restoreOutcomes(
  ledger: Ledger,
  entries: AsyncIterable<ResumeEntry>,
  fingerprint: Fingerprint,
  stop?: AbortSignal,
): Promise<RestoredRows> {
  ledger.db.exec(
    'CREATE TEMP TABLE resume_entry (fingerprint TEXT PRIMARY KEY, outcome TEXT NOT NULL, sub TEXT) WITHOUT ROWID',
  );
  const known = await loadEntries(ledger, stop === undefined ? entries : stoppable(entries, stop));
  const find = prepareQuery<Pick<UsableEntry, 'outcome' | 'sub'>>(
    ledger.db,
    'SELECT outcome, sub FROM resume_entry WHERE fingerprint = ?',
  );
  const changes = plannedRowChanges(ledger);
  let settled = 0;
  let refused = 0;
  for await (const users of plannedUsers(ledger)) {
    stop?.throwIfAborted();
    ledger.transaction(() => {
      for (const { row, body } of users) {
        const found = find.get(fingerprint(body));
        if (found === undefined) continue;
        if (found.outcome === 'failed') refused++;
        else {
          changes.restoreOutcome(row, found.outcome, found.sub);
          settled++;
        }
      }
    });
  }
  ledger.db.exec('DROP TABLE temp.resume_entry');
  return { rows: settled, refused, isComplete: settled + refused === known };
}

/** Returns how many there are. */
async function loadEntries(ledger: Ledger, entries: AsyncIterable<ResumeEntry>): Promise<number> {
  const insert = ledger.db.prepare('INSERT OR REPLACE INTO resume_entry (fingerprint, outcome, sub) VALUES (?, ?, ?)');
  let waiting: UsableEntry[] = [];
  let known = 0;
  const write = (): void => {
    ledger.transaction(() => {
      for (const { fingerprint, outcome, sub } of waiting) insert.run(fingerprint, outcome, sub);
    });
    waiting = [];
  };
  for await (const { outcome, ...entry } of entries) {
    if (outcome === 'unknown') continue;
    known++;
    waiting.push({ ...entry, outcome });
    if (waiting.length === CHUNK) write();
  }
  write();
  return known;
}
