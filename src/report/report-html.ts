import { type LedgerRow, OUTCOMES, type Outcome } from '../ledger/row.ts';
import { batched } from './batched.ts';
import { shorten } from './escape.ts';
import type { FailureGroup } from './failure-tally.ts';
import { count, duration } from './number-text.ts';
import { comparisonSection } from './page-comparison.ts';
import { counts, exportTable, facts } from './page-facts.ts';
import { code, TABLE_END, tableRow, tableSection, tableStart, text } from './page-table.ts';
import type { IdentifierLevel, ReportHead, RunOutcome } from './report-data.ts';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './report-page-style.ts';
import { type ShownRow, shownRow } from './shown-row.ts';

/** What `report.html` shows. `failures` are read as they are consumed, and no further than the page shows them. */
export interface ReportPage {
  readonly head: ReportHead;
  readonly failures: Iterable<LedgerRow>;
  readonly groups: readonly FailureGroup[];
  readonly level: IdentifierLevel;
  readonly fileNames: readonly string[];
  /** Sentences for people: why the run ended as it did. */
  readonly notes: readonly string[];
}

/** Rows that a browser lays out within a second or two. */
const TABLE_ROWS = 10_000;

/** `report.html` in chunks of about 64 KiB: one page without scripts that loads nothing. */
export function reportHtml(page: ReportPage): Generator<string> {
  return batched(pieces(page));
}

function* pieces({ head, failures, groups, level, fileNames, notes }: ReportPage): Generator<string> {
  yield* opening(head, notes);
  yield outcomes(head);
  yield comparisonSection(head.comparison);
  yield reasons(groups, level, fileNames);
  const all = groups.reduce((sum, group) => sum + group.count, 0);
  if (all > 0) yield* failureTable(failures, all, level, fileNames);
  yield counts('Left out by skip rules', 'Rule', head.skippedBy);
  yield counts('Warnings', 'Code', head.warnings);
  yield facts(head);
  yield exportTable(head);
  yield '</main>\n</body>\n</html>\n';
}

function* opening(head: ReportHead, notes: readonly string[]): Generator<string> {
  const what = head.mode === 'plan' ? 'cidaas migration plan' : 'cidaas migration';
  // Nothing may load or run, not even what a hostile record might smuggle past the escaping.
  const policy = `default-src 'none'; style-src 'sha256-${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${what}: ${head.outcome}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${what} <span class="badge ${RUN_TONES[head.outcome]}">${head.outcome}</span></h1>
<p class="dim">${count(head.totals.rows)} rows · ${text(head.finishedAt, 50)} · took ${duration(head.durationMs)}</p>
`;
  for (const note of notes) yield `<p>${text(note, 1000)}</p>\n`;
}

const RUN_TONES: { readonly [outcome in RunOutcome]: string } = {
  succeeded: 'good',
  failed: 'bad',
  aborted: 'bad',
  cancelled: 'warn',
  error: 'bad',
};
const TONES: { readonly [outcome in Outcome]: string } = {
  created: 'good',
  updated: 'good',
  planned: 'good',
  unchanged: 'calm',
  skipped: 'calm',
  duplicate: 'warn',
  unsent: 'warn',
  invalid: 'bad',
  failed: 'bad',
  unknown: 'bad',
};

function outcomes({ totals }: ReportHead): string {
  const ended = OUTCOMES.filter((outcome) => totals[outcome] > 0);
  let at = 0;
  const bars = ended.map((outcome) => {
    const width = (totals[outcome] / Math.max(1, totals.rows)) * 1000;
    const bar = `<rect class="${TONES[outcome]}" x="${at.toFixed(2)}" width="${Math.max(width - 1, 0.5).toFixed(2)}" height="10"/>`;
    at += width;
    return bar;
  });
  const tiles = ended.map(
    (outcome) => `<li><b class="${TONES[outcome]}">${count(totals[outcome])}</b> ${outcome}</li>`,
  );
  return `<section aria-label="Outcomes">
<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>
<ul class="tiles">${tiles.join('')}<li><b>${count(totals.rows)}</b> rows</li></ul>
</section>
`;
}

function reasons(groups: readonly FailureGroup[], level: IdentifierLevel, fileNames: readonly string[]): string {
  const rows = groups.map((group) => {
    const first = shownRow(group.first, level, fileNames);
    const reason = code(group.code, 100, TONES[group.outcome]);
    return [reason, group.outcome, count(group.count), place(first), text(first.hint ?? '', 300)];
  });
  return tableSection('Why rows did not make it', ['Code', 'Outcome', '#Rows', 'First', 'What to do'], rows);
}

function* failureTable(
  failures: Iterable<LedgerRow>,
  all: number,
  level: IdentifierLevel,
  fileNames: readonly string[],
): Generator<string> {
  const columns = ['#Row', 'Where', 'Outcome', 'User', 'What is wrong, and what to do'];
  const note = `The first ${count(TABLE_ROWS)} of ${count(all)}; failures.csv and report.json have them all.`;
  yield tableStart('Failures', columns, all > TABLE_ROWS ? note : '');
  let shown = 0;
  for (const ledgerRow of failures) {
    if (++shown > TABLE_ROWS) break;
    const row = shownRow(ledgerRow, level, fileNames);
    const user = Object.values(row.user).map((value) => code(value, 200));
    yield tableRow(columns, [count(row.row), place(row), row.outcome, user.join('<br>'), explanation(row)]);
  }
  yield TABLE_END;
}

function explanation(row: ShownRow): string {
  const parts = [row.message === null ? '' : text(row.message, 500)];
  if (row.code !== null) parts.unshift(code(row.code, 100, TONES[row.outcome]));
  if (row.duplicateOf !== null) parts.push(`Same user as row ${count(row.duplicateOf)}.`);
  if (row.hint !== null) parts.push(`<br><span class="hint">${text(row.hint, 500)}</span>`);
  return parts.filter((part) => part !== '').join(' ');
}

function place(row: ShownRow): string {
  return code(`${shorten(row.file, 200)}:${row.line}`, 250);
}
