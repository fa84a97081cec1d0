import type { RuleLines } from '../mapping/mapping.ts';

/** A line of a file in the repository; GitHub shows an annotation next to it. */
export interface RepositoryLine {
  /** From the root of the repository, `/` between folders. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** Files of a run that are in the repository. */
export interface RepositoryFiles {
  /** The mapping's path; null without a mapping, or when it is elsewhere. */
  readonly mapping: string | null;
  /** The line of each field's rule in the mapping. */
  readonly ruleLines: RuleLines;
  /** The path of a file of the export; null when it was downloaded, is elsewhere, or is compressed or encrypted. */
  readonly exported: (name: string) => string | null;
}

/** No file is in the repository. */
export const NO_REPOSITORY_FILES: RepositoryFiles = { mapping: null, ruleLines: {}, exported: () => null };
