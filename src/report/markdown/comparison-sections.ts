import { affectedUserCount, type RowMove, type RowResult, type ValueChange } from '../../compare/compare.ts';
import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { count, counted } from '../../text/number-text.ts';
import type { Comparison } from '../comparison.ts';
import { changeText, summarizeComparison } from '../comparison-summary.ts';
import type { MarkdownSection } from './markdown-budget.ts';

/** Limits that keep a summary readable; `report.json` has more. */
const MAX_FIELDS = 40;
const MAX_MOVES = 40;
const MAX_EXAMPLES = 3;

/** What changes in sentences, then rows with a different outcome, then fields that are sent differently. */
export function comparisonSections(comparison: Comparison): MarkdownSection[] {
  const { moves, fields } = comparison;
  const { headline, alerts } = summarizeComparison(comparison);
  const warnings = alerts.map((alert) => `- ⚠️ ${escapeMarkdown(shorten(alert, 500))}`);
  const shownMoves = moves.slice(0, MAX_MOVES).map(moveLine);
  if (moves.length > MAX_MOVES) shownMoves.push(`| | and ${count(moves.length - MAX_MOVES)} more | | | |`);
  const shownFields = fields.slice(0, MAX_FIELDS).map((change) => {
    const examples = change.examples.slice(0, MAX_EXAMPLES).map(example);
    return `| ${markdownCode(shorten(change.field, 100))} | ${count(affectedUserCount(change))} | ${escapeMarkdown(changeText(change))} | ${examples.join('<br>')} |`;
  });
  if (fields.length > MAX_FIELDS) shownFields.push(`| and ${count(fields.length - MAX_FIELDS)} more | | | |`);
  return [
    {
      name: 'sentences on what the mapping changes',
      head: ['### What this mapping changes', ''],
      // Markdown needs a blank line before a list.
      items: [escapeMarkdown(shorten(headline, 1_000)), ...warnings.map((line, at) => (at === 0 ? `\n${line}` : line))],
    },
    {
      name: 'kinds of rows with a different outcome',
      head: [
        '#### Rows with a different outcome',
        '',
        '| Rows | Change | Before | Now | First |',
        '| ---: | --- | --- | --- | --- |',
      ],
      items: shownMoves,
    },
    {
      name: 'fields sent differently',
      head: [
        '#### Fields sent differently',
        '',
        '| Field | Users | Change | Before → now |',
        '| --- | ---: | --- | --- |',
      ],
      items: shownFields,
    },
    {
      name: 'codes with more or fewer warnings',
      head: ['#### More or fewer warnings', '', '| Code | Rows before | Now |', '| --- | ---: | ---: |'],
      items: comparison.warnings.map(
        ({ code, before, after }) => `| ${markdownCode(shorten(code, 100))} | ${count(before)} | ${count(after)} |`,
      ),
    },
  ];
}

function moveLine({ kind, from, to, rows, first }: RowMove): string {
  const places = first.slice(0, MAX_EXAMPLES).map(({ file, line }) => markdownCode(`${shorten(file, 100)}:${line}`));
  return `| ${count(rows)} | ${kind} | ${end(from)} | ${end(to, true)} | ${places.join(' ')} |`;
}

function end(row: RowResult | null, withMessage = false): string {
  if (row === null) return 'not read';
  const field = row.field === null ? '' : ` (${markdownCode(shorten(row.field, 100))})`;
  const why = row.why === null ? '' : ` ${markdownCode(shorten(row.why, 100))}${field}`;
  const message = withMessage && row.message !== null ? `<br>${escapeMarkdown(shorten(row.message, 200))}` : '';
  return `${row.outcome}${why}${message}`;
}

function example({ before, after, how, rows, first }: ValueChange): string {
  const shown = (value: string | null): string =>
    value === null ? '<i>not sent</i>' : markdownCode(value) || '<i>blank</i>';
  // Two masked values can look the same; then only the words show the change.
  const words = how === null ? '' : `, ${escapeMarkdown(how)}`;
  const place = markdownCode(`${shorten(first.file, 100)}:${first.line}`);
  return `${shown(before)} → ${shown(after)}${words} (${counted(rows, 'user')}, first ${place})`;
}
