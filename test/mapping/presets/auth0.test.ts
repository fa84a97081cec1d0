import { expect, test } from 'vitest';
import { importUsers } from '../../support/import-users.ts';
import { BCRYPT, importPreset } from '../../support/preset-case.ts';

const ADA = {
  sub: 'auth0|60425dc43519d90068f82973',
  userStatus: 'VERIFIED',
  email: 'ada@example.com',
  username: 'ada',
  given_name: 'Ada',
  family_name: 'Ahorn',
  nickname: 'ada',
  createdTime: '2021-03-05T16:33:40.000Z',
  lastLoggedInTime: '2024-01-02T03:04:05.678Z',
};

test('profiles alone: nobody has a password, and that is said', async () => {
  const { users, log, report } = await importPreset('auth0', ['users.json']);
  expect(users).toEqual([
    ADA,
    {
      sub: 'auth0|60425da93519d90068f82966',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      createdTime: '2021-03-05T16:33:13.000Z',
    },
    {
      sub: 'google-oauth2|104523',
      userStatus: 'VERIFIED',
      createdTime: '2021-03-05T16:33:13.000Z',
      identities: [
        { provider: 'self', email: 'cleo@example.com' },
        { provider: 'google', providerUserId: '104523' },
      ],
    },
    expect.objectContaining({ email: 'dora@example.com' }),
  ]);
  expect(report.warnings).toEqual({ 'email.unverified': 1, 'mfa.not_imported': 1 });
  expect(log.join('\n')).toContain('No user of this plan has a password');
});

test('hashes are joined by id, with and without its prefix; a user of the database without one is refused', async () => {
  const join = 'join: { hashes: { file: hashes-of-the-support.json } }\n';
  const { users, invalid } = await importPreset('auth0', ['users.json', 'hashes-of-the-support.json'], join);
  expect(users[0]).toEqual({ ...ADA, password_hash_info: BCRYPT });
  expect(users[1]).toMatchObject({ userStatus: 'DECLINED', password_hash_info: BCRYPT });
  expect(users[2]).not.toHaveProperty('password_hash_info');
  expect(invalid).toEqual({ 4: 'hash.missing password_hash_info' });
});

test('the quote before every cell of a CSV is taken off', async () => {
  const { users } = await importPreset('auth0', ['quote-prefixes.csv']);
  expect(users.map(({ sub, email, given_name, userStatus }) => [sub, email, given_name, userStatus])).toEqual([
    ['auth0|60425dc43519d90068f82973', 'ada@example.com', 'Ada', 'VERIFIED'],
    ['auth0|60425da93519d90068f82966', 'ben@example.com', '=Ben', 'DECLINED'],
  ]);
});

test('a CSV without the column for blocked users is refused', async () => {
  const { report } = await importUsers({
    files: [{ name: 'users.csv', content: 'user_id,email\nauth0|1,a@example.com\n' }],
    inputs: { preset: 'auth0' },
  });
  expect(report.reason).toMatch(
    /^preset auth0:\d+: status\.unread: the export does not say who is blocked: it has no "blocked" or "Blocked"\./,
  );
});
