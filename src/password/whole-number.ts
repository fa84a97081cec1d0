/** A whole number from `min` to `max`, given as a number or as decimal digits; null for everything else. */
export function wholeNumber(value: unknown, min: number, max: number): number | null {
  if (typeof value === 'string') return /^\d{1,10}$/.test(value) ? wholeNumber(Number(value), min, max) : null;
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : null;
}

/** The largest number that four bytes can hold. */
export const MAX_ITERATIONS = 0xffff_ffff;
