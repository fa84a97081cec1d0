import { memoize } from '../../runtime/bounded-cache.ts';
import type { RecordBody } from '../../source/record.ts';
import { countryReader } from './country-code.ts';
import type { Phones } from './libraries.ts';
import { ABSENT, type Read } from './source-reader.ts';
import { textOf } from './source-value.ts';

/** The country in a record, for its phone numbers. */
export interface NamedRegion {
  /** ISO 3166 (two letters), or a calling code with `+`. */
  readonly region: string;
  /** False for the country of a locale, which is often the default of a browser. */
  readonly isCertain: boolean;
}

/** Finds the country in a record; null if there is none. */
export type RegionOf = (body: RecordBody) => NamedRegion | null;

export const NO_REGION: RegionOf = () => null;

/** Reads a country's code or name; null if it is unknown or has no phone numbers. */
export type RegionReader = (value: unknown) => string | null;

/** Prepares a `RegionReader`; the names of countries are collected at the first use. */
export function regionReader(phones: Phones | null): RegionReader {
  let read: ((text: string) => string | null) | null = null;
  const known = memoize((text) => {
    read ??= countryReader();
    const country = read(text);
    return country !== null && phones?.isSupportedCountry(country) === true ? country : null;
  });
  return (value) => {
    const text = textOf(value);
    return typeof text === 'string' && text !== '' && phones !== null ? known(text) : null;
  };
}

/** The fields that can contain the country of a record. */
export const REGION_FIELDS: readonly string[] = ['address.country', 'locale'];

/** For fields that phone numbers read too: what is counted while they are made must be counted once. */
export function oncePerRecord(make: Read): Read {
  if (make === ABSENT) return make;
  let last: { readonly body: RecordBody; readonly value: unknown } | null = null;
  return (body) => {
    if (last?.body !== body) last = { body, value: make(body) };
    return last.value;
  };
}

/** The parts of `CompiledField` that are used here. */
interface MadeField {
  readonly rule: { readonly field: string };
  readonly make: Read;
}

/**
 * Takes the country of the address made by these fields, else that of the locale, else the result of `otherwise`. `fields` may be
 * filled later: it is searched for each record.
 */
export function regionOfFields(fields: readonly MadeField[], readRegion: RegionReader, otherwise: RegionOf): RegionOf {
  const made = (name: string, body: RecordBody): unknown => fields.find(({ rule }) => rule.field === name)?.make(body);
  return (body) => {
    const country = readRegion(made('address.country', body));
    if (country !== null) return { region: country, isCertain: true };
    const locale = textOf(made('locale', body));
    const named = typeof locale === 'string' ? readRegion(LOCALE_REGION.exec(locale)?.[1]) : null;
    return named === null ? otherwise(body) : { region: named, isCertain: false };
  };
}

const LOCALE_REGION = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})$/i;

/** Takes the country, or the calling code with `+` or `00`, in a column; else the result of `otherwise`. */
export function regionOfColumn(read: Read, readRegion: RegionReader, phones: Phones, otherwise: RegionOf): RegionOf {
  return (body) => {
    const value = read(body);
    const code = CALLING_CODE.exec(String(textOf(value) ?? ''))?.[1];
    const region = code !== undefined && isCallingCode(code, phones) ? `+${code}` : readRegion(value);
    return region === null ? otherwise(body) : { region, isCertain: true };
  };
}

const CALLING_CODE = /^\s*\(?\s*(?:\+|00)\s*(\d{1,3})\s*\)?\s*$/;

function isCallingCode(code: string, phones: Phones): boolean {
  return phones.getCountries().some((country) => phones.getCountryCallingCode(country) === code);
}
