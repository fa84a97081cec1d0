import { expect, test } from 'vitest';
import { parsePath, valueAt } from '../../src/mapping/source-path.ts';

test.each<[string, readonly (string | number)[] | null]>([
  ['mail', ['mail']],
  ['E-Mail Adresse', ['E-Mail Adresse']],
  ['profile.emails[0].value', ['profile', 'emails', 0, 'value']],
  ['matrix[1][2]', ['matrix', 1, 2]],
  ['"cognito:user.name"', ['cognito:user.name']],
  ['a."b.c".d', ['a', 'b.c', 'd']],
  ['attributes["customer.no"][0]', ['attributes', 'customer.no', 0]],
  ["attributes['x[0]'].y", ['attributes', 'x[0]', 'y']],
  ['["top.key"]', ['top.key']],
  ['urn:ietf:params:scim', ['urn:ietf:params:scim']],
  ['', null],
  ['.a', null],
  ['a.', null],
  ['a..b', null],
  ['a[]', null],
  ['a[x]', null],
  ['a[-1]', null],
  ['a[0', null],
  ['a"b"', null],
  ['a[0]b', null],
])('%s', (text, path) => {
  expect(parsePath(text)).toEqual(path);
});

test('only what a record has itself is found', () => {
  const record = { list: [{ a: 1 }], text: 'abc', none: null };
  expect(valueAt(record, ['list', 0, 'a'])).toBe(1);
  expect(valueAt(record, ['list', 1, 'a'])).toBeUndefined();
  expect(valueAt(record, ['none'])).toBeNull();
  expect(valueAt(record, ['none', 'a'])).toBeUndefined();
  expect(valueAt(record, ['text', 0])).toBeUndefined();
  expect(valueAt(record, ['constructor', 'name'])).toBeUndefined();
  expect(valueAt(record, ['__proto__'])).toBeUndefined();
});
