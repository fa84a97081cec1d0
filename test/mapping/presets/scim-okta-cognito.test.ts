import { expect, test } from 'vitest';
import { importPreset } from '../../support/preset-case.ts';

test('scim: the primary address, telephones with a scheme, a user of whom nothing says whether he is active', async () => {
  const { users, invalid } = await importPreset('scim', ['list-response.json']);
  expect(users).toEqual([
    {
      sub: '2819c223-7f76-453a-919d-413861904646',
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      username: 'ada',
      given_name: 'Ada',
      family_name: 'Ahorn',
      mobile_number: '+491712345678',
      phone_number: '0341 555',
      address: { street_address: 'Am Markt 1', postal_code: '04109', locality: 'Leipzig', country: 'DE' },
      locale: 'de-DE',
      zoneinfo: 'Europe/Berlin',
      createdTime: '2021-02-03T09:47:58.000Z',
    },
    { sub: '3819c223-7f76-453a-919d-413861904646', userStatus: 'DECLINED', email: 'ben@example.com' },
  ]);
  expect(invalid).toEqual({ 3: 'value.missing userStatus' });
});

test('okta: locked out is blocked, staged waits, a status that is not known is refused; no hashes', async () => {
  const { users, invalid, log } = await importPreset('okta', ['users.json']);
  expect(users).toEqual([
    {
      sub: '00u1ero7vZFVEIYLWPBN',
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      given_name: 'Ada',
      family_name: 'Ahorn',
      mobile_number: '+14155552671',
      address: { postal_code: '04109', locality: 'Leipzig', country: 'DE' },
      locale: 'de',
      zoneinfo: 'Europe/Berlin',
      createdTime: '2021-02-03T09:47:58.000Z',
    },
    expect.objectContaining({ sub: '00u2', userStatus: 'DECLINED', username: 'ben' }),
    expect.objectContaining({ sub: '00u3', userStatus: 'PENDING' }),
  ]);
  expect(invalid).toEqual({ 4: 'value.unknown userStatus' });
  expect(log.join('\n')).toContain('No user of this plan has a password');
});

test('cognito: attributes as pairs, disabled users, names that Cognito made up, links as JSON in a text', async () => {
  const { users, report } = await importPreset('cognito', ['list-users.json']);
  expect(users).toEqual([
    {
      sub: '66666666-6666-4666-8666-666666666666',
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      username: 'ada',
      given_name: 'Ada',
      mobile_number: '+491712345678',
      birthdate: '1981-02-03',
      createdTime: '2021-02-03T09:47:58.123Z',
    },
    {
      sub: '77777777-7777-4777-8777-777777777777',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      createdTime: '2021-02-03T09:47:58.123Z',
    },
    {
      sub: '88888888-8888-4888-8888-888888888888',
      userStatus: 'VERIFIED',
      createdTime: '2021-02-03T09:47:58.000Z',
      identities: [
        { provider: 'self', email: 'cleo@example.com' },
        { provider: 'google', providerUserId: '104523' },
      ],
    },
    expect.objectContaining({ username: 'dora', userStatus: 'PENDING' }),
  ]);
  expect(report.warnings).toEqual({ 'email.unverified': 3, 'mfa.not_imported': 1 });
});

test('cognito: a CSV of attributes does not say who is disabled, so somebody has to', async () => {
  const refused = await importPreset('cognito', ['attributes-without-status.csv']);
  expect(refused.report.reason).toContain('the export does not say who is blocked: it has no "Enabled".');
  const chosen = 'fields: { userStatus: { value: VERIFIED } }\n';
  const { users } = await importPreset('cognito', ['attributes-without-status.csv'], chosen);
  expect(users).toMatchObject([
    { userStatus: 'VERIFIED', email: 'ada@example.com', username: 'ada', mobile_number: '+491712345678' },
  ]);
});
