import type { RequestSummary } from '../apply/request-stats.ts';
import type { Finding } from '../check/finding.ts';
import type { CanaryFinding } from '../password/canary.ts';
import type { ArrivalCounts } from '../plan/arrivals.ts';
import type { LeftOutValue } from '../plan/left-out-values.ts';
import type { PasswordCount } from '../plan/password-counts.ts';
import type { Outcome, Totals } from '../plan/row.ts';
import type { FirstWarning } from '../plan/row-warnings.ts';
import type { SampleReason } from '../plan/sample-rows.ts';
import type { StatusCount } from '../plan/status-counts.ts';
import type { ExportFile } from '../source/record.ts';
import type { Comparison } from './comparison.ts';
import type { Explanation } from './explanation.ts';

/** How a run ended: the output `outcome`. */
export type RunOutcome = 'succeeded' | 'failed' | 'aborted' | 'cancelled' | 'error';

/**
 * Everything in `report.json` except its rows (`failures`, `successes`). The order of the keys is the order in the
 * file. Times are ISO 8601 in UTC, durations milliseconds, sizes bytes, hashes lower-case hex.
 */
export interface ReportHead {
  readonly version: 1;
  readonly tool: { readonly name: 'cidaas-migrate'; readonly version: string };
  readonly mode: 'plan' | 'apply' | 'check' | 'undo';
  readonly outcome: RunOutcome;
  /** Null in `mode: plan` without a tenant. */
  readonly tenant: string | null;
  /** Null outside Actions. */
  readonly run: ReportRun | null;
  readonly export: { readonly files: readonly ReportFile[]; readonly rows: number };
  /** Null without a mapping: the columns of the export have cidaas names. */
  readonly mapping: { readonly name: string; readonly sha256: string } | null;
  /** Null when the run ended before the plan was complete. */
  readonly planDigest: string | null;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
  readonly totals: Totals;
  /** Rows skipped by each `skip` rule, by the rule's reason. */
  readonly skippedBy: { readonly [reason: string]: number };
  /** Rows with each warning, by its code. */
  readonly warnings: { readonly [code: string]: number };
  readonly requests: RequestSummary;
  /** Why the run did not succeed: sentences, one per line. Null when it did. */
  readonly reason: string | null;
  /** The attempt that this run resumed; null when it started from the beginning. */
  readonly resumed: Resumed | null;
  /** What comparing with the last state found; null when no state is kept. */
  readonly delta: ReportDelta | null;
  /** What another mapping would do differently; null without `compare-mapping`. */
  readonly comparison: Comparison | null;
  /** How the passwords of the planned users are sent, the most frequent way first; only set when the mapping has hashes. */
  readonly passwords?: readonly PasswordCount[];
  /** The status of the planned users and which rule gives it; only set when there are planned users. */
  readonly statuses?: readonly StatusCount[];
  /** Where each of `warnings` is, in the same order; only set when there are any. */
  readonly warningsDetail?: readonly WarningDetail[];
  /** Values of planned users that were left out, unwrapped or not read, by place; only set when there are any. */
  readonly leftOut?: readonly LeftOutValue[];
  /** What the users of the export bring to cidaas, with masked names; only set when there are planned users. */
  readonly arrivals?: ArrivalCounts;
  /** Some users for a reviewer, from their cells to the JSON that is sent; only set in mode plan. */
  readonly samples?: readonly SampleUser[];
  /** Columns and keys of the export that no rule reads, most telling first; only set when there are any. */
  readonly unread?: readonly UnreadEntry[];
  /** What reading users back found; only set with `verify-sample`. */
  readonly verified?: VerifiedReport;
  /** What the comparison with the tenant's set-up found; only set when it was made. */
  readonly check?: CheckReport;
  /** What the check of the `password-canary` accounts found; only set with `password-canary`. */
  readonly canary?: CanaryReport;
  /** What became of missing users; only set with `missing-users: block` or `delete`. */
  readonly missing?: MissingReport;
  /** What became of the users of a run; only set in mode undo. */
  readonly undo?: UndoReport;
  /** What logins as these accounts showed; only set when there were any. */
  readonly login?: LoginReport;
  /** Who sent; only set with `queue-url`. */
  readonly fleet?: FleetReport;
}

/** The processes that sent users, the lead included, by name. */
export interface FleetReport {
  readonly workers: readonly {
    readonly name: string;
    readonly batches: number;
    readonly users: number;
    /** When its first and its last batch was settled, by the clock of the database: ISO 8601. */
    readonly from: string;
    readonly to: string;
  }[];
}

/** A kind of warning and the first rows that have it; `warnings.csv` lists all. */
export interface WarningDetail {
  readonly code: string;
  /** Rows, as in `warnings`. */
  readonly count: number;
  /** At most 20; none for a warning that is not about rows. */
  readonly rows: readonly FirstWarning[];
}

/** A user who represents others. */
export interface SampleUser extends Explanation {
  readonly why: SampleReason;
}

/** A column or key that no rule reads. At most 1,000 are listed. */
export interface UnreadEntry {
  readonly name: string;
  /** Records with a value, of those that were looked at. */
  readonly filled: number;
  readonly rows: number;
  /** Only set when it looks like the state of an account. */
  readonly accountState?: true;
}

/** How the export differs from the last state. Lists hold at most 1,000 entries; the counts include all. */
export interface ReportDelta {
  /** The name of the state; null when there was none. */
  readonly from: string | null;
  /** Users in the state. */
  readonly known: number;
  /** Planned rows whose users are not in the state, or are in it with other or with the same values. */
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Known users that are in no row of the export; `new` and `subs` are those that were not missing before. */
  readonly missing: { readonly total: number; readonly new: number; readonly subs: readonly string[] };
  /** Rows whose user has another sub in the state. */
  readonly subChanged: readonly number[];
  /** Rows of known users that the tenant created: it no longer had them. */
  readonly recreated: readonly number[];
}

/** What became of the missing users of a delta with `missing-users`. The counts add up to `total`. */
export interface MissingReport {
  readonly total: number;
  readonly blocked: number;
  /** Those that the tenant no longer had included. */
  readonly deleted: number;
  readonly failed: number;
  readonly unknown: number;
  readonly unsent: number;
  /** Only in mode plan. */
  readonly planned: number;
  /** At most 1,000, those that are not done first. */
  readonly users: readonly ChangedUser[];
}

/** What became of the users that a run had created. The counts add up to `total`. */
export interface UndoReport {
  /** The artifact or file that shows whom the run created, and when the run stored it (ISO 8601). */
  readonly from: string;
  readonly writtenAt: string;
  /** Users of that run without an outcome: they may exist, and are left. */
  readonly unknownRows: number;
  readonly total: number;
  /** Those that the tenant no longer had included. */
  readonly undone: number;
  /** Left, because somebody has used or changed the account. */
  readonly kept: number;
  readonly failed: number;
  readonly unknown: number;
  readonly unsent: number;
  /** Only when nothing was deleted. */
  readonly planned: number;
  /** At most 1,000, those that are not done first. */
  readonly users: readonly ChangedUser[];
}

/** What became of an account that was to be changed. */
export type ChangedOutcome = 'blocked' | 'deleted' | 'undone' | 'kept' | 'failed' | 'unknown' | 'unsent' | 'planned';

/** An account that was to be changed, and is in no row of the export. */
export interface ChangedUser {
  /** Null when it is not known, or may not be shown. */
  readonly sub: string | null;
  readonly outcome: ChangedOutcome;
  readonly code: string | null;
  readonly message: string | null;
  readonly hint: string | null;
}

/** Users that were read back after the import. */
export interface VerifiedReport {
  readonly asked: number;
  /** Compared field by field; of the others at most their existence could be checked. */
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
  /** Lines of the canary. `matched` is how many of their passwords match. */
  readonly accounts: number;
  readonly matched: number;
  readonly findings: readonly CanaryFinding[];
  /** What a match proves, in a sentence. */
  readonly proves: string;
}

/** Logins as accounts of the canary, before the other users were sent. Contains no identifier and no password. */
export interface LoginReport {
  readonly accounts: readonly LoginAccount[];
  /** Every algorithm of the plan. */
  readonly algorithms: readonly AlgorithmProof[];
}

export interface LoginAccount {
  /** 1-based line of the canary. */
  readonly line: number;
  readonly row: number;
  /** The `algorithmTypeId` that was sent. */
  readonly sentAs: string;
  readonly outcome: 'proved' | 'refused' | 'unproven';
  /** One sentence. */
  readonly message: string;
  /** Sentences; empty when there is nothing to do. */
  readonly hint: string;
}

export interface AlgorithmProof {
  readonly algorithm: string;
  readonly users: number;
  /** `offline`: an account of the canary matches, and no login proves it; `refused`: a login disproves it. */
  readonly proof: 'login' | 'offline' | 'none' | 'refused';
}

export interface CheckReport {
  /** What could be compared: `token`, `scope`, `fields`, `roles`, `groups`, `group types`. */
  readonly checked: readonly string[];
  /** Most severe first. */
  readonly findings: readonly Finding[];
}

/** Rows that an earlier attempt settled and that this run did not send again. */
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

/** A file of the export. */
export type ReportFile = Pick<ExportFile, 'name' | 'format' | 'encoding' | 'bytes' | 'sha256'>;

/** What `report-identifiers` allows to be shown of a user. */
export type IdentifierLevel = 'full' | 'masked' | 'none';

/** Rows with these outcomes are listed in `failures`; the names are part of the contract. */
export const FAILURE_OUTCOMES = [
  'invalid',
  'duplicate',
  'failed',
  'unknown',
  'unsent',
] as const satisfies readonly Outcome[];

/** Rows with these outcomes are listed in `successes`; `unchanged` and `skipped` rows are only counted. */
export function successOutcomes(mode: ReportHead['mode']): readonly Outcome[] {
  return mode === 'apply' || mode === 'undo' ? ['created', 'updated'] : ['planned'];
}
