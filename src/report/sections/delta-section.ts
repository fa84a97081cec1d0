import { markdownCode, shorten } from '../../text/escape.ts';
import { code } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportDelta, ReportHead } from '../report-data.ts';

const MAX_LISTED = 1_000;

/** How the export differs from the last state, for the page; empty without a last state. */
export function deltaList({ delta }: ReportHead, words: Words): string {
  if (delta === null || delta.from === null) return '';
  const state = `${code(delta.from, 300)}, ${words.text('users', { n: delta.known })}`;
  const facts = [[words.text('delta.state'), state], ...factsOf(delta, words)];
  return `<section>
<h2>${words.text('delta.title')}</h2>
<dl>
${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>\n`).join('')}</dl>
${missingSubs(delta.missing.subs, words)}</section>
`;
}

/** The same for the job summary, without the list of missing users. */
export function deltaSection({ delta }: ReportHead, words: Words): MarkdownSection {
  const name = words.text('part.delta');
  if (delta === null || delta.from === null) return { name, head: [], items: [] };
  const users = words.text('users', { n: delta.known });
  const state = `| ${words.text('delta.state')} | ${markdownCode(shorten(delta.from, 300))}, ${users} |`;
  return {
    name,
    head: [`### ${words.text('delta.title')}`, '', '| | |', '| --- | --- |'],
    items: [state, ...factsOf(delta, words).map(([fact, value]) => `| ${fact} | ${value} |`)],
  };
}

/** Names and values, which need no escaping. */
function factsOf(
  { new: fresh, changed, unchanged, missing, subChanged, recreated }: ReportDelta,
  words: Words,
): string[][] {
  const first = missing.total === 0 ? '' : words.text('delta.newly-missing', { n: missing.new });
  const facts = [
    [words.text('delta.new'), words.count(fresh)],
    [words.text('delta.changed'), words.count(changed)],
    [words.text('delta.unchanged'), words.count(unchanged)],
    [words.text('delta.missing'), `${words.count(missing.total)}${first}`],
    [words.text('delta.sub'), rowsOf(subChanged, words)],
    [words.text('delta.recreated'), rowsOf(recreated, words)],
  ];
  return facts.filter(([, value]) => value !== '');
}

function rowsOf(rows: readonly number[], words: Words): string {
  if (rows.length === 0) return '';
  const first = rows.slice(0, 20).join(', ');
  const all = rows.length < MAX_LISTED ? words.count(rows.length) : words.text('delta.or-more', { n: MAX_LISTED });
  const more = rows.length > 20 ? ` … (${all})` : '';
  return words.text('delta.rows', { n: rows.length, rows: `${first}${more}` });
}

function missingSubs(subs: readonly string[], words: Words): string {
  if (subs.length === 0) return '';
  const items = subs.slice(0, MAX_LISTED).map((sub) => `<li>${code(sub, 200)}</li>`);
  return `<details>
<summary>${words.text('delta.subs')}</summary>
<ul class="subs" tabindex="0">${items.join('')}</ul>
</details>
`;
}
