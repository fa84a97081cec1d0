import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOT_PHP_LIST, phpList } from '../../../src/mapping/compile/php-list.ts';
import { mapCells, outcome } from '../map-record.ts';

describe('lists of PHP', () => {
  test.each([
    ['a:0:{}', []],
    [' a:1:{i:0;s:0:"";}\n', ['']],
    ['a:2:{i:0;s:9:"ROLE_USER";i:1;i:-5;}', ['ROLE_USER', -5]],
    ['a:2:{i:7;s:1:"2";i:-1;s:2:"19";}', ['2', '19']],
    ['a:1:{i:0;s:8:"a";b:{};";}', ['a";b:{};']],
    ['a:1:{i:0;s:7:"Größe";}', ['Größe']],
    ['a:1:{i:0;s:4:"🦊";}', ['🦊']],
    ['a:1:{i:0;a:2:{i:0;i:1;i:1;a:0:{}}}', [[1, []]]],
    ['a:1:{i:0;i:9007199254740993;}', ['9007199254740993']],
  ])('%s', (text, list) => {
    expect(phpList(text)).toEqual(list);
  });

  test.each([
    ['another length than the list has', 'a:2:{i:0;i:1;}'],
    ['a length that is too small', 'a:1:{i:0;i:1;i:1;i:2;}'],
    ['a length in characters', 'a:1:{i:0;s:5:"Größe";}'],
    ['a length that ends in a character', 'a:1:{i:0;s:1:"ö";}'],
    ['a length beyond the text', 'a:1:{i:0;s:99999999:"x";}'],
    ['a huge list', 'a:999999999:{i:0;i:1;}'],
    ['a length with a sign', 'a:-1:{}'],
    ['a length with a leading zero', 'a:01:{i:0;i:1;}'],
    ['no digits', 'a::{}'],
    ['text after the list', 'a:0:{}x'],
    ['a second list', 'a:0:{}a:0:{}'],
    ['an open list', 'a:1:{i:0;i:1;'],
    ['an open text', 'a:1:{i:0;s:3:"ab'],
    ['a key twice', 'a:2:{i:0;i:1;i:0;i:2;}'],
    ['keys that are texts', 'a:1:{s:10:"subscriber";s:1:"1";}'],
    ['keys that are texts, in a list', 'a:1:{i:0;a:1:{s:1:"a";i:1;}}'],
    ['a boolean', 'a:1:{i:0;b:1;}'],
    ['a decimal', 'a:1:{i:0;d:0.5;}'],
    ['null', 'a:1:{i:0;N;}'],
    ['an object', 'a:1:{i:0;O:8:"stdClass":0:{}}'],
    ['an object with its own format', 'a:1:{i:0;C:1:"X":0:{}}'],
    ['an enumeration', 'a:1:{i:0;E:3:"A:B";}'],
    ['a reference', 'a:2:{i:0;i:1;i:1;R:2;}'],
    ['a value that is referred to', 'a:2:{i:0;i:1;i:1;r:2;}'],
    ['an escaped text', 'a:1:{i:0;S:1:"a";}'],
    ['a number that is none', 'a:1:{i:0;i:1-2;}'],
    ['a number beyond 64 bits', 'a:1:{i:0;i:99999999999999999999;}'],
    ['no list', 's:1:"a";'],
    ['a number', 'i:1;'],
    ['JSON', '["ROLE_USER"]'],
    ['text', 'ROLE_USER'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(phpList(text)).toBe(NOT_PHP_LIST);
  });

  test('at most 32 levels', () => {
    const nested = (levels: number) => `${'a:1:{i:0;'.repeat(levels)}i:1;${'}'.repeat(levels)}`;
    expect(phpList(nested(32))).toEqual(JSON.parse(`${'['.repeat(32)}1${']'.repeat(32)}`));
    expect(phpList(nested(33))).toBe(NOT_PHP_LIST);
    expect(phpList(nested(100_000))).toBe(NOT_PHP_LIST);
  });

  type PhpValue = string | number | readonly PhpValue[];

  function serialised(value: PhpValue): string {
    if (typeof value === 'number') return `i:${value};`;
    if (typeof value === 'string') return `s:${Buffer.byteLength(value)}:"${value}";`;
    return `a:${value.length}:{${value.map((each, index) => `i:${index};${serialised(each)}`).join('')}}`;
  }

  const { list } = fc.letrec<{ list: readonly PhpValue[]; value: PhpValue }>((tie) => ({
    value: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.maxSafeInteger().map((each) => each + 0),
      tie('list'),
    ),
    list: fc.array(tie('value'), { maxLength: 5 }),
  }));

  test('what PHP writes is read, and nothing that is cut off or goes on', () => {
    fc.assert(
      fc.property(list, fc.nat(), (values, cut) => {
        const text = serialised(values);
        expect(phpList(text)).toEqual(values);
        expect(phpList(text.slice(0, cut % text.length))).toBe(NOT_PHP_LIST);
        expect(phpList(`${text};`)).toBe(NOT_PHP_LIST);
      }),
    );
  });
});

describe('a cell that is no such list', () => {
  const damaged = 'a:1:{i:0;b:1;}';

  test('is counted where it decides nothing', async () => {
    const mapped = await mapCells('fields:\n  email: m\n  customFields.l: { from: l, list: php }\n', {
      m: 'a@example.com',
      l: damaged,
    });
    expect(outcome(mapped)).toEqual({ email: 'a@example.com' });
    expect(mapped.kind === 'user' && mapped.warnings.map(({ code, field }) => [code, field])).toEqual([
      ['value.unread', 'customFields.l'],
    ]);
  });

  const SKIP =
    'skip:\n  - { reason: staff, when: { from: l, list: php, has: [ROLE_ADMIN, 5] } }\nfields:\n  email: m\n';
  test.each([
    ['a:2:{i:0;s:1:"x";i:1;s:10:"ROLE_ADMIN";}', 'staff'],
    ['a:1:{i:0;i:5;}', 'staff'],
    ['a:1:{i:0;s:14:"not ROLE_ADMIN";}', { email: 'a@example.com' }],
    ['a:0:{}', { email: 'a@example.com' }],
    ['', { email: 'a@example.com' }],
    [damaged, ['value.unread']],
  ])('in a condition: %s', async (l, expected) => {
    const mapped = await mapCells(SKIP, { m: 'a@example.com', l });
    expect(mapped.kind === 'skipped' ? mapped.reason : outcome(mapped)).toEqual(expected);
  });

  test.each([
    ['empty: true', 'a:0:{}', true],
    ['empty: true', 'a:1:{i:0;i:1;}', false],
    ['includes: m', 'a:1:{i:0;s:13:"A@example.com";}', true],
    ['excludes: m', 'a:1:{i:0;s:13:"A@example.com";}', false],
    ['lacks: x', 'a:1:{i:0;s:1:"y";}', true],
    ['lacks: x', 'a:1:{i:0;s:1:"x";}', false],
  ])('%s of %s', async (test, l, holds) => {
    const mapping = `fields:\n  email: m\n  nickname: { value: yes, when: { from: l, list: php, ${test} } }\n`;
    const user = outcome(await mapCells(mapping, { m: 'a@example.com', l }));
    expect(user).toEqual({ email: 'a@example.com', ...(holds && { nickname: 'yes' }) });
  });

  test('lists with a separator, as of TYPO3', async () => {
    const mapping =
      "fields:\n  email: m\n  roles: { from: l, split: ',', table: { 3: EDITOR }, else: null }\n  nickname: { value: yes, when: { from: l, split: ',', has: 17 } }\n";
    expect(outcome(await mapCells(mapping, { m: 'a@example.com', l: '3,17' }))).toEqual({
      ...{ email: 'a@example.com', roles: ['EDITOR'], nickname: 'yes' },
    });
    expect(outcome(await mapCells(mapping, { m: 'a@example.com', l: '117, 3' }))).toEqual({
      ...{ email: 'a@example.com', roles: ['EDITOR'] },
    });
  });
});
