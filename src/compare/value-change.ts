/**
 * Describes how a value changed without revealing it; null if there is no simple description. Reviewers see masked values,
 * where `m*** → M***` says too little and `k*** → k***` nothing.
 */
export function describeChange(before: unknown, after: unknown): string | null {
  const [from, to] = [kindOf(before), kindOf(after)];
  if (from !== to) return `${from} becomes ${to}`;
  if (typeof before === 'string' && typeof after === 'string') return describeTextChange(before, after);
  if (Array.isArray(before) && Array.isArray(after)) return describeListChange(before, after);
  return null;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty string' : 'text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'a boolean';
    default:
      return 'an object';
  }
}

function describeListChange(before: readonly unknown[], after: readonly unknown[]): string {
  if (after.length > before.length) return 'more entries';
  if (after.length < before.length) return 'fewer entries';
  const sorted = (list: readonly unknown[]): string => JSON.stringify(list.map((one) => JSON.stringify(one)).sort());
  return sorted(before) === sorted(after) ? 'different order' : 'different entries';
}

function describeTextChange(before: string, after: string): string | null {
  const moment = describeInstantChange(before, after);
  if (moment !== null) return moment;
  for (const [how, stripped] of COMPARISONS) if (stripped(before) === stripped(after)) return how;
  if (after.endsWith(before)) return 'text added at the start';
  if (after.startsWith(before)) return 'text added at the end';
  if (before.endsWith(after)) return 'text removed at the start';
  if (before.startsWith(after)) return 'text removed at the end';
  return null;
}

/** Only upper and lower case differ; cidaas treats such identifiers as the same. */
export const CASE_ONLY = 'only upper and lower case';

/** From the smallest difference to the largest: each one ignores what the previous ones ignore, and more. */
const COMPARISONS: readonly (readonly [string, (text: string) => string])[] = [
  ['only white space', (text) => text.replace(/\s+/g, '')],
  [CASE_ONLY, (text) => folded(text).replace(/\s+/g, '')],
  ['only accents', (text) => plainLetters(text).replace(/\s+/g, '')],
  ['only punctuation', (text) => plainLetters(text).replace(/[^\p{L}\p{N}]+/gu, '') || text],
];

function plainLetters(text: string): string {
  return folded(text.normalize('NFKD').replace(/\p{M}+/gu, ''));
}

/** Upper case first, so that ß equals SS. */
function folded(text: string): string {
  return text.toUpperCase().toLowerCase();
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A wrong time zone shifts a time by less than this, a wrong format by more. */
const ZONE_MS = 26 * HOUR_MS;

/** The two most common mapping mistakes for times: day and month swapped, and a wrong time zone. */
function describeInstantChange(before: string, after: string): string | null {
  const [, year, month, day] = DATE.exec(before) ?? [];
  if (year !== undefined && after === `${year}-${day}-${month}`) return 'day and month swapped';
  const isMoment = (text: string): boolean => DATE.test(text) || INSTANT.test(text);
  if (!isMoment(before) || !isMoment(after)) return null;
  const ms = Date.parse(after) - Date.parse(before);
  if (Number.isNaN(ms)) return null;
  if (ms === 0) return 'the same time in a different notation';
  const way = ms > 0 ? 'later' : 'earlier';
  if (Math.abs(ms) === DAY_MS) return `one day ${way}`;
  if (Math.abs(ms) >= ZONE_MS || year !== undefined) return null;
  return `${Number((Math.abs(ms) / HOUR_MS).toFixed(2))} h ${way}`;
}
