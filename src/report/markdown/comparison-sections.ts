import { affectedUserCount, type RowMove, type RowResult, type ValueChange } from '../../compare/compare.ts';
import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import type { Comparison } from '../comparison.ts';
import { changeText, summarizeComparison } from '../comparison-summary.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from './markdown-budget.ts';
import { tableHead, tableLine } from './markdown-table.ts';

/** Limits that keep a summary readable; `report.json` has more. */
const MAX_FIELDS = 40;
const MAX_MOVES = 40;
const MAX_EXAMPLES = 3;

/** What changes in sentences, then rows with a different outcome, then fields that are sent differently. */
export function comparisonSections(comparison: Comparison, words: Words): MarkdownSection[] {
  const { moves, fields } = comparison;
  const { headline, alerts } = summarizeComparison(comparison, words);
  const warnings = alerts.map((alert) => `- ⚠️ ${escapeMarkdown(shorten(alert, 500))}`);
  const shownMoves = moves.slice(0, MAX_MOVES).map((move) => moveLine(move, words));
  if (moves.length > MAX_MOVES) shownMoves.push(`| | ${words.text('more', { n: moves.length - MAX_MOVES })} | | | |`);
  const shownFields = fields.slice(0, MAX_FIELDS).map((change) => {
    const examples = change.examples.slice(0, MAX_EXAMPLES).map((one) => example(one, words));
    const users = words.count(affectedUserCount(change));
    const how = escapeMarkdown(changeText(change, words));
    return tableLine([markdownCode(shorten(change.field, 100)), users, how, examples.join('<br>')]);
  });
  if (fields.length > MAX_FIELDS)
    shownFields.push(`| ${words.text('more', { n: fields.length - MAX_FIELDS })} | | | |`);
  return [
    {
      name: words.text('part.changes'),
      head: [`### ${words.text('compared.title')}`, ''],
      // Markdown needs a blank line before a list.
      items: [escapeMarkdown(shorten(headline, 1_000)), ...warnings.map((line, at) => (at === 0 ? `\n${line}` : line))],
    },
    {
      name: words.text('part.moves'),
      head: [
        `#### ${words.text('compared.moves')}`,
        '',
        ...tableHead([
          `#${words.text('column.rows')}`,
          words.text('column.change'),
          words.text('column.before'),
          words.text('column.now'),
          words.text('column.first'),
        ]),
      ],
      items: shownMoves,
    },
    {
      name: words.text('part.fields'),
      head: [
        `#### ${words.text('compared.fields')}`,
        '',
        ...tableHead([
          words.text('column.field'),
          `#${words.text('column.users')}`,
          words.text('column.change'),
          words.text('compared.values'),
        ]),
      ],
      items: shownFields,
    },
    {
      name: words.text('part.codes'),
      head: [
        `#### ${words.text('compared.warnings')}`,
        '',
        ...tableHead([
          words.text('column.code'),
          `#${words.text('compared.rows-before')}`,
          `#${words.text('column.now')}`,
        ]),
      ],
      items: comparison.warnings.map(({ code, before, after }) =>
        tableLine([markdownCode(shorten(code, 100)), words.count(before), words.count(after)]),
      ),
    },
  ];
}

function moveLine({ kind, from, to, rows, first }: RowMove, words: Words): string {
  const places = first.slice(0, MAX_EXAMPLES).map(({ file, line }) => markdownCode(`${shorten(file, 100)}:${line}`));
  const ends = [end(from, words), end(to, words, true)];
  return tableLine([words.count(rows), words.text(`move.${kind}`), ...ends, places.join(' ')]);
}

function end(row: RowResult | null, words: Words, withMessage = false): string {
  if (row === null) return words.text('compared.not-read');
  const field = row.field === null ? '' : ` (${markdownCode(shorten(row.field, 100))})`;
  const why = row.why === null ? '' : ` ${markdownCode(shorten(row.why, 100))}${field}`;
  const message = withMessage && row.message !== null ? `<br>${escapeMarkdown(shorten(row.message, 200))}` : '';
  return `${words.text(`outcome.${row.outcome}`)}${why}${message}`;
}

function example({ before, after, how, rows, first }: ValueChange, words: Words): string {
  const shown = (value: string | null): string =>
    value === null
      ? `<i>${words.text('compared.not-sent')}</i>`
      : markdownCode(value) || `<i>${words.text('compared.blank')}</i>`;
  // Two masked values can look the same; then only the words show the change.
  const way = how === null ? '' : `, ${escapeMarkdown(how)}`;
  const place = markdownCode(`${shorten(first.file, 100)}:${first.line}`);
  return `${shown(before)} → ${shown(after)}${way} ${words.text('compared.example', { n: rows, place })}`;
}
