/** Maximum of one timer; a longer one would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Waits for any time on the real clock: a low `max-requests-per-second` can require weeks. */
export const sleep: Sleep = async (ms, signal) => {
  let left = ms;
  for (; left > MAX_TIMER_MS; left -= MAX_TIMER_MS) await once(MAX_TIMER_MS, signal);
  await once(left, signal);
};

const once: Sleep = (ms, signal) =>
  new Promise((done, fail) => {
    if (signal.aborted) return fail(signal.reason);
    const aborted = (): void => {
      clearTimeout(timer);
      fail(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', aborted);
      done();
    }, ms);
    signal.addEventListener('abort', aborted, { once: true });
  });

/** Waits until `ms` have passed; rejects with the signal's reason when that aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;
