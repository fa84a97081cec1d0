/**
 * How deep lists and objects of a record may stand in each other. No export of users comes near; what is deeper is made to
 * exhaust the stack of whatever walks through it.
 */
const MAX_RECORD_DEPTH = 100;

/** A document that goes on deeper is not read any further: each open level takes memory. */
export const MAX_DOCUMENT_DEPTH = 10_000;

/** Whether a JSON value is nested deeper than any record of users. */
export function isTooDeep(value: unknown, levels = MAX_RECORD_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const each of Array.isArray(value) ? value : Object.values(value)) if (isTooDeep(each, levels - 1)) return true;
  return false;
}
