import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sleep } from '../../src/runtime/sleep.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const DAY = 86_400_000;

test('a wait of more than a timer takes is no shorter for it', async () => {
  let isOver = false;
  const { signal } = new AbortController();
  const waited = sleep(60 * DAY, signal).then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(60 * DAY - 1);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await waited;
});

test('ends with the reason of its signal, before and while it waits', async () => {
  const halt = new AbortController();
  const waited = sleep(60 * DAY, halt.signal);
  halt.abort('enough');
  await expect(waited).rejects.toBe('enough');
  await expect(sleep(1, halt.signal)).rejects.toBe('enough');
  expect(vi.getTimerCount()).toBe(0);
});
