import { markdownCode, shorten } from '../../text/escape.ts';
import { count, counted } from '../../text/number-text.ts';
import { code } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportDelta, ReportHead } from '../report-data.ts';

const TITLE = 'Changes since the last state';
const MAX_LISTED = 1_000;

/** How the export differs from the last state, for the page; empty without a last state. */
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

/** The same for the job summary, without the list of missing users. */
export function deltaSection({ delta }: ReportHead): MarkdownSection {
  const name = 'changes since the last state';
  if (delta === null || delta.from === null) return { name, head: [], items: [] };
  const state = `| State | ${markdownCode(shorten(delta.from, 300))}, ${counted(delta.known, 'user')} |`;
  return {
    name,
    head: [`### ${TITLE}`, '', '| | |', '| --- | --- |'],
    items: [state, ...factsOf(delta).map(([fact, value]) => `| ${fact} | ${value} |`)],
  };
}

/** Names and values, which need no escaping. */
function factsOf({ new: fresh, changed, unchanged, missing, subChanged, recreated }: ReportDelta): string[][] {
  const first = missing.total === 0 ? '' : `, ${count(missing.new)} of them newly missing`;
  const facts = [
    ['New', count(fresh)],
    ['Changed', count(changed)],
    ['Unchanged', count(unchanged)],
    ['Missing', `${count(missing.total)}${first}`],
    ['Different sub', rowsOf(subChanged)],
    ['Created again', rowsOf(recreated)],
  ];
  return facts.filter(([, value]) => value !== '');
}

function rowsOf(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const first = rows.slice(0, 20).join(', ');
  const more =
    rows.length > 20 ? ` … (${rows.length < MAX_LISTED ? count(rows.length) : `${count(MAX_LISTED)} or more`})` : '';
  return `${rows.length === 1 ? 'row' : 'rows'} ${first}${more}`;
}

function missingSubs(subs: readonly string[]): string {
  if (subs.length === 0) return '';
  const items = subs.slice(0, MAX_LISTED).map((sub) => `<li>${code(sub, 200)}</li>`);
  return `<details>
<summary>Newly missing users</summary>
<ul class="subs" tabindex="0">${items.join('')}</ul>
</details>
`;
}
