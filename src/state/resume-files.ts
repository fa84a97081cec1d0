import type { KeepResult, KeptFile } from './kept-file.ts';

/** Where resume files are stored between runs: as artifacts of the run, or in a folder. */
export interface ResumeFiles {
  /** True when files are stored one after the other; false when a new one takes the place of the one before. */
  readonly keepsPieces: boolean;
  /**
   * The files to continue from, newest first; null when there is none.
   *
   * @throws NotFetched when there may be one that cannot be reached, or the run that was named has none.
   */
  find(): Promise<readonly KeptFile[] | null>;
  /**
   * Stores new files, then deletes those that they contain. `isFinal`: the run has ended; otherwise it is still sending and will
   * store others.
   */
  put(paths: readonly string[], isFinal: boolean, contained: ContainedFiles): Promise<PutResult>;
  /** The run is taken back now: where that can be prevented, no later run continues it. */
  retire?(): Promise<void>;
}

/** Resume files of which a new one has everything. */
interface ContainedFiles {
  /** Files of `find`. */
  readonly found: readonly KeptFile[];
  /** What this run stored itself while it was sending, as `put` named it. */
  readonly own: readonly string[];
}

/** `name`: what is stored, for `ContainedFiles`; where files have names. */
type PutResult = KeepResult & { readonly name?: string };
