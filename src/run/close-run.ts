import type { RequestSummary } from '../apply/request-stats.ts';
import { AccountChanges } from '../ledger/account-changes.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Totals } from '../plan/row.ts';
import type { ReportHead } from '../report/report-data.ts';
import { accountingError, type EarlyEnd, type OpenChanges, runOutcome } from '../report/run-outcome.ts';
import { allowed, limitText } from '../settings/limit.ts';
import { counted } from '../text/number-text.ts';
import { changesError, missingReport, undoReport } from './change-report.ts';
import { closeOpenChanges } from './change-step.ts';
import { hasSendingStarted, loadRequests, saveClosedHead } from './run-notes.ts';
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
  if (record.mode === 'apply' || (record.mode === 'undo' && hasSendingStarted(ledger)))
    closeOpenChanges(ledger, earlyEnd === null ? 'ended' : 'stopped');
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
  const changes = new AccountChanges(ledger);
  const changed = changes.totals();
  const wrong = accountingError(totals, record.rowsRead ?? totals.rows) ?? changesError(changed);
  const earlyEnd: EarlyEnd | null = wrong === null ? stopped : { outcome: 'error', message: wrong };
  const open = record.mode === 'plan' ? NO_CHANGES : changed;
  // A run that takes another back has accounts and no rows.
  const maxFailed = allowed(record.failAbove, Math.max(totals.rows, changed.total));
  const outcome = runOutcome(totals, open, maxFailed, earlyEnd, record.pilot);
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
    reason:
      earlyEnd?.message ??
      (outcome === 'failed' ? whyFailed(totals, open, maxFailed, limitText(record.failAbove)) : null),
    resumed: record.resumed,
    delta: record.delta,
    comparison: record.comparison,
    ...(record.passwords !== undefined && { passwords: record.passwords }),
    ...(record.statuses !== undefined && { statuses: record.statuses }),
    ...warningsDetail(record),
    ...(record.arrivals !== undefined && { arrivals: record.arrivals }),
    ...(record.samples !== undefined && { samples: record.samples }),
    ...(record.leftOut !== undefined && { leftOut: record.leftOut }),
    ...(record.unread !== undefined && { unread: record.unread }),
    ...(record.verified !== undefined && { verified: record.verified }),
    ...(record.check !== undefined && { check: record.check }),
    ...(record.canary !== undefined && { canary: record.canary }),
    ...(record.login !== undefined && { login: record.login }),
    ...(record.changes === 'missing' && { missing: missingReport(changes) }),
    ...(record.undo !== undefined && { undo: undoReport(changes, record.undo) }),
    ...(record.fleet !== undefined && { fleet: record.fleet }),
  };
}

function warningsDetail({ warnings, firstWarnings }: RunRecord): Pick<ReportHead, 'warningsDetail'> {
  const all = Object.entries(warnings).map(([code, count]) => ({ code, count, rows: firstWarnings[code] ?? [] }));
  return all.length === 0 ? {} : { warningsDetail: all };
}

/** The reason of a run that reached its end and failed because of its rows or accounts. */
function whyFailed(
  { invalid, failed, unknown, unsent, rows }: Totals,
  changed: OpenChanges,
  maxFailed: number,
  limit: string,
): string {
  const bad = invalid + failed + unknown;
  const open = changed.failed + changed.unknown;
  if (bad + open > maxFailed) {
    const what = [
      ...(bad > 0 || open === 0 ? [`${bad} of ${rows} rows ended invalid, failed or unknown`] : []),
      ...(open > 0 ? [`${counted(open, 'account')} to be changed ended failed or unknown`] : []),
    ];
    return `${what.join(', and ')}, more than fail-above (${limit}) allows.`;
  }
  return changed.unsent === 0
    ? `${unsent} of ${rows} rows never reached the tenant.`
    : `${counted(changed.unsent, 'account')} ${changed.unsent === 1 ? 'was' : 'were'} not changed; the report says why.`;
}

const NO_CHANGES: OpenChanges = { failed: 0, unknown: 0, unsent: 0 };

function settleOpenRows(ledger: Ledger, earlyEnd: EarlyEnd | null): void {
  const verb = earlyEnd === null ? 'ended' : 'stopped';
  const again = 'run the same export again: it continues with what is not settled.';
  // The reason of the run would stop the next one as well.
  const isStopped = earlyEnd?.outcome === 'aborted' || earlyEnd?.outcome === 'error';
  const hint = isStopped ? `Remove the reason why the run stopped (see its end), then ${again}` : `R${again.slice(1)}`;
  ledger.closeOpenRows(
    { code: 'unsent', field: null, message: `The run ${verb} before this row was sent.`, hint },
    { code: 'unanswered', field: null, message: 'Sent, but the run ended before a usable answer arrived.', hint },
  );
}
