import { expect, test } from 'vitest';
import { BCRYPT, importPreset } from '../../support/preset-case.ts';

const FIREBASE = {
  algorithmTypeId: 'CUSTOM_FIREBASE',
  passwordHash:
    '$firescrypt$ln=14,r=8,p=1$sPtDhWcd1MfdAw$xbSou7FOl6mChCyzpCPIQ7tku7nsQMTFtyOZSXXd7tjBa4NtimOx7v42Gv2SfzPQu1oxM2/k4SsbOu73wlKe1A$Bw',
};
const VERIFIER = 'password: { verifier: CUSTOM_FIREBASE }\n';

test('firebase: JSON', async () => {
  const { users, invalid, report } = await importPreset('firebase', ['users.json'], VERIFIER);
  expect(users).toEqual([
    {
      sub: 'abcdefghijklmnopqrstuvwxyz01',
      userStatus: 'VERIFIED',
      createdTime: '2021-02-03T09:47:58.901Z',
      lastLoggedInTime: '2023-11-14T22:13:20.000Z',
      password_hash_info: FIREBASE,
      identities: [
        {
          provider: 'self',
          email: 'ada@example.com',
          mobile_number: '+491712345678',
          given_name: 'Ada Maria',
          family_name: 'Ahorn',
        },
        { provider: 'google', providerUserId: '104523' },
      ],
    },
    {
      sub: 'b',
      userStatus: 'DECLINED',
      createdTime: '2021-02-03T09:47:58.901Z',
      identities: [
        { provider: 'self', email: 'ben@example.com' },
        { provider: 'google', providerUserId: '5' },
      ],
    },
    {
      sub: 'c',
      userStatus: 'VERIFIED',
      createdTime: '2021-02-03T09:47:58.901Z',
      mobile_number: '+491712345679',
    },
  ]);
  expect(invalid).toEqual({});
  expect(report.warnings).toEqual({ 'email.unverified': 1, 'mfa.not_imported': 1 });
});

test('firebase: both CSV layouts, neither of which has a header', async () => {
  const old = await importPreset('firebase', ['twenty-nine-cells.csv'], VERIFIER);
  expect(old.users).toEqual([
    {
      sub: 'd',
      userStatus: 'VERIFIED',
      createdTime: '2021-02-03T09:47:58.901Z',
      lastLoggedInTime: '2023-11-14T22:13:20.000Z',
      password_hash_info: FIREBASE,
      identities: [
        { provider: 'self', email: 'dora@example.com', given_name: 'Dora "D"', family_name: 'Dorn' },
        { provider: 'github', providerUserId: '77' },
      ],
    },
    { sub: 'e', userStatus: 'DECLINED', email: 'emil@example.com' },
  ]);
  const { users } = await importPreset('firebase', ['fifty-three-cells.csv'], VERIFIER);
  expect(users).toMatchObject([
    { sub: 'f', identities: [{ provider: 'self' }, { provider: 'apple', providerUserId: '001.abc' }] },
  ]);
});

test('supabase: bans, deleted and anonymous users, numbers without a plus, JSON in cells, identities of a second file', async () => {
  const files = ['auth-users.csv', 'auth-identities.csv'];
  const { users, report } = await importPreset('supabase', files, 'join: { logins: { file: auth-identities.csv } }\n');
  expect(users).toEqual([
    {
      sub: 'a1a1a1a1-a1a1-4a1a-8a1a-a1a1a1a1a1a1',
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      mobile_number: '+491712345678',
      given_name: 'Ada',
      family_name: 'Ahorn',
      createdTime: '2024-01-15T10:30:00.000Z',
      lastLoggedInTime: '2024-02-15T10:30:00.123Z',
      password_hash_info: BCRYPT,
    },
    {
      sub: 'b1b1b1b1-b1b1-4b1b-8b1b-b1b1b1b1b1b1',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      createdTime: '2024-01-15T10:30:00.000Z',
      password_hash_info: BCRYPT,
    },
    {
      sub: 'c1c1c1c1-c1c1-4c1c-8c1c-c1c1c1c1c1c1',
      userStatus: 'VERIFIED',
      createdTime: '2024-01-15T10:30:00.000Z',
      identities: [
        { provider: 'self', email: 'cleo@example.com', given_name: 'Cleo' },
        { provider: 'google', providerUserId: '104523' },
      ],
    },
  ]);
  expect(report.skippedBy).toEqual({ anonymous: 1, deleted: 1 });
  expect(report.warnings).toEqual({ 'email.unverified': 1 });
});

test('clerk: a comment before the header, several addresses in one cell, users without a password', async () => {
  const { users, invalid, report, everything } = await importPreset('clerk', ['comment-before-header.csv']);
  expect(users).toEqual([
    {
      sub: 'user_2aaa',
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      username: 'ada',
      mobile_number: '+491712345678',
      given_name: 'Ada',
      family_name: 'Ahorn',
      password_hash_info: BCRYPT,
    },
    {
      sub: 'user_2bbb',
      userStatus: 'VERIFIED',
      email: 'ben@example.com',
      given_name: 'Ben',
      family_name: 'Buche',
      password_hash_info: { algorithmTypeId: 'ARGON', passwordHash: expect.stringMatching(/^\$argon2id\$/) },
    },
  ]);
  expect(invalid).toEqual({ 3: 'hash.missing password_hash_info' });
  expect(report.warnings).toEqual({ 'email.unverified': 1, 'mfa.not_imported': 1, 'status.unread': 1 });
  expect(everything).not.toContain('SECRET-TOTP');
});
