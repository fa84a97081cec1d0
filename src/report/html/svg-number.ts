/** A coordinate of a drawing, with one decimal. */
export function svgNumber(value: number): string {
  return String(Math.round(value * 10) / 10);
}
