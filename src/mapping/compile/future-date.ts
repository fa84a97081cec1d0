/** ISO 8601 and its usual spellings in exports; without an offset UTC is meant. */
const POINT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/;
/** `31.12.2030 23:59`: with points, the day is first everywhere. */
const GERMAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? (\d\d):(\d\d)(?::(\d\d))?)?$/;
/** LDAP's generalized time, `20301231235959Z`, also without the offset, or with an offset and no seconds. */
const GENERALIZED =
  /^((?:19|2\d)\d\d|9999)(\d\d)(\d\d)(\d\d)(\d\d)(?:(\d\d)(?:[.,]\d{1,9})?(Z|[+-]\d\d(?:\d\d)?)?|(Z|[+-]\d\d(?:\d\d)?))$/;
const COMPACT = /^((?:19|20)\d\d)([01]\d)([0-3]\d)$/;

const DAY_MS = 86_400_000;

/** Active Directory counts in steps of 100 ns since 1601. */
const TICKS_PER_MS = 10_000;
const TICKS_BEFORE_1970_MS = 11_644_473_600_000;

/**
 * Whether a point in time, as a trimmed text, is after `now` (ms since 1970); null when it cannot be read. `isInDays`: the text
 * counts days since 1970, which cannot be told from other small numbers.
 */
export function isInFuture(text: string, now: number, isInDays = false): boolean | null {
  const time = isInDays ? daysTime(text) : timeOf(text);
  return time === null ? null : time > now;
}

function daysTime(text: string): number | null {
  return /^\d{1,7}$/.test(text) ? Number(text) * DAY_MS : null;
}

/** Milliseconds since 1970; PostgreSQL writes `infinity` for what never ends. */
function timeOf(text: string): number | null {
  if (COMPACT.test(text)) return partsTime(text.replace(COMPACT, '$1-$2-$3'));
  if (GENERALIZED.test(text)) return partsTime(text.replace(GENERALIZED, spelledOut));
  if (/^-?\d{1,19}(?:\.\d+)?$/.test(text)) return epochTime(Number(text));
  if (/^[+-]?infinity$/i.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const [, day = '', month = '', year = '', hour = '00', minute = '00', second = '00'] = GERMAN.exec(text) ?? [];
  if (year === '') return partsTime(text);
  return partsTime(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${hour}:${minute}:${second}`);
}

/** Seconds, milliseconds or microseconds since 1970, or ticks since 1601, by their size; 0 and below mean never. */
function epochTime(number: number): number | null {
  if (number <= 0) return number * 1000;
  if (number < 100_000_000) return null;
  if (number < 1e11) return number * 1000;
  if (number < 1e14) return number;
  if (number < 1e16) return number / 1000;
  return number / TICKS_PER_MS - TICKS_BEFORE_1970_MS;
}

function partsTime(text: string): number | null {
  const found = POINT.exec(text);
  if (found === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset = 'Z'] = found;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${withMinutes(offset)}`);
  return Number.isNaN(time) ? null : time;
}

function withMinutes(offset: string): string {
  if (offset === 'Z') return offset;
  return offset.length === 3 ? `${offset}:00` : offset.replace(/^(...)(\d\d)$/, '$1:$2');
}

function spelledOut(
  _: string,
  year: string,
  month: string,
  day: string,
  hour: string,
  minute: string,
  ...rest: string[]
): string {
  const [second = '00', offset = '', offsetOfMinute = ''] = rest;
  return `${year}-${month}-${day} ${hour}:${minute}:${second}${offset}${offsetOfMinute}`;
}
