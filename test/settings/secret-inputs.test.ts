import { expect, test } from 'vitest';
import { INPUTS } from '../../src/settings/inputs.ts';
import { secretTexts } from '../../src/settings/secret-inputs.ts';

const ALGORITHMS = ['BCRYPT_10', 'HMAC-SHA-256', 'pbkdf2-sha256', 'sha512-salted'];

test.each([
  ...[
    'password',
    'Passwort',
    'iterations',
    'row',
    'mapping.yml',
    'password.iterations',
    'planned',
    '12345678',
    '2026-11-30',
  ],
  ...ALGORITHMS,
  ...Object.keys(INPUTS),
])('a password that also stands in messages is not masked on its own: %s', (word) => {
  expect(secretTexts('password-canary', `ida@example.org,${word}`)).toEqual([`ida@example.org,${word}`]);
  expect(secretTexts('password-canary', `"4711","${word}"`)).toEqual([`"4711","${word}"`]);
  // A line that is malformed may be a password too.
  expect(secretTexts('password-canary', word)).toEqual([]);
});

test.each(['Geheim-Wort', 'Sommer2026', 'tX9!k2pq', 'Grüner Tee %', 'correct Horse 4'])(
  'a password that nothing else can have written is masked: %s',
  (password) => {
    expect(secretTexts('password-canary', `ida@example.org,${password}`)).toContain(password);
    expect(secretTexts('password-canary', `ida@example.org,"${password}"`)).toContain(password);
    expect(secretTexts('password-canary', password)).toContain(password);
  },
);

test('of several lines each is masked, never the words in them', () => {
  const texts = secretTexts('password-canary', 'ida@example.org,password\r\n\nole@example.org,Sommer2026\n');
  expect(texts).toEqual(['ida@example.org,password', 'ole@example.org,Sommer2026', 'Sommer2026']);
});

test('other secrets are masked whatever they are', () => {
  expect(secretTexts('client-secret', 'password')).toEqual(['password']);
  expect(secretTexts('export-key', 'one\ntwo')).toEqual(['one\ntwo', 'one', 'two']);
});
