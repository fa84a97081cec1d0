import type { Problem } from '../source/record.ts';
import type { Identifiers } from '../user/cidaas-user.ts';

/** What became of a row at the end; see the contract. `planned` is an end only in `mode: plan`. */
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

/** A row as the plan decides it. `body` is there exactly when the row is `planned`. */
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
  /** None when it is left out. */
  readonly identifiers?: Identifiers;
}

/** What became of a row that was sent. */
export interface Settlement {
  readonly row: number;
  readonly outcome: 'created' | 'updated' | 'failed' | 'unknown' | 'unsent';
  readonly sub?: string | null;
  readonly reason?: Problem;
}

/** A row of the export as the ledger remembers it and the report shows it. Identifiers are unmasked here. */
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
  /** The sub that the tenant answered with, or that was sent. */
  readonly sub: string | null;
  readonly identifiers: Identifiers;
  /** Requests in which this row was sent. */
  readonly attempts: number;
  readonly duplicateOf: number | null;
}

export type Totals = { readonly [outcome in Outcome]: number } & { readonly rows: number };
