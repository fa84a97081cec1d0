import type { EarlyEnd } from '../report/run-outcome.ts';

/** How a run is ended early: first no new requests, some seconds later no waiting for those in flight. */
export interface Interrupt {
  /** Aborts when no new request may leave; its reason is an `EarlyEnd`. */
  readonly stop: AbortSignal;
  /** Aborts when requests in flight must not be waited for any longer. */
  readonly abortInFlight: AbortSignal;
  /** Stops the run after `ms` milliseconds (0: never); requests in flight may finish. */
  readonly limitTime: (ms: number) => void;
  readonly [Symbol.dispose]: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The runner sends SIGTERM 7.5 s after SIGINT and kills the process after 10 s; the time left is for writing the report. */
const GRACE_MS = 5_000;

/**
 * Listens for SIGINT, SIGTERM and SIGHUP (a terminal that is closed) until disposed. The first signal stops the run, and
 * requests in flight get 5 s. Further signals change nothing: a second Ctrl-C must not cost the report.
 */
export function listenForInterrupts(): Interrupt {
  const stop = new AbortController();
  const abortInFlight = new AbortController();
  let graceTimer: NodeJS.Timeout | undefined;
  let limitTimer: NodeJS.Timeout | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    const earlyEnd: EarlyEnd = { outcome: 'cancelled', message: `The run was cancelled (${signal}).` };
    stop.abort(earlyEnd);
    graceTimer ??= setTimeout(() => abortInFlight.abort(earlyEnd), GRACE_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    stop: stop.signal,
    abortInFlight: abortInFlight.signal,
    limitTime: (ms) => {
      if (ms === 0) return;
      const message = `The run reached its time-limit (${ms / 60_000} min).`;
      limitTimer = setTimeout(() => stop.abort({ outcome: 'aborted', message } satisfies EarlyEnd), ms).unref();
    },
    [Symbol.dispose]: () => {
      clearTimeout(graceTimer);
      clearTimeout(limitTimer);
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
