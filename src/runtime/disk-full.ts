/** SQLite's code for "database or disk is full". */
const SQLITE_FULL = 13;

/** The message of an error; for a full disk, also what to do. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!isFullError(error)) return message;
  return `The disk is full (${message}). Free some space or use a machine with a larger disk, then run again.`;
}

/** Whether an error, or one of its causes, is a full disk. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && (isFullError(error) || isDiskFull(error.cause));
}

/** An error of the system or of SQLite itself, not one that wraps it. */
function isFullError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return code === 'ENOSPC' || code === 'EDQUOT' || errcode === SQLITE_FULL;
}
