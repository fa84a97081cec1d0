import { expect, test } from 'vitest';
import { InputError } from '../../src/runtime/input-error.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { secretTexts } from '../../src/settings/secret-inputs.ts';

test('nothing of a canary is masked in a log: its gaps would tell a password that is an ordinary word', () => {
  for (const password of ['the', 'user', 'Plan digest', 'Users2026.csv', 'tX9!k2pq'])
    expect(secretTexts('password-canary', `ida@example.org,${password}`)).toEqual([]);
});

test('of several lines each is masked, never the words in them', () => {
  expect(secretTexts('client-secret', 'password')).toEqual(['password']);
  expect(secretTexts('export-key', 'first line\nsecond line\n#')).toEqual([
    'first line\nsecond line\n#',
    'first line',
    'second line',
  ]);
});

test('what is too short to be masked without garbling messages is not: a client-id of a few letters is no secret', () => {
  expect(secretTexts('client-id', 'id')).toEqual([]);
  expect(secretTexts('client-id', 'a-client-id')).toEqual(['a-client-id']);
  expect(secretTexts('client-secret', 'the')).toEqual([]);
});

test.each([
  ['client-secret', 'the-7'],
  ['state-key', 'the-7'],
  ['export-key', 'the-7'],
  ['github-token', 'the-7'],
])('%s of less than eight characters is refused, and never quoted', (name, value) => {
  const inputs: { readonly [name: string]: string } = { mode: 'plan', export: 'users.csv', [name]: value };
  const read = () => readSettings((input) => inputs[input] ?? '');
  expect(read).toThrow(InputError);
  expect(read).toThrow(new RegExp(`^\`${name}\`: expected (?!.*the-7).*at least \\d+ characters`));
});
