import { escapeJson } from '../text/escape.ts';
import type { IdentifierLevel, ReportHead, RunOutcome } from './report-data.ts';
import { shownHead } from './shown-head.ts';
import type { ShownRow } from './shown-row.ts';
import { inChunks } from './text-chunks.ts';

/** The rows of a report, read as they are consumed, each in row order. */
export interface ReportRows {
  readonly failures: Iterable<ShownRow>;
  readonly successes: Iterable<ShownRow>;
}

/**
 * `report.json` in chunks of about 64 KiB: the head indented, then one row per line, readable for people and for tools that
 * work on lines.
 */
export function reportJson(head: ReportHead, rows: ReportRows, level: IdentifierLevel): Generator<string> {
  return inChunks(pieces(head, rows, level));
}

/** `report.json` without its rows. */
export function reportHeadJson(head: ReportHead, level: IdentifierLevel): string {
  return escapeJson(JSON.stringify(inOrder(shownHead(head, level)), null, 2))
    .replace(PAIR, '[$1, $2]')
    .replace(BUCKET, (bucket) => bucket.replace(/\n\s+/g, ' '));
}

/** The same for a run that ended before it had a report. */
export function failedStartJson(outcome: RunOutcome, problems: readonly string[], version: string): string {
  const head = { version: 1, tool: { name: 'cidaas-migrate', version }, outcome, reason: problems.join('\n') };
  return escapeJson(JSON.stringify(head, null, 2));
}

function* pieces(head: ReportHead, rows: ReportRows, level: IdentifierLevel): Generator<string> {
  // The head ends with "\n}", which the rows replace.
  yield reportHeadJson(head, level).slice(0, -2);
  yield ',\n  "failures": [';
  yield* list(rows.failures, failure);
  yield '],\n  "successes": [';
  yield* list(rows.successes, success);
  yield ']\n}\n';
}

/** A pair of numbers on separate lines; JSON strings contain no line ends, so this never matches inside one. */
const PAIR = /\[\n\s+([\d.]+),\n\s+([\d.]+)\n\s+\]/g;

/** A bucket of the timeline, which is put on one line. */
const BUCKET = /\{\n\s+"ms": [^{}]*\}/g;

function* list(rows: Iterable<ShownRow>, entry: (row: ShownRow) => object): Generator<string> {
  let separator = '\n    ';
  for (const row of rows) {
    yield separator + escapeJson(JSON.stringify(entry(row)));
    separator = ',\n    ';
  }
  if (separator.startsWith(',')) yield '\n  ';
}

function failure({
  row,
  file,
  line,
  outcome,
  code,
  message,
  hint,
  field,
  user,
  attempts,
  duplicateOf,
}: ShownRow): object {
  return { row, file, line, outcome, code, message, hint, field, user, attempts, duplicateOf };
}

function success({ row, file, line, outcome, account, user }: ShownRow): object {
  return { row, file, line, outcome, sub: account, user };
}

/** The head with its keys in the order of the contract; additional keys come last. */
function inOrder(head: ReportHead): ReportHead {
  const {
    version,
    tool,
    mode,
    outcome,
    tenant,
    run,
    mapping,
    planDigest,
    startedAt,
    finishedAt,
    durationMs,
    ...others
  } = head;
  const { export: source, totals, skippedBy, warnings, requests, ...additions } = others;
  const plan = { version, tool, mode, outcome, tenant, run, export: source, mapping, planDigest };
  return { ...plan, startedAt, finishedAt, durationMs, totals, skippedBy, warnings, requests, ...additions };
}
