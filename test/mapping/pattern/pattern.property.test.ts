import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { Overruns } from '../../../src/mapping/compile/overruns.ts';
import { WorkMeter } from '../../../src/mapping/compile/work-meter.ts';
import { type CompiledPattern, compilePattern } from '../../../src/mapping/pattern/compile-pattern.ts';
import { Pattern } from '../../../src/mapping/pattern/pattern.ts';
import { times } from '../../../src/mapping/pattern/pattern-cost.ts';

const meter = () => new WorkMeter(new Overruns(() => 0));

/** The pattern on the linear engine, whatever it costs. */
function linear(source: string): CompiledPattern {
  const pattern = new Pattern(source, 'm.yml:1');
  // A cost that no text of the tests has on JavaScript's engine.
  const costly = { ...pattern.syntax, cost: { ...times(2), factor: 1e12 } };
  return compilePattern(
    Object.assign(Object.create(Pattern.prototype) as Pattern, pattern, { syntax: costly }),
    RE2JS,
    meter(),
  );
}

const LETTERS = [
  ...'aAbBzZ019_- .@\n\r\t',
  '\u00a0',
  '\u2028',
  'ä',
  'Ä',
  'ß',
  'ſ',
  'K',
  'k',
  'é',
  'e\u0301',
  '😀',
  '\ud800',
  '\ufeff',
  'İ',
  'ı',
  'Σ',
  'ς',
];
const character = fc.constantFrom(...LETTERS);
const text = fc.array(character, { maxLength: 12 }).map((all) => all.join(''));

const atom = fc.oneof(
  { weight: 4, arbitrary: character.map((one) => one.replace(/[-.^$*+?()[\]{}|\\/]/g, '\\$&').replace('\\-', '-')) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '.',
      '\\d',
      '\\D',
      '\\w',
      '\\W',
      '\\s',
      '\\S',
      '\\t',
      '\\n',
      '\\u00E4',
      '\\u{1F600}',
      '\\ud83d\\ude00',
      '\\x41',
      '\\p{L}',
      '\\p{Lu}',
      '\\P{L}',
      '\\p{Script=Latin}',
      '\\p{Cs}',
      '[^]',
      '[]',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '[a-z]',
      '[^a-z]',
      '[\\w.-]',
      '[^\\s@]',
      '[\\d_]',
      '[ä-ü]',
      '[\\b\\n]',
      '[^\\W]',
      '[[]',
      '[\\]\\\\]',
      '[.]',
      '[😀a]',
      '[\\u00C0-\\u00FF]',
      '[\\p{L}\\d]',
      '[a^]',
      '[&&-]',
    ),
  },
);
const assertion = fc.constantFrom('^', '$', '\\b', '\\B');
const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,1}?', '{1,}');

/** Patterns in which no group repeats or is optional and empty: there, the engines agree on groups too. */
const { pattern } = fc.letrec<{ pattern: string; term: string }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3 },
    { weight: 6, arbitrary: fc.tuple(atom, quantifier).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: assertion },
    { weight: 1, arbitrary: tie('pattern').map((inner) => `(${inner})`) },
    { weight: 1, arbitrary: tie('pattern').map((inner) => `(?:${inner})`) },
    { weight: 1, arbitrary: tie('pattern').map((inner) => `(?s:${inner})`) },
    { weight: 1, arbitrary: tie('pattern').map((inner) => `(x(?:${inner}))?`) },
  ),
  pattern: fc
    .array(
      fc.array(tie('term'), { maxLength: 4 }).map((terms) => terms.join('')),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => all.join('|')),
}));

/** The pattern on JavaScript's engine, which may be given no modifier: see `NativeSyntax`. */
function native(source: string): RegExp {
  const found = new Pattern(source, 'm.yml:1').native;
  if (found === null) throw new Error(`${source} needs a modifier`);
  return found;
}

const RUNS = { numRuns: Number(process.env.PATTERN_RUNS ?? 100) };

describe('the linear engine and the engine of JavaScript agree', () => {
  test('on whether a pattern matches', () => {
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        expect(linear(source).test(given)).toBe(native(source).test(given));
      }),
      RUNS,
    );
  });

  test('on what every match is replaced with', () => {
    const template = fc.constantFrom(
      '',
      '-',
      '$&',
      '[$1]',
      '$2$1',
      '$$',
      '$`|',
      "$'|",
      '$<n>',
      '$10',
      '$01',
      '$0',
      '$',
      '$1$',
    );
    fc.assert(
      fc.property(pattern, text, template, (source, given, by) => {
        // V8 finds \B between the halves of a character.
        fc.pre(!source.includes('\\B') || !/[\ud800-\udfff]/.test(given));
        expect(linear(source).replacing(by)(given)).toBe(given.replace(native(source), by));
      }),
      RUNS,
    );
  });

  test('on patterns that begin with look-ahead', () => {
    const ahead = fc.tuple(fc.constantFrom('=', '!'), fc.array(fc.tuple(atom, quantifier), { maxLength: 3 }));
    fc.assert(
      fc.property(
        fc.array(ahead, { minLength: 1, maxLength: 2 }),
        fc.tuple(atom, quantifier),
        text,
        (all, rest, given) => {
          const source = `^${all.map(([sign, terms]) => `(?${sign}${terms.flat().join('')}$)`).join('')}${rest.join('')}`;
          expect(linear(source).test(given), source).toBe(native(source).test(given));
          expect(linear(source).replacing('<$&>')(given)).toBe(given.replace(native(source), '<$&>'));
        },
      ),
      RUNS,
    );
  });

  test('on letters whose case is ignored', () => {
    const plain = fc.array(fc.constantFrom(...[...'aAbKkſsSßäÄΣσς1'], '\\w', '\\W', '[a-z]', '[^k]'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(plain, text, (terms, given) => {
        const source = `(?i:${terms.join('')})`;
        expect(linear(source).test(given), source).toBe(native(source).test(given));
      }),
      RUNS,
    );
  });

  test('on named groups, of which alternatives may share one', () => {
    const found = linear('(?<größe>a+)|(?<b>b)|(?<größe>z)');
    for (const given of ['aab', 'zb', 'xa', ''])
      expect(found.replacing('<$<größe>$<b>$<c>>')(given)).toBe(
        given.replace(/(?<größe>a+)|(?<b>b)|(?<größe>z)/gu, '<$<größe>$<b>$<c>>'),
      );
  });
});
