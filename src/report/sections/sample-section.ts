import { count } from '../../text/number-text.ts';
import type { ExplainedRule } from '../explanation.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { ReportHead, SampleUser } from '../report-data.ts';

const MAX_CHARACTERS = 300;
const MAX_JSON_CHARACTERS = 20_000;
const MAX_ROWS = 200;

/** Why a user was chosen, in words. */
const REASONS: { readonly [why in SampleUser['why']]: string } = {
  'no warning': 'a user without a warning',
  'most warnings': 'the user with most warnings',
  status: 'a user with this status',
};

/** Some users from their cells to the JSON that is sent, for the page; empty outside of mode plan. */
export function samplesHtml({ samples = [] }: ReportHead): string {
  if (samples.length === 0) return '';
  return `<section>\n<h2>Users as they arrive</h2>\n${samples.map(sampleHtml).join('')}</section>\n`;
}

function sampleHtml(user: SampleUser): string {
  const { row, file, line, why, decision, cells, rules, warnings } = user;
  const status = decision.status === null ? '' : `, ${text(decision.status.name, 50)}`;
  const values = cells.map(({ name, line: at, value }) => [count(at), code(name, 100), text(value, MAX_CHARACTERS)]);
  const steps = rules.map((rule) => [code(rule.field, 100), text(rule.at, 100), ...way(rule)]);
  const warned = warnings.map((one) => [code(one.code, 100), text(one.message, 500), text(one.hint, 500)]);
  const json = text(JSON.stringify(user.user, null, 2), MAX_JSON_CHARACTERS);
  return `<details>
<summary>Row ${count(row)}, ${code(`${file}:${line}`, 300)}${status}: ${REASONS[why]}</summary>
${tableSection(`Row ${count(row)} in the export`, ['#Line', 'Column', 'Value'], values.slice(0, MAX_ROWS))}${tableSection(`Rules for row ${count(row)}`, ['Field', 'Rule', 'Read', 'Steps', 'Result'], steps.slice(0, MAX_ROWS))}${tableSection(`Warnings of row ${count(row)}`, ['Code', 'What it means', 'What to do'], warned)}<h3>Sent to cidaas</h3>
<pre tabindex="0" role="region" aria-label="Row ${count(row)} as JSON">${json}</pre>
</details>
`;
}

/** What a rule read, its steps, and what came out. */
function way({ applies, input, steps, result, problem }: ExplainedRule): [string, string, string] {
  if (!applies) return ['', '', '<span class="dim">not for this record</span>'];
  const taken = steps.map(({ name, result: made }) => `${text(name, 30)}: ${text(made ?? '–', MAX_CHARACTERS)}`);
  const made = problem === null ? text(result ?? '–', MAX_CHARACTERS) : code(problem, 100);
  return [text(input ?? '', MAX_CHARACTERS), taken.join('<br>'), made];
}
