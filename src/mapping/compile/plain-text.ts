/** Nothing to map: absent, null, an empty or blank text, a list without items. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value === '' || value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * The text that a scalar stands for, or undefined for lists and objects. A number that lost digits when JSON was read has no
 * text that could be trusted: null.
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

/** Whether all numbers in a JSON value are those that were written: not whole numbers beyond 2^53, nor too large for any. */
export function isExact(value: unknown): boolean {
  if (typeof value === 'number')
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (typeof value !== 'object' || value === null) return true;
  return (Array.isArray(value) ? value : Object.values(value)).every(isExact);
}
