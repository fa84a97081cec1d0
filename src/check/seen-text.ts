import type { Seen } from './setup-use.ts';

/** Who sends something: `3 of 10 users (first: row 17)`, or `The mapping` when no user was looked at. */
export function who({ users: some, row }: Seen, users: number): string {
  if (row === null) return 'The mapping';
  return `${counted(some)} of ${counted(users)} ${users === 1 ? 'user' : 'users'} (first: row ${counted(row)})`;
}

/** `1,234`. */
export function counted(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `"a", "b" and 3 more`. */
export function listed(words: readonly string[], most = 5): string {
  const shown = words.slice(0, most).map((word) => `"${word}"`);
  const rest = words.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${counted(rest)} more` : shown.join(', ');
}
