import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import { memoize } from '../../runtime/bounded-cache.ts';
import type { Problem } from '../../source/record.ts';
import { withoutInvisible } from '../../text/invisible.ts';
import type { FieldError } from './field-error.ts';
import type { Phones } from './libraries.ts';
import type { PhoneProblems } from './phone-problems.ts';
import type { NamedRegion } from './record-region.ts';
import { WarnedValue } from './warned-value.ts';

/** A number in E.164, also with a warning, or why there is none. */
export type PhoneResult = string | WarnedValue | FieldError;

interface PhoneReading {
  /** The field is an identifier and receives text messages, so landline numbers are refused. */
  readonly isMobile: boolean;
  /** The country of numbers without country code if the record contains none: ISO 3166, two letters. Null: unknown. */
  readonly region: string | null;
  readonly phones: Phones;
  readonly problems: PhoneProblems;
}

/** How a text can be read, and a warning if its country was assumed. */
interface Reading {
  readonly number: PhoneNumber;
  readonly warning: Problem | null;
}

/**
 * Reads numbers as people and spreadsheets write them. A number with `+` or `00` is read as it is, any other as a number of the
 * country in the record, else of `region`. A number that does not begin with 0 may also have a country code without `+`: if both
 * readings are valid (for a mobile field: as mobile numbers) and differ, it is refused.
 *
 * @throws RangeError with a clause for the mapping's author when the region is unknown.
 */
export function phoneParser({ isMobile, region, phones, problems }: PhoneReading) {
  if (region !== null && !phones.isSupportedCountry(region))
    throw new RangeError(`"${region}" is not a country with phone numbers`);

  const parse = (text: string, place: string | null): PhoneNumber | undefined => {
    if (place === null) return phones.parsePhoneNumberFromString(text, { extract: false });
    const home = place.startsWith('+')
      ? { defaultCallingCode: place.slice(1) }
      : { defaultCountry: place as CountryCode };
    return phones.parsePhoneNumberFromString(text, { ...home, extract: false });
  };
  const fits = (number: PhoneNumber | undefined): number is PhoneNumber => {
    if (number === undefined || number.ext !== undefined) return false;
    return isMobile ? MOBILE_TYPES.includes(number.getType()) : number.isValid();
  };
  const callingCode = (place: string): string =>
    place.startsWith('+') ? place.slice(1) : phones.getCountryCallingCode(place as CountryCode);

  /** Read as a number of the country in the record, else of the mapping's country. */
  const national = (text: string, named: NamedRegion | null): Reading | null => {
    if (named !== null) {
      const number = parse(text, named.region);
      if (fits(number)) return { number, warning: null };
      // A wrong country would give an identifier that belongs to somebody else; elsewhere it only is counted.
      if (named.isCertain && isMobile) return null;
    }
    if (region === null) return null;
    const number = parse(text, region);
    return fits(number) ? { number, warning: problems.assumedRegion } : null;
  };
  /** Read as a number with country code but without `+`. */
  const withoutPlus = (text: string, named: NamedRegion | null): Reading | null => {
    if (/^[^\p{Nd}]*\p{Nd}/u.exec(text)?.[0].at(-1) === '0') return null;
    const number = parse(`+${text}`, null);
    if (!fits(number)) return null;
    const isNamed = named !== null && callingCode(named.region) === number.countryCallingCode;
    return { number, warning: isNamed ? null : problems.assumedPlus };
  };
  const refusal = (text: string, place: string | null): FieldError =>
    isMobile && parse(text, place)?.isValid() ? problems.notMobile : problems.invalid;
  const settled = ({ number, warning }: Reading): PhoneResult =>
    warning === null ? number.number : new WarnedValue(number.number, warning);

  const read = (written: string, named: NamedRegion | null): PhoneResult => {
    // Address books put direction marks around numbers. They are formatting, like spaces and slashes.
    const text = withoutInvisible(written)
      .replace(/^\(\s*(?=\+|00)([^)]*)\)/, '$1')
      .replace(DECIMALS, '$1');
    if (SCIENTIFIC.test(text)) return problems.rounded;
    if (/^\s*(?:tel:)?\s*\+/i.test(text) || /^[\s(]*00/.test(text)) {
      const international = text.replace(/^\s*tel:\s*/i, '').replace(/^[\s(]*00/, '+');
      const number = parse(international, null);
      return fits(number) ? number.number : refusal(international, null);
    }
    if (!/\p{Nd}/u.test(text)) return problems.invalid;
    if (named === null && region === null) return problems.noCountry;
    const asNational = national(text, named);
    const asInternational = withoutPlus(text, named);
    if (asNational === null && asInternational === null) return refusal(text, named?.region ?? region);
    if (asNational === null || asInternational === null) return settled((asNational ?? asInternational) as Reading);
    // The library also reads a country code without + if nothing else is possible.
    if (asNational.number.number !== asInternational.number.number) return problems.ambiguous;
    return settled(asNational);
  };
  const cached = memoize((key) => {
    const [place = '', isCertain, text = ''] = key.split('\n', 3);
    return read(text, place === '' ? null : { region: place, isCertain: isCertain === '1' });
  });
  return (text: string, named: NamedRegion | null): PhoneResult => {
    // A line break separates the parts of the key.
    const line = text.replace(/\s*[\r\n]\s*/g, ' ');
    return cached(`${named?.region ?? ''}\n${named?.isCertain ? '1' : ''}\n${line}`);
  };
}

/** Whether a text has no country code with `+` or `00`. */
export function needsRegion(text: string): boolean {
  return !/^[^\p{Nd}]*(?:\+|00)/u.test(text);
}

/** Only valid numbers have a type, so validity is not checked separately: that would take twice the time. */
const MOBILE_TYPES: readonly (string | undefined)[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];
/** How spreadsheets write numbers of twelve digits and more. */
const SCIENTIFIC = /^\s*\d(?:[.,]\d+)?[eE]\+?\d+\s*$/;
/** A number to which a data tool appended `.0`: that zero is no digit of it. */
const DECIMALS = /^(\s*\+?\d{6,})\.0+\s*$/;
