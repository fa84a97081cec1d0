import type { Problem } from '../source/record.ts';

/**
 * The way of one record to a user, as a report may show it: every value is masked already. Values are texts; of a list its
 * JSON.
 */
export interface Explanation {
  /** 1-based over the whole export. */
  readonly row: number;
  readonly file: string;
  readonly line: number;
  readonly cells: readonly ExplainedCell[];
  /** In the order in which they ran. */
  readonly rules: readonly ExplainedRule[];
  /** How the password hash is sent; null without one. */
  readonly password: string | null;
  readonly warnings: readonly Problem[];
  readonly decision: ExplainedDecision;
  /** The JSON as it would be sent; null for a row that is not sent. */
  readonly user: unknown;
}

/** A cell of a CSV file, or a value in a JSON record. */
export interface ExplainedCell {
  /** The column, or the path. */
  readonly name: string;
  /** Of a JSON record the line where the record starts. */
  readonly line: number;
  readonly value: string;
}

/** What a rule did. */
export interface ExplainedRule {
  readonly field: string;
  /** `mapping.yml:12`. */
  readonly at: string;
  /** False when the rule is not for this record. */
  readonly applies: boolean;
  /** Null when it read nothing. */
  readonly input: string | null;
  readonly steps: readonly { readonly name: string; readonly result: string | null }[];
  /** Null when the field is left out. */
  readonly result: string | null;
  /** The code of the problem when the value cannot be made. */
  readonly problem: string | null;
}

/** What the plan decides about a row by itself: only a whole plan finds duplicates. */
export interface ExplainedDecision {
  readonly outcome: 'planned' | 'skipped' | 'invalid' | 'unchanged';
  readonly code: string | null;
  readonly message: string | null;
  readonly hint: string | null;
  /** The status, and which rule gives it; null for a row that is not sent. */
  readonly status: { readonly name: string; readonly reason: string } | null;
}
