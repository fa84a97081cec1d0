import { logLine } from '../text/escape.ts';

/** Where everybody speaks. A message is one line: what could break out of it is shown as a visible escape. */
export interface Log {
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  /** Makes a secret unreadable in everything said from now on; of one with several lines each of them too. */
  secret(value: string): void;
}

/** Says nothing. Secrets cannot be told to it: who is silent needs no masks. */
export const SILENT_LOG: Log = {
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  secret: () => undefined,
};

/** As much of a stream as a log needs. */
export interface LogStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** The log of the command line: progress and facts on `out`, what needs attention on `err`. */
export function consoleLog(out: LogStream, err: LogStream): Log {
  const secrets = new Set<string>();
  function write(stream: LogStream, prefix: string, message: string): void {
    // Longest first: a secret that contains another must not leave its rest behind.
    const known = [...secrets].sort((a, b) => b.length - a.length);
    const safe = known.reduce((text, secret) => text.replaceAll(secret, '***'), message);
    // A progress line may stand where this one goes.
    stream.write(`${stream.isTTY === true ? '\r\u001b[2K' : ''}${prefix}${logLine(safe)}\n`);
  }
  return {
    info: (message) => write(out, '', message),
    notice: (message) => write(err, 'note: ', message),
    warning: (message) => write(err, 'warning: ', message),
    error: (message) => write(err, 'error: ', message),
    secret: (value) => {
      for (const part of [value, ...value.split(/\r?\n/)]) if (part.trim() !== '') secrets.add(part.trim());
    },
  };
}
