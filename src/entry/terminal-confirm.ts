import { createInterface } from 'node:readline/promises';
import type { LogStream } from '../runtime/log.ts';

/** The part of a terminal that is asked on. */
interface TerminalInput extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
}

/**
 * Asks on a terminal; only `yes` or `y` agrees. Null when input or output is no terminal: then nobody can answer.
 */
export function terminalConfirm(
  input: TerminalInput,
  output: LogStream,
): ((question: string, stop: AbortSignal) => Promise<boolean>) | null {
  if (input.isTTY !== true || output.isTTY !== true) return null;
  return async (question, stop) => {
    output.write(question);
    // Without an output the terminal itself echoes and edits, and Ctrl-C stays a signal of the process.
    const asked = createInterface({ input });
    // A terminal that is closed gives no answer.
    const closed = new Promise<string>((resolve) => asked.once('close', () => resolve('')));
    try {
      const answer = await Promise.race([asked.question('', { signal: stop }), closed]);
      return /^\s*y(?:es)?\s*$/i.test(answer);
    } catch (error) {
      stop.throwIfAborted();
      throw error;
    } finally {
      asked.close();
    }
  };
}
