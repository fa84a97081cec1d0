import { expect, test } from 'vitest';
import { breath } from '../../src/runtime/breath.ts';

test('work that never waits hears a stop', async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('stopped')), 0);
  const breathe = breath(stop.signal);
  const work = async (): Promise<never> => {
    for (;;) {
      const pause = breathe();
      if (pause !== undefined) await pause;
    }
  };
  await expect(work()).rejects.toThrow('stopped');
});
