import { expect, test } from 'vitest';
import { PathTree } from '../../../src/mapping/compile/path-tree.ts';
import { EACH, OTHER_SHAPE, parsePath, type SourcePath, valueAt } from '../../../src/mapping/compile/source-path.ts';

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
  expect(valueAt(record, ['text', 1])).toBeUndefined();
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
});

test('a single value is a list with one element', () => {
  expect(valueAt({ mail: 'a' }, at('mail[0]'))).toBe('a');
  expect(valueAt({ roles: { name: 'a' } }, at('roles[].name'))).toEqual(['a']);
  expect(valueAt({ roles: { type: 'x', name: 'a' } }, at('roles[type=x].name'))).toBe('a');
});

test('what is there in another shape is not nothing', () => {
  const seen = (value: unknown, ...paths: string[]) => {
    const tree = new PathTree();
    const trails = paths.map((path) => tree.add(at(path)));
    return valueAt({ x: value }, at(paths[0] ?? ''), trails[0]);
  };
  expect(seen('a', 'x.y')).toBe(OTHER_SHAPE);
  expect(seen(['a'], 'x[primary=true].value')).toBe(OTHER_SHAPE);
  expect(seen([{ y: 1 }], 'x.y')).toBe(OTHER_SHAPE);
  expect(seen([{ address: 'a', type: 'work' }], 'x[0].value')).toBe(OTHER_SHAPE);
  for (const empty of [null, '', ' ', [], {}]) expect(seen(empty, 'x.y'), JSON.stringify(empty)).toBeUndefined();
  for (const empty of [[], [{}], [''], [{ type: 'work' }], [{ value: null }]])
    expect(seen(empty, 'x[0].value'), JSON.stringify(empty)).not.toBe(OTHER_SHAPE);
  // Another path of the mapping reads it.
  expect(seen(['a'], 'x[primary=true].value', 'x[0]')).toBeUndefined();
  expect(seen([{ street: 'a' }], 'x[0].formatted', 'x[0].street')).toBeUndefined();
  expect(seen([{ number: 1 }], 'x.number', 'x[type=home].number')).toBeUndefined();
});

test('a list of elements that is longer than the arguments a call can take', () => {
  const record = { g: [{ n: Array.from({ length: 400_000 }, (_, index) => index) }, { n: 7 }] };
  expect(valueAt(record, at('g[].n'))).toHaveLength(400_001);
});

function at(text: string): SourcePath {
  return parsePath(text) ?? [];
}

test('the text of an XML element is read whether it has attributes or not', () => {
  expect(valueAt({ mail: 'a' }, at('mail.#text'))).toBe('a');
  expect(valueAt({ mail: { '#text': 'a', '@kind': 'x' } }, at('mail.#text'))).toBe('a');
  expect(valueAt({ mail: ['a', { '#text': 'b' }] }, at('mail[].#text'))).toEqual(['a', 'b']);
  expect(valueAt({ mail: 'a' }, at('mail.text'))).toBe(OTHER_SHAPE);
});
