import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/mapping/file/yaml-lines.ts';

const messages = (text: string) => readYaml(text).errors.map(({ line, message }) => `${line}: ${message}`);

test('a value has its line, one of an alias that of its anchor, and one that is not there that of what contains it', () => {
  const yaml = readYaml('a:\n  - x\n  - &k\n    y: 1\nb: *k\nc:\n  d: *k\n');
  expect(yaml.value).toEqual({ a: ['x', { y: 1 }], b: { y: 1 }, c: { d: { y: 1 } } });
  const places = [['a'], ['a', 1], ['a', 1, 'y'], ['b', 'y'], ['c', 'd', 'none'], ['none'], []];
  expect(places.map(yaml.lineOf)).toEqual([1, 4, 4, 4, 7, 1, 1]);
});

test('an alias means the last anchor of that name before it', () => {
  expect(readYaml('a: &x 1\nb: *x\nc: &x 2\nd: *x\n&y key: 1\nf: *y\n').value).toEqual({
    a: 1,
    b: 1,
    c: 2,
    d: 2,
    key: 1,
    f: 'key',
  });
  expect(messages('a: 1\nb: *x\nc: &x 2\n')).toEqual(['2: an alias refers to an unknown anchor']);
});

describe('a file that is made to take long', () => {
  /** CPU seconds: far above what is needed, far below what each of these took, or a shorter one of its kind. */
  const BUDGET = 10;
  const attacks = {
    '20,000 aliases': `a: &a 1\nb: [${'*a,'.repeat(20_000)}]`,
    '330,000 aliases': `a: &a 1\nb: [${'*a,'.repeat(330_000)}]`,
    'aliases of aliases': `a: &a [${'1,'.repeat(9)}]\n${[...'bcdefghi'].map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(9)}]\n`).join('')}`,
    'an alias in its own anchor': 'a: &a [*a]',
    'a million commas': `[${','.repeat(1_000_000)}]`,
    'twenty thousand brackets': '['.repeat(20_000),
    'a million comments': '#\n'.repeat(500_000),
    'lines that are wrong': ': : :\n'.repeat(6_000),
  };

  test.each(Object.entries(attacks))('%s: read or refused within the budget', (_, text) => {
    const before = process.cpuUsage();
    const { errors } = readYaml(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(BUDGET);
    expect(errors.length).toBeLessThanOrEqual(100);
  });

  test('what is refused names the line', () => {
    expect(messages(`a: 1\n${'- 1\n'.repeat(100_000)}`)[0]).toMatch(/^\d{5}: the file has too many words and signs/);
    expect(messages(attacks['aliases of aliases'])).toEqual([
      '1: the file expands to too many values; use fewer values and aliases',
    ]);
    expect(messages(attacks['an alias in its own anchor'])).toEqual(['1: values are nested too deeply']);
  });

  test('a long table is none of them', () => {
    const entries = Array.from({ length: 20_000 }, (_, n) => `    k${n}: v${n}\n`).join('');
    expect(
      messages(`fields:\n  nickname:\n    from: a\n    table:\n${entries.replaceAll('    k', '      k')}`),
    ).toEqual([]);
  });
});
