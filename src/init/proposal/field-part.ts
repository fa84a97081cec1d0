import { findField } from '../../user/cidaas-fields.ts';
import type { ColumnProfile } from './column-profile.ts';
import { type DateFormats, dateFormats, hasTimes, needsZone } from './date-shape.ts';
import { GENDER_WORDS, type KnownWords, LANGUAGE_WORDS } from './known-words.ts';
import type { ChosenColumns, MappingPart } from './proposal-part.ts';

/** Defaults for numbers without country code and times without offset. */
const REGION = 'DE';
const ZONE = 'Europe/Berlin';
const MIN_SHARE = 0.9;

/** The rule for one field, from its column; null if no column fits. */
export function fieldPart(field: string, chosen: ChosenColumns): MappingPart | null {
  const column = chosen.byRole.get(field === 'gender' ? 'salutation' : field);
  if (column === undefined) return null;
  const part = (value: unknown, ...notes: string[]): MappingPart => ({ key: field, value, notes });
  const omit = (note: string): null => {
    chosen.leaveOut(column, note);
    return null;
  };
  const { ref, filled, shapes } = column;
  switch (field) {
    case 'email':
      if (shapes.email < filled / 2) return omit('is named like an e-mail address, but contains other values');
      return part({ from: ref, case: 'lower' });
    case 'mobile_number':
      if (shapes.phone < filled / 2) return omit('is named like a phone number, but contains other values');
      return part({ from: ref, phone: REGION }, ...regionNote(column));
    case 'gender':
      return wordsPart(column, GENDER_WORDS, part) ?? omit('is named like a gender, but contains other words');
    case 'locale':
      if (shapes.locale > filled * MIN_SHARE) return part(ref);
      return wordsPart(column, LANGUAGE_WORDS, part) ?? omit('is named like a language, but contains other words');
    case 'birthdate':
      return datePart(column, part) ?? omit(dateNote(column));
    case 'createdTime':
    case 'lastLoggedInTime':
      return instantPart(column, part) ?? omit(dateNote(column));
    case 'website':
    case 'picture':
    case 'profile':
      return shapes.url > filled * MIN_SHARE
        ? part(ref)
        : omit('is named like a web address, but contains other values');
    case 'address.street_address':
      return streetPart(ref, chosen, part);
    default:
      return findField('user', field) === undefined ? null : part(ref);
  }
}

type Make = (value: unknown, ...notes: string[]) => MappingPart;

function regionNote({ shapes, filled }: ColumnProfile): string[] {
  return shapes.international === filled
    ? []
    : [`Numbers without a country code are read as ${REGION} numbers, unless the record contains another country.`];
}

/** A table of the known words among the values; other values leave the field empty. */
function wordsPart({ ref, words }: ColumnProfile, known: KnownWords, part: Make): MappingPart | null {
  const found = [...(words?.keys() ?? [])].filter((word) => Object.hasOwn(known, word));
  if (found.length === 0) return null;
  const table = Object.fromEntries(found.map((word) => [word, known[word]]));
  return part({ from: ref, case: 'lower', table, else: null });
}

function placeholders({ dates }: ColumnProfile): object {
  return dates.placeholders === 0 ? {} : { replace: { '^0+[-/.]0+[-/.]0+.*$': '' } };
}

function datePart(column: ColumnProfile, part: Make): MappingPart | null {
  const { ref, filled, dates } = column;
  const found = dateFormats(dates, filled);
  // A birthdate with a time of day depends on a time zone, which is unknown.
  if (found.kind !== 'formats' || hasTimes(dates)) return null;
  return part({ from: ref, ...placeholders(column), date: one(found.formats) });
}

function instantPart(column: ColumnProfile, part: Make): MappingPart | null {
  const { ref, filled, dates } = column;
  const found = dateFormats(dates, filled);
  if (found.kind !== 'formats') return null;
  const rule = { from: ref, ...placeholders(column), instant: one(found.formats) };
  if (!needsZone(dates)) return part(rule);
  return part({ ...rule, zone: ZONE }, `The source does not give a time zone: ${ZONE} is a guess.`);
}

function one(formats: readonly string[]): string | readonly string[] {
  return formats.length === 1 ? (formats[0] ?? '') : formats;
}

function dateNote({ dates, filled }: ColumnProfile): string {
  const found: DateFormats = dateFormats(dates, filled);
  if (found.kind === 'ambiguous')
    return `no value shows which part is the day: set the format yourself, ${found.choices.join(' or ')}`;
  return found.kind === 'none' ? 'contains no dates in a known format' : 'contains dates with a time of day';
}

/** Joins street and house number from separate columns. */
function streetPart(ref: string, { byRole }: ChosenColumns, part: Make): MappingPart {
  const number = byRole.get('house number');
  return number === undefined ? part(ref) : part({ concat: [ref, number.ref] });
}
