import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importUsers } from '../../support/import-users.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/presets/shopware6');
const EXPORT = join(FIXTURES, 'default-customer.csv');
const HASHES = join(FIXTURES, 'hashes-of-the-database.csv');

const ELLA = {
  sub: '01234567-89ab-cdef-0123-456789abcdef',
  userStatus: 'VERIFIED',
  email: 'ella@example.com',
  given_name: 'Ella',
  family_name: 'Ebner',
  gender: 'female',
  locale: 'de-DE',
  phone_number: '+39 06 555',
  address: { street_address: 'Am Markt 1', postal_code: '00932', locality: 'Rom', country: 'IT' },
};

test('the profile has no hashes: users come without passwords, and that is said', async () => {
  const { users, report, log } = await importUsers({ files: [EXPORT], inputs: { preset: 'shopware6' } });
  expect(users).toEqual([
    ELLA,
    {
      sub: 'abcdef01-2345-6789-abcd-ef0123456789',
      userStatus: 'DECLINED',
      email: 'fritz@example.com',
      given_name: 'Fritz',
      family_name: 'Fink',
      address: { street_address: 'Hafenstr. 3', postal_code: '20457', locality: 'Hamburg', country: 'DE' },
    },
    expect.objectContaining({ email: 'hans@example.com', locale: 'en-GB' }),
  ]);
  expect(report.totals).toMatchObject({ created: 3, skipped: 1, duplicate: 1 });
  expect(log.join('\n')).toContain('No user of this plan has a password');
});

test('hashes of the database are joined by id, however it is written', async () => {
  const mapping = [
    'join:',
    '  hashes: { file: hashes-*.csv, source: { empty: "NULL" } }',
    'password: { verifier: CUSTOM_SHOPWARE, unproven: accept }',
  ].join('\n');
  const { users, report, invalid, log } = await importUsers({
    files: [EXPORT, HASHES],
    inputs: { preset: 'shopware6', export: '*.csv' },
    mapping,
  });
  expect(users).toEqual([
    {
      ...ELLA,
      password_hash_info: {
        algorithmTypeId: 'BCRYPT_10',
        passwordHash: '$2b$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi',
      },
    },
    expect.objectContaining({
      email: 'fritz@example.com',
      userStatus: 'DECLINED',
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_SHOPWARE',
        passwordHash: expect.stringMatching(/^\$digest-md5\$/),
      },
    }),
  ]);
  expect(invalid).toEqual({ 5: 'hash.missing password_hash_info' });
  expect(report.warnings).toEqual({ 'join.unmatched': 1 });
  expect(report.export.files.map(({ name }) => name)).toEqual(['default-customer.csv']);
  expect(log.join('\n')).toContain('join hashes: 1 record of hashes-*.csv matched no record of the export.');
});

test('one hash for two customers is an error that names both places', async () => {
  const content = 'id,password\n1,x\n2,y\n1,z\n';
  const { report } = await importUsers({
    files: [EXPORT, { name: 'hashes.csv', content }],
    inputs: { preset: 'shopware6', export: 'default-customer.csv' },
    mapping: 'join:\n  hashes: { file: hashes.csv }\n',
  });
  expect(report.reason).toBe(
    'hashes.csv:4: join hashes: this record has the same key as hashes.csv:2. Remove one of them, or set many: true.',
  );
});
