/** The formats of dates in a column. */
export interface DateShapes {
  /** Texts by the pattern they fit: `d.M.yyyy`, `iso`, `#/#/yyyy HH:mm` (`#` is day or month), `epoch-seconds` … */
  readonly patterns: Map<string, number>;
  /** For the `#` patterns: how often the first, and the second, number can only be a day. */
  readonly days: { first: number; second: number };
  /** `0000-00-00` and similar, which mean no date. */
  placeholders: number;
}

export function emptyDateShapes(): DateShapes {
  return { patterns: new Map(), days: { first: 0, second: 0 }, placeholders: 0 };
}

const TIME = String.raw`(?:([T ])(\d\d):(\d\d)(?::(\d\d))?([.,]\d{1,9})?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`);
const DIGITS = /^(?:(\d{4})(\d\d)(\d\d)|(\d\d)(\d\d)(\d{4}))$/;
const NOTHING = /^0+([-/.])0+\1/;

/** Adds the format of one text, if it is a date. */
export function addDate(text: string, shapes: DateShapes): void {
  if (text.length < 8 || text.length > 40 || !/^\d/.test(text)) return;
  if (NOTHING.test(text)) shapes.placeholders += 1;
  else note(shapes, yearFirst(text) ?? yearLast(text, shapes) ?? digitsOnly(text));
}

function note({ patterns }: DateShapes, pattern: string | null): void {
  if (pattern !== null) patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
}

function yearFirst(text: string): string | null {
  const found = YEAR_FIRST.exec(text);
  if (found === null) return null;
  const [, , separator = '', month, day, gap, , , second, fraction, offset] = found;
  if (!isMonth(month) || !isDay(day)) return null;
  if (separator !== '-') return `yyyy${separator}M${separator}d${clock(gap, second, fraction, offset)}`;
  if (gap === undefined) return 'iso';
  return offset === undefined ? 'iso time' : 'iso offset';
}

function yearLast(text: string, shapes: DateShapes): string | null {
  const found = YEAR_LAST.exec(text);
  if (found === null) return null;
  const [, first, separator = '', second, , gap, , , seconds, fraction, offset] = found;
  const time = clock(gap, seconds, fraction, offset);
  // With dots, the day comes first.
  if (separator === '.' && isDay(first) && isMonth(second)) return `d.M.yyyy${time}`;
  if (!isDay(first) || !isDay(second) || !(isMonth(first) || isMonth(second))) return null;
  if (!isMonth(first)) shapes.days.first += 1;
  if (!isMonth(second)) shapes.days.second += 1;
  return `#${separator}#${separator}yyyy${time}`;
}

/** Ten or thirteen digits can be seconds or milliseconds since 1970, between 1980 and 2100. */
function digitsOnly(text: string): string | null {
  if (/^\d{10}$/.test(text) && Number(text) > 315_532_800 && Number(text) < 4_102_444_800) return 'epoch-seconds';
  if (/^\d{13}$/.test(text) && Number(text) > 315_532_800_000 && Number(text) < 4_102_444_800_000)
    return 'epoch-milliseconds';
  const found = DIGITS.exec(text);
  if (found === null) return null;
  if (/^(?:19|20)/.test(text) && isMonth(text.slice(4, 6)) && isDay(text.slice(6))) return 'yyyyMMdd';
  return isDay(text.slice(0, 2)) && isMonth(text.slice(2, 4)) && /^(?:19|20)/.test(text.slice(4)) ? 'ddMMyyyy' : null;
}

function clock(
  gap: string | undefined,
  second: string | undefined,
  fraction: string | undefined,
  offset: string | undefined,
): string {
  if (gap === undefined) return '';
  return `${gap === 'T' ? "'T'" : ' '}HH:mm${second === undefined ? '' : ':ss'}${fraction === undefined ? '' : '.SSS'}${offset === undefined ? '' : 'ZZ'}`;
}

function isMonth(text = ''): boolean {
  return Number(text) >= 1 && Number(text) <= 12;
}

function isDay(text = ''): boolean {
  return Number(text) >= 1 && Number(text) <= 31;
}

/** The formats for a mapping; `ambiguous` if day and month cannot be distinguished. */
export type DateFormats =
  | { readonly kind: 'formats'; readonly formats: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly choices: readonly string[] }
  | { readonly kind: 'none' };

/** Allows some values that are not dates. */
const MIN_SHARE = 0.9;

/** The formats of a column with `filled` values, if nearly all of them are dates. */
export function dateFormats(shapes: DateShapes, filled: number): DateFormats {
  const all = [...shapes.patterns];
  const seen = all.reduce((sum, [, count]) => sum + count, shapes.placeholders);
  if (all.length === 0 || seen < filled * MIN_SHARE) return { kind: 'none' };
  const { first, second } = shapes.days;
  if (all.some(([pattern]) => pattern.includes('#')) && first > 0 === second > 0) {
    const open = all.map(([pattern]) => pattern).filter((pattern) => pattern.includes('#'));
    return { kind: 'ambiguous', choices: open.flatMap((pattern) => [ordered(pattern, true), ordered(pattern, false)]) };
  }
  const formats = all
    .sort(([, a], [, b]) => b - a)
    .map(([pattern]) => ordered(pattern, first > 0).replace(/^iso .*/, 'iso'));
  return { kind: 'formats', formats: [...new Set(formats)] };
}

/** Whether some values have a time of day. */
export function hasTimes({ patterns }: DateShapes): boolean {
  return [...patterns.keys()].some((pattern) => /HH|^epoch|^iso /.test(pattern));
}

/** Whether some values have a time of day without an offset. */
export function needsZone({ patterns }: DateShapes): boolean {
  return [...patterns.keys()].some((pattern) => !/ZZ$|^epoch|^iso offset$/.test(pattern));
}

function ordered(pattern: string, dayFirst: boolean): string {
  return pattern.replace('#', dayFirst ? 'd' : 'M').replace('#', dayFirst ? 'M' : 'd');
}
