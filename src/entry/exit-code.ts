import type { RunOutcome } from '../report/report-data.ts';

/**
 * The exit code of the command for each outcome; 130 is what a shell gives for Ctrl+C. The action exits with 1 whenever its
 * step has to fail.
 */
export const EXIT_CODES = { succeeded: 0, failed: 1, aborted: 2, error: 3, cancelled: 130 } as const satisfies {
  readonly [outcome in RunOutcome]: number;
};
