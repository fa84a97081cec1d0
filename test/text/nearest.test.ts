import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/text/nearest.ts';

const FIELDS = ['email', 'username', 'given_name', 'family_name', 'address.postal_code', 'mobile_number'];

test.each([
  ['emial', 'email'],
  ['E-Mail', 'email'],
  ['givenname', 'given_name'],
  ['GivenName', 'given_name'],
  ['postal_code', 'address.postal_code'],
  ['adress.postalcode', 'address.postal_code'],
  ['mobilenumbr', 'mobile_number'],
  ['xyz', null],
  ['shoe_size', null],
  ['', null],
])('%s → %s', (name, expected) => {
  expect(nearest(name, FIELDS)).toBe(expected);
});

test('says so, or nothing', () => {
  expect(didYouMean('emial', FIELDS)).toBe(' Did you mean "email"?');
  expect(didYouMean('shoe_size', FIELDS)).toBe('');
});
