import { styleText } from 'node:util';
import { escapeControlChars, shorten } from '../text/escape.ts';
import { count } from '../text/number-text.ts';
import type { ExplainedDecision, ExplainedRule, Explanation } from './explanation.ts';

const MAX_CHARACTERS = 500;

type Tone = 'title' | 'name' | 'good' | 'bad' | 'dim';
const STYLES = { title: 'bold', name: 'cyan', good: 'green', bad: 'red', dim: 'dim' } as const satisfies {
  readonly [tone in Tone]: string;
};

/** An explanation for people, as lines of a terminal. Control characters of the export are escaped. */
export function explanationText(explanation: Explanation, hasColour: boolean): string {
  const paint = (tone: Tone, text: string): string =>
    hasColour ? styleText(STYLES[tone], text, { validateStream: false }) : text;
  const { row, file, line, cells, rules, password, warnings, decision, user } = explanation;
  const width = Math.min(30, Math.max(0, ...cells.map(({ name }) => name.length)));
  const sections = [
    [paint('title', `Row ${count(row)}, ${safe(file)}:${line}`)],
    [
      paint('title', 'In the export'),
      ...cells.map(
        (cell) =>
          `  ${paint('dim', String(cell.line).padStart(6))}  ${paint('name', safe(cell.name).padEnd(width))}  ${safe(cell.value)}`,
      ),
    ],
    [paint('title', 'Rules'), ...rules.flatMap((rule) => ruleLines(rule, paint))],
    password === null ? [] : [`${paint('title', 'Password')}: ${safe(password)}`],
    warnings.length === 0
      ? []
      : [
          paint('title', 'Warnings'),
          ...warnings.map(
            ({ code, message, hint }) => `  ${paint('name', safe(code))}: ${safe(message)} ${safe(hint)}`,
          ),
        ],
    decisionLines(decision, paint),
    // JSON escapes control characters itself.
    user === null ? [] : [paint('title', 'Sent to cidaas'), JSON.stringify(user, null, 2)],
  ];
  const filled = sections.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

type Paint = (tone: Tone, text: string) => string;

function ruleLines({ field, at, applies, input, steps, result, problem }: ExplainedRule, paint: Paint): string[] {
  const head = `  ${paint('name', safe(field))} ${paint('dim', `(${safe(at)})`)}`;
  if (!applies) return [`${head}: not for this record`];
  const made = problem === null ? paint('good', safe(result ?? 'left out')) : paint('bad', safe(problem));
  const taken = steps.map(({ name, result: after }) => `    ${name.padEnd(8)} ${safe(after ?? 'nothing')}`);
  return [`${head}: ${made}`, ...(input === null ? [] : [`    ${'read'.padEnd(8)} ${safe(input)}`]), ...taken];
}

function decisionLines({ outcome, code, message, hint, status }: ExplainedDecision, paint: Paint): string[] {
  const decided = paint(outcome === 'planned' ? 'good' : 'bad', outcome);
  const why = [code === null || code === outcome ? null : `${code}:`, message, hint].filter((text) => text !== null);
  return [
    `${paint('title', 'Decision')}: ${decided}${status === null ? '' : `, ${safe(status.name)} because of ${safe(status.reason)}`}`,
    ...(why.length === 0 ? [] : [`  ${safe(why.join(' '))}`]),
    ...(outcome === 'planned'
      ? [paint('dim', '  A plan of the whole export also compares this user with all others (duplicate).')]
      : []),
  ];
}

function safe(text: string): string {
  return escapeControlChars(shorten(text, MAX_CHARACTERS));
}
