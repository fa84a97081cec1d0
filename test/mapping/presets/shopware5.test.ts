import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importUsers, withoutSubs } from '../../support/import-users.ts';

const EXPORT = join(import.meta.dirname, '../../fixtures/presets/shopware5/default-customers.csv');

test('hashes of four encoders, guests, blocked customers, one address in two subshops', async () => {
  const { users, invalid, report } = await importUsers({
    files: [EXPORT],
    inputs: { preset: 'shopware5', 'password-canary': 'b@example.com,password' },
    mapping: 'password: { verifier: CUSTOM_SHOPWARE }\n',
  });
  expect(withoutSubs(users)).toEqual([
    // The account of the canary goes first.
    {
      userStatus: 'VERIFIED',
      email: 'b@example.com',
      given_name: 'Berta',
      family_name: 'Böhm',
      gender: 'female',
      address: { street_address: 'Ringstraße 1', postal_code: '1010', locality: 'Wien', country: 'AT' },
      password_hash_info: {
        algorithmTypeId: 'BCRYPT_10',
        passwordHash: '$2b$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi',
      },
    },
    {
      userStatus: 'VERIFIED',
      email: 'a@example.com',
      given_name: 'Anton',
      family_name: 'Adler',
      gender: 'male',
      phone_number: '05555 / 555555',
      address: { street_address: 'Musterweg 5', postal_code: '01067', locality: 'Dresden', country: 'DE' },
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_SHOPWARE',
        passwordHash: expect.stringMatching(/^\$digest-md5\$salt=none,pw=utf8\$\$/),
      },
    },
    {
      userStatus: 'DECLINED',
      email: 'c@example.com',
      given_name: 'Cora',
      family_name: 'Conrad',
      address: { street_address: 'Am Hang 2', postal_code: '8001', locality: 'Zürich', country: 'CH' },
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_SHOPWARE',
        passwordHash: expect.stringMatching(/^\$shopware-sha256\$i=100000\$/),
      },
    },
  ]);
  expect(invalid).toEqual({ 6: 'value.unknown password.algorithm' });
  expect(report.totals).toMatchObject({ created: 3, skipped: 1, duplicate: 1, invalid: 1 });
  expect(report.skippedBy).toEqual({ 'guest account': 1 });
});

test('without a verifier only bcrypt passes, and the export is recognised without a preset', async () => {
  const { users, invalid } = await importUsers({
    files: [EXPORT],
    inputs: { preset: 'shopware5' },
    mapping: 'password: { unproven: accept }\n',
  });
  expect(users.map(({ email }) => email)).toEqual(['b@example.com']);
  expect(invalid[1]).toBe('hash.no_verifier password_hash_info');
  const { report } = await importUsers({ files: [EXPORT] });
  expect(report.reason).toContain('It looks like a customer export of Shopware 5: set `preset: shopware5`.');
});

test('an export without the column for blocked customers is refused', async () => {
  const content = 'customernumber;email;password;encoder;accountmode\n1;a@example.com;x;md5;0\n';
  const { report } = await importUsers({ files: [{ name: 'c.csv', content }], inputs: { preset: 'shopware5' } });
  expect(report.reason).toMatch(
    /^preset shopware5:\d+: status\.unread: the export does not say who is blocked: it has no "active"\./,
  );
});
