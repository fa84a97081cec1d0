import { expect, it } from 'vitest';
import { planBatches } from '../../src/ledger/batches.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { ClaimedBatch, FillableQueue, Queue } from '../../src/queue/queue.ts';

/** An empty queue, and the ledger with the planned rows 1 to 30 in batches of ten. */
export interface OpenedQueue {
  readonly queue: FillableQueue;
  readonly ledger: Ledger;
  /** The same queue as another process finds it, after the first one was killed. */
  readonly afterKill: () => Promise<Queue>;
}

const BATCH = 10;
const ROWS = 30;
const never = new AbortController().signal;

/** The rows of a ledger for these tests. */
export function plannedRows(count = ROWS) {
  return Array.from({ length: count }, (_, at) => ({
    ...{ row: at + 1, file: 0, line: at + 2, outcome: 'planned' as const },
    body: `{"sub":"sub-${at + 1}"}`,
    identifiers: { sub: `sub-${at + 1}` },
  }));
}

/** What every queue owes. `manyBatches`: more than it puts at once. */
export function queueConformance(open: (rows: number) => Promise<OpenedQueue>, manyBatches: number): void {
  const filled = async () => {
    const opened = await open(ROWS);
    await opened.queue.put(planBatches(opened.ledger, BATCH));
    return opened;
  };
  const settle = (queue: Queue, users: ClaimedBatch['users']): void =>
    queue.outcomes.settle(users.map(({ row }) => ({ row, outcome: 'created' })));

  it('hands out batches in order, each once, with their users', async () => {
    const { queue } = await filled();
    const taken = [await queue.take(), await queue.take(), await queue.take()];
    expect(taken.map((batch) => batch?.id)).toEqual([1, 2, 3]);
    expect(taken.flatMap((batch) => batch?.users.map(({ row }) => row))).toEqual(plannedRows().map(({ row }) => row));
    expect(taken[1]?.users[0]).toEqual({ row: 11, body: '{"sub":"sub-11"}', sub: 'sub-11' });
    expect(taken.map((batch) => batch?.mayHaveBeenApplied)).toEqual([false, false, false]);
    expect(await queue.take()).toBeNull();
    expect(await queue.mayGetMore(never)).toBe(false);
  });

  it('never hands out a batch again that is done', async () => {
    const { queue } = await filled();
    const batch = await take(queue);
    settle(queue, batch.users);
    await queue.done(batch);
    expect(await queue.open()).toBe(2);
    await queue.giveBack();
    expect(await idsOf(queue)).toEqual([2, 3]);
  });

  it('keeps a batch that is delivered until its last user is settled', async () => {
    const { queue } = await filled();
    const batch = await take(queue);
    settle(queue, batch.users.slice(0, 9));
    await queue.done(batch);
    expect(await queue.open()).toBe(3);
    settle(queue, batch.users.slice(9));
    await queue.giveBack();
    expect(await queue.open()).toBe(2);
  });

  it('hands out what was given back in its old place, without the users that are settled', async () => {
    const { queue } = await filled();
    const batch = await take(queue);
    settle(queue, batch.users.slice(0, 4));
    await queue.giveBack();
    const again = await take(queue);
    expect(again.users.map(({ row }) => row)).toEqual([5, 6, 7, 8, 9, 10]);
    expect(again.mayHaveBeenApplied).toBe(false);
  });

  it('knows of users that were given back whether they may have been sent', async () => {
    const { queue } = await filled();
    const batch = await take(queue);
    queue.outcomes.markSending(batch.users);
    await queue.giveBack();
    expect(await take(queue)).toMatchObject({ id: 1, mayHaveBeenApplied: true });
    const second = await take(queue);
    queue.outcomes.markSending(second.users);
    queue.outcomes.markWaiting(second.users);
    await queue.giveBack();
    await take(queue);
    expect(await take(queue)).toMatchObject({ id: 2, mayHaveBeenApplied: false });
  });

  it('takes more batches than fit in one statement from a generator', async () => {
    const { queue, ledger } = await open(manyBatches);
    await queue.put(planBatches(ledger, 1));
    expect(await queue.open()).toBe(manyBatches);
  });

  it('survives a kill: nothing that was put is lost, nothing done returns, what was sent comes back as such', async () => {
    const { queue, afterKill } = await filled();
    const done = await take(queue);
    queue.outcomes.markSending(done.users);
    settle(queue, done.users);
    await queue.done(done);
    queue.outcomes.markSending((await take(queue)).users);
    const again = await afterKill();
    expect(await again.open()).toBe(2);
    expect(await take(again)).toMatchObject({ id: 2, mayHaveBeenApplied: true });
    expect(await take(again)).toMatchObject({ id: 3, mayHaveBeenApplied: false });
    expect(await again.take()).toBeNull();
  });

  it('gives one batch to one of many who ask at once', async () => {
    const { queue } = await filled();
    const taken = await Promise.all(Array.from({ length: 10 }, () => queue.take()));
    expect(taken.flatMap((batch) => batch?.id ?? []).sort()).toEqual([1, 2, 3]);
  });
}

async function take(queue: Queue): Promise<ClaimedBatch> {
  const batch = await queue.take();
  if (batch === null) throw new Error('no batch is waiting');
  return batch;
}

async function idsOf(queue: Queue): Promise<number[]> {
  const ids: number[] = [];
  for (let batch = await queue.take(); batch !== null; batch = await queue.take()) ids.push(batch.id);
  return ids;
}
