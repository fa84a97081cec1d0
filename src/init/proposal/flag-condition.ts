import type { ColumnProfile } from './column-profile.ts';
import { dateFormats } from './date-shape.ts';
import { NO, YES } from './known-words.ts';

/** A condition that holds for the rows of which a column says yes; null when it does not say so in known words. */
export function flagCondition(column: ColumnProfile): { from: string; is?: string[]; empty?: boolean } | null {
  const { ref, words } = column;
  // `verified_at` says yes by being there.
  if (dateFormats(column.dates, column.filled).kind !== 'none') return { from: ref, empty: false };
  if (words === null || [...words.keys()].some((word) => !YES.includes(word) && !NO.includes(word))) return null;
  const yes = YES.filter((word) => words.has(word));
  return { from: ref, is: caseVariants(yes.length === 0 ? ['true', '1'] : yes) };
}

/** Conditions compare letter by letter. */
function caseVariants(words: readonly string[]): string[] {
  const all = words.flatMap((word) => [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`]);
  return [...new Set(all)];
}
