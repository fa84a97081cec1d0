import { count, counted } from './number-text.ts';
import { code } from './page-table.ts';
import type { ReportHead } from './report-data.ts';

const LISTED = 1_000;

/** How the export differs from the last state; nothing when there was none to compare with. */
export function deltaSection({ delta }: ReportHead): string {
  if (delta === null || delta.from === null) return '';
  const { missing, subChanged, recreated } = delta;
  const facts = [
    ['State', `${code(delta.from, 300)}, ${counted(delta.known, 'user')}`],
    ['New', count(delta.new)],
    ['Changed', count(delta.changed)],
    ['Unchanged', count(delta.unchanged)],
    [
      'Missing',
      missing.total === 0 ? '0' : `${count(missing.total)}, ${count(missing.new)} of them for the first time`,
    ],
    ['Other sub', rowsOf(subChanged)],
    ['Created anew', rowsOf(recreated)],
  ];
  const list = facts.filter(([, value]) => value !== '');
  return `<section>
<h2>Compared with the last state</h2>
<dl>
${list.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>\n`).join('')}</dl>
${missingSubs(missing.subs)}</section>
`;
}

function rowsOf(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const first = rows.slice(0, 20).join(', ');
  const more = rows.length > 20 ? ` … (${rows.length < LISTED ? count(rows.length) : `${count(LISTED)} or more`})` : '';
  return `${rows.length === 1 ? 'row' : 'rows'} ${first}${more}`;
}

function missingSubs(subs: readonly string[]): string {
  if (subs.length === 0) return '';
  const items = subs.slice(0, LISTED).map((sub) => `<li>${code(sub, 200)}</li>`);
  return `<details>
<summary>Who is missing for the first time</summary>
<ul class="subs" tabindex="0">${items.join('')}</ul>
</details>
`;
}
