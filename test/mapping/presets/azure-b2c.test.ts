import { expect, test } from 'vitest';
import { importPreset } from '../../support/preset-case.ts';

test('addresses out of identities, blocked users, links, guests, and a user of whom nothing says whether he is blocked', async () => {
  const mapping = 'fields: { customFields.customer_no: extension_0123456789abcdef0123456789abcdef_CustomerNo }\n';
  const { users, invalid, report, log } = await importPreset('azure-b2c', ['graph-users.json'], mapping);
  expect(users).toEqual([
    {
      sub: '11111111-1111-4111-8111-111111111111',
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      given_name: 'Ada',
      family_name: 'Ahorn',
      phone_number: '+49 171 2345678',
      createdTime: '2021-02-03T09:47:58.000Z',
      customFields: { customer_no: '0042' },
    },
    {
      sub: '22222222-2222-4222-8222-222222222222',
      userStatus: 'DECLINED',
      username: 'ben.b',
      given_name: 'Ben',
    },
    {
      sub: '33333333-3333-4333-8333-333333333333',
      userStatus: 'VERIFIED',
      lastLoggedInTime: '2024-01-02T03:04:05.000Z',
      identities: [
        { provider: 'self', email: 'cleo@example.com' },
        { provider: 'google', providerUserId: '104523' },
      ],
    },
  ]);
  expect(invalid).toEqual({ 5: 'value.missing userStatus' });
  expect(report.skippedBy).toEqual({ 'guest of another directory': 1 });
  expect(log.join('\n')).toContain('No user of this plan has a password');
});

test('the download of the portal: True and False, American times, formulas in names that stay out, guests', async () => {
  const { users, invalid, report } = await importPreset('azure-b2c', ['portal-download.csv']);
  expect(users).toEqual([
    {
      sub: '71111111-1111-4111-8111-111111111111',
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      given_name: 'Ada',
      family_name: 'Ahorn',
      phone_number: '+49 171 2345678',
      address: { street_address: 'Am Markt 1', postal_code: '04109', locality: 'Leipzig', country: 'Germany' },
      createdTime: '2021-08-19T13:25:31.000Z',
    },
    {
      sub: '72222222-2222-4222-8222-222222222222',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      given_name: 'Ben',
      createdTime: '2021-12-01T00:05:00.000Z',
    },
  ]);
  expect(invalid).toEqual({});
  expect(report.skippedBy).toEqual({ 'guest of another directory': 1 });
});
