import type { RuleLines } from '../mapping/mapping.ts';

/** A line of a file of the repository; GitHub shows what is said about it beside that line. */
export interface Place {
  /** From the root of the repository, `/` between folders. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** What of a run lies in the repository. */
export interface Places {
  /** The mapping's path; null without one, or when it lies elsewhere. */
  readonly mapping: string | null;
  /** Where each field's rule stands in the mapping. */
  readonly ruleLines: RuleLines;
  /** The path of a file of the export; null when it was downloaded, lies elsewhere, or has no lines to show. */
  readonly exported: (name: string) => string | null;
}

/** Nothing lies in the repository. */
export const NO_PLACES: Places = { mapping: null, ruleLines: {}, exported: () => null };
