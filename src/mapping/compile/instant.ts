import type { MappingLocation } from '../field-rule.ts';
import { isRealDate } from './date.ts';
import { EPOCH, EPOCH_MILLISECONDS, EPOCH_SECONDS, ISO, namesOffset } from './date-format.ts';
import type { FieldError, FieldErrorFactory } from './field-error.ts';
import type { Luxon } from './libraries.ts';
import { type WallClock, wallClock } from './wall-clock.ts';

/** ISO 8601 and its usual spellings in exports: a space for the T, a comma for the point, `+00`, a space before the offset. */
const ISO_INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(?:(Z)|([+-])(\d\d):?(\d\d)?)?)?$/;
const NUMBER = /^-?\d{1,17}(?:\.\d{1,9})?$/;
/** 0001-01-01 to 9999-12-31: what ISO 8601 writes with four digits. */
const EARLIEST = -62_135_596_800_000;
const LATEST = 253_402_300_799_999;

/**
 * Reads points in time in any of `formats` and gives UTC with milliseconds and `Z`, as cidaas writes its own.
 * `zone` is for texts that name no offset. A text that two formats read differently is an error.
 */
export function instantParser(
  formats: readonly string[],
  zone: string | null,
  luxon: Luxon | null,
  at: MappingLocation,
  makeError: FieldErrorFactory,
): (text: string) => string | FieldError {
  const offset = zone === null && formats.includes(ISO) ? ' with an offset or Z' : '';
  const invalid = makeError(
    'instant.invalid',
    `is not a point in time in the format ${formats.join(' or ')}${offset}`,
    `Correct the value, or name the source's format and its zone: \`instant: dd.MM.yyyy HH:mm\`, \`zone: Europe/Berlin\` (${at}). \`rules: { instant.invalid: warn }\` leaves such values out.`,
  );
  const ambiguous = makeError(
    'date.ambiguous',
    'is a different time in two of its formats',
    `Keep one of the formats, such as \`instant: dd.MM.yyyy HH:mm\` (${at}).`,
  );
  const clock = zone === null ? null : wallClock(zone, luxon);
  const parsers = formats.map((format) => parserOf(format, clock, luxon));
  return (text) => {
    let found: number | null = null;
    for (const parse of parsers) {
      const time = parse(text);
      if (time === null || time === found || !(time >= EARLIEST && time <= LATEST)) continue;
      if (found !== null) return ambiguous;
      found = time;
    }
    return found === null ? invalid : new Date(found).toISOString();
  };
}

/** Milliseconds since 1970 in UTC, or null. */
type Parse = (text: string) => number | null;

function parserOf(format: string, clock: WallClock | null, luxon: Luxon | null): Parse {
  switch (format) {
    case ISO:
      return (text) => isoInstant(text, clock);
    case EPOCH:
      return (text) => (NUMBER.test(text) ? plausibleTime(Number(text)) : null);
    case EPOCH_SECONDS:
      return (text) => (NUMBER.test(text) ? Math.floor(Number(text) * 1000) : null);
    case EPOCH_MILLISECONDS:
      return (text) => (NUMBER.test(text) ? Math.floor(Number(text)) : null);
    default:
      return patternInstant(format, clock, luxon);
  }
}

/** 1990-01-01 and 2100-01-01: accounts are not older, and no unit reads a number of another one as a time between them. */
const PLAUSIBLE_FROM = 631_152_000_000;
const PLAUSIBLE_TO = 4_102_444_800_000;

/** The time that a count since 1970 means in the one unit in which it is plausible, in ms; null when it is in none. */
function plausibleTime(count: number): number | null {
  for (const time of [count * 1000, count, count / 1000]) {
    if (time >= PLAUSIBLE_FROM && time < PLAUSIBLE_TO) return Math.floor(time);
  }
  return null;
}

function isoInstant(text: string, clock: WallClock | null): number | null {
  const found = ISO_INSTANT.exec(text);
  if (found === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', z, sign, hours, minutes = '0'] =
    found;
  if (!isRealDate(Number(year), Number(month), Number(day))) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  // Date.UTC reads years below 100 as years of the 20th century.
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const wall = date.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds);
  if (z !== undefined) return wall;
  if (hours === undefined) return clock === null ? null : clock(wall);
  if (Number(hours) > 18 || Number(minutes) > 59) return null;
  return wall - (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function patternInstant(format: string, clock: WallClock | null, luxon: Luxon | null): Parse {
  if (luxon === null) throw new Error(`the format ${format} needs luxon, which was not loaded`);
  const { DateTime } = luxon;
  const parser = DateTime.buildFormatParser(format, { locale: 'en' });
  const absolute = namesOffset(format);
  return (text) => {
    const time = DateTime.fromFormatParser(text, parser, { zone: 'utc', locale: 'en' });
    if (!time.isValid) return null;
    if (absolute) return time.toMillis();
    return clock === null ? null : clock(time.toMillis());
  };
}
