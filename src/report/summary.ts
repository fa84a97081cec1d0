import { OUTCOMES } from '../plan/row.ts';
import { escapeMarkdown, markdownCode, markdownLink, shorten } from '../text/escape.ts';
import { count, counted, duration, size } from '../text/number-text.ts';
import { canarySection } from './canary-section.ts';
import { checkSection } from './check-section.ts';
import { comparisonSections } from './comparison-markdown.ts';
import { deltaSection } from './delta-section.ts';
import type { FailureGroup, FailureTally } from './failure-tally.ts';
import { fitMarkdown, type MarkdownSection } from './markdown-budget.ts';
import { passwordSection } from './password-section.ts';
import type { IdentifierLevel, ReportHead, RunOutcome } from './report-data.ts';
import { requestWords } from './request-words.ts';
import { type ShownRow, shownRow } from './shown-row.ts';
import { verifiedSection } from './verified-section.ts';

/** What the job summary says beside the numbers of the report. */
export interface SummaryInput {
  readonly head: ReportHead;
  readonly failures: Pick<FailureTally, 'groups' | 'first'>;
  readonly level: IdentifierLevel;
  readonly fileNames: readonly string[];
  /** Where the report can be had; http(s) or relative addresses. */
  readonly links: readonly { readonly name: string; readonly url: string }[];
  /** Sentences for people: why the run ended as it did, where the files lie. */
  readonly notes: readonly string[];
}

/** GitHub shows no summary of a step above 1 MiB. */
const SUMMARY_BYTES = 1_048_576;
const FIRST_FAILURES = 20;
const LISTED = 50;
/** Sentences at the top, and their bytes: less than a third of a comment. */
const NOTES = 30;
const NOTES_BYTES = 20_000;

/** The job summary as GitHub's markdown, at most `budget` bytes of UTF-8. */
export function jobSummary(input: SummaryInput, budget = SUMMARY_BYTES): string {
  const { head } = input;
  const [reasons, first] = failureSections(input);
  const sections: MarkdownSection[] = [
    outcomes(head),
    checkSection(head),
    canarySection(head),
    passwordSection(head),
    verifiedSection(head),
    deltaSection(head),
    ...(head.comparison === null ? [] : comparisonSections(head.comparison)),
    reasons,
    facts(head),
    ...tallySections(head),
    first,
    files(head),
  ];
  return fitMarkdown(opening(input), sections, budget);
}

/** Why rows did not make it, by reason; then the first of these rows. */
export function failureSections(input: SummaryInput): [reasons: MarkdownSection, first: MarkdownSection] {
  const { failures, level, fileNames } = input;
  const first = failures.first().slice(0, FIRST_FAILURES);
  return [
    reasons(failures.groups(), level, fileNames),
    firstFailures(
      first.map((row) => shownRow(row, level, fileNames)),
      failures.groups().reduce((sum, group) => sum + group.count, 0),
    ),
  ];
}

/** What was counted but is no failure. */
export function tallySections({ skippedBy, warnings }: ReportHead): MarkdownSection[] {
  return [
    tally('skip rules', 'Left out by skip rules', 'Rule', skippedBy),
    tally('kinds of warning', 'Warnings', 'Code', warnings),
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
export function heading({ head, notes }: SummaryInput): string[] {
  const what = head.mode === 'apply' ? 'cidaas migration' : `cidaas migration ${head.mode}`;
  const lines = [`## ${SIGNS[head.outcome]} ${what}: ${head.outcome}`];
  const shown = shownNotes(notes);
  for (const note of shown) lines.push('', note);
  if (shown.length < notes.length) lines.push('', `… and ${count(notes.length - shown.length)} more: the log has all.`);
  return lines;
}

/** A mapping may be wrong in a thousand places: what is said at the top must leave room for the rest. */
function shownNotes(notes: readonly string[]): string[] {
  const shown: string[] = [];
  let left = NOTES_BYTES;
  for (const note of notes.slice(0, NOTES)) {
    const said = escapeMarkdown(shorten(note, 1000));
    left -= Buffer.byteLength(said);
    if (left < 0) break;
    shown.push(said);
  }
  return shown;
}

function opening(input: SummaryInput): string[] {
  const { head, links } = input;
  const lines = heading(input);
  if (links.length > 0) lines.push('', `Report: ${links.map(({ name, url }) => markdownLink(name, url)).join(' · ')}`);
  if (head.planDigest !== null) lines.push('', `Plan digest: ${markdownCode(head.planDigest)}`);
  return lines;
}

/** How many rows ended how; beside it how they would end with the mapping that the plan is compared with. */
export function outcomes({ totals, comparison }: ReportHead): MarkdownSection {
  const before = comparison?.before ?? null;
  const ended = OUTCOMES.filter((outcome) => totals[outcome] + (before?.[outcome] ?? 0) > 0);
  const line = (name: string, now: string, then: string): string =>
    before === null ? `| ${name} | ${now} |` : `| ${name} | ${now} | ${then} |`;
  return {
    name: 'outcomes',
    head: [line('Outcome', 'Rows', 'Before'), line('---', '---:', '---:')],
    items: [
      ...ended.map((outcome) => line(outcome, count(totals[outcome]), count(before?.[outcome] ?? 0))),
      line('**rows**', `**${count(totals.rows)}**`, `**${count(before?.rows ?? 0)}**`),
    ],
  };
}

function reasons(
  groups: readonly FailureGroup[],
  level: IdentifierLevel,
  fileNames: readonly string[],
): MarkdownSection {
  const items = groups.slice(0, LISTED).map((group) => {
    const first = shownRow(group.first, level, fileNames);
    const field = group.field === null ? '' : ` ${markdownCode(shorten(group.field, 100))}`;
    return `| ${markdownCode(shorten(group.code, 100))}${field} | ${group.outcome} | ${count(group.count)} | ${place(first)} | ${cell(first.hint)} |`;
  });
  if (groups.length > LISTED) items.push(`| and ${count(groups.length - LISTED)} more | | | | |`);
  return {
    name: 'reasons',
    head: [
      '### Why rows did not make it',
      '',
      '| Code | Outcome | Rows | First | What to do |',
      '| --- | --- | ---: | --- | --- |',
    ],
    items,
  };
}

function firstFailures(rows: readonly ShownRow[], all: number): MarkdownSection {
  const title = all > rows.length ? `### The first ${counted(rows.length, 'failure')}` : '### Failures';
  return {
    name: 'failures',
    head: [title, '', '| Row | Where | Outcome | User | What is wrong |', '| ---: | --- | --- | --- | --- |'],
    items: rows.map((row) => {
      const user = Object.values(row.user).map((value) => markdownCode(shorten(value, 100)));
      const what = row.message ?? row.code;
      return `| ${count(row.row)} | ${place(row)} | ${row.outcome} | ${user.join('<br>')} | ${cell(what)} |`;
    }),
  };
}

function tally(
  name: string,
  title: string,
  column: string,
  counts: { readonly [key: string]: number },
): MarkdownSection {
  const entries = Object.entries(counts).filter(([, rows]) => rows > 0);
  const items = entries.slice(0, LISTED).map(([key, rows]) => `| ${cell(key)} | ${count(rows)} |`);
  if (entries.length > LISTED) items.push(`| and ${count(entries.length - LISTED)} more | |`);
  return { name, head: [`### ${title}`, '', `| ${column} | Rows |`, '| --- | ---: |'], items };
}

function facts({ tenant, mapping, durationMs, requests, mode }: ReportHead): MarkdownSection {
  const items = [`| Took | ${duration(durationMs)} |`];
  if (tenant !== null) items.unshift(`| Tenant | ${markdownCode(tenant)} |`);
  if (mapping !== null) items.push(`| Mapping | ${markdownCode(mapping.name)} |`);
  if (mode === 'apply') {
    const { p50, p95 } = requests.latencyMs;
    const pace = requests.sent === 0 ? '' : `, half of them within ${duration(p50)}, 95 % within ${duration(p95)}`;
    items.push(`| Requests | ${requestWords(requests)}${pace} |`);
  }
  return { name: 'facts', head: ['### The run', '', '| | |', '| --- | --- |'], items };
}

function files(head: ReportHead): MarkdownSection {
  const all = head.export.files;
  const items = all.slice(0, LISTED).map((file) => {
    return `| ${markdownCode(shorten(file.name, 200))} | ${file.format} | ${file.encoding} | ${size(file.bytes)} | ${markdownCode(file.sha256.slice(0, 12))} |`;
  });
  if (all.length > LISTED) items.push(`| and ${count(all.length - LISTED)} more | | | | |`);
  return {
    name: 'files',
    head: ['### The export', '', '| File | Format | Encoding | Size | SHA-256 |', '| --- | --- | --- | ---: | --- |'],
    items,
  };
}

function place(row: ShownRow): string {
  return markdownCode(`${shorten(row.file, 100)}:${row.line}`);
}

function cell(text: string | null): string {
  return text === null ? '' : escapeMarkdown(shorten(text, 300));
}
