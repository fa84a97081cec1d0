import type { Problem } from '../source/record.ts';
import type { Ledger } from './ledger.ts';

/** What can still change about planned rows before they are sent. Each method is one statement; the caller opens the transaction. */
export interface PlannedRowChanges {
  /** Removes a planned row from the plan because it repeats or contradicts the row `other`. */
  exclude(row: number, outcome: 'duplicate' | 'invalid', other: number, why: Problem): void;
  /** Nothing of the users in the rows `first`–`last` changed since the last state. */
  markUnchanged(first: number, last: number): void;
  /** Replaces the JSON text of the user that is sent. */
  replaceBody(row: number, body: string): void;
  /** Gives a row the outcome that an earlier attempt reached, or another run. */
  restoreOutcome(row: number, outcome: 'created' | 'updated', sub: string | null, run: string | null): void;
}

export function plannedRowChanges({ db, users }: Ledger): PlannedRowChanges {
  const exclude = db.prepare(
    'UPDATE row SET state = ?, duplicate_of = ?, code = ?, field = ?, message = ?, hint = ? WHERE row = ?',
  );
  const markUnchanged = db.prepare("UPDATE row SET state = 'unchanged' WHERE row BETWEEN ? AND ?");
  const restoreOutcome = db.prepare('UPDATE row SET state = ?, sub = ?, run = ? WHERE row = ?');
  return {
    exclude: (row, outcome, other, { code, field, message, hint }) =>
      void exclude.run(outcome, outcome === 'duplicate' ? other : null, code, field, message, hint, row),
    markUnchanged: (first, last) => void markUnchanged.run(first, last),
    replaceBody: (row, body) => users.replaceBody(row, body),
    restoreOutcome: (row, outcome, sub, run) => void restoreOutcome.run(outcome, sub, run, row),
  };
}
