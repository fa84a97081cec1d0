import type { Batch } from '../ledger/batches.ts';

/**
 * Where planned batches wait until a worker takes, sends and settles them. Delivery is at least once: a batch that was taken
 * and neither done nor given back returns when its lease ends. The conformance suite in `test/queue` says what an
 * implementation owes.
 */
export interface Queue {
  /** Adds batches behind those that wait; once the promise resolves they survive the end of the process. */
  put(batches: Iterable<Batch>): Promise<void>;
  /** Leases the next batch in order until `now + leaseMs`, or null when none waits now. Times in ms since the epoch. */
  take(now: number, leaseMs: number): Promise<Batch | null>;
  /** The batch is settled and never handed out again. */
  done(id: number): Promise<void>;
  /** Returns a leased batch at once, in its old place. */
  giveBack(id: number): Promise<void>;
  /** Batches that are not done, leased ones included. */
  open(): Promise<number>;
  close(): Promise<void>;
}
