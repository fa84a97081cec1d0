import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { importUsers } from '../support/import-users.ts';
import { importCase } from './import-case.ts';

const RULE =
  'fields: { email: email }\npassword:\n  from: h\n  algorithm: pbkdf2-sha256\n  salt: s\n  saltEncoding: base64\n';
const PACKED = /^\$pbkdf2-sha256\$i=10000,l=32\$G7mNKWy9cdTj\/sAA9sFakg\$xKsMmlzVLRYdYzcgBuD3ZIAeSj8tNhjDHGFDqhth8Kc$/;

test.each([
  ['iterations: 10000', 'a number'],
  ['iterations: { value: 10000 }', 'a constant'],
])('iterations-constant: `%s`, %s, holds for all users', async (line) => {
  const { users, invalid } = await importCase(
    'iterations-constant/u.csv',
    '',
    `${RULE}  ${line}\n  verifier: CUSTOM_X\n`,
  );
  expect(invalid).toEqual({});
  expect(users.map(({ password_hash_info: info }) => info)).toEqual([
    { algorithmTypeId: 'CUSTOM_X', passwordHash: expect.stringMatching(PACKED) },
  ]);
});

test('the count is checked by the canary like any other', async () => {
  const salt = Buffer.from('G7mNKWy9cdTj/sAA9sFakg==', 'base64');
  const hash = pbkdf2Sync('password', salt, 4711, 32, 'sha256').toString('base64');
  const { report } = await importUsers({
    files: [{ name: 'u.csv', content: `email,h,s\nida@example.org,${hash},${salt.toString('base64')}\n` }],
    inputs: { 'password-canary': 'ida@example.org,password' },
    mapping: `${RULE}  iterations: 4711\n  verifier: CUSTOM_X\n`,
  });
  expect(report.canary?.matched).toBe(1);
});

test.each([
  [
    'fields: { email: 5 }',
    'fields.email: must be text or a map of keys or a list; a constant is written { value: 5 }.',
  ],
  ['fields: { email: email, customFields.vip: true }', 'a constant is written { value: true }.'],
  [`${RULE}  iterations: 0\n`, 'password.iterations: '],
  [`${RULE}  iterations: 1.5\n`, 'password.iterations: '],
  [
    RULE.replace('salt: s\n', 'salt: 77\n'),
    'password.salt: must be text or a map of keys; a constant is written { value: 77 }.',
  ],
])('a constant where a rule was expected: %j', async (mapping, message) => {
  const { report } = await importUsers({
    files: [{ name: 'u.csv', content: 'email,h,s\na@example.com,x,y\n' }],
    mapping,
  });
  expect(report.outcome).toBe('error');
  expect(report.reason).toContain(message);
});

test.each([
  ['secret: pepper', 'mapping.yml:2: password.secret: needs an `algorithm` whose hashes contain a secret'],
  ['secret: pepper\n  algorithm: typo3', '; those of typo3 do not.'],
  ['secret: "s3cr3t value"\n  algorithm: bcrypt-pepper', 'never the secret itself'],
])('a secret that no hash contains is refused: %j', async (lines, message) => {
  const { report } = await importUsers({
    files: [{ name: 'u.csv', content: 'email,h\na@example.com,x\n' }],
    mapping: `fields: { email: email }\npassword:\n  from: h\n  ${lines}\n`,
  });
  expect(report.outcome).toBe('error');
  expect(report.reason).toContain(message);
  expect(report.reason).not.toContain('s3cr3t');
});

test('a column names the algorithm of each row; clear text and encrypted passwords are never sent', async () => {
  const membership = 'ZUgAmuaYTqAvisD0A427FA3oaWU=';
  const rows = [
    `a@example.com,Sommer-2019,0,MjEwNA==`,
    `b@example.com,${membership},1,MjEwNA==`,
    `c@example.com,${membership},2,MjEwNA==`,
  ];
  const { report, users } = await importUsers({
    files: [{ name: 'u.csv', content: `email,Password,PasswordFormat,PasswordSalt\n${rows.join('\n')}\n` }],
    inputs: { 'password-canary': 'b@example.com,hashcat', 'abort-above': '90%', 'fail-above': '90%' },
    mapping: [
      ...['fields: { email: email }', 'password:', '  from: Password', '  salt: PasswordSalt', '  verifier: CUSTOM_X'],
      ...['  algorithm:', '    from: PasswordFormat'],
      '    table: { 0: clear-text, 1: aspnet-membership-sha1, 2: encrypted }\n',
    ].join('\n'),
  });
  expect(report.outcome).toBe('succeeded');
  expect(users.map(({ email }) => email)).toEqual(['b@example.com']);
  expect(report.totals).toMatchObject({ created: 1, invalid: 2 });
});

test('sap-cdc-own-ids: ids of SAP CDC are subs, whatever they look like', async () => {
  const { users, report } = await importCase('sap-cdc-own-ids/export.json', 'sap-cdc');
  expect(report.totals).toMatchObject({ rows: 3, created: 3, invalid: 0 });
  expect(users.map(({ sub }) => sub)).toEqual([
    '3f9a0c1d2e4b5a69788796a5b4c3d2e1',
    '_gid_jjXCzTv2ZBvbDiBQt2kyy7LmA0oN2swdmLqCprpX988=',
    '_guid_jjXCzTv2ZBvbDiBQt2kyy7LmA0oN2swdmLqCprpX988=',
  ]);
});

test.each([
  ['sub: { from: id, opaque: true }', {}],
  ['sub: id', { 1: 'identifier.secret sub' }],
  ['sub: { from: pw, opaque: true }', { 1: 'identifier.secret sub' }],
])(
  '32 hexadecimal digits are an id where the mapping says so, a hash with a prefix never: %s',
  async (sub, expected) => {
    const content =
      'id,email,pw\n0cc175b9c0f1b6a831c399e269772661,a@example.com,{SSHA}wm0wmGMvJ3tMhzPQYqQXnGmYJMkBvVBa\n';
    const { invalid, report } = await importUsers({
      files: [{ name: 'u.csv', content }],
      mapping: `fields: { email: email, ${sub} }\n`,
    });
    expect(invalid).toEqual(expected);
    if (report.totals.invalid === 1) expect(report.failures[0]?.hint).toContain('`sub: { from: …, opaque: true }`');
  },
);
