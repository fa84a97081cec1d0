import { expect, test } from 'vitest';
import { EACH, parsePath, type SourcePath, valueAt } from '../../../src/mapping/compile/source-path.ts';

test.each<[string, SourcePath | null]>([
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
  ['roles[].name', ['roles', EACH, 'name']],
  ['emails[type = work].value', ['emails', { key: 'type', is: 'work' }, 'value']],
  ['', null],
  ['.a', null],
  ['a.', null],
  ['a..b', null],
  ['a[x]', null],
  ['a[-1]', null],
  ['a[=b]', null],
  ['a[b=]', null],
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

test('every element of a list, and the one that has a certain value', () => {
  const record = {
    roles: [{ name: 'a' }, { name: null }, {}, { name: ['b', 'c'] }],
    mails: [
      { type: 'home', value: 'h' },
      { type: 'work', value: 'w' },
      { type: 1, value: 'n' },
    ],
  };
  expect(valueAt(record, at('roles[].name'))).toEqual(['a', 'b', 'c']);
  expect(valueAt(record, at('roles[].none'))).toBeUndefined();
  expect(valueAt(record, at('mails[type=work].value'))).toBe('w');
  expect(valueAt(record, at('mails[type=1].value'))).toBe('n');
  expect(valueAt(record, at('mails[type=none].value'))).toBeUndefined();
  expect(valueAt(record, at('mails[constructor=x].value'))).toBeUndefined();
  expect(valueAt({ roles: { name: 'a' } }, at('roles[].name'))).toBeUndefined();
});

test('a list of elements that is longer than the arguments a call can take', () => {
  const record = { g: [{ n: Array.from({ length: 400_000 }, (_, index) => index) }, { n: 7 }] };
  expect(valueAt(record, at('g[].n'))).toHaveLength(400_001);
});

function at(text: string): SourcePath {
  return parsePath(text) ?? [];
}
