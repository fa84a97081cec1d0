import type { Queue } from '../queue/queue.ts';
import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import { type Delivery, deliver } from './deliver.ts';

export interface ApplyOptions {
  readonly queue: Queue;
  /** The users of a batch that still wait for an outcome. */
  readonly waiting: (first: number, last: number) => readonly OutgoingUser[];
  readonly delivery: Delivery;
  /** Workers; the requests in flight never exceed it. */
  readonly concurrency: number;
}

/**
 * Longer than any run: a delivery may take as long as the inputs allow (attempts times time-out, `Retry-After` besides), and
 * no other process waits for a batch of this one.
 */
const LEASE_MS = 365 * 24 * 60 * 60 * 1_000;

/**
 * Sends every batch of the queue: each worker takes one, delivers it and marks it done. Resolves when the queue is empty or
 * the run stopped and nothing is in flight any more.
 *
 * @throws what broke (the disk, a bug), after all workers have stopped; the ledger holds what was settled until then.
 */
export async function apply(options: ApplyOptions): Promise<void> {
  const { queue, waiting, delivery, concurrency } = options;
  const broken = new AbortController();
  const stop = AbortSignal.any([delivery.stop, broken.signal]);
  const worker = async (): Promise<void> => {
    while (!stop.aborted) {
      const batch = await queue.take(delivery.now(), LEASE_MS);
      if (batch === null) return;
      await deliver(waiting(batch.first, batch.last), { ...delivery, stop });
      if (stop.aborted) return;
      await queue.done(batch.id);
    }
  };
  stop.addEventListener('abort', () => delivery.firstSplit.open(), { once: true });
  const ends = await Promise.allSettled(
    Array.from({ length: concurrency }, () =>
      worker().catch((error: unknown) => {
        broken.abort(error);
        throw error;
      }),
    ),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
