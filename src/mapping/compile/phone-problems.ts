import type { Problem } from '../../source/record.ts';
import type { MappingLocation } from '../field-rule.ts';
import type { FieldError, FieldErrorFactory } from './field-error.ts';

/** Why a phone number cannot be read. */
export interface PhoneProblems {
  readonly invalid: FieldError;
  readonly notMobile: FieldError;
  readonly rounded: FieldError;
  readonly ambiguous: FieldError;
  readonly noCountry: FieldError;
  /** Warnings: the number was read with the mapping's country, or with the country code that it begins with. */
  readonly assumedRegion: Problem;
  readonly assumedPlus: Problem;
}

/** The problems of one rule. Each hint names the line of the mapping that decides it. */
export function phoneProblems(region: string | null, at: MappingLocation, makeError: FieldErrorFactory): PhoneProblems {
  const leaveOut = 'or leave such numbers out with `rules: { phone.invalid: warn }`';
  const invalid = (reason: string, hint: string) => makeError('phone.invalid', reason, `${hint}, ${leaveOut}.`);
  const assumed = (reason: string) =>
    makeError(
      'phone.assumed-country',
      reason,
      'Map address.country, set the column of the country with `phone: { country: … }`, or check `phone-region`.',
    ).problem;
  const country = region === null ? '' : ` (${region})`;
  return {
    invalid: invalid(
      'is not a valid phone number, or has an extension',
      `Correct the number, or the country of numbers without country code${country} (${at})`,
    ),
    notMobile: invalid(
      'is a valid number, but not that of a mobile phone',
      `Correct the number, or the country of numbers without country code${country}, or map the column to phone_number (${at})`,
    ),
    rounded: invalid(
      'was rounded by a spreadsheet, so its last digits are lost',
      'Export again and do not open the file in a spreadsheet',
    ),
    ambiguous: invalid(
      'can be read in two ways: as a number with a country code that lacks its +, and as a number without country code',
      `Write + and country code in the source, or add them with \`replace\` in the rule (${at}), such as \`replace: { '^49': '+49' }\``,
    ),
    noCountry: invalid(
      'has no country code, the record contains no known country, and the mapping sets no phone-region',
      `Add the country of such numbers to the mapping, such as \`phone-region: DE\`, or set the column of the country with \`phone: { country: … }\` in the rule (${at})`,
    ),
    assumedRegion: assumed(
      `has no country code and was read as a number of ${region}, since the record contains no country in which it is valid`,
    ),
    assumedPlus: assumed('begins with a country code without + and was read as if it had one'),
  };
}
