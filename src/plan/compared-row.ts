import type { Outcome } from './row.ts';
/** A row as one of two plans decided it. `body` is the JSON text of its user, if it has one. */
export interface ComparedRow extends RowPlace {
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly field: string | null;
  /** Of a skipped row the reason of the rule, of others a sentence. Never holds data of the user. */
  readonly message: string | null;
  readonly body: string | null;
}

/** Where people find a row; numbers are 1-based. */
export interface RowPlace {
  readonly row: number;
  /** The file's name. */
  readonly file: string;
  readonly line: number;
}
