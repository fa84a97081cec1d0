import type { Batch } from '../ledger/batches.ts';
import type { Settlement } from '../plan/row.ts';
import type { OutgoingUser } from '../tenant/bulk-answer.ts';

/**
 * Holds planned batches until a process takes, sends and settles them. Delivery is at least once: a batch whose process died
 * is available again. `test/queue` has the conformance suite for implementations.
 */
export interface Queue {
  /** Claims the next batch in order; null when none waits now. Only this process gets it, for as long as it lives. */
  take(): Promise<ClaimedBatch | null>;
  /** False when no batch is left but those that this process claimed; otherwise true, after a moment: others may give back theirs. */
  mayGetMore(stop: AbortSignal): Promise<boolean>;
  /** Where the outcomes of claimed users go. */
  readonly outcomes: OutcomeSink;
  /** The delivery of the batch has ended. It leaves the queue for good once each of its users has an outcome. */
  done(batch: ClaimedBatch): Promise<void>;
  /** Makes the claimed users that have no outcome available again, in their old position. */
  giveBack(): Promise<void>;
  /** The number of batches that are not done, including claimed ones. */
  open(): Promise<number>;
}

/** The queue of the process that plans. */
export interface FillableQueue extends Queue {
  /** Appends batches; once the promise resolves they survive the end of the process. */
  put(batches: Iterable<Batch>): Promise<void>;
}

/** A batch that this process sends. */
export interface ClaimedBatch {
  readonly id: number;
  /** Those that still wait for an outcome, in row order. */
  readonly users: readonly OutgoingUser[];
  /** Another process claimed it before and may have sent it. */
  readonly mayHaveBeenApplied: boolean;
}

/** The row states around a request: being sent, waiting again, or settled. */
export interface OutcomeSink {
  markSending(users: readonly OutgoingUser[]): void;
  markWaiting(users: readonly OutgoingUser[]): void;
  settle(settlements: readonly Settlement[]): void;
}
