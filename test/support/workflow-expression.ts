import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** Contexts by their names (`inputs`, `secrets`, `steps` …), as plain values. */
export type Contexts = { readonly [name: string]: unknown };

/** How the steps before an `if` ended; its status functions ask for it. */
export interface Status {
  readonly failed: boolean;
}

const STATUS_FUNCTIONS = ['success', 'failure', 'always', 'cancelled'] as const;
const STATUS_CALL = new RegExp(`\\b(?:${STATUS_FUNCTIONS.join('|')})\\s*\\(`, 'i');

/** A text with its `${{ … }}` replaced. One that is nothing but an expression may be a number or a boolean; those become text. */
export function filledIn(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluated(expression, contexts, { failed: false }).coerceString(),
  );
}

/** Whether an `if` holds. One that asks for no status implies `success()`, as on GitHub. */
export function holds(condition: string | undefined, contexts: Contexts, status: Status): boolean {
  const bare = condition?.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1') ?? 'success()';
  if (status.failed && !STATUS_CALL.test(bare)) return false;
  // What counts as true is GitHub's business, so its own `!` is asked.
  return evaluated(`!(${bare})`, contexts, status).coerceString() === 'false';
}

/** GitHub's own evaluator. A context that a step would not have is an error, as on GitHub. */
function evaluated(expression: string, contexts: Contexts, { failed }: Status): data.ExpressionData {
  const answers = { success: !failed, failure: failed, always: true, cancelled: false };
  const functions = STATUS_FUNCTIONS.map((name) => {
    return { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answers[name]) };
  });
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, known, new Map(functions.map((one) => [one.name, one]))).evaluate();
}
