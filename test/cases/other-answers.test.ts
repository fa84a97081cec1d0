import { expect, test } from 'vitest';
import { importText } from './import-case.ts';

test('Cognito: the answers of admin-get-user name the list of attributes in another way', async () => {
  const user = {
    Username: 'ida',
    UserAttributes: [
      { Name: 'sub', Value: 's1' },
      { Name: 'email', Value: 'ida@example.com' },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: 'Ida Berg' },
      { Name: 'identities', Value: '[{"userId":"5","providerName":"Google"}]' },
    ],
    Enabled: true,
    UserStatus: 'CONFIRMED',
  };
  const { users, report } = await importText('u.json', JSON.stringify([user]), 'cognito');
  expect(users).toMatchObject([
    {
      identities: [
        { provider: 'self', email: 'ida@example.com', given_name: 'Ida', family_name: 'Berg' },
        { provider: 'google', providerUserId: '5' },
      ],
    },
  ]);
  expect([report.warnings, report.unread]).toEqual([{}, undefined]);
});

test('Supabase: the admin API names the metadata in another way than the table', async () => {
  const user = {
    id: '1',
    email: 'ida@example.com',
    email_confirmed_at: '2020-01-01T00:00:00Z',
    banned_until: null,
    app_metadata: { provider: 'google' },
    user_metadata: { full_name: 'Ida Berg' },
  };
  const { users, report } = await importText('u.json', JSON.stringify({ users: [user] }), 'supabase');
  expect(users).toMatchObject([{ email: 'ida@example.com', given_name: 'Ida', family_name: 'Berg' }]);
  expect(report.warnings).toEqual({});
});

const verified = { emailVerified: true, email_verified: true };

test.each<[string, string, object]>([
  ['akamai', 'results', { uuid: '1', email: 'a@example.com', deactivateAccount: null }],
  ['auth0', 'users', { user_id: '1', email: 'a@example.com', ...verified }],
  ['azure-b2c', 'value', { id: '1', accountEnabled: true, mail: 'a@example.com' }],
  [
    'cognito',
    'Users',
    { Enabled: true, UserStatus: 'CONFIRMED', Attributes: [{ Name: 'email', Value: 'a@example.com' }] },
  ],
  ['firebase', 'users', { localId: '1', email: 'a@example.com', ...verified }],
  ['forgerock', 'result', { _id: '1', mail: 'a@example.com', accountStatus: 'active' }],
  ['fusionauth', 'users', { id: '1', email: 'a@example.com', active: true, verified: true }],
  ['sap-cdc', 'results', { UID: '1', isActive: true, profile: { email: 'a@example.com' } }],
  ['scim', 'Resources', { id: '1', active: true, emails: ['a@example.com'] }],
  ['supabase', 'users', { id: '1', email: 'a@example.com', banned_until: null }],
])('%s: pages that a script put into one array', async (preset, list, user) => {
  const page = (email: string) => ({
    total: 2,
    [list]: [
      JSON.parse(
        JSON.stringify({ ...user })
          .replace('a@example.com', email)
          .replace(/"1"/, `"${email}"`),
      ) as object,
    ],
  });
  const pages = [page('a@example.com'), page('b@example.com')];
  const mapping = 'password: { optional: true }\n';
  const { users } = await importText('u.json', JSON.stringify(pages), preset, mapping);
  expect(users.map(({ email }) => email)).toEqual(['a@example.com', 'b@example.com']);
  const cut = await importText('u.json', JSON.stringify(pages.slice(0, 1)), preset, mapping);
  expect(cut.report.reason).toContain('export.incomplete');
});
