import type { Outcome } from './row.ts';
/** A row in one of two compared plans. `body` is the JSON text of its user, if it has one. */
export interface ComparedRow extends RowPlace {
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly field: string | null;
  /** For a skipped row the reason of the rule, otherwise a sentence. Never contains data of the user. */
  readonly message: string | null;
  readonly body: string | null;
}

/** Location of a row; numbers are 1-based. */
export interface RowPlace {
  readonly row: number;
  /** Name of the file. */
  readonly file: string;
  readonly line: number;
}
