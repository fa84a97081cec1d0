import { createInterface } from 'node:readline';
import type { Questions } from '../init/decide.ts';
import type { LogStream } from '../runtime/log-stream.ts';
import { untilStopped } from '../runtime/until-stopped.ts';

/** The part of a terminal that is asked on. */
export interface TerminalInput extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
}

/** Asks on a terminal. Null when input or output is not a terminal: then nobody can answer. */
export function terminalQuestions(input: TerminalInput, output: LogStream): (Questions & Disposable) | null {
  if (input.isTTY !== true || output.isTTY !== true) return null;
  // Without an output the terminal itself echoes and edits, and Ctrl-C stays a signal of the process.
  const asked = createInterface({ input });
  // An iterator keeps the lines that are typed before they are asked for.
  const lines = asked[Symbol.asyncIterator]();
  return {
    show: (text) => void output.write(`${text}\n`),
    async ask(question, stop) {
      output.write(question);
      const { done, value } = await untilStopped(lines.next(), stop);
      return done === true ? null : value.trim();
    },
    [Symbol.dispose]: () => asked.close(),
  };
}
