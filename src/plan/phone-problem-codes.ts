import type { CodeEntry } from './code-entry.ts';

/** The part of `PROBLEM_CODES` about phone numbers. */
export const PHONE_PROBLEM_CODES = {
  'phone.assumed-country': {
    severity: 'warning',
    meaning:
      'The phone number has no country code with +, and the record contains no country in which it is valid, so the country was assumed.',
    hint: 'Map address.country, set the column of the country with `phone: { country: … }`, or check `phone-region`.',
  },
  'phone.invalid': {
    severity: 'error',
    meaning:
      'The phone number is not valid, not a mobile number, ambiguous, without a known country, or not in E.164 format (+4917…).',
    hint: 'Name the country of national numbers, `phone: DE` in the rule or `phone-region: DE`, correct the number, or leave invalid ones out: `rules: { phone.invalid: warn }`.',
  },
} as const satisfies { readonly [code: string]: CodeEntry };
