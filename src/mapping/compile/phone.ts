import type { CountryCode } from 'libphonenumber-js/min';
import type { FieldError } from './field-error.ts';
import type { Phones } from './libraries.ts';

/**
 * Gives numbers in E.164. `region` is where numbers without country code belong. A number with an extension is refused: E.164
 * has no place for it, and dropping digits silently would reach somebody else.
 *
 * @throws Error with a clause for the mapping's author when the region is unknown.
 */
export function phoneParser(
  region: string,
  phones: Phones,
  refusal: FieldError,
): (text: string) => string | FieldError {
  if (!isCountry(region, phones)) throw new RangeError(`"${region}" is no country that has phone numbers`);
  return (text) => {
    const number = phones.parsePhoneNumberFromString(text, { defaultCountry: region, extract: false });
    return number?.isValid() && number.ext === undefined ? number.number : refusal;
  };
}

function isCountry(region: string, phones: Phones): region is CountryCode {
  return phones.isSupportedCountry(region);
}
