import { styleText } from 'node:util';
import type { LogStream } from './log-stream.ts';

export type TextStyle = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Styles a text that has been escaped. */
export type Paint = (styles: readonly TextStyle[], text: string) => string;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Whether what is written to a stream has colours: on a terminal, but not in CI, unless the environment decides it.
 * `FORCE_COLOR` comes before `NO_COLOR`, as in Node (https://nodejs.org/api/cli.html#force_color-1-2-3); an empty `NO_COLOR`
 * does not count (https://no-color.org).
 */
export function hasColours(stream: LogStream, env: Env): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return (env.NO_COLOR ?? '') === '' && isInteractive(stream, env);
}

/** Whether a person watches a stream on a terminal that can move its cursor. */
export function isInteractive(stream: LogStream, env: Env): boolean {
  return stream.isTTY === true && (env.CI ?? '') === '' && env.TERM !== 'dumb';
}

/** Leaves texts as they are. */
export const PLAIN: Paint = (_, text) => text;

export function paintFor(stream: LogStream, env: Env): Paint {
  if (!hasColours(stream, env)) return PLAIN;
  return (styles, text) => styleText([...styles], text, { validateStream: false });
}
