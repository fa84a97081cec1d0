import { createInterface } from 'node:readline/promises';

/** The part of a terminal that is asked on. */
interface TerminalInput extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
}

/**
 * Asks on a terminal; only `yes` or `y` agrees. Null when input or output is no terminal: then nobody can answer.
 */
export function terminalConfirm(
  input: TerminalInput,
  output: NodeJS.WritableStream & { readonly isTTY?: boolean },
): ((question: string, stop: AbortSignal) => Promise<boolean>) | null {
  if (input.isTTY !== true || output.isTTY !== true) return null;
  return async (question, stop) => {
    const asked = createInterface({ input, output });
    // A terminal that is closed gives no answer.
    const closed = new Promise<string>((resolve) => asked.once('close', () => resolve('')));
    // Ctrl-C reaches the terminal's line editor, not the process.
    asked.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    try {
      const answer = await Promise.race([asked.question(question, { signal: stop }), closed]);
      return /^\s*y(?:es)?\s*$/i.test(answer);
    } catch (error) {
      stop.throwIfAborted();
      throw error;
    } finally {
      asked.close();
    }
  };
}
