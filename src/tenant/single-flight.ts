/**
 * Lets concurrent callers share one run of `work`. A caller whose signal aborts rejects at once with the signal's reason; the
 * run itself is aborted only when no caller waits for it any more.
 */
export function singleFlight<T>(work: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let flight: { promise: Promise<T>; controller: AbortController; waiting: number } | null = null;

  function start(): NonNullable<typeof flight> {
    const controller = new AbortController();
    const promise = work(controller.signal).finally(() => {
      if (flight === started) flight = null;
    });
    const started = { promise, controller, waiting: 0 };
    // All callers may have left before it fails.
    promise.catch(() => {});
    return started;
  }

  return async (signal) => {
    signal.throwIfAborted();
    flight ??= start();
    const mine = flight;
    mine.waiting++;
    const aborted = Promise.withResolvers<never>();
    const leave = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([mine.promise, aborted.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
      mine.waiting--;
      if (mine.waiting === 0) {
        // A new caller starts a new run instead of joining one that is being aborted.
        if (flight === mine) flight = null;
        mine.controller.abort(signal.reason);
      }
    }
  };
}
