import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importUsers } from '../support/import-users.ts';

const CASE = join(import.meta.dirname, '../fixtures/cases/status-missing');
const WAY_OUT = 'or decide it for all users: `fields: { userStatus: { value: VERIFIED } }`';

test('ForgeRock without accountStatus: the message names both ways out', async () => {
  const mapping = await readFile(join(CASE, 'm.yml'), 'utf8');
  const { users, report } = await importUsers({
    files: [join(CASE, 'forgerock.json')],
    inputs: { preset: 'forgerock' },
    mapping,
  });
  expect(users).toEqual([]);
  expect(report.outcome).toBe('error');
  expect(report.reason).toMatch(
    /^preset forgerock:\d+: status\.unread: the export does not say who is blocked: it has no "accountStatus" or "inetUserStatus"\./,
  );
  expect(report.reason).toContain(`Export \`accountStatus\` (\`_fields=*\`), ${WAY_OUT}.`);
  // The row's own hint says the same: other rows may have a status.
  expect(report.failures[0]).toMatchObject({
    code: 'value.missing',
    field: 'userStatus',
    hint: expect.stringContaining(WAY_OUT),
  });

  const decided = await importUsers({
    files: [join(CASE, 'forgerock.json')],
    inputs: { preset: 'forgerock' },
    mapping: `${mapping}\nfields: { userStatus: { value: VERIFIED } }\n`,
  });
  expect(decided.users).toMatchObject([{ email: 'ida@example.org', userStatus: 'VERIFIED' }]);
});

test.each([
  ['auth0', 'u.csv', 'user_id,email\nauth0|1,a@example.com\n', '`blocked`'],
  ['auth0', 'u.ndjson', '{"Id":"auth0|1","Email":"a@example.com"}\n', '`blocked`'],
  ['keycloak', 'u.json', '[{"id":"1","username":"a","email":"a@example.com"}]', '`enabled`'],
  ['azure-b2c', 'u.json', '{"value":[{"id":"1","mail":"a@example.com"}]}', '`accountEnabled`'],
  ['okta', 'u.json', '[{"id":"1","profile":{"email":"a@example.com"}}]', '`status`'],
  ['cognito', 'u.csv', 'email,cognito:username\na@example.com,a\n', '`UserStatus`'],
  ['django', 'u.json', '[{"model":"auth.user","pk":1,"fields":{"email":"a@example.com"}}]', '`is_active`'],
  ['fusionauth', 'u.json', '{"users":[{"id":"1","email":"a@example.com"}]}', '`active`'],
  ['kratos', 'u.ndjson', '{"id":"1","traits":{"email":"a@example.com"}}\n', '`state`'],
  ['sap-cdc', 'u.json', '{"results":[{"UID":"1","profile":{"email":"a@example.com"}}]}', '`isActive`'],
  ['scim', 'u.json', '{"Resources":[{"id":"1","emails":[{"value":"a@example.com"}]}]}', '`active`'],
  ['shopware5', 'u.csv', 'customernumber;email\n1;a@example.com\n', '`active`'],
  ['shopware6', 'u.csv', 'customer_number;email\n1;a@example.com\n', '`active`'],
  ['supabase', 'u.csv', 'id,email\n1,a@example.com\n', '`banned_until`'],
  ['aspnet-identity', 'u.csv', 'Id,Email\n1,a@example.com\n', '`LockoutEnd`'],
  ['akamai', 'u.csv', 'uuid,email\n1,a@example.com\n', '`deactivateAccount`'],
])(
  '%s (%s) without its word for blocked users is refused, and says how to go on',
  async (preset, name, content, word) => {
    const { users, report } = await importUsers({
      files: [{ name, content }],
      inputs: { preset },
      mapping: 'password: null\n',
    });
    expect(users).toEqual([]);
    expect(report.outcome).toBe('error');
    expect(report.reason).toContain('status.unread: the export does not say who is blocked');
    expect(report.reason).toContain(word);
    expect(report.reason).toContain(WAY_OUT);
    const decided = await importUsers({
      files: [{ name, content }],
      inputs: { preset },
      mapping: 'password: null\nfields: { userStatus: { value: VERIFIED } }\n',
    });
    expect(decided.users).toMatchObject([{ email: 'a@example.com', userStatus: 'VERIFIED' }]);
  },
);

test('the dashboard of Clerk cannot export who is banned: its file is imported with a warning', async () => {
  const content =
    'id,primary_email_address,verified_email_addresses,primary_phone_number,password_digest,password_hasher\nuser_1,a@example.com,a@example.com,,,\n';
  const given = { files: [{ name: 'u.csv', content }], inputs: { preset: 'clerk' } };
  const { users, report, log } = await importUsers({ ...given, mapping: 'password: null\n' });
  expect(users).toMatchObject([{ userStatus: 'VERIFIED' }]);
  expect(report.warnings['status.unread']).toBe(1);
  expect(log.join('\n')).toContain('Add the columns `banned` and `locked` from the Backend API');
  const decided = await importUsers({
    ...given,
    mapping: 'password: null\nfields: { userStatus: { value: VERIFIED } }\n',
  });
  expect(decided.report.warnings).toEqual({});
});
