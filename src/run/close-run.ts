import type { RequestSummary } from '../apply/request-stats.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Totals } from '../plan/row.ts';
import type { ReportHead } from '../report/report-data.ts';
import { accountingError, type EarlyEnd, runOutcome } from '../report/run-outcome.ts';
import { allowed, type Limit, limitText } from '../settings/limit.ts';
import { loadRequests, saveClosedHead } from './run-notes.ts';
import type { RunRecord } from './run-record.ts';

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
 * Gives every open row its outcome, checks that the totals add up, and makes the head of the report. The head is saved in the
 * ledger: a second attempt to publish the report uses the same one. `finishedAt`: milliseconds since 1970.
 */
export function closeRun(ledger: Ledger, record: RunRecord, earlyEnd: EarlyEnd | null, finishedAt: number): ReportHead {
  if (record.mode === 'apply') settleOpenRows(ledger, earlyEnd);
  const head = reportHead(ledger, record, earlyEnd, finishedAt);
  saveClosedHead(ledger, head);
  return head;
}

/**
 * The head of a run whose state could not be stored: it does not succeed, since the next delta would be wrong without anybody
 * knowing. `why`: sentences.
 */
export function failForLostState(ledger: Ledger, head: ReportHead, why: string): ReportHead {
  const outcome = head.outcome === 'succeeded' ? 'failed' : head.outcome;
  const failed: ReportHead = { ...head, outcome, reason: head.reason === null ? why : `${head.reason}\n${why}` };
  saveClosedHead(ledger, failed);
  return failed;
}

function reportHead(ledger: Ledger, record: RunRecord, stopped: EarlyEnd | null, finishedAt: number): ReportHead {
  // The post step reads the machine's clock, which may have been set back since.
  const ended = Math.max(finishedAt, record.startedAt);
  const totals = ledger.totals();
  const wrong = accountingError(totals, record.rowsRead ?? totals.rows);
  const earlyEnd: EarlyEnd | null = wrong === null ? stopped : { outcome: 'error', message: wrong };
  const outcome = runOutcome(totals, allowed(record.failAbove, totals.rows), earlyEnd, record.pilot);
  return {
    version: 1,
    tool: { name: 'cidaas-migrate', version: record.toolVersion },
    mode: record.mode,
    outcome,
    tenant: record.tenant,
    run: record.run,
    export: { ...record.export, rows: totals.rows },
    mapping: record.mapping,
    planDigest: record.planDigest,
    startedAt: new Date(record.startedAt).toISOString(),
    finishedAt: new Date(ended).toISOString(),
    durationMs: ended - record.startedAt,
    totals,
    skippedBy: ledger.skippedBy(),
    warnings: record.warnings,
    requests: loadRequests(ledger) ?? NO_REQUESTS,
    reason: earlyEnd?.message ?? (outcome === 'failed' ? whyFailed(totals, record.failAbove) : null),
    resumed: record.resumed,
    delta: record.delta,
    comparison: record.comparison,
    ...(record.passwords !== undefined && { passwords: record.passwords }),
    ...(record.statuses !== undefined && { statuses: record.statuses }),
    ...(record.leftOut !== undefined && { leftOut: record.leftOut }),
    ...(record.unread !== undefined && { unread: record.unread }),
    ...(record.verified !== undefined && { verified: record.verified }),
    ...(record.check !== undefined && { check: record.check }),
    ...(record.canary !== undefined && { canary: record.canary }),
    ...(record.fleet !== undefined && { fleet: record.fleet }),
  };
}

/** The reason of a run that reached its end and failed because of its rows. */
function whyFailed({ invalid, failed, unknown, unsent, rows }: Totals, limit: Limit): string {
  const bad = invalid + failed + unknown;
  return bad > allowed(limit, rows)
    ? `${bad} of ${rows} rows ended invalid, failed or unknown, more than fail-above (${limitText(limit)}) allows.`
    : `${unsent} of ${rows} rows never reached the tenant.`;
}

function settleOpenRows(ledger: Ledger, earlyEnd: EarlyEnd | null): void {
  const verb = earlyEnd === null ? 'ended' : 'stopped';
  const hint = 'Run the same export again: it continues with what is not settled.';
  ledger.closeOpenRows(
    { code: 'unsent', field: null, message: `The run ${verb} before this row was sent.`, hint },
    { code: 'unanswered', field: null, message: 'Sent, but the run ended before a usable answer arrived.', hint },
  );
}
