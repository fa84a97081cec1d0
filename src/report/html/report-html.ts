import { PAGE_SCRIPT, PAGE_SCRIPT_HASH, PAGE_STYLE, PAGE_STYLE_HASH } from '../../generated/page-assets.ts';
import type { LedgerRow, WarningList } from '../../plan/row.ts';
import { counted, duration } from '../../text/number-text.ts';
import type { FailureGroup } from '../failure-tally.ts';
import { isRehearsal, REHEARSAL_NOTE, reportTitle } from '../rehearsal.ts';
import { FAILURE_OUTCOMES, type IdentifierLevel, type ReportHead, type RunOutcome } from '../report-data.ts';
import { arrivalsTable } from '../sections/arrivals-section.ts';
import { canaryTable } from '../sections/canary-section.ts';
import { checkTable } from '../sections/check-section.ts';
import { deltaList } from '../sections/delta-section.ts';
import { fleetTable } from '../sections/fleet-section.ts';
import { leftOutTable } from '../sections/left-out-section.ts';
import { loginTable } from '../sections/login-section.ts';
import { missingTable } from '../sections/missing-section.ts';
import { passwordTable } from '../sections/password-section.ts';
import { samplesHtml } from '../sections/sample-section.ts';
import { statusTable } from '../sections/status-section.ts';
import { undoTable } from '../sections/undo-section.ts';
import { unreadTable } from '../sections/unread-section.ts';
import { verifiedTable } from '../sections/verified-section.ts';
import { shownHead } from '../shown-head.ts';
import { type ShownRow, shownRow, shownWarning } from '../shown-row.ts';
import { inChunks } from '../text-chunks.ts';
import { allowedRows } from './page-allowance.ts';
import { comparisonHtml } from './page-comparison.ts';
import { counts, exportTable, facts, warningCounts } from './page-facts.ts';
import { PAGE_BOUNDS, type PageBounds, type PageListParts, pageList } from './page-list.ts';
import { outcomeTotals } from './page-outcomes.ts';
import { reasons } from './page-reasons.ts';
import { pageRow } from './page-row.ts';
import type { PageRow } from './page-rows.ts';
import { text } from './page-table.ts';
import { timelineSection } from './page-timeline.ts';

/** What `report.html` shows. Rows are read as they are consumed, and only as many as the page holds. */
export interface ReportPage {
  readonly head: ReportHead;
  readonly failures: Iterable<LedgerRow>;
  readonly warnings: WarningList;
  readonly groups: readonly FailureGroup[];
  readonly level: IdentifierLevel;
  readonly fileNames: readonly string[];
  /** Sentences for people: why the run ended as it did. */
  readonly notes: readonly string[];
}

/** `report.html` in chunks of about 64 KiB: a single page that loads nothing, works from disk and is readable without scripts. */
export function reportHtml(page: ReportPage, bounds = PAGE_BOUNDS): Generator<string> {
  return inChunks(pieces(page, bounds));
}

function* pieces(page: ReportPage, bounds: typeof PAGE_BOUNDS): Generator<string> {
  const { groups, level, fileNames, notes, warnings } = page;
  const head = shownHead(page.head, level);
  const failures = failureList(page, bounds.failures);
  const warned = warningList(page, bounds.warnings);
  const hasWarnings = Object.keys(warnings.byCode).length > 0;
  yield* opening(head, notes);
  const showsRows = hasRows(head);
  if (showsRows) yield outcomeTotals(head);
  yield checkTable(head);
  yield canaryTable(head);
  yield loginTable(head);
  yield passwordTable(head);
  yield statusTable(head);
  yield arrivalsTable(head);
  yield samplesHtml(head);
  yield leftOutTable(head);
  yield unreadTable(head);
  yield verifiedTable(head);
  yield missingTable(head);
  yield undoTable(head);
  yield comparisonHtml(head.comparison);
  yield reasons(groups, level, fileNames);
  yield* timelineSection(head);
  yield fleetTable(head);
  if (showsRows) yield* failures.table();
  if (hasWarnings) yield* warned.table();
  yield '<div class="facts">\n';
  yield facts(head);
  yield deltaList(head);
  yield warningCounts(head.warnings, warnings.byCode);
  yield counts('Left out by skip rules', 'Rule', head.skippedBy);
  yield '</div>\n';
  yield exportTable(head);
  // Before the data, which may take a while to load.
  yield `</main>\n<script>${PAGE_SCRIPT}</script>\n`;
  yield* failures.data();
  yield* warned.data();
  yield '</body>\n</html>\n';
}

function failureList({ head, failures, level, fileNames }: ReportPage, bounds: PageBounds): PageListParts {
  const totals = Object.fromEntries(FAILURE_OUTCOMES.map((outcome) => [outcome, head.totals[outcome]]));
  const allowed = allowedRows(failures, ({ outcome }) => outcome, totals, bounds.rows);
  const none = `<p class="dim">${head.totals.rows === 0 ? 'No row was read.' : 'None.'}</p>\n`;
  const rows = pageRows(allowed, (row) => shownRow(row, level, fileNames));
  return pageList({
    name: 'failures',
    rows,
    totals,
    maxCharacters: bounds.characters,
    none,
    rehearsed: isRehearsal(head),
  });
}

function warningList({ head, warnings, level, fileNames }: ReportPage, bounds: PageBounds): PageListParts {
  const allowed = allowedRows(warnings.rows(), ({ code }) => code, warnings.byCode, bounds.rows);
  const rows = pageRows(allowed, (row) => shownWarning(row, level, fileNames));
  return pageList({
    name: 'warnings',
    rows,
    totals: warnings.byCode,
    maxCharacters: bounds.characters,
    none: '',
    rehearsed: isRehearsal(head),
  });
}

function* pageRows<Row>(rows: Iterable<Row>, shown: (row: Row) => ShownRow): Generator<PageRow> {
  for (const row of rows) yield pageRow(shown(row));
}

/** A check without an export has no rows, and a run that takes another back has none either. */
function hasRows({ mode, totals }: ReportHead): boolean {
  return (mode !== 'check' && mode !== 'undo') || totals.rows > 0;
}

/** Only the page's own script and style may run or load, even if a hostile record got past the escaping. */
const POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${PAGE_SCRIPT_HASH}'`,
  `style-src 'sha256-${PAGE_STYLE_HASH}'`,
  "connect-src 'none'",
  "img-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function* opening(head: ReportHead, notes: readonly string[]): Generator<string> {
  const what = reportTitle(head);
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${what}: ${head.outcome}</title>
<style>${PAGE_STYLE}</style>
</head>
<body${isRehearsal(head) ? ' class="rehearsal"' : ''}>
${hasRows(head) ? '<a class="skip" href="#failures">Skip to failures</a>\n' : ''}<main>
<header>
<h1>${what} <span class="badge ${TONES[head.outcome]}">${head.outcome}</span></h1>
<p class="dim">${aboutRun(head).join(' · ')}</p>
</header>
`;
  if (isRehearsal(head)) yield `<p class="notes rehearsed">${REHEARSAL_NOTE}</p>\n`;
  if (notes.length === 0) return;
  yield `<div class="notes ${TONES[head.outcome]}">\n`;
  for (const note of notes) yield `<p>${text(note, 1000)}</p>\n`;
  yield '</div>\n';
}

const TONES: { readonly [outcome in RunOutcome]: string } = {
  succeeded: 'good',
  failed: 'bad',
  aborted: 'bad',
  cancelled: 'warn',
  error: 'bad',
};

function aboutRun(head: ReportHead): string[] {
  const { tenant, totals, startedAt, finishedAt, durationMs } = head;
  const { files } = head.export;
  const more = files.length > 1 ? ` and ${counted(files.length - 1, 'more file')}` : '';
  return [
    ...(tenant === null ? [] : [text(tenant, 300)]),
    ...(files[0] === undefined ? [] : [`${text(files[0].name, 200)}${more}`]),
    ...(hasRows(head) ? [counted(totals.rows, 'row')] : []),
    `${period(text(startedAt, 50), text(finishedAt, 50))}, ${duration(durationMs)}`,
  ];
}

/** `2026-03-01 02:00:00 to 02:13:20 UTC`. */
function period(from: string, to: string): string {
  const [firstDay, first] = [from.slice(0, 10), from.slice(11, 19)];
  const [lastDay, last] = [to.slice(0, 10), to.slice(11, 19)];
  return `${firstDay} ${first} to ${firstDay === lastDay ? '' : `${lastDay} `}${last} UTC`;
}
