import { OUTCOMES } from '../../plan/row.ts';
import { escapeMarkdown, markdownCode, markdownLink, shorten } from '../../text/escape.ts';
import { count, counted, duration, size } from '../../text/number-text.ts';
import type { FailureGroup, FailureTally } from '../failure-tally.ts';
import { outcomeWords } from '../outcome-words.ts';
import { isRehearsal, REHEARSAL_NOTE, reportTitle } from '../rehearsal.ts';
import type { IdentifierLevel, ReportHead, RunOutcome } from '../report-data.ts';
import { requestWords } from '../request-words.ts';
import { arrivalsSection } from '../sections/arrivals-section.ts';
import { canarySection } from '../sections/canary-section.ts';
import { checkSection } from '../sections/check-section.ts';
import { deltaSection } from '../sections/delta-section.ts';
import { fleetSection } from '../sections/fleet-section.ts';
import { leftOutSection } from '../sections/left-out-section.ts';
import { loginSection } from '../sections/login-section.ts';
import { missingSection } from '../sections/missing-section.ts';
import { passwordSection } from '../sections/password-section.ts';
import { statusSection } from '../sections/status-section.ts';
import { undoSection } from '../sections/undo-section.ts';
import { unreadSection } from '../sections/unread-section.ts';
import { verifiedSection } from '../sections/verified-section.ts';
import { type ShownRow, shownRow } from '../shown-row.ts';
import { comparisonSections } from './comparison-sections.ts';
import { fitMarkdown, type MarkdownSection } from './markdown-budget.ts';

/** What the job summary shows. */
export interface SummaryInput {
  readonly head: ReportHead;
  readonly failures: Pick<FailureTally, 'groups' | 'first'>;
  readonly level: IdentifierLevel;
  readonly fileNames: readonly string[];
  /** Links to the report; http(s) or relative addresses. */
  readonly links: readonly { readonly name: string; readonly url: string }[];
  /** Sentences for people: why the run ended as it did, where the files are. */
  readonly notes: readonly string[];
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
  const { head } = input;
  const [reasons, first] = failureSections(input);
  const sections: MarkdownSection[] = [
    outcomesSection(head),
    checkSection(head),
    canarySection(head),
    loginSection(head),
    passwordSection(head),
    statusSection(head),
    arrivalsSection(head),
    leftOutSection(head),
    unreadSection(head),
    verifiedSection(head),
    deltaSection(head),
    missingSection(head),
    undoSection(head),
    ...(head.comparison === null ? [] : comparisonSections(head.comparison)),
    reasons,
    facts(head),
    fleetSection(head),
    ...tallySections(head),
    first,
    files(head),
  ];
  return fitMarkdown(opening(input), sections, budget);
}

/** The failures by reason, then the first failed rows. */
export function failureSections(input: SummaryInput): [reasons: MarkdownSection, first: MarkdownSection] {
  const { failures, level, fileNames } = input;
  const first = failures.first().slice(0, MAX_FIRST_FAILURES);
  return [
    reasons(failures.groups(), level, fileNames),
    firstFailures(
      first.map((row) => shownRow(row, level, fileNames)),
      failures.groups().reduce((sum, group) => sum + group.count, 0),
    ),
  ];
}

/** Counts of skipped rows and of warnings. */
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
  const lines = [`## ${SIGNS[head.outcome]} ${reportTitle(head)}: ${head.outcome}`];
  if (isRehearsal(head)) lines.push('', `> 🎭 **${REHEARSAL_NOTE}**`);
  const shown = shownNotes(notes);
  for (const note of shown) lines.push('', note);
  if (shown.length < notes.length)
    lines.push('', `… and ${count(notes.length - shown.length)} more; the log has all of them.`);
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
  const { head, links } = input;
  const lines = heading(input);
  if (links.length > 0) lines.push('', `Report: ${links.map(({ name, url }) => markdownLink(name, url)).join(' · ')}`);
  if (head.planDigest !== null) lines.push('', `Plan digest: ${markdownCode(head.planDigest)}`);
  return lines;
}

/** How many rows have each outcome, and how many would have it with the mapping of `compare-mapping`. */
export function outcomesSection(head: ReportHead): MarkdownSection {
  const { totals, comparison } = head;
  const rehearsed = isRehearsal(head);
  const before = comparison?.before ?? null;
  const ended = OUTCOMES.filter((outcome) => totals[outcome] + (before?.[outcome] ?? 0) > 0);
  const line = (name: string, now: string, then: string): string =>
    before === null ? `| ${name} | ${now} |` : `| ${name} | ${now} | ${then} |`;
  return {
    name: 'outcomes',
    head: [line('Outcome', 'Rows', 'Before'), line('---', '---:', '---:')],
    items: [
      ...ended.map((outcome) =>
        line(outcomeWords(outcome, rehearsed), count(totals[outcome]), count(before?.[outcome] ?? 0)),
      ),
      line('**rows**', `**${count(totals.rows)}**`, `**${count(before?.rows ?? 0)}**`),
    ],
  };
}

function reasons(
  groups: readonly FailureGroup[],
  level: IdentifierLevel,
  fileNames: readonly string[],
): MarkdownSection {
  const items = groups.slice(0, MAX_LISTED).map((group) => {
    const first = shownRow(group.first, level, fileNames);
    const field = group.field === null ? '' : ` ${markdownCode(shorten(group.field, 100))}`;
    return `| ${markdownCode(shorten(group.code, 100))}${field} | ${group.outcome} | ${count(group.count)} | ${location(first)} | ${cell(first.hint)} |`;
  });
  if (groups.length > MAX_LISTED) items.push(`| and ${count(groups.length - MAX_LISTED)} more | | | | |`);
  return {
    name: 'reasons',
    head: [
      '### Failures by reason',
      '',
      '| Code | Outcome | Rows | First | What to do |',
      '| --- | --- | ---: | --- | --- |',
    ],
    items,
  };
}

function firstFailures(rows: readonly ShownRow[], all: number): MarkdownSection {
  const title = all > rows.length ? `### First ${counted(rows.length, 'failure')}` : '### Failures';
  return {
    name: 'failures',
    head: [title, '', '| Row | Where | Outcome | User | What is wrong |', '| ---: | --- | --- | --- | --- |'],
    items: rows.map((row) => {
      const user = Object.values(row.user).map((value) => markdownCode(shorten(value, 100)));
      const what = row.message ?? row.code;
      return `| ${count(row.row)} | ${location(row)} | ${row.outcome} | ${user.join('<br>')} | ${cell(what)} |`;
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
  const items = entries.slice(0, MAX_LISTED).map(([key, rows]) => `| ${cell(key)} | ${count(rows)} |`);
  if (entries.length > MAX_LISTED) items.push(`| and ${count(entries.length - MAX_LISTED)} more | |`);
  return { name, head: [`### ${title}`, '', `| ${column} | Rows |`, '| --- | ---: |'], items };
}

function facts({ tenant, mapping, durationMs, requests, mode }: ReportHead): MarkdownSection {
  const items = [`| Duration | ${duration(durationMs)} |`];
  if (tenant !== null) items.unshift(`| Tenant | ${markdownCode(tenant)} |`);
  if (mapping !== null) items.push(`| Mapping | ${markdownCode(mapping.name)} |`);
  if (mode === 'apply') {
    const { p50, p95 } = requests.latencyMs;
    const pace = requests.sent === 0 ? '' : `; half answered within ${duration(p50)}, 95% within ${duration(p95)}`;
    items.push(`| Requests | ${requestWords(requests)}${pace} |`);
  }
  return { name: 'facts', head: ['### Run details', '', '| | |', '| --- | --- |'], items };
}

function files(head: ReportHead): MarkdownSection {
  const all = head.export.files;
  const items = all.slice(0, MAX_LISTED).map((file) => {
    return `| ${markdownCode(shorten(file.name, 200))} | ${file.format} | ${file.encoding} | ${size(file.bytes)} | ${markdownCode(file.sha256.slice(0, 12))} |`;
  });
  if (all.length > MAX_LISTED) items.push(`| and ${count(all.length - MAX_LISTED)} more | | | | |`);
  return {
    name: 'files',
    head: ['### Export files', '', '| File | Format | Encoding | Size | SHA-256 |', '| --- | --- | --- | ---: | --- |'],
    items,
  };
}

function location(row: ShownRow): string {
  return markdownCode(`${shorten(row.file, 100)}:${row.line}`);
}

function cell(text: string | null): string {
  return text === null ? '' : escapeMarkdown(shorten(text, 300));
}
