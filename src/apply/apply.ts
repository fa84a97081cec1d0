import type { ClaimedBatch, Queue } from '../queue/queue.ts';
import { deliverBatch, firstDelivery } from './batch-delivery.ts';
import type { BatchDelivery, PutAside } from './delivery.ts';
import { settleBlocked } from './settle-users.ts';

export interface ApplyOptions {
  readonly queue: Queue;
  readonly delivery: BatchDelivery;
}

/**
 * Sends every batch of the queue: each worker takes one, delivers it and marks it done. There are as many workers as requests may
 * be in flight, so that the other processes of a fleet find the rest. Resolves when nothing is left to take, or when the run
 * stopped and no request is in flight any more; what this process claimed and did not settle is given back then.
 *
 * @throws the first error of a worker (the queue, the disk, a bug), after all workers have stopped; the ledger holds what was settled.
 */
export async function apply({ queue, delivery }: ApplyOptions): Promise<void> {
  const failure = new AbortController();
  const stop = AbortSignal.any([delivery.stop, failure.signal]);
  const aside: PutAside[] = [];
  const running = new Set<Promise<void>>();
  let workers = 0;
  const deliverTaken = async (batch: ClaimedBatch): Promise<void> => {
    const first = firstDelivery(delivery, (later) => aside.push(later));
    const { users, mayHaveBeenApplied } = batch;
    await deliverBatch(users, { ...delivery, stop }, { ...first, mayHaveBeenApplied });
    if (!stop.aborted) await queue.done(batch);
  };
  const work = async (): Promise<void> => {
    try {
      while (!stop.aborted && workers <= delivery.limiter.limit) {
        const batch = await queue.take();
        const later = batch === null ? aside.shift() : undefined;
        if (batch !== null) await deliverTaken(batch);
        else if (later !== undefined) await deliverAgain(later, { ...delivery, stop }, aside);
        else if (!(await queue.mayGetMore(stop))) return;
        startWorkers();
      }
    } finally {
      // At once, so that not all of them end when the limit falls.
      workers--;
    }
  };
  const startWorkers = (): void => {
    while (!stop.aborted && workers < delivery.limiter.limit) {
      workers++;
      const worker = work()
        .catch((error: unknown) => failure.abort(error))
        .finally(() => running.delete(worker));
      running.add(worker);
    }
  };
  stop.addEventListener('abort', () => delivery.firstSplit.open(), { once: true });
  startWorkers();
  // While they run, they start others.
  while (running.size > 0) await Promise.all(running);
  failure.signal.throwIfAborted();
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
