/** A whole number from `least` to `most` out of a number or its decimal digits; null for everything else. */
export function wholeNumber(value: unknown, least: number, most: number): number | null {
  if (typeof value === 'string') return /^\d{1,10}$/.test(value) ? wholeNumber(Number(value), least, most) : null;
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

/** What four bytes can count. */
export const MAX_ITERATIONS = 0xffff_ffff;
