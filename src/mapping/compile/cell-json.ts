import { isTooDeep } from '../../source/nesting.ts';

/** The text is no JSON. */
const NO_JSON = Symbol('no JSON');
/** The text is JSON, but nested so deeply that whatever walks through it would exhaust the stack. */
export const TOO_DEEP = Symbol('nested too deeply');

/** What JSON in a cell holds, or one of the symbols above. Records are checked as they are read; what stands in their texts is not. */
export function cellJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value) ? TOO_DEEP : value;
  } catch {
    return NO_JSON;
  }
}
