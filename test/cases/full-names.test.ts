import { expect, test } from 'vitest';
import { fieldOf } from '../mapping/map-record.ts';
import { importCase, importText } from './import-case.ts';

const names = (users: readonly { given_name?: unknown; family_name?: unknown }[]) =>
  users.map(({ given_name, family_name }) => [given_name, family_name]);

test('supabase-full-name', async () => {
  const { users, report } = await importCase('supabase-full-name/users.json', 'supabase');
  expect(names(users)).toEqual([['Bob', 'Ober']]);
  // The list of the admin API names only the users who are banned.
  expect(report.warnings).toEqual({ 'status.unread': 1 });
});

test('datev-names: the same columns, spelled by another program', async () => {
  const { users } = await importCase('datev-names/EXTF_Stammdaten.csv', 'german-csv');
  expect(names(users)).toEqual([['Ida', 'Berg']]);
});

test.each([
  'Adressattyp natürl. Person',
  'Adressattyp natürliche Person',
  'ADRESSATENTYP NATÜRLICHE PERSON',
  'natürliche Person',
])('DATEV: Name (%s)', async (kind) => {
  const csv = `"EXTF";700;16;"Debitoren/Kreditoren";5\nKonto;Name (${kind});Vorname (${kind});E-Mail\n1;Berg;Ida;ida@example.org\n`;
  const { users } = await importText('EXTF_a.csv', csv, 'german-csv');
  expect(names(users)).toEqual([['Ida', 'Berg']]);
});

const BCRYPT = '$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K';

test.each([
  ['auth0', 'u.ndjson', { user_id: 'google|1', email: 'a@example.com', email_verified: true, name: 'Ida von Berg' }],
  [
    'cognito',
    'u.json',
    {
      Users: [
        {
          Username: 'ida',
          Enabled: true,
          UserStatus: 'CONFIRMED',
          Attributes: [{ Name: 'name', Value: 'Ida von Berg' }],
        },
      ],
    },
  ],
  [
    'wordpress',
    'u.json',
    [
      {
        user_login: 'ida',
        user_email: 'a@example.com',
        display_name: 'Ida von Berg',
        user_pass: BCRYPT,
        user_status: 0,
      },
    ],
  ],
  [
    'wordpress',
    'u.json',
    [
      {
        user_login: 'ida',
        user_email: 'a@example.com',
        display_name: 'ida',
        user_pass: BCRYPT,
        user_status: 0,
        meta: [
          { meta_key: 'first_name', meta_value: 'Ida' },
          { meta_key: 'last_name', meta_value: 'von Berg' },
        ],
      },
    ],
  ],
  ['okta', 'u.json', [{ id: 'a', status: 'ACTIVE', profile: { email: 'a@example.com', displayName: 'Ida von Berg' } }]],
  [
    'azure-b2c',
    'u.json',
    { value: [{ id: 'a', accountEnabled: true, displayName: 'Ida von Berg', mail: 'a@example.com' }] },
  ],
  ['scim', 'u.json', { Resources: [{ id: 'a', userName: 'ida', active: true, name: { formatted: 'von Berg, Ida' } }] }],
  [
    'kratos',
    'u.ndjson',
    {
      id: '0a000000-0000-4000-8000-000000000001',
      state: 'active',
      traits: { email: 'a@example.com', name: 'Ida von Berg' },
      credentials: { password: { config: { hashed_password: BCRYPT } } },
    },
  ],
  ['german-csv', 'u.csv', 'Vor- und Nachname;E-Mail;Passwort\nIda von Berg;a@example.com;\n'],
  ['german-csv', 'u.csv', 'Name;E-Mail;Passwort\nvon Berg, Ida;a@example.com;\n'],
])('%s: one name becomes two (%#)', async (preset, file, content) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  // Of WordPress, bcrypt is unproven.
  const rules = { 'german-csv': 'password: null', wordpress: 'password: { unproven: accept }' };
  const mapping = Object.entries(rules).find(([name]) => name === preset)?.[1];
  const { users, invalid } = await importText(file, text, preset, mapping);
  expect(invalid).toEqual({});
  expect(names(users)).toEqual([['Ida', 'von Berg']]);
});

test('german-csv: a name that may be a company or in either order is counted, not guessed', async () => {
  const csv = 'Name;E-Mail\nIda Berg;a@example.com\nMuster GmbH;b@example.com\n';
  const { users, report } = await importText('u.csv', csv, 'german-csv', 'password: null');
  expect(names(users)).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  expect(report.warnings).toMatchObject({ 'value.unread': 2 });
  expect(report.leftOut?.[0]).toMatchObject({ rows: 2, first: [1, 2], hint: expect.stringContaining('Write a rule') });
});

test.each([
  ['Ida Berg', 'Ida', 'Berg'],
  ['Ida', 'Ida', undefined],
  ['Ida Maria Berg', 'Ida Maria', 'Berg'],
  ['Anna de la Cruz', 'Anna', 'de la Cruz'],
  ['von Berg', 'von', 'Berg'],
  ['Berg, Ida', 'Ida', 'Berg'],
  ['Bob Ober, Jr.', 'Bob', 'Ober'],
  ['Bob Ober, PhD', 'Bob', 'Ober'],
  ['a@example.com', undefined, undefined],
  ['Ober, Bob, IT', undefined, undefined],
])('%s: %s, %s', async (name, given, family) => {
  expect(await fieldOf('given_name', 'namePart: given', name)).toBe(given);
  expect(await fieldOf('family_name', 'namePart: family', name)).toBe(family);
});
