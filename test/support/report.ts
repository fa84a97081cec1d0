import type { Comparison } from '../../src/report/comparison.ts';
import type {
  CanaryReport,
  CheckReport,
  FleetReport,
  LoginReport,
  MissingReport,
  ReportDelta,
  ReportHead,
  UndoReport,
  VerifiedReport,
} from '../../src/report/report-data.ts';

/** The parts of `report.json` that tests look at. */
export interface Report {
  readonly outcome: string;
  readonly tenant: string | null;
  readonly planDigest: string | null;
  readonly durationMs: number;
  readonly reason: string | null;
  readonly delta: ReportDelta | null;
  readonly comparison: Comparison | null;
  readonly verified?: VerifiedReport;
  readonly check?: CheckReport;
  readonly canary?: CanaryReport;
  readonly login?: LoginReport;
  readonly missing?: MissingReport;
  readonly undo?: UndoReport;
  readonly fleet?: FleetReport;
  readonly passwords?: ReportHead['passwords'];
  readonly statuses?: ReportHead['statuses'];
  readonly warningsDetail?: ReportHead['warningsDetail'];
  readonly arrivals?: ReportHead['arrivals'];
  readonly samples?: ReportHead['samples'];
  readonly leftOut?: ReportHead['leftOut'];
  readonly resumed: { readonly from: string; readonly rows: number } | null;
  readonly totals: { readonly [outcome: string]: number };
  readonly warnings: { readonly [code: string]: number };
  readonly unread?: readonly {
    readonly name: string;
    readonly filled: number;
    readonly rows: number;
    readonly accountState?: true;
  }[];
  readonly skippedBy: { readonly [reason: string]: number };
  readonly requests: {
    readonly sent: number;
    readonly batches: number;
    readonly retried: number;
    readonly byStatus: { readonly [status: string]: number };
    readonly timeline: {
      readonly buckets: readonly { readonly settled: number; readonly requests: number }[];
    } | null;
  };
  readonly export: {
    readonly files: readonly { readonly name: string; readonly format: string; readonly encoding: string }[];
    readonly rows: number;
  };
  readonly failures: readonly ReportedFailure[];
  readonly successes: readonly {
    readonly row: number;
    readonly file: string;
    readonly line: number;
    readonly outcome: string;
    readonly sub: string | null;
    readonly user: { readonly [name: string]: string };
  }[];
}

interface ReportedFailure {
  readonly row: number;
  readonly file: string;
  readonly line: number;
  readonly outcome: string;
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly hint: string;
  readonly user: { readonly [name: string]: string };
  readonly attempts: number;
  readonly duplicateOf: number | null;
}
