import { affectedUserCount, type RowMove, type RowResult, type ValueChange } from '../compare/compare.ts';
import { escapeMarkdown, markdownCode, shorten } from '../text/escape.ts';
import { count, counted } from '../text/number-text.ts';
import type { Comparison } from './comparison.ts';
import { changeText, comparisonStory } from './comparison-story.ts';
import type { MarkdownSection } from './markdown-budget.ts';

/** A summary is read by people; `report.json` has the rest. */
const FIELDS = 40;
const MOVES = 40;
const EXAMPLES = 3;

/** What a reviewer reads first; then rows that end otherwise, and fields that are sent otherwise. */
export function comparisonSections(comparison: Comparison): MarkdownSection[] {
  const { moves, fields } = comparison;
  const { headline, alerts } = comparisonStory(comparison);
  const warnings = alerts.map((alert) => `- ⚠️ ${escapeMarkdown(shorten(alert, 500))}`);
  const shownMoves = moves.slice(0, MOVES).map(moveLine);
  if (moves.length > MOVES) shownMoves.push(`| | and ${count(moves.length - MOVES)} more | | | |`);
  const shownFields = fields.slice(0, FIELDS).map((change) => {
    const examples = change.examples.slice(0, EXAMPLES).map(example);
    return `| ${markdownCode(shorten(change.field, 100))} | ${count(affectedUserCount(change))} | ${escapeMarkdown(changeText(change))} | ${examples.join('<br>')} |`;
  });
  if (fields.length > FIELDS) shownFields.push(`| and ${count(fields.length - FIELDS)} more | | | |`);
  return [
    {
      name: 'sentences on what the mapping changes',
      head: ['### What this mapping changes', ''],
      // A list begins after a blank line.
      items: [escapeMarkdown(shorten(headline, 1_000)), ...warnings.map((line, at) => (at === 0 ? `\n${line}` : line))],
    },
    {
      name: 'kinds of rows that end otherwise',
      head: [
        '#### Rows that end otherwise',
        '',
        '| Rows | What | Before | Now | First |',
        '| ---: | --- | --- | --- | --- |',
      ],
      items: shownMoves,
    },
    {
      name: 'fields that are sent otherwise',
      head: [
        '#### Fields that are sent otherwise',
        '',
        '| Field | Users | What | Before → now |',
        '| --- | ---: | --- | --- |',
      ],
      items: shownFields,
    },
  ];
}

function moveLine({ kind, from, to, rows, first }: RowMove): string {
  const places = first.slice(0, EXAMPLES).map(({ file, line }) => markdownCode(`${shorten(file, 100)}:${line}`));
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
  // Where both stubs look alike, the words are all there is to see.
  const words = how === null ? '' : `, ${escapeMarkdown(how)}`;
  const place = markdownCode(`${shorten(first.file, 100)}:${first.line}`);
  return `${shown(before)} → ${shown(after)}${words} (${counted(rows, 'user')}, first ${place})`;
}
