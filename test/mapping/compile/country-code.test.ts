import { expect, test } from 'vitest';
import { countryReader } from '../../../src/mapping/compile/country-code.ts';

const read = countryReader();

test.each([
  ['DE', 'DE'],
  ['deu', 'DE'],
  ['D', 'DE'],
  ['Deutschland', 'DE'],
  ['Allemagne', 'DE'],
  ['Oesterreich', 'AT'],
  ['österreich', 'AT'],
  ['U.S.A.', 'US'],
  ['UK', 'GB'],
  ['Türkei', 'TR'],
  ['Turkey', 'TR'],
  ['FL', 'LI'],
  ['XK', 'XK'],
  ['Bayern', null],
  ['2', null],
  ['49', null],
  ['', null],
])('%s is %s', (text, code) => {
  expect(read(text)).toBe(code);
});

test('a code is never taken for the name of another country', () => {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const known = codes.filter((code) => read(code) !== null);
  // UK and the vehicle codes FL and SF are not in ISO 3166.
  expect(known.filter((code) => read(code) !== code)).toEqual(['FL', 'SF', 'UK']);
  expect(known).toHaveLength(253);
});
