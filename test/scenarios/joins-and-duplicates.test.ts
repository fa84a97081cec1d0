import { expect, test } from 'vitest';
import { importUsers, withoutSubs } from '../support/import-users.ts';

const EXPORT = {
  name: 'users.csv',
  content: 'id,mail,name\n1,a@example.com,Old\n2,b@example.com,B\n1,a@example.com,New\n',
};
const FIELDS = 'fields: { sub: id, email: mail, given_name: name, userStatus: { value: VERIFIED } }\n';

test.each([
  ['first', 'Old', 'duplicate', 3, 1],
  ['last', 'New', 'duplicate', 1, 3],
  ['error', 'Old', 'invalid', 3, null],
] as const)('duplicates: %s', async (choice, name, outcome, row, of) => {
  const { users, report } = await importUsers({ files: [EXPORT], mapping: `duplicates: ${choice}\n${FIELDS}` });
  expect(users.map(({ given_name }) => given_name).sort()).toEqual(['B', name].sort());
  expect(report.failures).toMatchObject([{ row, outcome, code: 'duplicate', duplicateOf: of }]);
});

test('many joined records make a list, of whatever format; those that nobody asks for may be an error', async () => {
  const logins = {
    name: 'logins.json',
    content:
      '{"data":[{"user":1,"by":"google","id":"g"},{"user":1,"by":"x","id":"y"},{"user":9,"by":"google","id":"z"}]}',
  };
  const mapping = (rules: string) =>
    [
      rules,
      'join: { logins: { file: logins.json, source: { records: data }, key: user, equals: id, many: true } }',
      FIELDS,
      'identities: [{ each: logins, provider: { from: each.by, table: { google: google } }, providerUserId: each.id }]',
    ].join('\n');
  const refused = await importUsers({ files: [EXPORT, logins], inputs: { export: 'users.csv' }, mapping: mapping('') });
  expect(refused.invalid).toEqual({
    1: 'value.unknown identities[0].provider',
    3: 'value.unknown identities[0].provider',
  });
  const table = mapping('').replace('{ google: google }', '{ google: google, x: twitter }');
  const { users, report } = await importUsers({
    files: [EXPORT, logins],
    inputs: { export: 'users.csv' },
    mapping: table,
  });
  expect(withoutSubs(users)[0]).toMatchObject({
    identities: [
      { provider: 'self', email: 'a@example.com', given_name: 'Old' },
      { provider: 'google', providerUserId: 'g' },
      { provider: 'twitter', providerUserId: 'y' },
    ],
  });
  expect(report.warnings).toMatchObject({ 'join.unmatched': 1 });
  const strict = await importUsers({
    files: [EXPORT, logins],
    inputs: { export: 'users.csv' },
    mapping: `rules: { join.unmatched: error }\n${table}`,
  });
  expect(strict.report.outcome).toBe('error');
  expect(strict.users).toEqual([]);
});

test('all that is wrong with joined files is said at once, without their values', async () => {
  const mapping = [
    'join:',
    '  a: { file: a.csv, key: id, equals: id }',
    '  b: { file: none.csv, key: id, equals: id }',
    '  c: { file: c.csv, key: idd, equals: id }',
    FIELDS,
  ].join('\n');
  const { report, everything } = await importUsers({
    files: [EXPORT, { name: 'c.csv', content: 'id,x\n1,secret-value\n' }],
    inputs: { export: 'users.csv' },
    mapping,
  });
  expect(report.reason).toMatch(/^a\.csv: file not found .+\nnone\.csv: file not found /);
  const columns = await importUsers({
    files: [EXPORT, { name: 'c.csv', content: 'id,x\n1,secret-value\n1,secret-value,more\n' }],
    inputs: { export: 'users.csv' },
    mapping: `join: { c: { file: c.csv, key: idd, equals: id } }\n${FIELDS}`,
  });
  expect(columns.report.reason).toBe('mapping.yml:1: the export has no column "idd". Did you mean "id"?');
  const broken = await importUsers({
    files: [EXPORT, { name: 'c.csv', content: 'id,x\n1,secret-value\n1,secret-value,more\n' }],
    inputs: { export: 'users.csv' },
    mapping: `join: { c: { file: c.csv, key: id, equals: id } }\n${FIELDS}`,
  });
  expect(broken.report.reason).toMatch(/^c\.csv:3: The record has 3 cells, the header has 2\./);
  expect([everything, columns.everything, broken.everything].join()).not.toContain('secret-value');
});

test('a column of a joined file that is not there is told with the name that was meant', async () => {
  const { report } = await importUsers({
    files: [EXPORT, { name: 'c.csv', content: 'id,nick\n1,N\n' }],
    inputs: { export: 'users.csv' },
    mapping: `join: { c: { file: c.csv, key: id, equals: id } }\n${FIELDS.replace('fields: {', 'fields: { nickname: c.nik,')}`,
  });
  expect(report.reason).toBe('mapping.yml:2: c has no column "nik". Did you mean "nick"?');
});
