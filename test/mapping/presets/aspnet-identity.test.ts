import { expect, test } from 'vitest';
import { importUsers } from '../../support/import-users.ts';
import { importPreset } from '../../support/preset-case.ts';

const FILES = ['AspNetUsers.csv', 'AspNetUserLogins.csv'];
const VERIFIER = 'password: { verifier: CUSTOM_ASPNET }\n';

test('NULL as text, both versions of the hash, a lock that is over and one that never ends, logins by providers', async () => {
  const mapping = `${VERIFIER}join: { logins: { file: AspNetUserLogins.csv } }\n`;
  const { users, invalid, report } = await importPreset('aspnet-identity', FILES, mapping);
  const custom = (form: RegExp) => ({ algorithmTypeId: 'CUSTOM_ASPNET', passwordHash: expect.stringMatching(form) });
  expect(users).toEqual([
    {
      sub: '11111111-aaaa-4aaa-8aaa-111111111111',
      userStatus: 'VERIFIED',
      email: 'ada@example.com',
      username: 'ada',
      phone_number: '0341 555',
      password_hash_info: custom(/^\$pbkdf2-sha256\$i=250000,l=32\$/),
    },
    {
      sub: '22222222-aaaa-4aaa-8aaa-222222222222',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      password_hash_info: custom(/^\$pbkdf2-sha1\$i=1000,l=32\$/),
    },
    {
      sub: '33333333-aaaa-4aaa-8aaa-333333333333',
      userStatus: 'VERIFIED',
      identities: [
        { provider: 'self', email: 'cleo@example.com', username: 'cleo' },
        { provider: 'google', providerUserId: '104523' },
      ],
    },
  ]);
  expect(invalid).toEqual({});
  expect(report.warnings).toEqual({ 'email.unverified': 1, 'mfa.not_imported': 1 });
});

test('without the table of logins, who has no hash is refused', async () => {
  const { invalid } = await importPreset('aspnet-identity', FILES, VERIFIER);
  expect(invalid).toEqual({ 3: 'hash.missing password_hash_info' });
});

test('columns that applications add for blocked users are looked at', async () => {
  const flags = [
    ['1', '0'],
    ['0', '0'],
    ['True', 'True'],
    ['NULL', 'False'],
  ];
  const rows = flags.map(([active, deleted], at) => `id-${at},u${at}@example.com,NULL,${active},${deleted}`);
  const content = ['Id,Email,LockoutEnd,IsActive,IsDeleted', ...rows, ''].join('\n');
  const { users } = await importUsers({
    files: [{ name: 'AspNetUsers.csv', content }],
    inputs: { preset: 'aspnet-identity' },
    mapping: 'password: null\n',
  });
  expect(users.map(({ userStatus }) => userStatus)).toEqual(['VERIFIED', 'DECLINED', 'DECLINED', 'DECLINED']);
});
