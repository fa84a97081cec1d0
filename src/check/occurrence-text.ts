import { count } from '../text/number-text.ts';
import type { Occurrences } from './setup-use.ts';

/** The affected users: `3 of 10 users (first: row 17)`, or `The mapping` if no users were checked. */
export function affectedUsers({ users: affected, row }: Occurrences, users: number): string {
  if (row === null) return 'The mapping';
  return `${count(affected)} of ${count(users)} ${users === 1 ? 'user' : 'users'} (first: row ${count(row)})`;
}

/** `"a", "b" and 3 more`. */
export function quotedList(words: readonly string[], most = 5): string {
  const shown = words.slice(0, most).map((word) => `"${word}"`);
  const rest = words.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${count(rest)} more` : shown.join(', ');
}
