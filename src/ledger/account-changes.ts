import type { Settlement } from '../plan/row.ts';
import type { Problem } from '../source/record.ts';
import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/** The final outcome of a change. `planned` is final only when nothing may be changed. */
const CHANGE_OUTCOMES = ['blocked', 'deleted', 'undone', 'kept', 'failed', 'unknown', 'unsent', 'planned'] as const;
type ChangeOutcome = (typeof CHANGE_OUTCOMES)[number];

/** How many accounts have each outcome. `total` is counted separately, so that it can be checked against the sum. */
export type ChangeTotals = { readonly [outcome in ChangeOutcome]: number } & { readonly total: number };

/** An account and its change. The sub is not masked. */
export interface ListedChange {
  readonly sub: string | null;
  readonly outcome: ChangeOutcome;
  readonly code: string | null;
  readonly message: string | null;
  readonly hint: string | null;
}

const IS_OPEN = "state IN ('planned', 'sending')";
/** Outcomes that a person has to look at come first. */
const LISTED_ORDER = "state IN ('blocked', 'deleted', 'undone'), state = 'unsent', id";

/**
 * The accounts that a run changes apart from its rows, in a table of the ledger with the states of rows: on disk before a
 * request is sent, and never without an outcome.
 */
export class AccountChanges {
  readonly #ledger: Ledger;
  readonly #next;
  readonly #waiting;
  readonly #markSending;
  readonly #markWaiting;
  readonly #settle;

  constructor(ledger: Ledger) {
    const { db } = ledger;
    this.#ledger = ledger;
    this.#next = prepareQuery<{ id: number }>(
      db,
      "SELECT id FROM account_change WHERE id > ? AND state = 'planned' ORDER BY id LIMIT 1",
    );
    this.#waiting = prepareQuery<{ row: number; sub: string | null }>(
      db,
      `SELECT id AS row, sub FROM account_change WHERE id = ? AND ${IS_OPEN}`,
    );
    const open = `id IN (SELECT value FROM json_each(?)) AND ${IS_OPEN}`;
    this.#markSending = db.prepare(
      `UPDATE account_change SET state = 'sending', attempts = attempts + 1 WHERE ${open}`,
    );
    this.#markWaiting = db.prepare(`UPDATE account_change SET state = 'planned' WHERE ${open}`);
    this.#settle = db.prepare(
      `UPDATE account_change SET state = ?, code = ?, message = ?, hint = ? WHERE id = ? AND ${IS_OPEN}`,
    );
  }

  /** The change after this one that waits; null when none does. */
  next(after: number): number | null {
    return this.#next.get(after)?.id ?? null;
  }

  /** The account if it waits for an outcome, as a user with the number of its change as row. */
  waiting(id: number): OutgoingUser[] {
    return this.#waiting.all(id).map(({ row, sub }) => ({ row, sub, body: JSON.stringify({ sub }) }));
  }

  markSending(users: readonly OutgoingUser[]): void {
    this.#ledger.refuseFullDisk();
    this.#markSending.run(JSON.stringify(users.map(({ row }) => row)));
  }

  markWaiting(users: readonly OutgoingUser[]): void {
    this.#markWaiting.run(JSON.stringify(users.map(({ row }) => row)));
  }

  /** Writes outcomes, as `Ledger.writeOutcomes` does. */
  settle(settlements: readonly ChangeSettlement[]): void {
    this.#ledger.writeOutcomes(() => {
      for (const { row, outcome, reason } of settlements) {
        const { code = null, message = null, hint = null } = reason ?? {};
        this.#settle.run(outcome, code, message, hint, row);
      }
    });
  }

  /** Gives every account that still waits the outcome `unsent`. */
  leaveUnsent(reason: Problem): void {
    this.#end('unsent', reason, "state = 'planned'");
  }

  /** Gives every account that still waits and has no sub the outcome `failed`. */
  failWithoutSub(reason: Problem): void {
    this.#end('failed', reason, "state = 'planned' AND sub IS NULL");
  }

  /** Gives every account without an outcome one. */
  closeOpen(unsent: Problem, unknown: Problem): void {
    this.leaveUnsent(unsent);
    this.#end('unknown', unknown, "state = 'sending'");
  }

  #end(outcome: ChangeOutcome, { code, message, hint }: Problem, where: string): void {
    this.#ledger.db
      .prepare(`UPDATE account_change SET state = ?, code = ?, message = ?, hint = ? WHERE ${where}`)
      .run(outcome, code, message, hint);
  }

  totals(): ChangeTotals {
    const { db } = this.#ledger;
    const counts: { [state: string]: number } = {};
    const byState = prepareQuery<{ state: string; n: number }>(
      db,
      'SELECT state, count(*) AS n FROM account_change GROUP BY state',
    );
    for (const { state, n } of byState.iterate()) counts[state] = n;
    const total = prepareQuery<{ n: number }>(db, 'SELECT count(*) AS n FROM account_change').get()?.n ?? 0;
    const byOutcome = Object.fromEntries(CHANGE_OUTCOMES.map((outcome) => [outcome, counts[outcome] ?? 0]));
    return { total, ...(byOutcome as { [outcome in ChangeOutcome]: number }) };
  }

  /** At most `limit` accounts, those that need attention first. */
  list(limit: number): readonly ListedChange[] {
    return prepareQuery<ListedChange>(
      this.#ledger.db,
      `SELECT sub, state AS outcome, code, message, hint FROM account_change ORDER BY ${LISTED_ORDER} LIMIT ?`,
    ).all(limit);
  }

  /** Every sub, in the order of the plan. */
  *subs(): Generator<string | null> {
    const query = prepareQuery<{ sub: string | null }>(this.#ledger.db, 'SELECT sub FROM account_change ORDER BY id');
    for (const { sub } of query.iterate()) yield sub;
  }
}

/** The outcome of a change; `row` is its number. */
export type ChangeSettlement = Pick<Settlement, 'row' | 'reason'> & {
  readonly outcome: Exclude<ChangeOutcome, 'planned'>;
};
