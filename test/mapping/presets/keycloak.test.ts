import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importUsers } from '../../support/import-users.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/presets/keycloak');
const ARGON2 = {
  algorithmTypeId: 'ARGON',
  passwordHash: '$argon2id$v=19$m=7168,t=5,p=1$LRScGShC7shkdoU5B1UgUQ$xKjWvB9+0sSP6wTqI1JoEI7w+iA0x9VDhPgmrOHRG80',
};

function importFiles(names: readonly string[], mapping?: string) {
  return importUsers({
    files: names.map((name) => join(FIXTURES, name)),
    inputs: { preset: 'keycloak' },
    ...(mapping !== undefined && { mapping }),
  });
}

const ADA = {
  sub: '6f1d2c3b-4a5e-4f60-8a7b-000000000001',
  userStatus: 'VERIFIED',
  email: 'ada@example.com',
  username: 'ada',
  given_name: 'Ada',
  family_name: 'Ahorn',
  locale: 'de',
  createdTime: '2021-02-03T09:47:58.902Z',
  password_hash_info: ARGON2,
};

test('a realm: what is safe goes, what is not says why', async () => {
  const { users, invalid, report, everything } = await importFiles(['realm-object.json']);
  expect(users).toEqual([
    ADA,
    {
      sub: '6f1d2c3b-4a5e-4f60-8a7b-000000000003',
      userStatus: 'DECLINED',
      email: 'cleo@example.com',
      username: 'cleo',
      given_name: 'Cleo',
      family_name: 'Christ',
      createdTime: '2021-02-03T09:47:58.904Z',
      password_hash_info: ARGON2,
    },
    {
      sub: '6f1d2c3b-4a5e-4f60-8a7b-000000000005',
      userStatus: 'VERIFIED',
      createdTime: '2021-02-03T09:47:58.906Z',
      identities: [
        { provider: 'self', email: 'dora@example.com', username: 'dora', given_name: 'Dora' },
        { provider: 'google', providerUserId: '104523' },
        { provider: 'facebook', providerUserId: '77' },
      ],
    },
  ]);
  expect(invalid).toEqual({
    2: 'hash.no_verifier password_hash_info',
    6: 'hash.missing password_hash_info',
    7: 'value.unknown identities[0].provider',
  });
  expect(report.skippedBy).toEqual({ 'service account': 1 });
  expect(report.warnings).toEqual({ 'mfa.not_imported': 1 });
  expect(everything).not.toContain('JBSWY3DPEHPK3PXP');
});

test('the mapping adds what only the tenant knows: verifier, roles, providers, the choice for unverified addresses', async () => {
  const mapping = [
    'unverified-email: PENDING',
    'password: { verifier: CUSTOM_KEYCLOAK }',
    'fields:',
    '  locale: null',
    '  roles: { from: realmRoles, table: { customer: SHOP_CUSTOMER }, else: null }',
    '  customFields.customer_no: \'attributes["customer.no"][0]\'',
    'groups:',
    '  - each: groups',
    '    groupId: { from: each, table: { /Customers/Gold: GOLD } }',
    'identities:',
    '  - each: federatedIdentities',
    '    provider: { from: each.identityProvider, table: { google: google, facebook: facebook, company-saml: saml_acme } }',
    '    providerUserId: each.userId',
  ].join('\n');
  const { users, invalid, report } = await importFiles(['realm-object.json'], mapping);
  const { locale: _, ...withoutLocale } = ADA;
  const rights = (sub: string) => ({ roles: ['SHOP_CUSTOMER'], groups: [{ groupId: 'GOLD', sub }] });
  expect(users[0]).toEqual({ ...withoutLocale, ...rights(ADA.sub), customFields: { customer_no: '0042' } });
  expect(users[1]).toEqual({
    sub: '6f1d2c3b-4a5e-4f60-8a7b-000000000002',
    userStatus: 'PENDING',
    email: 'ben@example.com',
    given_name: 'Ben',
    family_name: 'Buche',
    createdTime: '2021-02-03T09:47:58.903Z',
    ...rights('6f1d2c3b-4a5e-4f60-8a7b-000000000002'),
    password_hash_info: {
      algorithmTypeId: 'CUSTOM_KEYCLOAK',
      passwordHash: expect.stringMatching(/^\$pbkdf2-sha256\$i=27500,l=64\$/),
    },
  });
  expect(users.at(-1)).toMatchObject({
    identities: [{ provider: 'self' }, { provider: 'saml_acme', providerUserId: 'fee' }],
  });
  expect(invalid).toEqual({ 6: 'hash.missing password_hash_info' });
  expect(report.warnings).toEqual({ 'mfa.not_imported': 1, 'email.unverified': 1 });
});

test('users of all realms of one file', async () => {
  const { users } = await importFiles(['array-of-realms.json']);
  expect(users.map(({ email }) => email)).toEqual(['ada@example.com', 'gus@example.com']);
});

test('the files of a directory export', async () => {
  const { users, report } = await importFiles(['shop-users-0.json', 'shop-users-1.json']);
  expect(users.map(({ email, userStatus }) => [email, userStatus])).toEqual([
    ['cleo@example.com', 'DECLINED'],
    ['ada@example.com', 'VERIFIED'],
  ]);
  expect(report.export.rows).toBe(2);
});

test('the Admin API gives no credentials: nobody is imported without a password unless the mapping says so', async () => {
  expect((await importFiles(['admin-api-without-credentials.json'])).invalid).toEqual({
    1: 'hash.missing password_hash_info',
  });
  const { users, log } = await importFiles(['admin-api-without-credentials.json'], 'password: { optional: true }\n');
  const { password_hash_info: _, ...without } = ADA;
  expect(users).toEqual([without]);
  expect(log.join('\n')).toContain('No user of this plan has a password');
});

test('a partial export is explained', async () => {
  const { report } = await importFiles(['partial-export-without-users.json']);
  expect(report.reason).toBe(
    'partial-export-without-users.json has none of the lists that the mapping expects (users, [].users). It is a realm without ' +
      'users: the partial export of the admin console never has any, so export with `kc.sh export`; of a directory export name ' +
      'the files `*-users-*.json`.',
  );
});

test('without a preset it is suggested, whatever the shape', async () => {
  for (const name of ['realm-object.json', 'partial-export-without-users.json']) {
    const { report } = await importUsers({ files: [join(FIXTURES, name)] });
    expect(report.reason).toContain('It looks like an export of Keycloak: set `preset: keycloak`.');
  }
  const { log, users } = await importUsers({ files: [join(FIXTURES, 'admin-api-without-credentials.json')] });
  expect(log.join('\n')).toContain('It looks like an export of Keycloak: set `preset: keycloak`.');
  expect(users).toEqual([]);
});
