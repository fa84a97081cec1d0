import { expect, it } from 'vitest';
import type { Batch } from '../../src/ledger/batches.ts';
import type { Queue } from '../../src/queue/queue.ts';

const LEASE_MS = 1_000;

/** What every queue owes. `open` gives a new, empty queue; `reopen` gives the same one after its process died. */
export function queueConformance(open: () => Promise<{ queue: Queue; reopen: () => Promise<Queue> }>): void {
  const batches: Batch[] = [1, 2, 3].map((id) => ({ id, first: id * 10, last: id * 10 + 9 }));
  const filled = async () => {
    const opened = await open();
    await opened.queue.put(batches);
    return opened;
  };

  it('hands out batches in the order they were put, each once', async () => {
    const { queue } = await filled();
    const taken = [await queue.take(0, LEASE_MS), await queue.take(0, LEASE_MS), await queue.take(0, LEASE_MS)];
    expect(taken).toEqual(batches);
    expect(await queue.take(0, LEASE_MS)).toBeNull();
  });

  it('never hands out a batch that is done, even after its lease would have ended', async () => {
    const { queue } = await filled();
    await queue.take(0, LEASE_MS);
    await queue.done(1);
    expect(await queue.take(LEASE_MS * 2, LEASE_MS)).toEqual(batches[1]);
  });

  it('hands out a batch again when its lease has ended, and not a moment before', async () => {
    const { queue } = await filled();
    await queue.take(0, LEASE_MS);
    expect(await queue.take(LEASE_MS - 1, LEASE_MS)).toEqual(batches[1]);
    expect(await queue.take(LEASE_MS, LEASE_MS)).toEqual(batches[0]);
  });

  it('hands out a batch that was given back in its old place', async () => {
    const { queue } = await filled();
    await queue.take(0, LEASE_MS);
    await queue.giveBack(1);
    expect(await queue.take(0, LEASE_MS)).toEqual(batches[0]);
  });

  it('counts what is not done', async () => {
    const { queue } = await filled();
    await queue.take(0, LEASE_MS);
    expect(await queue.open()).toBe(3);
    await queue.done(1);
    expect(await queue.open()).toBe(2);
  });

  it('takes more batches than fit in one transaction from a generator', async () => {
    const { queue } = await open();
    await queue.put(
      (function* () {
        for (let id = 1; id <= 2_500; id++) yield { id, first: id, last: id };
      })(),
    );
    expect(await queue.open()).toBe(2_500);
  });

  it('survives the end of its process: nothing that was put is lost, nothing that was done returns', async () => {
    const { queue, reopen } = await filled();
    await queue.take(0, LEASE_MS);
    await queue.done(1);
    await queue.take(0, LEASE_MS);
    const again = await reopen();
    expect(await again.open()).toBe(2);
    expect(await again.take(0, LEASE_MS)).toEqual(batches[2]);
    expect(await again.take(LEASE_MS, LEASE_MS)).toEqual(batches[1]);
  });

  it('gives one batch to one of many who ask at once', async () => {
    const { queue } = await filled();
    const taken = await Promise.all(Array.from({ length: 10 }, () => queue.take(0, LEASE_MS)));
    expect(
      taken
        .filter((batch) => batch !== null)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([1, 2, 3]);
  });
}
