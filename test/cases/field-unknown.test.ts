import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importUsers } from '../support/import-users.ts';

const CASE = join(import.meta.dirname, '../fixtures/cases/field-unknown/users.json');

async function messageOf(record: object): Promise<string | undefined> {
  const { report } = await importUsers({ files: [{ name: 'users.json', content: JSON.stringify([record]) }] });
  expect(report.failures).toMatchObject([{ code: 'field.unknown', field: null }]);
  return report.failures[0]?.message;
}

test('all unknown keys of a record are one problem that names them', async () => {
  const { report } = await importUsers({ files: [CASE] });
  expect(report.failures).toMatchObject([
    {
      code: 'field.unknown',
      message: '"id" is not a cidaas field. Also: "name", "mail", "created", "role".',
    },
  ]);
});

test('nested keys too', async () => {
  expect(await messageOf({ email: 'a@example.com', address: { town: 'x', zip: 'y' }, role: 'z' })).toMatch(
    /^"address.town" is not a cidaas field\..* Also: "address.zip", "role"\.$/,
  );
});

test('keys that may be data are counted, not shown', async () => {
  expect(await messageOf({ role: 'x', 'jo@example.com': 1, 'li@example.com': 2 })).toBe(
    '"role" is not a cidaas field. Did you mean "roles"? Also: 2 more keys.',
  );
  expect(await messageOf({ 'jo@example.com': 1, 'li@example.com': 2 })).toBe(
    '2 keys of the record are not cidaas fields.',
  );
});

test('a record with thousands of keys has a short message', async () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const keys = letters.flatMap((a) => letters.map((b) => `${a}${b}_`));
  const message = await messageOf(Object.fromEntries(keys.map((key) => [key, 1])));
  const shown = keys.slice(1, 20).map((key) => `"${key}"`);
  expect(message).toBe(`"aa_" is not a cidaas field. Also: ${shown.join(', ')}, ${keys.length - 20} more keys.`);
});

test('other problems of the row follow, each once', async () => {
  const message = await messageOf({ email: 'a@example.com', first: 1, last: 2, birthdate: '1.2.1990', locale: ['de'] });
  expect(message).toBe(
    '"first" is not a cidaas field. Also: "last". Also: birthdate: date.invalid, locale: type.invalid.',
  );
});
