import type { CountryCode } from 'libphonenumber-js/min';
import type { FieldError } from './field-error.ts';
import type { Phones } from './libraries.ts';

/**
 * Gives numbers in E.164. `region` is the country of numbers without country code. A number with an extension is an error:
 * E.164 cannot express it, and without the extension it would reach somebody else.
 *
 * @throws RangeError with a clause for the mapping's author when the region is unknown.
 */
export function phoneParser(
  region: string,
  phones: Phones,
  invalid: FieldError,
): (text: string) => string | FieldError {
  if (!isCountry(region, phones)) throw new RangeError(`"${region}" is not a country with phone numbers`);
  return (text) => {
    const number = phones.parsePhoneNumberFromString(text, { defaultCountry: region, extract: false });
    return number?.isValid() && number.ext === undefined ? number.number : invalid;
  };
}

function isCountry(region: string, phones: Phones): region is CountryCode {
  return phones.isSupportedCountry(region);
}
