import { count, duration } from '../text/number-text.ts';
import type { Log, LogStream } from './log.ts';
import { progressLine } from './progress-line.ts';

/** Shows the progress of a run; limits its own output, however often it is called. */
export interface ProgressLog {
  /** Rows of the export planned so far. */
  planned(rows: number): void;
  /** Settled users out of all planned users. */
  sent(done: number, total: number, failed: number): void;
  /** A request will be repeated after `ms`; `code` is the reason. */
  waiting(ms: number, code: string): void;
}

/** Shows nothing. */
export const NO_PROGRESS: ProgressLog = {
  planned: () => undefined,
  sent: () => undefined,
  waiting: () => undefined,
};

/** The rate covers the last minute, so that it reflects a tenant that slows down. */
const WINDOW_MS = 60_000;

/** Log lines, at most one every `everyMs`, and one at the end. `now` in milliseconds. */
export function progressLog(log: Pick<Log, 'info'>, now: () => number, everyMs = 5_000): ProgressLog {
  return throttled((line) => log.info(line), now, everyMs);
}

/** One line of a terminal, overwritten in place. */
export function terminalProgress(stream: LogStream, now: () => number, everyMs = 100): ProgressLog {
  return throttled((line, last) => stream.write(`\r\u001b[2K${line}${last ? '\n' : ''}`), now, everyMs);
}

function throttled(print: (line: string, last: boolean) => void, now: () => number, everyMs: number): ProgressLog {
  let nextAt = now() + everyMs;
  let samples: { at: number; done: number }[] = [];

  function due(last: boolean): boolean {
    if (!last && now() < nextAt) return false;
    nextAt = now() + everyMs;
    return true;
  }

  return {
    planned: (rows) => {
      if (due(false)) print(`${count(rows)} rows planned`, false);
    },
    sent: (done, total, failed) => {
      const at = now();
      if (samples.length === 0) samples.push({ at, done: 0 });
      const last = done >= total;
      if (!due(last)) return;
      samples = [...samples.filter((sample) => at - sample.at <= WINDOW_MS || sample === samples.at(-1)), { at, done }];
      const from = samples[0] ?? { at, done };
      const perSecond = at > from.at ? ((done - from.done) / (at - from.at)) * 1000 : 0;
      const msLeft = perSecond > 0 && !last ? ((total - done) / perSecond) * 1000 : null;
      print(progressLine({ done, total, perSecond, failed, msLeft }), last);
    },
    waiting: (ms, code) => {
      // Always report a long wait: without a message the run seems to hang.
      if (ms >= everyMs || due(false)) print(`Trying again in ${duration(ms)} (${code})`, false);
    },
  };
}
