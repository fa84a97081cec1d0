import { expect, test } from 'vitest';
import { importUsers } from '../../support/import-users.ts';
import { BCRYPT, importPreset } from '../../support/preset-case.ts';

test('django: other models, PBKDF2 that cidaas takes, pre-hashed bcrypt that it does not, unusable passwords', async () => {
  const verifier = 'password: { verifier: CUSTOM_DJANGO }\n';
  const { users, invalid, report } = await importPreset('django', ['dumpdata.json'], verifier);
  expect(users).toEqual([
    {
      sub: expect.any(String),
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      username: 'ada',
      given_name: 'Ada',
      family_name: 'Ahorn',
      createdTime: '2021-02-03T09:47:58.000Z',
      lastLoggedInTime: '2024-01-02T03:04:05.678Z',
      password_hash_info: {
        algorithmTypeId: 'PBKDF2',
        passwordHash: 'OAXyhAQ/4ZDA9V5RMExt3C1OwQdUpLZ99vm1McFlLRA=',
        hData: { salt: 'seasalt', iterations: '600000', keylen: '32' },
      },
    },
    {
      sub: '12345678-1234-4234-8234-123456789abc',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      createdTime: '2021-02-03T09:47:58.000Z',
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_DJANGO',
        passwordHash: expect.stringMatching(/^bcrypt_sha256\$\$2b\$05\$/),
      },
    },
  ]);
  expect(invalid).toEqual({ 4: 'hash.missing password_hash_info' });
  expect(report.skippedBy).toEqual({ 'record of another model': 1 });
});

test('laravel: one name, columns that applications add for blocked users', async () => {
  const { users, report } = await importPreset('laravel', ['users.csv']);
  expect(
    users.map(({ email, given_name, family_name, userStatus }) => [email, given_name, family_name, userStatus]),
  ).toEqual([
    ['ada@example.com', 'Ada Maria', 'Ahorn', 'VERIFIED'],
    ['ben@example.com', 'Ben', undefined, 'DECLINED'],
    ['cleo@example.com', 'Cleo', 'Christ', 'DECLINED'],
  ]);
  expect(users[0]?.password_hash_info).toEqual({
    algorithmTypeId: 'BCRYPT_10',
    passwordHash: '$2b$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi',
  });
  expect(report.warnings).toEqual({ 'email.unverified': 1, 'mfa.not_imported': 1, 'sub.missing': 3 });
});

test('laravel: a status that applications add, in words that are known or not', async () => {
  const rows = ['active', 'Blocked', '0', 'pending', 'gold', ''].map(
    (status, at) => `${at},Ada Ahorn,u${at}@example.com,${BCRYPT.passwordHash},t,2021-02-03 09:47:58,${status}`,
  );
  const content = ['id,name,email,password,remember_token,created_at,status', ...rows, ''].join('\n');
  const { users, invalid } = await importUsers({
    files: [{ name: 'users.csv', content }],
    inputs: { preset: 'laravel' },
  });
  expect(users.map(({ userStatus }) => userStatus)).toEqual([
    'VERIFIED',
    'DECLINED',
    'DECLINED',
    'PENDING',
    'VERIFIED',
  ]);
  expect(invalid).toEqual({ 5: 'value.unknown userStatus' });
});

test('fusionauth: hashes in parts, inactive and expired users', async () => {
  const verifier = 'password: { verifier: CUSTOM_FUSIONAUTH }\n';
  const { users, report, everything } = await importPreset('fusionauth', ['users.json'], verifier);
  expect(users).toMatchObject([
    {
      sub: 'fa000000-0000-4000-8000-000000000001',
      userStatus: 'VERIFIED',
      birthdate: '1981-02-03',
      locale: 'de',
      zoneinfo: 'Europe/Berlin',
      password_hash_info: {
        algorithmTypeId: 'BCRYPT_5',
        passwordHash: '$2b$05$ZyXwVuTsRqPoNmLkJiHgFeRSdGqFDl5YYZNBquCIfTX0dS4Zulx/e',
      },
    },
    {
      userStatus: 'DECLINED',
      password_hash_info: { passwordHash: expect.stringMatching(/^\$pbkdf2-sha256\$i=24000,l=32\$/) },
    },
    { userStatus: 'DECLINED', email: 'cleo@example.com' },
  ]);
  expect(users[0]).not.toHaveProperty('roles');
  expect(report.warnings).toEqual({ 'email.unverified': 1, 'mfa.not_imported': 1 });
  expect(everything).not.toContain('SECRET-TOTP');
});

test('kratos: traits, links as texts, inactive identities', async () => {
  const { users, invalid, report } = await importPreset('kratos', ['identities.ndjson']);
  expect(users).toEqual([
    {
      sub: '0a000000-0000-4000-8000-000000000001',
      userStatus: 'VERIFIED',
      createdTime: '2021-02-03T09:47:58.123Z',
      password_hash_info: { algorithmTypeId: 'ARGON', passwordHash: expect.stringMatching(/^\$argon2id\$/) },
      identities: [
        { provider: 'self', email: 'ada@example.com', given_name: 'Ada', family_name: 'Ahorn' },
        { provider: 'google', providerUserId: '104523' },
      ],
    },
    {
      sub: '0a000000-0000-4000-8000-000000000002',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      createdTime: '2021-02-03T09:47:58.000Z',
      password_hash_info: {
        algorithmTypeId: 'BCRYPT_4',
        passwordHash: '$2a$04$AbCdEfGhIjKlMnOpQrStUuT0u0zZjU39kWlIssPOW0FAfomu1dXI.',
      },
    },
    {
      sub: '0a000000-0000-4000-8000-000000000003',
      userStatus: 'VERIFIED',
      createdTime: '2021-02-03T09:47:58.000Z',
      identities: [
        { provider: 'self', email: 'cleo@example.com' },
        { provider: 'github', providerUserId: '7' },
      ],
    },
  ]);
  expect(invalid).toEqual({});
  expect(report.warnings).toEqual({ 'email.unverified': 1, 'mfa.not_imported': 1 });
});
