import { expect, test } from 'vitest';
import { importPreset } from '../../support/preset-case.ts';

test('rows that go on, hashes of all versions, locked and unconfirmed customers, dates that nobody can be sure of', async () => {
  const verifier = 'password: { verifier: CUSTOM_MAGENTO }\n';
  const { users, invalid, report, everything } = await importPreset('magento', ['customer-composite.csv'], verifier);
  expect(users.map(({ sub: _, ...user }) => user)).toEqual([
    {
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      given_name: 'Ada',
      family_name: 'Ahorn',
      gender: 'female',
      birthdate: '1981-02-03',
      phone_number: '0341 555',
      address: { street_address: 'Am Markt 1\nHinterhaus', postal_code: '04109', locality: 'Leipzig', country: 'DE' },
      createdTime: '2021-02-03T09:47:58.000Z',
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_MAGENTO',
        passwordHash: expect.stringMatching(
          /^\$digest-sha256\$salt=prefix,pw=utf8\$YUJjRGVGZ0hpSmtMbU5vUHFSc1R1VndYeVowMTIzNDU\$/,
        ),
      },
    },
    {
      userStatus: 'PENDING',
      email: 'ben@example.com',
      given_name: 'Ben',
      family_name: 'Buche',
      gender: 'male',
      createdTime: '2021-02-03T09:47:58.000Z',
      password_hash_info: { algorithmTypeId: 'ARGON', passwordHash: expect.stringMatching(/^\$argon2id\$/) },
    },
    {
      userStatus: 'DECLINED',
      email: 'dora@example.com',
      given_name: 'Dora',
      family_name: 'Dorn',
      gender: 'female',
      createdTime: '2021-02-03T09:47:58.000Z',
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_MAGENTO',
        passwordHash: expect.stringMatching(/^\$digest-md5\$salt=prefix,/),
      },
    },
  ]);
  expect(invalid).toEqual({ 4: 'instant.invalid createdTime' });
  expect(report.skippedBy).toEqual({ 'further address of the customer above': 1 });
  expect(report.warnings).toEqual({ 'email.unverified': 1, 'sub.missing': 3 });
  expect(everything).not.toContain('secret-reset-token');
});
