import { count, duration } from '../text/number-text.ts';
import type { Log } from './log.ts';
import { type Progress, progressLine } from './progress-line.ts';

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
  const isDue = throttle(now, everyMs);
  const measure = sendingRate(now);
  return {
    planned: (rows) => {
      if (isDue()) log.info(`${count(rows)} rows planned`);
    },
    sent: (done, total, failed) => {
      measure.start();
      const isLast = done >= total;
      if (isDue(isLast)) log.info(progressLine(measure.progress(done, total, failed)));
    },
    waiting: (ms, code) => {
      // Always report a long wait: without a message the run seems to hang.
      if (isDue(ms >= everyMs)) log.info(waitingText(ms, code));
    },
  };
}

/** `Trying again in 5 s (tenant.503)` */
export function waitingText(ms: number, code: string): string {
  return `Trying again in ${duration(ms)} (${code})`;
}

/** Returns whether `everyMs` have passed since it last said so, or since the start. `always` makes it due. */
export function throttle(now: () => number, everyMs: number): (always?: boolean) => boolean {
  let nextAt = now() + everyMs;
  return (always = false) => {
    if (!always && now() < nextAt) return false;
    nextAt = now() + everyMs;
    return true;
  };
}

/** Measures how fast users are settled. Call `start` before the first user, and `progress` whenever it is shown. */
export function sendingRate(now: () => number): {
  readonly start: () => void;
  readonly progress: (done: number, total: number, failed: number) => Progress;
} {
  let samples: { at: number; done: number }[] = [];
  return {
    start: () => {
      if (samples.length === 0) samples.push({ at: now(), done: 0 });
    },
    progress: (done, total, failed) => {
      const at = now();
      samples = [...samples.filter((sample) => at - sample.at <= WINDOW_MS || sample === samples.at(-1)), { at, done }];
      const from = samples[0] ?? { at, done };
      const perSecond = at > from.at ? ((done - from.done) / (at - from.at)) * 1000 : 0;
      const msLeft = perSecond > 0 && done < total ? ((total - done) / perSecond) * 1000 : null;
      return { done, total, perSecond, failed, msLeft };
    },
  };
}
