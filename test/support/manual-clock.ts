import type { Clock } from '../../src/runtime/clock.ts';

/** A clock on which no time passes: waits end at once. */
export function stillClock(wallMs = 0): Clock {
  return { now: () => 0, wallNow: () => wallMs, random: () => 0, sleep: async () => {} };
}

/** A clock that moves only when everybody who could move sleeps: waits cost no time and happen in order. */
export function manualClock(startMs = 0) {
  let nowMs = 0;
  let wallAheadMs = startMs;
  const sleepers: { at: number; wake: () => void }[] = [];
  const slept: number[] = [];

  return {
    now: () => nowMs,
    wallNow: () => nowMs + wallAheadMs,
    /** Somebody sets the machine's clock. */
    stepWall: (ms: number) => {
      wallAheadMs += ms;
    },
    random: () => 0.5,
    /** Every wait that was asked for, in ms. */
    slept,
    sleep(ms: number, signal?: AbortSignal): Promise<void> {
      slept.push(ms);
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        sleepers.push({ at: nowMs + ms, wake: resolve });
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    },
    /** Moves to the next sleeper's time again and again until `work` is done. */
    async run<T>(work: Promise<T>): Promise<T> {
      let settled = false;
      const watched = work.finally(() => {
        settled = true;
      });
      watched.catch(() => undefined);
      while (!settled) {
        await new Promise((resolve) => setImmediate(resolve));
        const next = sleepers.sort((a, b) => a.at - b.at).shift();
        if (next === undefined) continue;
        nowMs = Math.max(nowMs, next.at);
        next.wake();
      }
      return watched;
    },
  };
}
