import type { KeepResult, KeptFile } from './kept-file.ts';

/** Where states are stored between runs: as artifacts of earlier runs, or in a folder. */
export interface StateFiles {
  /**
   * Looks for the last state. `latest` asks only for what other runs stored under the usual name. At least everything that was
   * stored at `since` or later is listed (milliseconds since 1970); infinity asks for no more than is needed to find one.
   *
   * @throws NotFetched when there may be some that cannot be reached.
   */
  candidates(which: 'all' | 'latest', since: number): Promise<StateCandidates>;
  /**
   * A run as GitHub knows it; null where runs are not known.
   *
   * @throws NotFetched when GitHub cannot be asked.
   */
  runOf(runId: string): Promise<SealingRun | null>;
  /** Stores a new state. */
  put(path: string): Promise<KeepResult>;
}

export interface StateCandidates {
  /** Files that may be the last state, or know of it, newest first. */
  readonly files: readonly KeptFile[];
  /** Files whose bytes were deleted when their retention ended, newest first. */
  readonly expired: readonly Pick<KeptFile, 'name' | 'storedBy' | 'storedAt'>[];
  /** Everything that was stored since then is listed; 0: everything. */
  readonly listedSince: number;
  /** The highest sequence that the place remembers apart from the files; 0 for none. */
  readonly remembered: number;
}

/** The run that a state says it was written by. Times in milliseconds since 1970, of GitHub's clock. */
export interface SealingRun {
  readonly createdAt: number;
  /** The number of its last attempt. */
  readonly attempt: number;
  /** When that attempt began. */
  readonly attemptStartedAt: number;
}
