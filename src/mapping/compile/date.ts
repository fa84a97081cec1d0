import type { MappingLocation } from '../field-rule.ts';
import { ISO } from './date-format.ts';
import type { FieldError, FieldErrorFactory } from './field-error.ts';
import type { Luxon } from './libraries.ts';

/** A date, also one followed by a time of exactly midnight, which adds nothing to the date. */
const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:[.,]0{1,9})?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/**
 * Reads dates in any of `formats` and gives `YYYY-MM-DD`. A text that two formats read as different days is an error: which
 * one is meant is never guessed.
 */
export function dateParser(
  formats: readonly string[],
  luxon: Luxon | null,
  at: MappingLocation,
  makeError: FieldErrorFactory,
): (text: string) => string | FieldError {
  const wanted = formats.map((format) => (format === ISO ? 'yyyy-MM-dd' : format)).join(' or ');
  const invalid = makeError(
    'date.invalid',
    `is not a date in the format ${wanted}`,
    `Correct the date, or name the source's format: \`date: dd.MM.yyyy\` (${at}). \`rules: { date.invalid: warn }\` leaves such values out.`,
  );
  const ambiguous = makeError(
    'date.ambiguous',
    'is a different date in two of its formats',
    `Keep one of the formats, such as \`date: dd.MM.yyyy\` (${at}).`,
  );
  const parsers = formats.map((format) => (format === ISO ? isoDate : patternDate(format, luxon)));
  return (text) => {
    let found: string | null = null;
    for (const parse of parsers) {
      const date = parse(text);
      if (date === null || date === found) continue;
      if (found !== null) return ambiguous;
      found = date;
    }
    return found ?? invalid;
  };
}

function isoDate(text: string): string | null {
  const found = ISO_DATE.exec(text);
  return found !== null && isRealDate(Number(found[1]), Number(found[2]), Number(found[3])) ? text.slice(0, 10) : null;
}

function patternDate(format: string, luxon: Luxon | null): (text: string) => string | null {
  if (luxon === null) throw new Error(`the format ${format} needs luxon, which was not loaded`);
  const { DateTime } = luxon;
  const parser = DateTime.buildFormatParser(format, { locale: 'en' });
  return (text) => {
    const date = DateTime.fromFormatParser(text, parser, { zone: 'utc', locale: 'en' });
    return date.isValid ? date.toISODate() : null;
  };
}

/** Whether the calendar has such a day. Years 1 to 9999, months and days counted from 1. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  return day <= 28 || new Date(Date.UTC(2000 + (year % 400), month - 1, day)).getUTCDate() === day;
}
