import type { Queue } from '../queue/queue.ts';
import { deliverBatch, firstDelivery } from './batch-delivery.ts';
import type { BatchDelivery, PutAside } from './delivery.ts';
import { settleBlocked } from './settle-users.ts';

export interface ApplyOptions {
  readonly queue: Queue;
  readonly delivery: BatchDelivery;
  /** Number of workers, and so the maximum number of requests in flight. */
  readonly concurrency: number;
}

/**
 * Sends every batch of the queue: each worker takes one, delivers it and marks it done. Resolves when nothing is left to take, or
 * when the run stopped and no request is in flight any more; what this process claimed and did not settle is given back then.
 *
 * @throws the first error of a worker (the disk, a bug), after all workers have stopped; the ledger holds what was settled.
 */
export async function apply(options: ApplyOptions): Promise<void> {
  const { queue, delivery, concurrency } = options;
  const failure = new AbortController();
  const stop = AbortSignal.any([delivery.stop, failure.signal]);
  const aside: PutAside[] = [];
  const worker = async (): Promise<void> => {
    while (!stop.aborted) {
      const batch = await queue.take();
      if (batch === null) {
        const next = aside.shift();
        if (next !== undefined) await deliverAgain(next, { ...delivery, stop }, aside);
        else if (!(await queue.mayGetMore(stop))) return;
        continue;
      }
      const first = firstDelivery(delivery, (later) => aside.push(later));
      const { users, mayHaveBeenApplied } = batch;
      await deliverBatch(users, { ...delivery, stop }, { ...first, mayHaveBeenApplied });
      if (stop.aborted) return;
      await queue.done(batch);
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
  await queue.giveBack();
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
