import { expect, test } from 'vitest';
import { BCRYPT, importPreset } from '../../support/preset-case.ts';

test('accounts: the address to log in with, birthdates in parts, locked and lite accounts, links, several algorithms', async () => {
  const verifier = 'password: { verifier: CUSTOM_GIGYA }\n';
  const { users, invalid, report } = await importPreset('sap-cdc', ['accounts-search.json'], verifier);
  expect(users).toEqual([
    {
      sub: '_guid_HuRtxqGP7GuAJuuhXwfOZHQs7qz-H6xVlSKi6K2sNXs=',
      userStatus: 'VERIFIED',
      createdTime: '2015-03-01T10:00:00.000Z',
      lastLoggedInTime: '2023-11-14T22:13:20.000Z',
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_GIGYA',
        passwordHash: expect.stringMatching(/^\$pbkdf2-sha1\$i=3000,l=16\$/),
      },
      identities: [
        {
          provider: 'self',
          email: 'ada@example.com',
          given_name: 'Ada',
          family_name: 'Ahorn',
          gender: 'female',
          birthdate: '1981-02-03',
          locale: 'de',
          mobile_number: '+491712345678',
          address: { street_address: 'Am Markt 1', postal_code: '04109', locality: 'Leipzig', country: 'DE' },
        },
        { provider: 'facebook', providerUserId: '1020304' },
      ],
    },
    {
      sub: '_guid_2',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      given_name: 'Ben',
      createdTime: '2015-03-01T10:00:00.000Z',
      password_hash_info: BCRYPT,
    },
    { sub: '_guid_3', userStatus: 'DECLINED', email: 'cleo@example.com', password_hash_info: BCRYPT },
    {
      sub: '_guid_5',
      userStatus: 'VERIFIED',
      identities: [
        { provider: 'self', email: 'dora@example.com' },
        { provider: 'google', providerUserId: '99' },
      ],
    },
  ]);
  expect(invalid).toEqual({});
  expect(report.skippedBy).toEqual({ 'lite account': 1 });
  expect(report.warnings).toEqual({ 'email.unverified': 1, 'mfa.not_imported': 1 });
});

test('without a verifier the native hashes of the system do not pass', async () => {
  const { invalid } = await importPreset('sap-cdc', ['accounts-search.json']);
  expect(invalid).toEqual({ 1: 'hash.no_verifier password_hash_info' });
});
