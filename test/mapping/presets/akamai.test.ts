import { expect, test } from 'vitest';
import { BCRYPT, importPreset } from '../../support/preset-case.ts';

test('entities: verified by a time, deactivated by a time, profiles of providers, salted MD5', async () => {
  const verifier = 'password: { verifier: CUSTOM_JANRAIN }\n';
  const { users, report } = await importPreset('akamai', ['entity-find.json'], verifier);
  expect(users).toEqual([
    {
      sub: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
      userStatus: 'VERIFIED',
      createdTime: '2021-02-03T09:47:58.123Z',
      lastLoggedInTime: '2024-01-02T03:04:05.000Z',
      password_hash_info: BCRYPT,
      identities: [
        {
          provider: 'self',
          email: 'ada@example.com',
          given_name: 'Ada',
          family_name: 'Ahorn',
          gender: 'female',
          birthdate: '1981-02-03',
          phone_number: '0341 555',
          address: {
            street_address: 'Am Markt 1 c/o Buche',
            postal_code: '04109',
            locality: 'Leipzig',
            country: 'DE',
          },
        },
        { provider: 'facebook', providerUserId: '1020304' },
      ],
    },
    {
      sub: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_JANRAIN',
        passwordHash: expect.stringMatching(/^\$digest-md5\$salt=suffix,/),
      },
    },
    {
      sub: 'cccccccc-cccc-4ccc-8ccc-cccccccccccc',
      userStatus: 'VERIFIED',
      identities: [
        { provider: 'self', email: 'cleo@example.com' },
        { provider: 'google', providerUserId: '104523' },
      ],
    },
  ]);
  expect(report.warnings).toEqual({ 'email.unverified': 1 });
});

test('a dataload CSV: dotted columns, JSON in cells, American dates before 1900', async () => {
  const { users, report } = await importPreset('akamai', ['dataload.csv']);
  expect(users).toEqual([
    {
      sub: 'dddddddd-dddd-4ddd-8ddd-dddddddddddd',
      userStatus: 'VERIFIED',
      password_hash_info: BCRYPT,
      identities: [
        {
          provider: 'self',
          email: 'dora@example.com',
          given_name: 'Dora',
          birthdate: '1890-02-28',
          address: { postal_code: '04109' },
        },
        { provider: 'apple', providerUserId: '001.abc' },
      ],
    },
  ]);
  expect(report.warnings).toEqual({ 'birthdate.implausible': 1 });
});
