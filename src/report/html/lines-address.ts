/**
 * The list of failures with a search for the lines of a bar, as the part of an address from `#` on. Bar 0 begins at line 1, and
 * each covers `lines` lines.
 */
export function linesAddress(file: string, lines: number, bar: number): string {
  // The search takes words; the last one of the name is enough.
  const name = file.split(/\s+/).at(-1) ?? '';
  return `#${new URLSearchParams({ q: `${name}:${bar * lines + 1}-${(bar + 1) * lines}` })}`;
}
