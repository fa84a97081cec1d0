import { MAX_TEXT } from './record-limit.ts';

export type Jsonata = typeof import('jsonata');

/** Limits of one expression on one record: far more than a field needs, and they stop an endless one. */
const LIMITS = { timeout: 1_000, stack: 200, sequence: 10_000 } as const;

/**
 * What an expression gave: a plain value, or the code of its error. `time`, `memory` and `length` are codes of this tool, `error`
 * is any error without a code of JSONata. The library's message may quote the record, so only its code is kept (`D3030`).
 */
export type Evaluated = { readonly value: unknown } | { readonly code: string };

/** Evaluates expressions for records, where no expression can stop, fill or read the run. */
export interface ExpressionEvaluator {
  /** The results of every expression for each input, in the order of `expressions`. */
  evaluate(expressions: readonly string[], inputs: readonly object[]): Promise<readonly (readonly Evaluated[])[]>;
}

/** Reads an expression. Throws the library's error, which has a code and a position. */
export function readExpression(jsonata: Jsonata, text: string): ReturnType<Jsonata> {
  return jsonata(text, LIMITS);
}

/** Evaluates expressions in this process, which they can stop: see `run/expression-process.ts`. Each text is read once. */
export function expressionEvaluation(jsonata: Jsonata): (text: string, input: object) => Promise<Evaluated> {
  const known = new Map<string, ReturnType<Jsonata>>();
  return async (text, input) => {
    const expression = known.get(text) ?? readExpression(jsonata, text);
    known.set(text, expression);
    try {
      return plainValue(await expression.evaluate(input));
    } catch (error) {
      const code = errorCode(error);
      return { code: code === 'D1012' ? 'time' : code };
    }
  };
}

/** The library adds properties to its lists, and its functions are objects that hold their environment. */
function plainValue(value: unknown): Evaluated {
  if (typeof value === 'string' && value.length > MAX_TEXT) return { code: 'length' };
  if (typeof value === 'function' || typeof value === 'symbol') return { code: 'error' };
  if (typeof value !== 'object' || value === null) return { value };
  if ('_jsonata_function' in value || '_jsonata_lambda' in value) return { code: 'error' };
  const json = JSON.stringify(value);
  return json.length > MAX_TEXT ? { code: 'length' } : { value: JSON.parse(json) };
}

export function errorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z]\d{4}$/.test(code) ? code : 'error';
}
