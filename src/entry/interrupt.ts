import type { EarlyEnd } from '../report/run-outcome.ts';

/** The two steps in which a run ends early. */
export interface Interrupt {
  /** Aborts when no new request may leave; its reason is a `EarlyEnd`. */
  readonly stop: AbortSignal;
  /** Aborts when requests in flight are given up. */
  readonly cut: AbortSignal;
  /** Stops the run when `ms` have passed (0: never); requests in flight may come to their end. */
  readonly limitTime: (ms: number) => void;
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
  let limit: NodeJS.Timeout | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    const why: EarlyEnd = { outcome: 'cancelled', message: `The run was cancelled (${signal}).` };
    stop.abort(why);
    grace ??= setTimeout(() => cut.abort(why), GRACE_MS).unref();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    stop: stop.signal,
    cut: cut.signal,
    limitTime: (ms) => {
      if (ms === 0) return;
      const message = `The run reached its time-limit (${ms / 60_000} min).`;
      limit = setTimeout(() => stop.abort({ outcome: 'aborted', message } satisfies EarlyEnd), ms).unref();
    },
    [Symbol.dispose]: () => {
      clearTimeout(grace);
      clearTimeout(limit);
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    },
  };
}
