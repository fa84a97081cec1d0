import { NO, YES } from '../../mapping/unread/state-words.ts';
import type { ColumnProfile } from './column-profile.ts';
import { dateFormats } from './date-shape.ts';

/** A condition for the rows in which a column means yes; null if its values are unknown. */
export function flagCondition(column: ColumnProfile): { from: string; is?: string[]; empty?: boolean } | null {
  const { ref, words } = column;
  // `verified_at` means yes if it has a value.
  if (dateFormats(column.dates, column.filled).kind !== 'none') return { from: ref, empty: false };
  if (words === null || [...words.keys()].some((word) => !YES.includes(word) && !NO.includes(word))) return null;
  const yes = YES.filter((word) => words.has(word));
  return { from: ref, is: caseVariants(yes.length === 0 ? ['true', '1'] : yes) };
}

/** Conditions are case-sensitive. */
function caseVariants(words: readonly string[]): string[] {
  const all = words.flatMap((word) => [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`]);
  return [...new Set(all)];
}
