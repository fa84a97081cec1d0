import type { Queue } from '../queue/queue.ts';
import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import { deliverBatch, firstDelivery } from './batch-delivery.ts';
import type { BatchDelivery, PutAside } from './delivery.ts';
import { settleBlocked } from './settle-users.ts';

export interface ApplyOptions {
  readonly queue: Queue;
  /** The users of a batch that still wait for an outcome. */
  readonly waiting: (first: number, last: number) => readonly OutgoingUser[];
  readonly delivery: BatchDelivery;
  /** Number of workers, and so the maximum number of requests in flight. */
  readonly concurrency: number;
}

/**
 * Longer than any run: a delivery may take as long as the inputs allow (attempts times timeout, plus `Retry-After`), and no
 * other process waits for a batch of this one.
 */
const LEASE_MS = 365 * 24 * 60 * 60 * 1_000;

/**
 * Sends every batch of the queue: each worker takes one, delivers it and marks it done. Resolves when the queue is empty, or
 * when the run stopped and no request is in flight any more.
 *
 * @throws the first error of a worker (the disk, a bug), after all workers have stopped; the ledger holds what was settled.
 */
export async function apply(options: ApplyOptions): Promise<void> {
  const { queue, waiting, delivery, concurrency } = options;
  const failure = new AbortController();
  const stop = AbortSignal.any([delivery.stop, failure.signal]);
  const aside: PutAside[] = [];
  const worker = async (): Promise<void> => {
    while (!stop.aborted) {
      const batch = await queue.take(delivery.now(), LEASE_MS);
      if (batch === null) {
        const next = aside.shift();
        if (next === undefined) return;
        await deliverAgain(next, { ...delivery, stop }, aside);
        continue;
      }
      const users = waiting(batch.first, batch.last);
      await deliverBatch(
        users,
        { ...delivery, stop },
        firstDelivery(delivery, (later) => aside.push(later)),
      );
      if (stop.aborted) return;
      // Also when users are put aside: the ledger knows them.
      await queue.done(batch.id);
    }
  };
  stop.addEventListener('abort', () => delivery.firstSplit.open(), { once: true });
  const ends = await Promise.allSettled(
    Array.from({ length: concurrency }, () =>
      worker().catch((error: unknown) => {
        failure.abort(error);
        throw error;
      }),
    ),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  if (!stop.aborted) settleBlocked(delivery);
}

/** Delivers users that were put aside. When the tenant has answered others since, a failure is about these users. */
function deliverAgain(
  { users, mayHaveBeenApplied, answers }: PutAside,
  delivery: BatchDelivery,
  aside: PutAside[],
): Promise<void> {
  const isSuspect = delivery.limiter.outage.answers !== answers;
  const first = firstDelivery(delivery, (later) => aside.push(later));
  return deliverBatch(users, delivery, { ...first, mayHaveBeenApplied, isSuspect, isLast: aside.length === 0 });
}
