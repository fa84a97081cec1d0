import { affectedUserCount, type RowResult, type ValueChange } from '../../compare/compare.ts';
import { count, counted } from '../../text/number-text.ts';
import type { Comparison } from '../comparison.ts';
import { changeText, summarizeComparison } from '../comparison-summary.ts';
import { code, tableSection, text } from './page-table.ts';

/** The part of `report.html` that shows what another mapping would do differently; empty without `compare-mapping`. */
export function comparisonHtml(comparison: Comparison | null): string {
  if (comparison === null) return '';
  const { headline, alerts } = summarizeComparison(comparison);
  const alertItems = alerts.map((alert) => `<li>${text(alert, 500)}</li>`).join('');
  return `<section aria-label="What this mapping changes">
<h2>What this mapping changes</h2>
<p>${text(headline, 1_000)}</p>
${alertItems === '' ? '' : `<ul class="alerts warn">${alertItems}</ul>\n`}</section>
${moves(comparison)}${fields(comparison)}${warnings(comparison)}`;
}

function moves(comparison: Comparison): string {
  const rows = comparison.moves.map(({ kind, from, to, rows, first }) => {
    const places = first.map(({ file, line }) => code(`${file}:${line}`, 250));
    return [count(rows), kind, end(from), end(to), places.join(' ')];
  });
  return tableSection('Rows with a different outcome', ['#Rows', 'Change', 'Before', 'Now', 'First'], rows);
}

function fields(comparison: Comparison): string {
  const rows = comparison.fields.map((change) => {
    const examples = change.examples.map(example).join('<br>');
    return [code(change.field, 200), count(affectedUserCount(change)), text(changeText(change), 300), examples];
  });
  return tableSection('Fields sent differently', ['Field', '#Users', 'Change', 'Before → now'], rows);
}

function warnings(comparison: Comparison): string {
  const rows = comparison.warnings.map(({ code: name, before, after }) => [
    code(name, 100),
    count(before),
    count(after),
  ]);
  return tableSection('More or fewer warnings', ['Code', '#Rows before', '#Now'], rows);
}

function end(row: RowResult | null): string {
  if (row === null) return 'not read';
  const field = row.field === null ? '' : ` (${code(row.field, 200)})`;
  const why = row.why === null ? '' : ` ${code(row.why, 200)}${field}`;
  const message = row.message === null ? '' : `<br><span class="hint">${text(row.message, 300)}</span>`;
  return `${row.outcome}${why}${message}`;
}

function example({ before, after, how, rows, first }: ValueChange): string {
  const shown = (value: string | null): string => (value === null ? '<i>not sent</i>' : code(value, 200));
  const words = how === null ? '' : `, ${text(how, 100)}`;
  return `${shown(before)} → ${shown(after)}${words} (${counted(rows, 'user')}, first ${code(`${first.file}:${first.line}`, 250)})`;
}
