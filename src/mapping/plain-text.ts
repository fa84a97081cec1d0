/** Nothing to map: absent, null, an empty or blank text, a list without items. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value === '' || value.trim() === '';
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * The text that a scalar stands for, or undefined for lists and objects. A whole number beyond 2^53 has lost digits when JSON
 * was read, so it has no text that could be trusted: null.
 */
export function textOf(value: unknown): string | null | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isInteger(value) && !Number.isSafeInteger(value) ? null : String(value);
    case 'boolean':
      return String(value);
    default:
      return undefined;
  }
}
