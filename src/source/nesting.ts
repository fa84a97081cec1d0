/**
 * Maximum nesting of lists and objects in a record, and of the elements of an XML document. Real exports are far below; deeper
 * nesting is an attempt to exhaust the stack of recursive code.
 */
export const MAX_RECORD_DEPTH = 100;

/** Maximum nesting of a JSON document: each open level uses memory. */
export const MAX_DOCUMENT_DEPTH = 10_000;

/** Whether a JSON value is nested deeper than a record may be. */
export function isTooDeep(value: unknown, levels = MAX_RECORD_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const each of Array.isArray(value) ? value : Object.values(value)) if (isTooDeep(each, levels - 1)) return true;
  return false;
}
