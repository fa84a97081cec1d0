import type { Batch } from '../ledger/batches.ts';

/**
 * Holds planned batches until a worker takes, sends and settles them. Delivery is at least once: a batch that was taken and
 * neither done nor given back is available again when its lease ends. `test/queue` has the conformance suite for
 * implementations.
 */
export interface Queue {
  /** Appends batches; once the promise resolves they survive the end of the process. */
  put(batches: Iterable<Batch>): Promise<void>;
  /** Leases the next batch in order until `now + leaseMs`, or null when none is waiting. Times are those of one clock. */
  take(now: number, leaseMs: number): Promise<Batch | null>;
  /** The batch is settled and is never taken again. */
  done(id: number): Promise<void>;
  /** Makes a leased batch available again at once, in its old position. */
  giveBack(id: number): Promise<void>;
  /** The number of batches that are not done, including leased ones. */
  open(): Promise<number>;
  close(): Promise<void>;
}
