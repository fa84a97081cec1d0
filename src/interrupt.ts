/** The two steps in which a run ends early. */
export interface Interrupt {
  /** Aborts when no new request may leave. */
  readonly stop: AbortSignal;
  /** Aborts when requests in flight are given up. */
  readonly cut: AbortSignal;
  /** Ends the run as a signal would, for a reason of our own. */
  readonly interrupt: (why: string) => void;
  readonly [Symbol.dispose]: () => void;
}

/** The runner sends SIGTERM 7.5 s after SIGINT and kills at 10 s; what is left of the time writes the report. */
const GRACE_MS = 5_000;

/**
 * Listens for SIGINT and SIGTERM until disposed: the first one stops the run, requests in flight get 5 s, and every further
 * signal changes nothing, since an impatient second Ctrl-C must not cost the report.
 */
export function listenForInterrupts(): Interrupt {
  const stop = new AbortController();
  const cut = new AbortController();
  let grace: NodeJS.Timeout | undefined;
  const interrupt = (why: string): void => {
    if (stop.signal.aborted) return;
    stop.abort(new Error(why));
    grace = setTimeout(() => cut.abort(new Error(why)), GRACE_MS);
    grace.unref();
  };
  const onSignal = (signal: NodeJS.Signals): void => interrupt(`The run was cancelled (${signal}).`);
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    stop: stop.signal,
    cut: cut.signal,
    interrupt,
    [Symbol.dispose]: () => {
      clearTimeout(grace);
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    },
  };
}
