import { affectedUserCount, type RowResult, type ValueChange } from '../../compare/compare.ts';
import type { Comparison } from '../comparison.ts';
import { changeText, summarizeComparison } from '../comparison-summary.ts';
import type { Words } from '../language/words.ts';
import type { SourceLinks } from '../source-links.ts';
import { place } from './page-place.ts';
import { code, tableSection, text } from './page-table.ts';

/** The part of `report.html` that shows what another mapping would do differently; empty without `compare-mapping`. */
export function comparisonHtml(comparison: Comparison | null, links: SourceLinks, words: Words): string {
  if (comparison === null) return '';
  const { headline, alerts } = summarizeComparison(comparison, words);
  const alertItems = alerts.map((alert) => `<li>${text(alert, 500)}</li>`).join('');
  return `<section aria-label="${words.text('compared.title')}">
<h2>${words.text('compared.title')}</h2>
<p>${text(headline, 1_000)}</p>
${alertItems === '' ? '' : `<ul class="alerts warn">${alertItems}</ul>\n`}</section>
${moves(comparison, links, words)}${fields(comparison, links, words)}${warnings(comparison, words)}`;
}

function moves(comparison: Comparison, links: SourceLinks, words: Words): string {
  const rows = comparison.moves.map(({ kind, from, to, rows, first }) => {
    const places = first.map((row) => place(row, links));
    return [words.count(rows), words.text(`move.${kind}`), end(from, words), end(to, words), places.join(' ')];
  });
  const columns = [
    `#${words.text('column.rows')}`,
    words.text('column.change'),
    words.text('column.before'),
    words.text('column.now'),
    words.text('column.first'),
  ];
  return tableSection(words.text('compared.moves'), columns, rows);
}

function fields(comparison: Comparison, links: SourceLinks, words: Words): string {
  const rows = comparison.fields.map((change) => {
    const examples = change.examples.map((one) => example(one, links, words)).join('<br>');
    const users = words.count(affectedUserCount(change));
    return [code(change.field, 200), users, text(changeText(change, words), 300), examples];
  });
  const columns = [
    words.text('column.field'),
    `#${words.text('column.users')}`,
    words.text('column.change'),
    words.text('compared.values'),
  ];
  return tableSection(words.text('compared.fields'), columns, rows);
}

function warnings(comparison: Comparison, words: Words): string {
  const rows = comparison.warnings.map(({ code: name, before, after }) => [
    code(name, 100),
    words.count(before),
    words.count(after),
  ]);
  const numbers = [`#${words.text('compared.rows-before')}`, `#${words.text('column.now')}`];
  return tableSection(words.text('compared.warnings'), [words.text('column.code'), ...numbers], rows);
}

function end(row: RowResult | null, words: Words): string {
  if (row === null) return words.text('compared.not-read');
  const field = row.field === null ? '' : ` (${code(row.field, 200)})`;
  const why = row.why === null ? '' : ` ${code(row.why, 200)}${field}`;
  const message = row.message === null ? '' : `<br><span class="hint">${text(row.message, 300)}</span>`;
  return `${words.text(`outcome.${row.outcome}`)}${why}${message}`;
}

function example({ before, after, how, rows, first }: ValueChange, links: SourceLinks, words: Words): string {
  const shown = (value: string | null): string =>
    value === null ? `<i>${words.text('compared.not-sent')}</i>` : code(value, 200);
  const way = how === null ? '' : `, ${text(how, 100)}`;
  return `${shown(before)} → ${shown(after)}${way} ${words.text('compared.example', { n: rows, place: place(first, links) })}`;
}
