import { isEmpty, textOf } from './source-value.ts';

/** ISO 8601 and its usual spellings in exports; without an offset UTC is meant. */
const POINT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/;

/** Active Directory counts in steps of 100 ns since 1601. */
const TICKS_PER_MS = 10_000;
const TICKS_BEFORE_1970_MS = 11_644_473_600_000;

/**
 * Whether this point in time is after `now` (ms since 1970). Used for the ends of locks and bans: a value that cannot be read
 * counts as future, so that an unknown format unlocks nobody. An empty value does not.
 */
export function isInFuture(value: unknown, now: number): boolean {
  if (isEmpty(value)) return false;
  const text = textOf(value)?.trim() ?? '';
  if (/^-?\d{1,10}$/.test(text)) return Number(text) * 1000 > now;
  if (/^-?\d{11,14}$/.test(text)) return Number(text) > now;
  if (/^\d{17,19}$/.test(text)) return Number(text) / TICKS_PER_MS - TICKS_BEFORE_1970_MS > now;
  const found = POINT.exec(text);
  if (found === null) return true;
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset = 'Z'] = found;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${withMinutes(offset)}`);
  return Number.isNaN(time) || time > now;
}

function withMinutes(offset: string): string {
  if (offset === 'Z') return offset;
  return offset.length === 3 ? `${offset}:00` : offset.replace(/^(...)(\d\d)$/, '$1:$2');
}
