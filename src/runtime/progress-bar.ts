import { count } from '../text/number-text.ts';
import type { LogStream } from './log-stream.ts';
import { progressLine } from './progress-line.ts';
import { type ProgressLog, sendingRate, throttle, waitingText } from './progress-log.ts';

/** The progress of a run on a terminal: one line that is overwritten in place. */
export interface ProgressBar extends ProgressLog {
  /** Leaves the line as it is; what is printed afterwards stays below it. */
  end(): void;
}

const EVERY_MS = 100;
const BAR_WIDTH = 24;
/** Below this width of the terminal the figures need all of it. */
const MIN_COLUMNS_FOR_BAR = 90;

/**
 * The library saves the place of the cursor and returns to it at the end: it would overwrite the lines of the log that were
 * printed meanwhile.
 */
function withoutJumps(stream: LogStream): LogStream {
  return {
    isTTY: stream.isTTY,
    get columns() {
      return stream.columns;
    },
    write: (text) => text === '\u001b7' || text === '\u001b8' || stream.write(text),
  };
}

/** Loads the library that draws the bar; a run that shows none does not need it. `now` in milliseconds. */
export async function progressBar(stream: LogStream, now: () => number): Promise<ProgressBar> {
  const { default: cliProgress } = await import('cli-progress');
  const isDue = throttle(now, EVERY_MS);
  const measure = sendingRate(now);
  const bar = new cliProgress.SingleBar({
    stream: withoutJumps(stream) as NodeJS.WritableStream,
    fps: 1000 / EVERY_MS,
    hideCursor: false,
    // Otherwise it turns wrapping off, and a process that is killed does not turn it on again.
    linewrap: true,
    // A signal ends the run cleanly, with its report.
    gracefulExit: false,
    format: ({ barCompleteString = '', barIncompleteString = '' }, { progress }, { text }) => {
      if ((stream.columns ?? 80) < MIN_COLUMNS_FOR_BAR) return text;
      const full = Math.floor(progress * BAR_WIDTH);
      return `${barCompleteString.slice(0, full)}${barIncompleteString.slice(0, BAR_WIDTH - full)} ${Math.floor(progress * 100)} % · ${text}`;
    },
    barsize: BAR_WIDTH,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  let text = '';
  function show(done: number, total: number): void {
    if (bar.isActive) bar.update(done, { text });
    else bar.start(total, done, { text });
  }
  return {
    planned: (rows) => {
      if (isDue()) stream.write(`\r\u001b[2K${count(rows)} rows planned`);
    },
    sent: (done, total, failed) => {
      measure.start();
      const isLast = done >= total;
      if (!isDue(isLast || !bar.isActive)) return;
      text = progressLine(measure.progress(done, total, failed));
      show(done, total);
      if (isLast) bar.stop();
    },
    waiting: (ms, code) => {
      if (!isDue(ms >= 1_000)) return;
      if (bar.isActive) bar.update({ text: `${text} · ${waitingText(ms, code)}` });
      else stream.write(`\r\u001b[2K${waitingText(ms, code)}`);
    },
    end: () => {
      if (bar.isActive) bar.stop();
      else stream.write('\r\u001b[2K');
    },
  };
}
