import type { Comparison } from '../report/comparison.ts';
import type {
  CanaryReport,
  CheckReport,
  FleetReport,
  LoginReport,
  ReportDelta,
  ReportHead,
  ReportRun,
  Resumed,
  UndoReport,
  VerifiedReport,
  WarningDetail,
} from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Limit } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';

/** Everything known about a run except its rows: what is fixed at the start, and what the steps found out so far. */
export interface RunRecord extends RunSections {
  readonly toolVersion: string;
  readonly mode: Settings['mode'];
  readonly tenant: string | null;
  readonly run: ReportRun | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly failAbove: Limit;
}

/** The parts of the record that the steps fill in. */
export interface RunSections {
  readonly export: ReportHead['export'];
  readonly mapping: ReportHead['mapping'];
  readonly planDigest: string | null;
  readonly warnings: ReportHead['warnings'];
  /** The first rows with each warning, by code; a warning that is not about rows has none. */
  readonly firstWarnings: { readonly [code: string]: WarningDetail['rows'] };
  /** Null until the whole export has been read. */
  readonly rowsRead: number | null;
  readonly resumed: Resumed | null;
  readonly delta: ReportDelta | null;
  /** True when rows are left unsent on purpose. */
  readonly pilot: boolean;
  readonly comparison: Comparison | null;
  readonly passwords?: ReportHead['passwords'];
  readonly statuses?: ReportHead['statuses'];
  readonly arrivals?: ReportHead['arrivals'];
  readonly samples?: ReportHead['samples'];
  readonly leftOut?: ReportHead['leftOut'];
  readonly unread?: ReportHead['unread'];
  readonly check?: CheckReport;
  readonly verified?: VerifiedReport;
  readonly canary?: CanaryReport;
  readonly login?: LoginReport;
  /** Which accounts the run changes besides its rows; only set when it may. */
  readonly changes?: 'missing' | 'undo';
  readonly undo?: Pick<UndoReport, 'from' | 'writtenAt' | 'unknownRows'>;
  readonly fleet?: FleetReport;
}

/** What a step returns. */
export interface StepResult {
  /** The step's part of the record. */
  readonly section: Partial<RunSections>;
  /** Why the run cannot go on after this step; null when it can. */
  readonly earlyEnd: EarlyEnd | null;
}

/** The record of a run before its first step. `startedAt`: milliseconds since 1970. */
export function emptyRecord(
  settings: Settings,
  toolVersion: string,
  run: ReportRun | null,
  startedAt: number,
): RunRecord {
  const { mode, failAbove } = settings;
  return {
    ...{ toolVersion, mode, tenant: tenantName(settings), run, startedAt, failAbove },
    export: { files: [], rows: 0 },
    mapping: null,
    planDigest: null,
    warnings: {},
    firstWarnings: {},
    rowsRead: null,
    resumed: null,
    delta: null,
    pilot: false,
    comparison: null,
  };
}

/** The tenant as reports and the digest name it: its origin, `sandbox`, or null. */
export function tenantName({ tenant }: Settings): string | null {
  return tenant?.kind === 'origin' ? tenant.origin : (tenant?.kind ?? null);
}
