import { setFlagsFromString } from 'node:v8';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { Overruns } from '../../../src/mapping/compile/overruns.ts';
import { WorkMeter } from '../../../src/mapping/compile/work-meter.ts';
import { compilePattern } from '../../../src/mapping/pattern/compile-pattern.ts';
import { Pattern } from '../../../src/mapping/pattern/pattern.ts';
import { presetText } from '../../../src/mapping/presets/preset.ts';
import { PRESETS } from '../../../src/mapping/presets/preset-name.ts';

// How V8 compiles patterns once the process has compiled much code of patterns: modifiers then hold in too few or too many places.
setFlagsFromString('--no-regexp-optimization');

const compiled = (source: string) =>
  compilePattern(new Pattern(source, 'm.yml:1'), RE2JS, new WorkMeter(new Overruns(() => 0)));

test('this process shows the defect of V8 that the rewriting avoids; without it these tests prove nothing', () => {
  expect(/^(?!(?i:no|n)$).+$/u.test('NO')).toBe(true);
});

describe('JavaScript runs no modifier', () => {
  test.each([
    ['^(?!(?i:false|f|no|n|0)$).+$', '^(?!(?:false|f|no|n|0)$).+$', 'giu'],
    ['^(?i:true|t|1(?:\\.0)?)$', '^(?:true|t|1(?:\\.0)?)$', 'giu'],
    ['^(?!.*(?i:user)$)', '^(?!.*(?:user)$)', 'giu'],
    ['^[^,]+,\\s*(?i:jr|sr)\\.?$', '^[^,]+,\\s*(?:jr|sr)\\.?$', 'giu'],
    ['^[0-9-]+(?i:x)$', '^[0-9-]+(?:x)$', 'giu'],
    ['(?i:a(?-i:1)b)', '(?:a(?:1)b)', 'giu'],
    ['(?s:^a.b$).', '(?:^a[^]b$).', 'gu'],
    ['(?s-i:.(?-s:.))', '(?:[^](?:.))', 'gu'],
    ['(?i-s:Ä.)', '(?:Ä.)', 'giu'],
    ['^Abc$', '^Abc$', 'gu'],
  ])('%s', (source, rewritten, flags) => {
    expect(new Pattern(source, '').syntax.native).toEqual({ source: rewritten, flags });
  });

  test.each([
    ...[
      'a(?i:b)',
      '(?i:a(?-i:b))',
      '\\w(?i:b)',
      '\\b(?i:b)',
      '[!-~](?i:b)',
      '[\\t-~](?i:b)',
      '[0-9-~](?i:b)',
      '[a-z](?i:b)',
      '[^a](?i:b)',
    ],
    ...['\\p{Lu}(?i:b)', '\\u0041(?i:b)', '\\x41(?i:b)', 'ß(?i:b)', '\\cA(?i:b)', '[Ⓐ](?i:b)'],
  ])('%s is left to the linear engine', (source) => {
    const pattern = new Pattern(source, '');
    expect(pattern.native).toBeNull();
    expect(pattern.needsLinearEngine).toBe(true);
  });
});

test.each([
  ['^(?!(?i:false|f|no|n|0)$).+$', { FALSE: false, No: false, n: false, yes: true, '': false }],
  ['^(?i:false|f|falsch|0(?:\\.0)?)$', { False: true, F: true, '0.0': true, x: false }],
  ['^A(?i:b|c)$', { Ab: true, AB: true, AC: true, ab: false, aC: false }],
  ['^(?i:a|b(?-i:c|d))$', { A: true, Bc: true, BD: false, bC: false, B: false }],
  ['^(?!x(?i:y|z)).', { xY: false, XY: true, xZ: false, a: true }],
  ['^(?:(?s:a.)|b.)$', { 'a\n': true, 'b\n': false, bx: true }],
])('%s matches what it says', (source, expected) => {
  const { test: matches } = compiled(source);
  expect(Object.fromEntries(Object.keys(expected).map((text) => [text, matches(text)]))).toEqual(expected);
});

test('replaces what a modifier lets match', () => {
  expect(compiled('(?i:ab|c)').replacing('<$&>')('xABcC')).toBe('x<AB><c><C>');
  expect(compiled('x(?i:ab|c)').replacing('<$&>')('xABXcxC')).toBe('<xAB>Xc<xC>');
});

test('no pattern of a preset needs the linear engine for its modifiers', async () => {
  for (const name of PRESETS) {
    const { text } = await presetText(name);
    for (const [, source = ''] of text.matchAll(/matches: '((?:[^']|'')*)'/g))
      expect(new Pattern(source.replaceAll("''", "'"), '').native, `${name}: ${source}`).not.toBeNull();
  }
});
