import type { RequestSummary } from '../apply/request-stats.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type RuleLines, ruleLines } from '../mapping/file/rule-lines.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Totals } from '../plan/row.ts';
import type { Comparison } from '../report/comparison.ts';
import type {
  CanaryReport,
  CheckReport,
  ReportDelta,
  ReportHead,
  ReportRun,
  Resumed,
  VerifiedReport,
} from '../report/report-data.ts';
import { accountingError, type EarlyEnd, runOutcome } from '../report/run-outcome.ts';
import { allowed, type Limit, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';

/** What is known of a run besides its rows, written down as it becomes known: whoever closes the run may be another process. */
export interface Draft {
  readonly toolVersion: string;
  readonly mode: Settings['mode'];
  readonly tenant: string | null;
  readonly run: ReportRun | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly failAbove: Limit;
  export: ReportHead['export'];
  mapping: ReportHead['mapping'];
  planDigest: string | null;
  warnings: ReportHead['warnings'];
  /** Null until the whole export has been read. */
  rowsRead: number | null;
  resumed: Resumed | null;
  delta: ReportDelta | null;
  /** True when rows are left unsent on purpose. */
  pilot: boolean;
  comparison: Comparison | null;
  passwords?: ReportHead['passwords'];
  check?: CheckReport;
  verified?: VerifiedReport;
  canary?: CanaryReport;
}

export function startDraft(settings: Settings, toolVersion: string, run: ReportRun | null, startedAt: number): Draft {
  const { mode, failAbove } = settings;
  const tenant = tenantName(settings);
  const known = { toolVersion, mode, tenant, run, startedAt, failAbove };
  return {
    ...known,
    export: { files: [], rows: 0 },
    mapping: null,
    planDigest: null,
    warnings: {},
    rowsRead: null,
    resumed: null,
    delta: null,
    pilot: false,
    comparison: null,
  };
}

/** As reports and the digest name it: its origin, `sandbox`, or null. */
export function tenantName({ tenant }: Settings): string | null {
  return tenant?.kind === 'origin' ? tenant.origin : (tenant?.kind ?? null);
}

export function saveDraft(ledger: Ledger, draft: Draft): void {
  ledger.writeNote('draft', draft);
}

/** The draft that another process left in the ledger; undefined when it ended before it began. */
export function loadDraft(ledger: Ledger): Draft | undefined {
  return ledger.readNote('draft') as Draft | undefined;
}

/** Keeps how the requests went; cheap enough for every answer. */
export function saveRequests(ledger: Ledger, requests: RequestSummary): void {
  ledger.writeNote('requests', requests);
}

/** Keeps where the mapping's rules stand, so that what a rule could not make is shown at its line. */
export function saveRuleLines(ledger: Ledger, mapping: Mapping | null): void {
  ledger.writeNote('rule-lines', mapping === null ? {} : ruleLines(mapping));
}

/** Empty when there was no mapping, or it could not be read. */
export function loadRuleLines(ledger: Ledger): RuleLines {
  return (ledger.readNote('rule-lines') as RuleLines | undefined) ?? {};
}

const NO_REQUESTS: RequestSummary = {
  batches: 0,
  sent: 0,
  retried: 0,
  byStatus: {},
  latencyMs: { p50: 0, p95: 0, max: 0 },
  limits: [],
  timeline: null,
};

/**
 * Gives every open row its outcome, checks that the accounts add up, and makes the head of the report, which the ledger keeps:
 * whoever has to publish it again says the same.
 */
export function closeRun(ledger: Ledger, draft: Draft, stopped: EarlyEnd | null, finishedAt: number): ReportHead {
  const head = close(ledger, draft, stopped, finishedAt);
  ledger.writeNote('closed', head);
  return head;
}

/** The head of a run that was closed; undefined when it ended before that. */
export function loadClosed(ledger: Ledger): ReportHead | undefined {
  return ledger.readNote('closed') as ReportHead | undefined;
}

function close(ledger: Ledger, draft: Draft, stopped: EarlyEnd | null, finishedAt: number): ReportHead {
  if (draft.mode === 'apply') closeOpenRows(ledger, stopped);
  const totals = ledger.totals();
  const wrong = accountingError(totals, draft.rowsRead ?? totals.rows);
  const stop: EarlyEnd | null = wrong === null ? stopped : { outcome: 'error', message: wrong };
  const outcome = runOutcome(totals, allowed(draft.failAbove, totals.rows), stop, draft.pilot);
  return {
    version: 1,
    tool: { name: 'cidaas-migrate', version: draft.toolVersion },
    mode: draft.mode,
    outcome,
    tenant: draft.tenant,
    run: draft.run,
    export: { ...draft.export, rows: totals.rows },
    mapping: draft.mapping,
    planDigest: draft.planDigest,
    startedAt: new Date(draft.startedAt).toISOString(),
    finishedAt: new Date(finishedAt).toISOString(),
    durationMs: finishedAt - draft.startedAt,
    totals,
    skippedBy: ledger.skippedBy(),
    warnings: draft.warnings,
    requests: (ledger.readNote('requests') as RequestSummary | undefined) ?? NO_REQUESTS,
    reason: stop?.message ?? (outcome === 'failed' ? whyFailed(totals, draft.failAbove) : null),
    resumed: draft.resumed,
    delta: draft.delta,
    comparison: draft.comparison,
    ...(draft.passwords !== undefined && { passwords: draft.passwords }),
    ...(draft.verified !== undefined && { verified: draft.verified }),
    ...(draft.check !== undefined && { check: draft.check }),
    ...(draft.canary !== undefined && { canary: draft.canary }),
  };
}

/** Nothing stopped the run, and yet it did not succeed. */
function whyFailed({ invalid, failed, unknown, unsent, rows }: Totals, limit: Limit): string {
  const bad = invalid + failed + unknown;
  return bad > allowed(limit, rows)
    ? `${bad} of ${rows} rows ended invalid, failed or unknown, more than fail-above (${limitText(limit)}) allows.`
    : `${unsent} of ${rows} rows never reached the tenant.`;
}

function closeOpenRows(ledger: Ledger, stop: EarlyEnd | null): void {
  const why = stop === null ? 'The run ended before this row was sent.' : 'The run stopped before this row was sent.';
  const again = 'Run the same export again: it continues with what is not settled.';
  ledger.closeOpenRows(
    { code: 'unsent', field: null, message: why, hint: again },
    { code: 'unanswered', field: null, message: 'Sent, but the run ended before a usable answer came.', hint: again },
  );
}
