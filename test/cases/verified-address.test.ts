import { expect, test } from 'vitest';
import { importCase, importText } from './import-case.ts';

const PENDING = 'unverified-email: PENDING';

test('clerk-unverified-primary: the address that is imported stands among the unverified ones', async () => {
  const { users, report } = await importCase('clerk-unverified-primary/users.csv', 'clerk', PENDING);
  expect(users.map(({ email, userStatus }) => [email, userStatus])).toEqual([['ida@example.org', 'PENDING']]);
  // The dashboard's CSV does not say who is banned.
  expect(report.warnings).toEqual({ 'email.unverified': 1, 'status.unread': 1 });
  expect(report.statuses).toEqual([{ status: 'PENDING', reason: 'unverified-email', users: 1 }]);
});

const HEADER =
  'id,primary_email_address,primary_phone_number,verified_email_addresses,unverified_email_addresses,password_digest,password_hasher';
const HASH = '$2b$10$Qw3rTyUiOpAsDfGhJkLzXuVbNm1234567890.abcdefghijklmnop,bcrypt';

test.each([
  ['ida@example.org', 'Ida@Example.org', '', 'VERIFIED'],
  ['ida@example.org', 'other@example.org|ida@example.org', '', 'VERIFIED'],
  ['ida@example.org', '"other@example.org, ida@example.org"', '', 'VERIFIED'],
  ['ida@example.org', '"[""ida@example.org""]"', '', 'VERIFIED'],
  ['ida@example.org', '', 'ida@example.org', 'PENDING'],
  ['ida@example.org', '', '', 'PENDING'],
  ['ida@example.org', 'lida@example.org', '', 'PENDING'],
  ['', 'ida@example.org', '', 'VERIFIED'],
  ['', '', 'ida@example.org', 'PENDING'],
])('clerk: primary %j, verified %j, unverified %j: %s', async (primary, verified, unverified, status) => {
  const csv = `${HEADER}\nuser_1,${primary},,${verified},${unverified},${HASH}\n`;
  const { users } = await importText('users.csv', csv, 'clerk', PENDING);
  expect(users.map(({ email, userStatus }) => [email, userStatus])).toEqual([['ida@example.org', status]]);
});

test('kratos: another address of the identity is verified', async () => {
  const identity = (id: number, ...addresses: [string, boolean][]) =>
    JSON.stringify({
      id: `0a000000-0000-4000-8000-00000000000${id}`,
      state: 'active',
      traits: { email: `u${id}@example.com` },
      verifiable_addresses: addresses.map(([value, verified]) => ({ value, verified, via: 'email' })),
      credentials: { oidc: { identifiers: [`google:${id}`] } },
    });
  const lines = [
    identity(1, ['other@example.com', true], ['u1@example.com', false]),
    identity(2, ['other@example.com', false], ['u2@example.com', true]),
    identity(3),
  ];
  const { users } = await importText('u.ndjson', lines.join('\n'), 'kratos', PENDING);
  expect(users.map(({ userStatus }) => userStatus)).toEqual(['PENDING', 'VERIFIED', 'PENDING']);
});

test('sap-cdc: the account is verified, but the login address is not', async () => {
  const account = { UID: 'u', isActive: true, isRegistered: true, isVerified: true, loginProvider: 'facebook' };
  const accounts = [
    {
      ...account,
      loginIDs: { emails: ['a@example.com'] },
      emails: { verified: ['other@example.com'], unverified: ['a@example.com'] },
    },
    { ...account, UID: 'v', loginIDs: { emails: ['b@example.com'], unverifiedEmails: ['b@example.com'] } },
    {
      ...account,
      UID: 'w',
      loginIDs: { emails: ['c@example.com'] },
      emails: { verified: ['c@example.com'], unverified: ['d@example.com'] },
    },
  ];
  const { users } = await importText('u.json', JSON.stringify(accounts), 'sap-cdc', PENDING);
  expect(users.map(({ userStatus }) => userStatus)).toEqual(['PENDING', 'PENDING', 'VERIFIED']);
});
