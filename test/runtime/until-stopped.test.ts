import { expect, test } from 'vitest';
import { stoppable, untilStopped } from '../../src/runtime/until-stopped.ts';

const never = new Promise<never>(() => {});

test('work that never ends is left when the signal aborts, with its reason', async () => {
  const stop = new AbortController();
  const waiting = untilStopped(never, stop.signal);
  const reason = { outcome: 'cancelled' };
  stop.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(untilStopped(never, stop.signal)).rejects.toBe(reason);
});

test('work that ends is unchanged, also after many of it', async () => {
  const { signal } = new AbortController();
  for (let at = 0; at < 50; at++) expect(await untilStopped(Promise.resolve(at), signal)).toBe(at);
  await expect(untilStopped(Promise.reject(new Error('disk')), signal)).rejects.toThrow('disk');
  expect(await untilStopped(Promise.resolve(1), undefined)).toBe(1);
});

test('values end when the signal aborts', async () => {
  const stop = new AbortController();
  async function* values(): AsyncGenerator<number> {
    for (let value = 1; ; value++) yield value;
  }
  const seen: number[] = [];
  const reading = (async () => {
    for await (const value of stoppable(values(), stop.signal)) {
      seen.push(value);
      if (value === 3) stop.abort('enough');
    }
  })();
  await expect(reading).rejects.toBe('enough');
  expect(seen).toEqual([1, 2, 3]);
});
