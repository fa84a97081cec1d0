import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/**
 * Divides the planned rows, in row order, into batches of up to `size`, after the batch `after`. Reads as it is consumed.
 */
export function* planBatches(ledger: Ledger, size: number, after = 0): Generator<Batch> {
  let id = after;
  let first = 0;
  let last = 0;
  let count = 0;
  const planned = prepareQuery<[row: number]>(
    ledger.db,
    "SELECT row FROM row WHERE state = 'planned' ORDER BY row",
    'tuples',
  );
  for (const [row] of planned.iterate()) {
    if (count === 0) first = row;
    last = row;
    if (++count < size) continue;
    yield { id: ++id, first, last };
    count = 0;
  }
  if (count > 0) yield { id: ++id, first, last };
}

/** Up to `batch-size` users that are sent in one request: those of the rows `first`–`last` that wait for an outcome. */
export interface Batch {
  readonly id: number;
  readonly first: number;
  readonly last: number;
}
