import { logLine } from '../text/escape.ts';
import { MIN_SECRET_LENGTH } from '../text/secret-finder.ts';

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

/** The part of a stream that a log needs. */
export interface LogStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** The log of the command line: progress and facts on `out`, what needs attention on `err`. */
export function consoleLog(out: LogStream, err: LogStream): Log {
  const secrets = new Set<string>();
  function write(stream: LogStream, prefix: string, message: string): void {
    // Longest first: otherwise part of a secret that contains another one would stay readable.
    const known = [...secrets].sort((a, b) => b.length - a.length);
    const safe = known.reduce((text, secret) => text.replaceAll(secret, '***'), message);
    // Clears a progress line.
    stream.write(`${stream.isTTY === true ? '\r\u001b[2K' : ''}${prefix}${logLine(safe)}\n`);
  }
  return {
    info: (message) => write(out, '', message),
    notice: (message) => write(err, 'note: ', message),
    warning: (message) => write(err, 'warning: ', message),
    error: (message) => write(err, 'error: ', message),
    secret: (value) => {
      for (const part of [value, ...value.split(/\r?\n/)])
        if (part.trim().length >= MIN_SECRET_LENGTH) secrets.add(part.trim());
    },
  };
}
