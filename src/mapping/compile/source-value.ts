import { isTooDeep } from '../../source/nesting.ts';
import { parseExactJson } from '../../text/exact-json.ts';

/** Nothing to map: absent, null, an empty or blank text, a list without items. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value === '' || value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** A list or an object in which every value is empty: nothing, in a wrapping. */
export function isHollow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const values = Object.values(value);
  return values.length > 0 && values.every((inner) => isEmpty(inner) || isHollow(inner));
}

/**
 * The text of a scalar, or undefined for lists and objects. A number that lost digits when JSON was read has no text that can
 * be trusted: null.
 */
export function textOf(value: unknown): string | null | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return isExact(value) ? String(value) : null;
    case 'boolean':
      return String(value);
    default:
      return undefined;
  }
}

/** Whether all numbers in a JSON value are those that were written: not whole numbers beyond 2^53, nor infinite. */
export function isExact(value: unknown): boolean {
  if (typeof value === 'number')
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (typeof value !== 'object' || value === null) return true;
  return (Array.isArray(value) ? value : Object.values(value)).every(isExact);
}

/** The text is not JSON. */
const NOT_JSON = Symbol('not JSON');
/** The text is JSON, but nested so deeply that walking through it would exhaust the stack. */
export const TOO_DEEP = Symbol('nested too deeply');

/** The value of a text of JSON, or one of the symbols above. The depth of records is checked as they are read, that of texts in them is not. */
export function parseCell(text: string): unknown {
  try {
    const value = parseExactJson(text);
    return isTooDeep(value) ? TOO_DEEP : value;
  } catch {
    return NOT_JSON;
  }
}
