import type { Finding } from '../check/finding.ts';
import type { CanaryFinding } from '../password/canary.ts';
import type { PasswordCount } from '../plan/password-counts.ts';
import type { Outcome, Totals } from '../plan/row.ts';
import type { Comparison } from './comparison.ts';

/** How a run ended, as the output `outcome` says it. */
export type RunOutcome = 'succeeded' | 'failed' | 'aborted' | 'cancelled' | 'error';

/**
 * Everything that `report.json` says except its rows (`failures`, `successes`). The order of the keys is the order in the
 * file. Times are ISO 8601 in UTC, durations milliseconds, sizes bytes, hashes lower-case hex.
 */
export interface ReportHead {
  readonly version: 1;
  readonly tool: { readonly name: 'cidaas-migrate'; readonly version: string };
  readonly mode: 'plan' | 'apply' | 'check';
  readonly outcome: RunOutcome;
  /** Null in `mode: plan` without a tenant. */
  readonly tenant: string | null;
  /** Null outside Actions. */
  readonly run: ReportRun | null;
  readonly export: { readonly files: readonly ReportFile[]; readonly rows: number };
  /** Null when the export's columns bear cidaas names and no mapping was given. */
  readonly mapping: { readonly name: string; readonly sha256: string } | null;
  /** Null when the run ended before the plan was complete. */
  readonly planDigest: string | null;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
  readonly totals: Totals;
  /** Rows that each `skip` rule left out, by the rule's reason. */
  readonly skippedBy: { readonly [reason: string]: number };
  /** Rows that each warning is about, by its code. */
  readonly warnings: { readonly [code: string]: number };
  readonly requests: ReportRequests;
  /** Why the run ended otherwise than `succeeded`: sentences, one a line. */
  readonly reason: string | null;
  /** The attempt that this run continued, null when it began from nothing. */
  readonly resumed: Resumed | null;
  /** What comparing with the last state found; null when no state is kept. */
  readonly delta: ReportDelta | null;
  /** What another mapping would do differently; null when none was named (`compare-mapping`). */
  readonly comparison: Comparison | null;
  /** How the passwords of the planned users go to cidaas, the most frequent way first; only there when the mapping has hashes. */
  readonly passwords?: readonly PasswordCount[];
  /** What reading users back found; only there when `verify-sample` asked for it. */
  readonly verified?: VerifiedReport;
  /** What the comparison with the tenant's set-up found; only there when it was made. */
  readonly check?: CheckReport;
  /** What became of the accounts of `password-canary`; only there when it was given. */
  readonly canary?: CanaryReport;
}

/** How the export differs from the last state. Lists hold at most 1,000 entries, the counts are whole. */
export interface ReportDelta {
  /** The state; null when there was none. */
  readonly from: string | null;
  /** Users that it knows. */
  readonly known: number;
  /** Planned rows by what the state says of their users. */
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Known users that stand in no row of the export, and those that did not before; `subs` are of the latter. */
  readonly missing: { readonly total: number; readonly new: number; readonly subs: readonly string[] };
  /** Rows whose user the state knows under another sub. */
  readonly subChanged: readonly number[];
  /** Rows of known users that the tenant answered as created: it had lost them. */
  readonly recreated: readonly number[];
}

/** Users that were read back after the import. */
export interface VerifiedReport {
  readonly asked: number;
  /** Compared field by field; the others could only be asked after, or not even that. */
  readonly compared: number;
  readonly same: number;
  readonly missing: number;
  /** How often each field differed, by dotted path. */
  readonly fields: { readonly [field: string]: number };
  /** The first rows that differed. */
  readonly rows: readonly { readonly row: number; readonly fields: readonly string[] }[];
  /** Why users could not be compared; null when they could. */
  readonly unread: string | null;
}

export interface CanaryReport {
  /** Lines of the canary, and how many of their passwords match. */
  readonly accounts: number;
  readonly matched: number;
  readonly findings: readonly CanaryFinding[];
  /** What a match proves, for people. */
  readonly proves: string;
}

export interface CheckReport {
  /** What could be compared: `token`, `scope`, `fields`, `roles`, `groups`, `group types`. */
  readonly checked: readonly string[];
  /** Gravest first. */
  readonly findings: readonly Finding[];
}

/** Rows that an earlier attempt settled and that were not sent again. */
export interface Resumed {
  /** The resume artifact or file. */
  readonly from: string;
  readonly rows: number;
}

/** The workflow run, from the runner's environment. */
export interface ReportRun {
  readonly id: string;
  readonly attempt: number;
  readonly url: string;
  readonly repository: string;
  readonly event: string;
  readonly sha: string;
}

interface ReportFile {
  readonly name: string;
  readonly format: string;
  readonly encoding: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What the tenant was asked. `byStatus` counts answers by HTTP status (or `none` for requests without an answer). */
export interface ReportRequests {
  /** Batches that the planned rows were cut into. */
  readonly batches: number;
  readonly sent: number;
  readonly retried: number;
  readonly byStatus: { readonly [status: string]: number };
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly max: number };
  /** How many requests were allowed in flight: `[ms since the first, requests]` at each change, at most 1,000. */
  readonly limits: readonly (readonly [number, number])[];
  /** How sending went over time; null when nothing was sent. */
  readonly timeline: ReportTimeline | null;
}

/** Users and requests in buckets of equal width, at most 600; those in which nothing happened are left out. */
export interface ReportTimeline {
  /** When sending began. */
  readonly startedAt: string;
  readonly bucketMs: number;
  readonly buckets: readonly ReportBucket[];
}

/**
 * `ms` is where it begins, since the start; `settled` and `failed` are users; `requests` is how many ended in it, half of
 * them within `p50` ms, 95 % within `p95` (null when none ended).
 */
interface ReportBucket {
  readonly ms: number;
  readonly settled: number;
  readonly failed: number;
  readonly requests: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** What `report-identifiers` allows to be shown of a user. */
export type IdentifierLevel = 'full' | 'masked' | 'none';

/** Rows with these outcomes stand in `failures`; the contract names them. */
export const FAILURE_OUTCOMES = [
  'invalid',
  'duplicate',
  'failed',
  'unknown',
  'unsent',
] as const satisfies readonly Outcome[];

/** Rows with these outcomes stand in `successes`; the others that are no failure are only counted. */
export function successOutcomes(mode: ReportHead['mode']): readonly Outcome[] {
  return mode === 'apply' ? ['created', 'updated'] : ['planned'];
}
