import { expect, test } from 'vitest';
import { compileMapping } from '../../../src/mapping/compile/compile.ts';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { presetText } from '../../../src/mapping/presets/preset.ts';
import { BCRYPT, importPreset } from '../../support/preset-case.ts';

test('a directory: persons only, several values, folded base64, locked by the password policy', async () => {
  const verifier = 'password: { verifier: CUSTOM_LDAP }\n';
  const { users, report, invalid } = await importPreset('ldif', ['directory.ldif'], verifier);
  expect(users).toEqual([
    {
      sub: '1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9',
      userStatus: 'VERIFIED',
      email: 'amy@example.com',
      username: 'amy',
      given_name: 'Amy',
      family_name: 'Kroker',
      mobile_number: '+491712345678',
      createdTime: '2021-02-03T09:47:58.000Z',
      password_hash_info: {
        algorithmTypeId: 'CUSTOM_LDAP',
        passwordHash: expect.stringMatching(/^\$digest-sha1\$salt=suffix,/),
      },
    },
    {
      sub: '2f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9',
      userStatus: 'DECLINED',
      email: 'ben@example.com',
      username: 'ben',
      family_name: 'Buche',
      password_hash_info: BCRYPT,
    },
  ]);
  expect(invalid).toEqual({});
  expect(report.skippedBy).toEqual({ 'no person': 2 });
});

test('Active Directory: binary ids, disabled by a bit, expired, computers; groups through a table', async () => {
  const groups =
    "groups: [{ each: memberof, groupId: { from: each, table: { 'CN=Customers,DC=example,DC=com': SHOP } } }]\n";
  const { users, report } = await importPreset('ldif', ['active-directory.ldif'], groups);
  const sub = '03020100-0504-0706-0809-0a0b0c0d0e0f';
  expect(users).toEqual([
    {
      sub,
      userStatus: 'VERIFIED',
      email: 'cleo@example.com',
      username: 'cleo',
      given_name: 'Cleo',
      family_name: 'Christ',
      createdTime: '2021-02-03T09:47:58.000Z',
      groups: [{ groupId: 'SHOP', sub }],
    },
    {
      sub: '03021110-0504-0706-0809-0a0b0c0d0e0f',
      userStatus: 'DECLINED',
      email: 'dora@example.com',
      username: 'dora',
    },
    {
      sub: '03022120-0504-0706-0809-0a0b0c0d0e0f',
      userStatus: 'DECLINED',
      email: 'emil@example.com',
      username: 'emil',
    },
  ]);
  expect(report.totals).toMatchObject({ rows: 4, skipped: 1 });
});

test.each([
  ['512', 'VERIFIED'],
  ['514', 'DECLINED'],
  ['2', 'DECLINED'],
  ['544', 'VERIFIED'],
  ['546', 'DECLINED'],
  ['66048', 'VERIFIED'],
  ['66050', 'DECLINED'],
  ['66082', 'DECLINED'],
  ['262656', 'VERIFIED'],
  ['262658', 'DECLINED'],
  ['590336', 'VERIFIED'],
  ['1114624', 'VERIFIED'],
  ['1114626', 'DECLINED'],
])('userAccountControl %s: %s', async (control, status) => {
  expect((Number(control) & 2) === 2).toBe(status === 'DECLINED');
  const map = await compileMapping(parseMapping('', 'preset ldif', await presetText('ldif')), null);
  const object = { dn: 'x', objectclass: ['user'], mail: ['a@example.com'], useraccountcontrol: [control] };
  expect(map({ row: 1, file: 0, line: 1, body: { kind: 'object', object } })).toMatchObject({
    user: { userStatus: status },
  });
});
