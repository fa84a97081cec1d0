import { describe, expect, test } from 'vitest';
import { compileMapping } from '../../../src/mapping/compile/compile.ts';
import { MAX_OVERRUNS, Overruns } from '../../../src/mapping/compile/overruns.ts';
import { WorkMeter } from '../../../src/mapping/compile/work-meter.ts';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { Pattern } from '../../../src/mapping/pattern/pattern.ts';
import { fieldOf, mapCells, outcome, recordOf } from '../map-record.ts';

describe('syntax that no linear engine has', () => {
  test.each([
    ['(?<=a)b', 'has look-behind'],
    ['(?<!a)b', 'has look-behind'],
    ['(a)\\1', 'has a back reference'],
    ['(?<x>a)\\k<x>', 'has a back reference'],
    ['a(?=b)', 'has look-ahead, which is possible only at the very beginning, as ^(?!…) or ^(?=…)'],
    ['^(?!a)b|c', 'put the alternatives after it into a group'],
    ['^(?=(a))a', 'has a group ( ) in a look-ahead'],
    ['(?m:^a)', 'has the modifier m'],
    ['a{1,1001}', 'repeats something more than 1000 times'],
    ['(', 'is not a regular expression'],
  ])('%s is an error of the mapping, with its line', (source, message) => {
    for (const rule of [
      `when: { from: b, matches: ${JSON.stringify(source)} }`,
      `replace: { ${JSON.stringify(source)}: '' }`,
    ])
      expect(() => parseMapping(`fields:\n  email: a\n  nickname:\n    { from: b, ${rule} }\n`, 'm.yml')).toThrow(
        new RegExp(`^m\\.yml:4: fields\\.nickname\\.[^\\n]*${message.replace(/[()^?|=]/g, '\\$&')}`),
      );
  });

  test('a pattern of more than 2,000 characters is an error of the mapping', () => {
    expect(() =>
      parseMapping(`fields: { email: { from: a, when: { from: a, matches: ${'x'.repeat(2_001)} } } }`, 'm.yml'),
    ).toThrow('m.yml:1: fields.email.when.matches: has more than 2000 characters');
  });

  test('a pattern that the linear engine does not take is an error with its line', async () => {
    const mapping = parseMapping(
      "fields:\n  email: a\n  nickname: { from: a, replace: { '(a{500}b?){500}': '' } }\n",
      'm.yml',
    );
    await expect(compileMapping(mapping, ['a'])).rejects.toThrow(
      /^m\.yml:3: the pattern cannot be matched in linear time \(/,
    );
  });
});

describe('which engine runs a pattern', () => {
  test.each([
    '^auth0\\|',
    '^[^@]+$',
    '\\s+',
    '^(?!(?i:false|f|no|n|0)$).+$',
    '^0+[.-]0+',
    '^.*[/=]',
    '[\\u200B\\u00AD]',
    '\\p{Cs}',
  ])('%s is always cheap in the engine of JavaScript, or bounded by the text', (source) => {
    const { degree, factor } = new Pattern(source, '').syntax.cost;
    expect(degree).toBeLessThanOrEqual(2);
    expect(factor).toBeLessThan(100);
  });

  test.each([
    '(a+)+$',
    '(a|a)*b',
    '(a*)*',
    '(?:a?){30}a{30}',
    'a?'.repeat(30),
    '(?:a|a)'.repeat(30),
    '^(?!(a|b)*c)x'.replace('(a', '(?:a'),
    'a+b+c+d+e',
  ])('%s needs the linear engine', (source) => expect(new Pattern(source, '').needsLinearEngine).toBe(true));
});

describe('patterns that backtracking engines need years for', () => {
  const rule = (pattern: string, by = '') => `replace: { ${JSON.stringify(pattern)}: ${JSON.stringify(by)} }`;
  const long = `${'a'.repeat(20_000)}!`;

  test.each([
    '(a+)+$',
    '(a|aa)+$',
    '(a|a?)+$',
    '^(\\w+\\s?)*$',
    '(.*)*x',
    'a*a*a*a*a*a*b',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    `${'a?'.repeat(40)}${'a'.repeat(40)}b`,
  ])('%s in replace and matches gives what it means, or says that it takes too long', async (pattern) => {
    for (const cell of ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', long]) {
      const before = process.cpuUsage();
      const replaced = await fieldOf('customFields.x', rule(pattern), cell);
      expect([cell, ['pattern.limit']]).toContainEqual(replaced);
      const when = `when: { from: cell, matches: ${JSON.stringify(pattern)} }`;
      // (a|a?)+$ also matches nothing at the end.
      expect([undefined, cell, ['pattern.limit']]).toContainEqual(await fieldOf('customFields.x', when, cell));
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
    }
  });

  test('a record that takes more than a second is invalid; after some of them the plan stops and names the rule', () => {
    let ms = 0;
    const meter = new WorkMeter(new Overruns(() => ms));
    const slow = () => {
      meter.reset();
      for (let search = 0; search < 4; search += 1) meter.timed('m.yml:7', () => (ms += 400));
    };
    for (let record = 0; record < MAX_OVERRUNS; record += 1)
      expect(slow).toThrow('The rule at m.yml:7 has a pattern that takes too long');
    expect(slow).toThrow(/^m\.yml:7: this rule needs more time or memory/);
  });
});

describe('a text that rules make too long', () => {
  const mb = 'x'.repeat(700_000);

  test('concat, replace and a user of many such texts name the rule', async () => {
    const concat = 'fields:\n  email: m\n  nickname: { concat: [a, a] }\n';
    expect(await mapCells(concat, { m: 'a@example.com', a: mb })).toMatchObject({
      kind: 'invalid',
      problems: [
        { code: 'value.too_long', message: 'The result of `concat` (mapping.yml:3) has more than 1048576 characters.' },
      ],
    });
    for (const by of ["$'", '$`', '$&$&$&', 'y'.repeat(100)])
      expect(await fieldOf('nickname', `replace: { x: ${JSON.stringify(by)} }`, 'x'.repeat(500_000)), by).toEqual([
        'value.too_long',
      ]);
    const fields = Array.from({ length: 30 }, (_, n) => `  customFields.f${n}: a\n`).join('');
    expect(outcome(await mapCells(`fields:\n${fields}`, { a: mb }))).toEqual(['value.too_long']);
  });

  test('a long text of the export itself is taken', async () => {
    expect(await fieldOf('customFields.x', '', mb.repeat(2))).toBe(mb.repeat(2));
    expect(await fieldOf('customFields.x', "replace: { y: '' }", mb.repeat(2))).toBe(mb.repeat(2));
  });
});

test('a mapping without costly patterns loads no engine for them', async () => {
  const mapping = parseMapping("fields: { email: { from: a, replace: { '^tel:': '' } } }", 'm.yml');
  const map = await compileMapping(mapping, ['a']);
  expect(outcome(map(recordOf({ kind: 'cells', cells: ['tel:a@example.com'] })))).toEqual({ email: 'a@example.com' });
});

test.each([
  ['dMdMdMdMdMdMdMyyyy', 'has "d" twice'],
  [`yyyyMMdd${'-'.repeat(100)}`, 'has more than 100 characters'],
])('a date format whose texts could be read in many ways is refused: %s', (format, message) => {
  for (const rule of [
    `birthdate: { from: a, date: '${format}' }`,
    `createdTime: { from: a, instant: '${format}', zone: UTC }`,
  ])
    expect(() => parseMapping(`fields: { ${rule} }`, 'm.yml')).toThrow(message);
});
