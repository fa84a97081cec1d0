/** A clock that moves only when everybody who could move sleeps: waits cost no time and happen in order. */
export function manualClock(startMs = 0) {
  let nowMs = startMs;
  const sleepers: { at: number; wake: () => void }[] = [];
  const slept: number[] = [];

  return {
    now: () => nowMs,
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
