import type { RequestSummary } from '../apply/request-stats.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Mapping, RuleLines } from '../mapping/mapping.ts';
import type { ReportHead } from '../report/report-data.ts';
import type { RunRecord } from './run-record.ts';

/** What a run notes in its ledger besides the rows, so that another process can close and publish a run that was killed. */
const NOTES = {
  record: 'run-record',
  requests: 'requests',
  ruleLines: 'rule-lines',
  sendingStarted: 'sending',
  closedHead: 'closed',
} as const;

export function saveRunRecord(ledger: Ledger, record: RunRecord): void {
  ledger.writeNote(NOTES.record, record);
}

/** The record that another process left in the ledger; undefined when it ended before its first step. */
export function loadRunRecord(ledger: Ledger): RunRecord | undefined {
  return ledger.readNote(NOTES.record) as RunRecord | undefined;
}

/** Saves the request statistics; cheap enough to do after every answer. */
export function saveRequests(ledger: Ledger, requests: RequestSummary): void {
  ledger.writeNote(NOTES.requests, requests);
}

/** Undefined when nothing was sent. */
export function loadRequests(ledger: Ledger): RequestSummary | undefined {
  return ledger.readNote(NOTES.requests) as RequestSummary | undefined;
}

/** Saves the line of each rule in the mapping, so that the report can point to the rule that failed. */
export function saveRuleLines(ledger: Ledger, mapping: Mapping | null): void {
  ledger.writeNote(NOTES.ruleLines, mapping?.ruleLines ?? {});
}

/** Empty when there was no mapping, or it could not be read. */
export function loadRuleLines(ledger: Ledger): RuleLines {
  return (ledger.readNote(NOTES.ruleLines) as RuleLines | undefined) ?? {};
}

/**
 * Notes that the plan was accepted and rows may be sent from now on. By then everything that earlier attempts settled is in
 * this ledger, so a resume file made from it is complete.
 */
export function markSendingStarted(ledger: Ledger): void {
  ledger.writeNote(NOTES.sendingStarted, true);
}

export function hasSendingStarted(ledger: Ledger): boolean {
  return ledger.readNote(NOTES.sendingStarted) === true;
}

export function saveClosedHead(ledger: Ledger, head: ReportHead): void {
  ledger.writeNote(NOTES.closedHead, head);
}

/** The report head of a run that was closed; undefined when it ended before that. */
export function loadClosedHead(ledger: Ledger): ReportHead | undefined {
  return ledger.readNote(NOTES.closedHead) as ReportHead | undefined;
}
