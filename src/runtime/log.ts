import { logLine } from '../text/escape.ts';
import { MIN_SECRET_LENGTH } from '../text/secret-finder.ts';
import type { LogStream } from './log-stream.ts';
import { type Paint, PLAIN, type TextStyle } from './terminal-style.ts';

/** The log of a run. A message is one line; control characters are escaped. */
export interface Log {
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  /** Masks a secret of at least 8 characters in all later messages, including each such line of a secret with several lines. */
  secret(value: string): void;
}

/** Logs nothing. */
export const SILENT_LOG: Log = {
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  secret: () => undefined,
};

/** How a run ended, for the colour of the line that reports it: as hoped, not, or stopped before its end. */
export type VerdictTone = 'good' | 'bad' | 'stopped';

/** The log of the command. */
export interface ConsoleLog extends Log {
  /** How the run ended, in colour. A quiet log prints it on `err`, and only when the run did not end well. */
  verdict(message: string, tone: VerdictTone): void;
  /** The text without the secrets that are known so far. */
  readonly mask: (text: string) => string;
}

export interface ConsoleLogOptions {
  readonly paintOut: Paint;
  readonly paintErr: Paint;
  /** `quiet`: only errors, and a verdict that is not good. */
  readonly isQuiet: boolean;
  /** What each line begins with, such as the time; null: nothing. */
  readonly stamp: (() => string) | null;
}

const PLAIN_LOG: ConsoleLogOptions = { paintOut: PLAIN, paintErr: PLAIN, isQuiet: false, stamp: null };
const TONES: { readonly [tone in VerdictTone]: TextStyle } = { good: 'green', bad: 'red', stopped: 'yellow' };

/** The log of the command line: progress and facts on `out`, what needs attention on `err`. */
export function consoleLog(out: LogStream, err: LogStream, options: Partial<ConsoleLogOptions> = {}): ConsoleLog {
  const { paintOut, paintErr, isQuiet, stamp } = { ...PLAIN_LOG, ...options };
  const secrets = new Set<string>();
  function mask(text: string): string {
    // Longest first: otherwise part of a secret that contains another one would stay readable.
    const known = [...secrets].sort((a, b) => b.length - a.length);
    return known.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  }
  function write(stream: LogStream, message: string, finish: (safe: string) => string): void {
    const paint = stream === out ? paintOut : paintErr;
    const begin = stamp === null ? '' : `${paint(['dim'], stamp())} `;
    // Clears a progress line.
    stream.write(`${stream.isTTY === true ? '\r\u001b[2K' : ''}${begin}${finish(logLine(mask(message)))}\n`);
  }
  const unlessQuiet = (log: (message: string) => void) => (isQuiet ? () => undefined : log);
  const labelled = (label: string, style: TextStyle) => (message: string) =>
    write(err, message, (safe) => `${paintErr(['bold', style], label)} ${safe}`);
  return {
    info: unlessQuiet((message) => write(out, message, (safe) => safe)),
    notice: unlessQuiet(labelled('note:', 'cyan')),
    warning: unlessQuiet(labelled('warning:', 'yellow')),
    error: labelled('error:', 'red'),
    verdict: (message, tone) => {
      if (isQuiet && tone === 'good') return;
      const paint = isQuiet ? paintErr : paintOut;
      write(isQuiet ? err : out, message, (safe) => paint(['bold', TONES[tone]], safe));
    },
    mask,
    secret: (value) => {
      for (const part of [value, ...value.split(/\r?\n/)])
        if (part.trim().length >= MIN_SECRET_LENGTH) secrets.add(part.trim());
    },
  };
}
