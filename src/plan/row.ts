import type { Problem } from '../source/record.ts';
import type { Identifiers } from '../user/cidaas-user.ts';

/** The final outcome of a row. `planned` is final only in `mode: plan`. */
export const OUTCOMES = [
  'created',
  'updated',
  'unchanged',
  'skipped',
  'invalid',
  'duplicate',
  'failed',
  'unknown',
  'unsent',
  'planned',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The decision of the plan for a row. `body` is present exactly when the row is `planned`. */
export interface PlannedRow {
  readonly row: number;
  readonly file: number;
  readonly line: number;
  readonly outcome: 'planned' | 'unchanged' | 'skipped' | 'invalid';
  readonly body?: string;
  /** Fingerprint of the complete user, if a state is kept. */
  readonly fingerprint?: string | null;
  /** Hashes of the identity keys, below 2^53; only for planned rows. */
  readonly keys?: readonly number[];
  readonly reason?: Problem;
  /** Only for planned rows. */
  readonly warnings?: readonly Problem[];
  /** `userStatus` of the user; only for planned rows. */
  readonly status?: string;
  /** Absent if the row has none. */
  readonly identifiers?: Identifiers;
}

/** The outcome of a row that was sent. */
export interface Settlement {
  readonly row: number;
  readonly outcome: 'created' | 'updated' | 'failed' | 'unknown' | 'unsent';
  readonly sub?: string | null;
  readonly reason?: Problem;
}

/** A row of the export as stored in the ledger and shown in the report. Identifiers are not masked here. */
export interface LedgerRow {
  readonly row: number;
  /** Index into the export's files. */
  readonly file: number;
  readonly line: number;
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly field: string | null;
  readonly message: string | null;
  readonly hint: string | null;
  /** The sub that the tenant returned, or that was sent. */
  readonly sub: string | null;
  readonly identifiers: Identifiers;
  /** Requests in which this row was sent. */
  readonly attempts: number;
  readonly duplicateOf: number | null;
}

/** A row with one of its warnings: `code`, `field`, `message` and `hint` are those of the warning, everything else of the row. */
export interface WarningRow extends LedgerRow {
  readonly code: string;
}

/** All warnings of a run's rows. */
export interface WarningList {
  /** In row order, read as they are consumed. */
  readonly rows: () => Iterable<WarningRow>;
  /** How many there are of each code; a row may have several of one. */
  readonly byCode: { readonly [code: string]: number };
}

export type Totals = { readonly [outcome in Outcome]: number } & { readonly rows: number };
