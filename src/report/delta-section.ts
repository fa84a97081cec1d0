import { markdownCode, shorten } from '../text/escape.ts';
import { count, counted } from '../text/number-text.ts';
import { code } from './html/page-table.ts';
import type { MarkdownSection } from './markdown-budget.ts';
import type { ReportDelta, ReportHead } from './report-data.ts';

const TITLE = 'Compared with the last state';
const LISTED = 1_000;

/** How the export differs from the last state, for the page; nothing when there was none to compare with. */
export function deltaList({ delta }: ReportHead): string {
  if (delta === null || delta.from === null) return '';
  const facts = [['State', `${code(delta.from, 300)}, ${counted(delta.known, 'user')}`], ...factsOf(delta)];
  return `<section>
<h2>${TITLE}</h2>
<dl>
${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>\n`).join('')}</dl>
${missingSubs(delta.missing.subs)}</section>
`;
}

/** The same for the job summary, without the list of who is missing. */
export function deltaSection({ delta }: ReportHead): MarkdownSection {
  const name = 'facts about the last state';
  if (delta === null || delta.from === null) return { name, head: [], items: [] };
  const state = `| State | ${markdownCode(shorten(delta.from, 300))}, ${counted(delta.known, 'user')} |`;
  return {
    name,
    head: [`### ${TITLE}`, '', '| | |', '| --- | --- |'],
    items: [state, ...factsOf(delta).map(([fact, value]) => `| ${fact} | ${value} |`)],
  };
}

/** Names and values, made of numbers and words of ours alone. */
function factsOf({ new: fresh, changed, unchanged, missing, subChanged, recreated }: ReportDelta): string[][] {
  const first = missing.total === 0 ? '' : `, ${count(missing.new)} of them for the first time`;
  const facts = [
    ['New', count(fresh)],
    ['Changed', count(changed)],
    ['Unchanged', count(unchanged)],
    ['Missing', `${count(missing.total)}${first}`],
    ['Other sub', rowsOf(subChanged)],
    ['Created anew', rowsOf(recreated)],
  ];
  return facts.filter(([, value]) => value !== '');
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
