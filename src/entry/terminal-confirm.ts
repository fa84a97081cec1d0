import type { LogStream } from '../runtime/log-stream.ts';
import { type TerminalInput, terminalQuestions } from './terminal-questions.ts';

/**
 * Asks on a terminal; only `yes` or `y` agrees. Null when input or output is not a terminal: then nobody can answer.
 */
export function terminalConfirm(
  input: TerminalInput,
  output: LogStream,
): ((question: string, stop: AbortSignal) => Promise<boolean>) | null {
  if (input.isTTY !== true || output.isTTY !== true) return null;
  return async (question, stop) => {
    // Only now: a terminal that is read from keeps what is typed for the shell.
    using questions = terminalQuestions(input, output);
    return /^y(?:es)?$/i.test((await questions?.ask(question, stop)) ?? '');
  };
}
