import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForInterrupts } from '../../src/entry/interrupt.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a time limit stops the run, and four seconds later what is in flight, but not the storing of the report', async () => {
  using interrupt = listenForInterrupts();
  const { stop, abortInFlight, abortClosing } = interrupt;
  interrupt.limitTime(60_000);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(stop.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(stop.reason).toMatchObject({ outcome: 'aborted' });
  await vi.advanceTimersByTimeAsync(3_999);
  expect(abortInFlight.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(abortInFlight.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(abortClosing.aborted).toBe(false);
});

test('a signal ends both, also after a time limit', async () => {
  using interrupt = listenForInterrupts();
  const { stop, abortInFlight, abortClosing } = interrupt;
  interrupt.limitTime(1);
  await vi.advanceTimersByTimeAsync(2_000);
  process.emit('SIGTERM', 'SIGTERM');
  expect(stop.reason).toMatchObject({ outcome: 'aborted' });
  await vi.advanceTimersByTimeAsync(2_001);
  expect([abortInFlight.aborted, abortClosing.aborted]).toEqual([true, false]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(abortClosing.aborted).toBe(true);
});

test('a machine whose clock is set neither reaches its time limit early nor late', async () => {
  using interrupt = listenForInterrupts();
  interrupt.limitTime(60_000);
  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(interrupt.stop.aborted).toBe(false);
  vi.setSystemTime(Date.now() - 7_200_000);
  await vi.advanceTimersByTimeAsync(1);
  expect(interrupt.stop.aborted).toBe(true);
});
