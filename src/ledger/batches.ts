import type { Ledger } from './ledger.ts';

/** Cuts the planned rows, in row order, into batches of up to `size`. Reads as it is consumed. */
export function* planBatches(ledger: Ledger, size: number): Generator<Batch> {
  let id = 0;
  let first = 0;
  let last = 0;
  let held = 0;
  const planned = ledger.db.prepare("SELECT row FROM row WHERE state = 'planned' ORDER BY row");
  planned.setReturnArrays(true);
  for (const [row] of planned.iterate() as unknown as Iterable<[number]>) {
    if (held === 0) first = row;
    last = row;
    if (++held < size) continue;
    yield { id: ++id, first, last };
    held = 0;
  }
  if (held > 0) yield { id: ++id, first, last };
}

/** Up to `batch-size` users that travel in one request: those of the rows `first`–`last` that wait for an outcome. */
export interface Batch {
  readonly id: number;
  readonly first: number;
  readonly last: number;
}
