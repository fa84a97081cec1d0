/** Tokens of luxon that mean the same everywhere: no locale, no two-digit years, no localised macros. */
const TOKENS: readonly string[] = [
  ...['yyyy', 'MM', 'M', 'MMM', 'MMMM', 'dd', 'd', 'HH', 'H', 'hh', 'h', 'mm', 'm', 'ss', 's'],
  ...['SSS', 'u', 'a', 'Z', 'ZZ', 'ZZZ', 'z'],
];

/** Names of formats that are not patterns. */
export const ISO = 'iso';
/** Seconds, milliseconds or microseconds, told apart by their size. */
export const EPOCH = 'epoch';
export const EPOCH_SECONDS = 'epoch-seconds';
export const EPOCH_MILLISECONDS = 'epoch-milliseconds';

/** Formats that need no library. */
export const PARSED_HERE: readonly string[] = [ISO, EPOCH, EPOCH_SECONDS, EPOCH_MILLISECONDS];

const MAX_LENGTH = 100;

/** The tokens of a pattern, in order, without text in single quotes and punctuation. */
function tokensOf(format: string): string[] {
  return format.replace(/'[^']*'/g, ' ').match(/([A-Za-z])\1*/g) ?? [];
}

/** Whether a text in this format contains its offset from UTC. */
export function namesOffset(format: string): boolean {
  if (PARSED_HERE.includes(format)) return format !== ISO;
  return tokensOf(format).some((token) => token.toLowerCase().startsWith('z'));
}

/** What is wrong with a format, as a clause that follows its name; null for a valid one. */
export function formatProblem(format: string, kind: 'date' | 'instant'): string | null {
  if (format === ISO) return null;
  if (PARSED_HERE.includes(format)) {
    return kind === 'instant' ? null : 'is a format of instants, not of dates';
  }
  if (format.length > MAX_LENGTH) return `has more than ${MAX_LENGTH} characters`;
  const tokens = tokensOf(format);
  // Each of many one-digit tokens would double the ways to read a text.
  const twice = tokens.find((token, index) => tokens.indexOf(token) !== index);
  if (twice !== undefined) return `has "${twice}" twice`;
  if (tokens.includes('yy')) return 'has a two-digit year, which is ambiguous: the source must give four digits (yyyy)';
  const unknown = tokens.find((token) => !TOKENS.includes(token));
  if (unknown !== undefined) {
    return `has "${unknown}", which is not a known token: write yyyy, MM, dd, HH, mm, ss (as in dd.MM.yyyy HH:mm), other text in single quotes`;
  }
  const has = (...wanted: string[]) => wanted.some((token) => tokens.includes(token));
  if (!has('yyyy') || !has('MM', 'M', 'MMM', 'MMMM') || !has('dd', 'd'))
    return 'must have a year (yyyy), a month (MM) and a day (dd)';
  const timed = has('HH', 'H', 'hh', 'h', 'mm', 'm', 'ss', 's', 'SSS', 'u', 'a', 'Z', 'ZZ', 'ZZZ', 'z');
  if (kind === 'date' && timed) return 'has a time of day, which a date does not';
  if (has('hh', 'h') !== has('a')) return 'must have both hh and a (am or pm), or HH for 24 hours';
  return null;
}
