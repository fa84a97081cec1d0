import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutSecrets } from '../../src/tenant/secret-text.ts';

const SECRET = 'pa/ss"wörd<&>\\%1';
const unicodeEscaped = `"${[...SECRET].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;

test.each([
  ['plain', `no client with ${SECRET} here`],
  ['JSON', JSON.stringify({ error: SECRET })],
  ['JSON with escaped slashes', JSON.stringify({ error: SECRET }).replaceAll('/', '\\/')],
  ['JSON with everything escaped', unicodeEscaped],
  ['cut JSON', JSON.stringify({ error: SECRET, more: '' }).slice(0, -2)],
  ['a URL', `secret=${encodeURIComponent(SECRET)}&x=1`],
  ['HTML', '<p>pa/ss"wörd&lt;&amp;&gt;\\%1</p>'],
  ['an HTML attribute', '<p x="pa/ss&quot;wörd&lt;&amp;&gt;\\%1">'],
])('a secret is taken out of %s', (_, text) => {
  const clean = withoutSecrets(text, [SECRET]);
  expect(clean).toContain('***');
  expect(clean).not.toContain('ss');
});

test('JSON nested too deeply to be serialised again is not let through', () => {
  const deep = `{"error":${unicodeEscaped},"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
  expect(withoutSecrets(deep, [SECRET])).toBe('The answer is nested too deeply to be read.');
});

test('every secret, everywhere', () => {
  expect(withoutSecrets('first-one second-one first-one', ['first-one', 'second-one'])).toBe('*** *** ***');
});

test('what could be an ordinary word stays', () => {
  expect(withoutSecrets('the error is here', ['e', '', 'is'])).toBe('the error is here');
});

test('whatever the secret is, a JSON echo of it does not hold it', () => {
  const secret = fc
    .string({ unit: 'grapheme', minLength: 8, maxLength: 40 })
    .filter((text) => !/[|*"\\]/.test(text) && text.trim() === text);
  fc.assert(
    fc.property(secret, (text) => {
      const parsed: { echo: string } = JSON.parse(withoutSecrets(JSON.stringify({ echo: `|${text}|` }), [text]));
      expect(parsed.echo).toBe('|***|');
    }),
  );
});
