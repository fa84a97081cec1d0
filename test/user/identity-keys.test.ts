import { expect, test } from 'vitest';
import { identityKeys } from '../../src/user/identity-keys.ts';

test.each([
  ['ASCII: one key, as in the states of earlier runs', { email: 'Ida@Example.com' }, ['email:self:ida@example.com']],
  ['letters in NFC and lower case: one key', { username: 'Jörg' }, ['username:self:jörg']],
  [
    'NFD: the key of earlier runs, then the comparable one',
    { username: 'Jo\u0308rg' },
    ['username:self:jo\u0308rg', 'username:self:jörg'],
  ],
  [
    'IDN: the domain in punycode',
    { email: 'a@Müller.example' },
    ['email:self:a@müller.example', 'email:self:a@xn--mller-kva.example'],
  ],
  ['a domain that DNS does not allow', { email: 'a@ü<.example' }, ['email:self:a@ü<.example']],
  ['invisible characters', { username: '\u200bj\u00adoe' }, ['username:self:\u200bj\u00adoe', 'username:self:joe']],
  ['a sub, exactly', { sub: 'Jo\u0308rg' }, ['sub:Jo\u0308rg']],
])('%s', (_, user, keys) => {
  expect(identityKeys(user)).toEqual(keys);
});
