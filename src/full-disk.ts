/** SQLite's code for "database or disk is full". */
const SQLITE_FULL = 13;

/** Whether something could not be written because there is no room left: no bug, and no fault of the input. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (code === 'ENOSPC' || code === 'EDQUOT' || errcode === SQLITE_FULL) return true;
  return isDiskFull(error.cause);
}
