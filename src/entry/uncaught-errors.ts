/**
 * Ends the process with `report` and `exitCode` when an error reaches nobody else, until disposed. Node would print its message as it is, and
 * the runner would carry out lines in it that look like commands.
 */
export function reportUncaughtErrors(report: (error: unknown) => Promise<void>, exitCode = 1): Disposable {
  const end = (error: unknown): void => void report(error).finally(() => process.exit(exitCode));
  process.once('uncaughtException', end);
  return { [Symbol.dispose]: () => void process.off('uncaughtException', end) };
}
