/** Deeper values are not searched: no caller accepts records that are nested deeper. */
const MAX_DEPTH = 100;

const WHOLE_NUMBER = /^-?\d+$/;

/**
 * Parses JSON. Whole numbers beyond 2^53 become text with all their digits: they are ids, which must not be rounded. Other
 * numbers that cannot be held (`1e999`) stay numbers.
 *
 * @throws SyntaxError when the text is not JSON. Its message quotes the text.
 */
export function parseExactJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // A reviver makes parsing several times slower, so only texts that need it pay for it.
  if (!hasRoundedNumber(value, MAX_DEPTH)) return value;
  try {
    return JSON.parse(text, reviveNumber);
  } catch (error) {
    // Revivers are called recursively. A value that exhausts the stack is nested deeper than any caller accepts.
    if (error instanceof RangeError) return value;
    throw error;
  }
}

/** A number as JSON has it, `source`: its text if it is a whole number beyond 2^53. */
export function exactNumber(source: string): number | string {
  const number = Number(source);
  return isRounded(number) && WHOLE_NUMBER.test(source) ? source : number;
}

function isRounded(number: number): boolean {
  return Number.isInteger(number) && !Number.isSafeInteger(number);
}

function hasRoundedNumber(value: unknown, levels: number): boolean {
  if (typeof value === 'number') return isRounded(value);
  if (typeof value !== 'object' || value === null || levels === 0) return false;
  for (const each of Array.isArray(value) ? value : Object.values(value))
    if (hasRoundedNumber(each, levels - 1)) return true;
  return false;
}

/** TypeScript's declaration of `JSON.parse` lacks the third parameter of a reviver, which has the text of a scalar. */
function reviveNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? exactNumber(context.source) : value;
}
