import type { ExplainedRule } from '../explanation.ts';
import { place, placedText } from '../html/page-place.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { ReportHead, SampleUser } from '../report-data.ts';
import { NO_LINKS, type SourceLinks } from '../source-links.ts';

const MAX_CHARACTERS = 300;
const MAX_JSON_CHARACTERS = 20_000;
const MAX_ROWS = 200;

/** Some users from their cells to the JSON that is sent, for the page; empty outside of mode plan. */
export function samplesHtml({ samples = [] }: ReportHead, words: Words, links: SourceLinks): string {
  if (samples.length === 0) return '';
  return `<section>\n<h2>${words.text('samples.title')}</h2>\n${samples.map((user) => sampleHtml(user, words, links)).join('')}</section>\n`;
}

function sampleHtml(user: SampleUser, words: Words, links: SourceLinks): string {
  const { row, file, line, why, decision, cells, rules, warnings } = user;
  const status = decision.status === null ? '' : `, ${text(decision.status.name, 50)}`;
  const values = cells.map(({ name, line: at, value }) => [
    words.count(at),
    code(name, 100),
    text(value, MAX_CHARACTERS),
  ]);
  const steps = rules.map((rule) => [
    code(rule.field, 100),
    `<span class="place">${placedText(rule.at, links, 100)}</span>`,
    ...way(rule, words),
  ]);
  const warned = warnings.map((one) => [code(one.code, 100), text(one.message, 500), text(one.hint, 500)]);
  const json = text(JSON.stringify(user.user, null, 2), MAX_JSON_CHARACTERS);
  const columns = {
    values: [`#${words.text('samples.line')}`, words.text('samples.column'), words.text('samples.value')],
    rules: [
      words.text('column.field'),
      words.text('samples.rule'),
      words.text('samples.read'),
      words.text('samples.steps'),
      words.text('samples.result'),
    ],
    warnings: [words.text('column.code'), words.text('samples.meaning'), words.text('column.to-do')],
  };
  const about = { row, place: place({ file, line }, NO_LINKS), status, why: words.text(`samples.${why}`) };
  return `<details>
<summary>${words.text('samples.summary', about)}</summary>
${tableSection(words.text('samples.export', { row }), columns.values, values.slice(0, MAX_ROWS))}${tableSection(words.text('samples.rules', { row }), columns.rules, steps.slice(0, MAX_ROWS))}${tableSection(words.text('samples.warnings', { row }), columns.warnings, warned)}<h3>${words.text('samples.sent')}</h3>
<pre tabindex="0" role="region" aria-label="${words.text('samples.json', { row })}">${json}</pre>
</details>
`;
}

/** What a rule read, its steps, and what came out. */
function way({ applies, input, steps, result, problem }: ExplainedRule, words: Words): [string, string, string] {
  if (!applies) return ['', '', `<span class="dim">${words.text('samples.no-rule')}</span>`];
  const taken = steps.map(({ name, result: made }) => `${text(name, 30)}: ${text(made ?? '–', MAX_CHARACTERS)}`);
  const made = problem === null ? text(result ?? '–', MAX_CHARACTERS) : code(problem, 100);
  return [text(input ?? '', MAX_CHARACTERS), taken.join('<br>'), made];
}
