import type { Settlement } from '../plan/row.ts';
import type { Batch } from './batches.ts';
import type { Ledger } from './ledger.ts';

/** The outcome of a row that another process may have sent. */
export interface CollectedSettlement extends Settlement {
  /** Requests in which it was sent. */
  readonly attempts: number;
}

/** Rows that other processes may send from now on: when this run is closed without knowing more, they are `unknown`. */
export function markQueued(ledger: Ledger, batches: Iterable<Pick<Batch, 'first' | 'last'>>): void {
  changeState(ledger, batches, 'planned', 'sending');
}

/** Rows that certainly nobody sent. */
export function markUntouched(ledger: Ledger, ranges: Iterable<Pick<Batch, 'first' | 'last'>>): void {
  changeState(ledger, ranges, 'sending', 'planned');
}

function changeState(ledger: Ledger, ranges: Iterable<Pick<Batch, 'first' | 'last'>>, from: string, to: string): void {
  const change = ledger.db.prepare('UPDATE row SET state = ? WHERE row BETWEEN ? AND ? AND state = ?');
  ledger.transaction(() => {
    for (const { first, last } of ranges) change.run(to, first, last, from);
  });
}

/** Writes outcomes of other processes. An outcome that is there already stays, and so do its attempts. */
export function settleCollected(ledger: Ledger, settlements: readonly CollectedSettlement[]): void {
  const sent = ledger.db.prepare(
    "UPDATE row SET attempts = attempts + ? WHERE row = ? AND state IN ('planned', 'sending')",
  );
  for (const { row, attempts } of settlements) sent.run(attempts, row);
  ledger.settle(settlements);
}
