import { type LedgerRow, OUTCOMES } from '../../plan/row.ts';
import { escapeMarkdown, markdownCode, markdownLink, shorten } from '../../text/escape.ts';
import type { FailureGroup, FailureTally } from '../failure-tally.ts';
import { type ExplainedRow, explainedRow } from '../language/explained-row.ts';
import { outcomeText } from '../language/outcome-text.ts';
import type { TextKey, Words } from '../language/words.ts';
import { isRehearsal, reportTitle } from '../rehearsal.ts';
import type { IdentifierLevel, ReportHead, RunOutcome } from '../report-data.ts';
import { concurrencyWords, requestWords } from '../request-words.ts';
import { arrivalsSection } from '../sections/arrivals-section.ts';
import { canarySection } from '../sections/canary-section.ts';
import { checkSection } from '../sections/check-section.ts';
import { deltaSection } from '../sections/delta-section.ts';
import { fleetSection } from '../sections/fleet-section.ts';
import { leftOutSection } from '../sections/left-out-section.ts';
import { limitsSection } from '../sections/limits-section.ts';
import { loginSection } from '../sections/login-section.ts';
import { missingSection } from '../sections/missing-section.ts';
import { passwordSection } from '../sections/password-section.ts';
import { statusSection } from '../sections/status-section.ts';
import { undoSection } from '../sections/undo-section.ts';
import { unreadSection } from '../sections/unread-section.ts';
import { verifiedSection } from '../sections/verified-section.ts';
import { shownRow } from '../shown-row.ts';
import type { UsedLimit } from '../used-limit.ts';
import { comparisonSections } from './comparison-sections.ts';
import { fitMarkdown, type MarkdownSection } from './markdown-budget.ts';
import { tableHead, tableLine } from './markdown-table.ts';

/** A link to a file of the report. */
export interface ReportLink {
  readonly name: 'summary.page' | 'summary.zip';
  readonly url: string;
}

/** What the job summary shows. */
export interface SummaryInput {
  readonly head: ReportHead;
  readonly failures: Pick<FailureTally, 'groups' | 'first'>;
  readonly level: IdentifierLevel;
  readonly fileNames: readonly string[];
  /** Links to the report; http(s) or relative addresses. */
  readonly links: readonly ReportLink[];
  /** Sentences for people: why the run ended as it did, where the files are. */
  readonly notes: readonly string[];
  readonly limits: readonly UsedLimit[];
  readonly words: Words;
}

/** GitHub rejects a step's summary above 1 MiB. */
const MAX_SUMMARY_BYTES = 1_048_576;
const MAX_FIRST_FAILURES = 20;
const MAX_LISTED = 50;
/** Limits for the sentences at the top, less than a third of a comment. */
const MAX_NOTES = 30;
const MAX_NOTES_BYTES = 20_000;

/** The job summary as GitHub's markdown, at most `budget` bytes of UTF-8. */
export function jobSummary(input: SummaryInput, budget = MAX_SUMMARY_BYTES): string {
  const { head, words } = input;
  const [reasons, first] = failureSections(input);
  const sections: MarkdownSection[] = [
    outcomesSection(head, words),
    limitsSection(input.limits, words),
    checkSection(head, words),
    canarySection(head, words),
    loginSection(head, words),
    passwordSection(head, words),
    statusSection(head, words),
    arrivalsSection(head, words),
    leftOutSection(head, words),
    unreadSection(head, words),
    verifiedSection(head, words),
    deltaSection(head, words),
    missingSection(head, words),
    undoSection(head, words),
    ...(head.comparison === null ? [] : comparisonSections(head.comparison, words)),
    reasons,
    facts(head, words),
    fleetSection(head, words),
    ...tallySections(head, words),
    first,
    files(head, words),
  ];
  return fitMarkdown(opening(input), sections, budget, words);
}

/** The failures by reason, then the first failed rows. */
export function failureSections(input: SummaryInput): [reasons: MarkdownSection, first: MarkdownSection] {
  const { failures, level, fileNames, words } = input;
  const shown = (row: LedgerRow): ExplainedRow => explainedRow(shownRow(row, level, fileNames), words.language);
  const groups = failures.groups();
  return [
    reasons(groups, shown, words),
    firstFailures(
      failures.first().slice(0, MAX_FIRST_FAILURES).map(shown),
      groups.reduce((sum, group) => sum + group.count, 0),
      words,
    ),
  ];
}

/** Counts of skipped rows and of warnings. */
export function tallySections({ skippedBy, warnings }: ReportHead, words: Words): MarkdownSection[] {
  return [
    tally(['part.skip-rules', 'skipped.title', 'column.rule'], skippedBy, words),
    tally(['part.warnings', 'warnings.title', 'column.code'], warnings, words),
  ];
}

const SIGNS: { readonly [outcome in RunOutcome]: string } = {
  succeeded: '✅',
  failed: '❌',
  aborted: '⛔',
  cancelled: '⏹️',
  error: '💥',
};

/** How the run ended, and the sentences for people. */
export function heading({ head, notes, words }: SummaryInput): string[] {
  const lines = [`## ${SIGNS[head.outcome]} ${reportTitle(head, words)}: ${words.text(`run.${head.outcome}`)}`];
  if (isRehearsal(head)) lines.push('', `> 🎭 **${words.text('rehearsal.note')}**`);
  const shown = shownNotes(notes);
  for (const note of shown) lines.push('', note);
  if (shown.length < notes.length) lines.push('', words.text('summary.notes', { n: notes.length - shown.length }));
  return lines;
}

/** A mapping can have a thousand problems: the sentences at the top must leave room for the rest. */
function shownNotes(notes: readonly string[]): string[] {
  const shown: string[] = [];
  let left = MAX_NOTES_BYTES;
  for (const note of notes.slice(0, MAX_NOTES)) {
    const text = escapeMarkdown(shorten(note, 1000));
    left -= Buffer.byteLength(text);
    if (left < 0) break;
    shown.push(text);
  }
  return shown;
}

function opening(input: SummaryInput): string[] {
  const { head, links, words } = input;
  const lines = heading(input);
  if (links.length > 0) lines.push('', linkLine(links, words));
  if (head.planDigest !== null) lines.push('', `${words.text('summary.digest')}: ${markdownCode(head.planDigest)}`);
  return lines;
}

/** The line with the links to the report. */
export function linkLine(links: SummaryInput['links'], words: Words): string {
  return `${words.text('summary.report')}: ${links.map(({ name, url }) => markdownLink(words.text(name), url)).join(' · ')}`;
}

/** How many rows have each outcome, and how many would have it with the mapping of `compare-mapping`. */
export function outcomesSection(head: ReportHead, words: Words): MarkdownSection {
  const { totals, comparison } = head;
  const rehearsed = isRehearsal(head);
  const before = comparison?.before ?? null;
  const ended = OUTCOMES.filter((outcome) => totals[outcome] + (before?.[outcome] ?? 0) > 0);
  const line = (name: string, now: string, then: string): string =>
    before === null ? `| ${name} | ${now} |` : `| ${name} | ${now} | ${then} |`;
  const all = words.text('rows.all');
  return {
    name: words.text('part.outcomes'),
    head: [
      line(words.text('column.outcome'), words.text('column.rows'), words.text('column.before')),
      line('---', '---:', '---:'),
    ],
    items: [
      ...ended.map((outcome) =>
        line(outcomeText(outcome, rehearsed, words), words.count(totals[outcome]), words.count(before?.[outcome] ?? 0)),
      ),
      line(`**${all}**`, `**${words.count(totals.rows)}**`, `**${words.count(before?.rows ?? 0)}**`),
    ],
  };
}

function reasons(
  groups: readonly FailureGroup[],
  shown: (row: LedgerRow) => ExplainedRow,
  words: Words,
): MarkdownSection {
  const items = groups.slice(0, MAX_LISTED).map((group) => {
    const first = shown(group.first);
    const field = group.field === null ? '' : ` ${markdownCode(shorten(group.field, 100))}`;
    // Other codes share the group of the first one.
    const meaning = first.meaning === null || first.code !== group.code ? '' : `<br>${cell(first.meaning)}`;
    const name = `${markdownCode(shorten(group.code, 100))}${field}${meaning}`;
    const outcome = words.text(`outcome.${group.outcome}`);
    return tableLine([name, outcome, words.count(group.count), location(first), cell(first.hint)]);
  });
  if (groups.length > MAX_LISTED) items.push(`| ${words.text('more', { n: groups.length - MAX_LISTED })} | | | | |`);
  const columns = [
    words.text('column.code'),
    words.text('column.outcome'),
    `#${words.text('column.rows')}`,
    words.text('column.first'),
    words.text('column.to-do'),
  ];
  return {
    name: words.text('part.reasons'),
    head: [`### ${words.text('reasons.title')}`, '', ...tableHead(columns)],
    items,
  };
}

function firstFailures(rows: readonly ExplainedRow[], all: number, words: Words): MarkdownSection {
  const title = all > rows.length ? words.text('failures.first', { n: rows.length }) : words.text('failures.title');
  const columns = [
    `#${words.text('column.row')}`,
    words.text('column.where'),
    words.text('column.outcome'),
    words.text('column.user'),
    words.text('column.wrong'),
  ];
  return {
    name: words.text('part.failures'),
    head: [`### ${title}`, '', ...tableHead(columns)],
    items: rows.map((row) => {
      const user = Object.values(row.user).map((value) => markdownCode(shorten(value, 100)));
      const texts = [row.meaning, row.message].filter((text) => text !== null);
      const what = texts.length === 0 ? cell(row.code) : texts.map(cell).join(' ');
      const outcome = words.text(`outcome.${row.outcome}`);
      return tableLine([words.count(row.row), location(row), outcome, user.join('<br>'), what]);
    }),
  };
}

function tally(
  [name, title, column]: readonly [name: TextKey, title: TextKey, column: TextKey],
  counts: { readonly [key: string]: number },
  words: Words,
): MarkdownSection {
  const entries = Object.entries(counts).filter(([, rows]) => rows > 0);
  const items = entries.slice(0, MAX_LISTED).map(([key, rows]) => tableLine([cell(key), words.count(rows)]));
  if (entries.length > MAX_LISTED) items.push(`| ${words.text('more', { n: entries.length - MAX_LISTED })} | |`);
  const columns = [words.text(column), `#${words.text('column.rows')}`];
  const head = [`### ${words.text(title)}`, '', ...tableHead(columns)];
  return { name: words.text(name), head, items };
}

function facts({ tenant, mapping, durationMs, requests, mode }: ReportHead, words: Words): MarkdownSection {
  const items = [`| ${words.text('facts.duration')} | ${words.duration(durationMs)} |`];
  if (tenant !== null) items.unshift(`| ${words.text('facts.tenant')} | ${markdownCode(tenant)} |`);
  if (mapping !== null) items.push(`| ${words.text('facts.mapping')} | ${markdownCode(mapping.name)} |`);
  if (mode === 'apply') {
    const { p50, p95 } = requests.latencyMs;
    const times = { p50: words.duration(p50), p95: words.duration(p95) };
    const pace = requests.sent === 0 ? '' : words.text('facts.pace', times);
    items.push(`| ${words.text('facts.requests')} | ${requestWords(requests, words)}${pace} |`);
    const found = concurrencyWords(requests, words);
    if (found !== null) items.push(`| ${words.text('facts.concurrency')} | ${found} |`);
  }
  return {
    name: words.text('part.facts'),
    head: [`### ${words.text('facts.title')}`, '', '| | |', '| --- | --- |'],
    items,
  };
}

function files(head: ReportHead, words: Words): MarkdownSection {
  const all = head.export.files;
  const items = all.slice(0, MAX_LISTED).map((file) => {
    const [name, hash] = [markdownCode(shorten(file.name, 200)), markdownCode(file.sha256.slice(0, 12))];
    return tableLine([name, file.format, file.encoding, words.size(file.bytes), hash]);
  });
  if (all.length > MAX_LISTED) items.push(`| ${words.text('more', { n: all.length - MAX_LISTED })} | | | | |`);
  const [format, encoding] = [words.text('column.format'), words.text('column.encoding')];
  const columns = [words.text('column.file'), format, encoding, `#${words.text('column.size')}`, 'SHA-256'];
  return {
    name: words.text('part.files'),
    head: [`### ${words.text('files.title')}`, '', ...tableHead(columns)],
    items,
  };
}

function location(row: ExplainedRow): string {
  return markdownCode(`${shorten(row.file, 100)}:${row.line}`);
}

function cell(text: string | null): string {
  return text === null ? '' : escapeMarkdown(shorten(text, 300));
}
