import type { EarlyEnd } from '../report/run-outcome.ts';

/** How a run is ended early: first no new requests, four seconds later no waiting for those in flight. */
export interface Interrupt {
  /** Aborts when no new request may leave; its reason is an `EarlyEnd`. */
  readonly stop: AbortSignal;
  /** Aborts when requests in flight must not be waited for any longer. */
  readonly abortInFlight: AbortSignal;
  /** The same after a signal only: a run that reached its time limit may still store its report. */
  readonly abortClosing: AbortSignal;
  /** Stops the run after `ms` milliseconds (0: never). */
  readonly limitTime: (ms: number) => void;
  readonly [Symbol.dispose]: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * So that a run has ended 5 s after a signal or its time limit. The runner sends SIGTERM 7.5 s after SIGINT and kills the process
 * after 10 s; the time left is for writing the report.
 */
const GRACE_MS = 4_000;

/**
 * Listens for SIGINT, SIGTERM and SIGHUP (a terminal that is closed) until disposed. The first signal stops the run, and
 * requests in flight get 4 s. Further signals change nothing: a second Ctrl-C must not cost the report.
 */
export function listenForInterrupts(): Interrupt {
  const stop = new AbortController();
  const abortInFlight = new AbortController();
  const abortClosing = new AbortController();
  let graceTimer: NodeJS.Timeout | undefined;
  let closingTimer: NodeJS.Timeout | undefined;
  let limitTimer: NodeJS.Timeout | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    const earlyEnd: EarlyEnd = { outcome: 'cancelled', message: `The run was cancelled (${signal}).` };
    stop.abort(earlyEnd);
    // Also when the time limit came first: the runner has become impatient.
    closingTimer ??= setTimeout(() => abortClosing.abort(earlyEnd), GRACE_MS).unref();
    graceTimer ??= setTimeout(() => abortInFlight.abort(earlyEnd), GRACE_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    stop: stop.signal,
    abortInFlight: abortInFlight.signal,
    abortClosing: abortClosing.signal,
    limitTime: (ms) => {
      if (ms === 0) return;
      const earlyEnd: EarlyEnd = {
        outcome: 'aborted',
        message: `The run reached its time-limit (${ms / 60_000} min).`,
      };
      limitTimer = setTimeout(() => {
        stop.abort(earlyEnd);
        graceTimer ??= setTimeout(() => abortInFlight.abort(earlyEnd), GRACE_MS).unref();
      }, ms).unref();
    },
    [Symbol.dispose]: () => {
      clearTimeout(graceTimer);
      clearTimeout(closingTimer);
      clearTimeout(limitTimer);
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
