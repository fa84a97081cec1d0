import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importUsers, withoutSubs } from '../../support/import-users.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/presets/german-csv');

function importFile(name: string, mapping?: string) {
  return importUsers({
    files: [join(FIXTURES, name)],
    inputs: { preset: 'german-csv' },
    ...(mapping !== undefined && { mapping }),
  });
}

test('a Windows-1252 list in German spellings', async () => {
  const { users, invalid, report } = await importFile('windows-1252.csv');
  expect(withoutSubs(users)).toEqual([
    {
      userStatus: 'VERIFIED',
      email: 'kaethe.weiss@example.com',
      given_name: 'Käthe',
      family_name: 'Weiß',
      gender: 'female',
      birthdate: '1979-11-07',
      locale: 'de',
      mobile_number: '+491712345678',
      phone_number: '0341 / 555 01',
      address: {
        street_address: 'Lindenstraße 12 a',
        postal_code: '04109',
        locality: 'Leipzig',
        country: 'Deutschland',
      },
      createdTime: '2015-03-01T07:15:00.000Z',
      lastLoggedInTime: '2024-06-30T21:59:59.000Z',
    },
    {
      userStatus: 'VERIFIED',
      email: 'joerg@example.com',
      given_name: 'Jörg',
      family_name: 'Müller-Lüdenscheidt',
      gender: 'male',
      birthdate: '1990-09-01',
      locale: 'en',
      mobile_number: '+436641234567',
      phone_number: '+49 (89) 55501',
      address: { street_address: 'Am Markt 3', postal_code: '80331', locality: 'München' },
    },
    {
      userStatus: 'DECLINED',
      email: 'sascha@example.org',
      given_name: 'Sascha',
      family_name: 'Öztürk',
      gender: 'diverse',
    },
  ]);
  expect(invalid).toEqual({ 4: 'date.invalid birthdate' });
  expect(report.export.files).toMatchObject([{ encoding: 'windows-1252', format: 'csv' }]);
});

test('what cannot be read may be left out, and a dropped zero is noticed', async () => {
  const mapping = 'rules: { phone.invalid: warn, date.invalid: warn }\nfields: { sub: Kd-Nr. }\n';
  const { users, report } = await importFile('windows-1252.csv', mapping);
  expect(users[3]).toEqual({
    sub: '000104',
    userStatus: 'VERIFIED',
    email: 'ida@example.org',
    given_name: 'Ida',
    family_name: 'Roth',
    address: { street_address: 'Ringstr. 7', postal_code: '1099', locality: 'Dresden', country: 'DE' },
  });
  // 00.00.0000 is no date of birth.
  expect(report.warnings).toEqual({
    ...{ 'phone.invalid': 1, 'date.invalid': 1, 'spreadsheet.zeros': 1, 'value.null_mark': 1 },
  });
});

test('the lines before the header, and dates without dots', async () => {
  const { users, report } = await importFile('lines-before-header.csv');
  expect(withoutSubs(users)).toEqual([
    {
      userStatus: 'VERIFIED',
      email: 'emil.falk@example.com',
      given_name: 'Emil',
      family_name: 'Falk',
      gender: 'male',
      birthdate: '1980-02-01',
      phone_number: '040 55501',
      address: { street_address: 'Hafenweg 2', postal_code: '20457', locality: 'Hamburg', country: 'DE' },
    },
    {
      userStatus: 'VERIFIED',
      email: 'buero@example.com',
      address: { street_address: 'Ringstraße 1', postal_code: '1067', locality: 'Dresden', country: 'DE' },
    },
  ]);
  expect(report.warnings).toMatchObject({ 'spreadsheet.zeros': 1 });
});

test('whoever is blocked by any word in any column stays blocked', async () => {
  const { users, invalid } = await importFile('blocked-in-many-words.csv');
  expect(users.map(({ email, userStatus, family_name }) => [email, userStatus, family_name])).toEqual([
    ['a@example.com', 'VERIFIED', 'Adler'],
    ['b@example.com', 'DECLINED', 'Bauer'],
    ['c@example.com', 'DECLINED', 'Coban'],
    ['d@example.com', 'DECLINED', 'Dietz'],
    ['f@example.com', 'DECLINED', 'Frank'],
    ['g@example.com', 'VERIFIED', undefined],
  ]);
  expect(invalid).toEqual({ 5: 'value.unknown userStatus' });
});

test('columns that say when somebody was blocked, and those of accounts, are looked at as well', async () => {
  const content = [
    'E-Mail;Vorname;Gesperrt am;Konto gesperrt;Kundenstatus;Konto aktiv',
    'a@example.com;Anna;00.00.0000;nein;aktiv;ja',
    'b@example.com;Ben;01.02.2020;nein;aktiv;ja',
    'c@example.com;Cem;;ja;aktiv;ja',
    'd@example.com;Dana;;;gekündigt;ja',
    'e@example.com;Eva;;;Stammkunde;ja',
    'f@example.com;Finn;;;aktiv;',
    '',
  ].join('\n');
  const { users, invalid } = await importUsers({
    files: [{ name: 'kunden.csv', content }],
    inputs: { preset: 'german-csv' },
  });
  expect(users.map(({ email, userStatus }) => [email, userStatus])).toEqual([
    ['a@example.com', 'VERIFIED'],
    ['b@example.com', 'DECLINED'],
    ['c@example.com', 'DECLINED'],
    ['d@example.com', 'DECLINED'],
    ['f@example.com', 'DECLINED'],
  ]);
  expect(invalid).toEqual({ 5: 'value.unknown userStatus' });
});

test('where only some are marked as active, the others are not; a line that comes twice counts once', async () => {
  const { users, report } = await importFile('marks-for-active.csv');
  expect(users.map(({ email, userStatus }) => [email, userStatus])).toEqual([
    ['h@example.com', 'VERIFIED'],
    ['i@example.com', 'DECLINED'],
  ]);
  expect(users[0]).toMatchObject({
    createdTime: '2010-03-31T22:00:00.000Z',
    address: { street_address: 'Am Hang 5', locality: 'Köln' },
  });
  expect(report.totals).toMatchObject({ created: 2, duplicate: 1 });
});

test('hashes are carried, passwords in clear text and bare digests never', async () => {
  const { users, invalid, everything, log } = await importFile('passwords.csv', 'password: { unproven: accept }\n');
  expect(users.map(({ email, password_hash_info }) => [email, password_hash_info])).toEqual([
    [
      'j@example.com',
      {
        algorithmTypeId: 'BCRYPT_10',
        passwordHash: '$2b$10$Qw3rTyUiOpAsDfGhJkLzXuVbNm1234567890.abcdefghijklmnop',
      },
    ],
  ]);
  expect(invalid).toEqual({
    2: 'hash.unrecognised password_hash_info',
    3: 'hash.unrecognised password_hash_info',
    4: 'hash.missing password_hash_info',
  });
  expect(everything).not.toContain('Geheim-Wort');
  expect(log.join('\n')).toContain('Passwords of 1 user: bcrypt, sent as BCRYPT_10.');
});

test('a list without any identifier is refused as a whole', async () => {
  const { report, users } = await importFile('no-way-to-log-in.csv');
  expect(users).toEqual([]);
  expect(report.outcome).toBe('error');
  expect(report.reason).toBe(
    'preset german-csv does not fit: the export has none of the columns that it uses for e-mail address, user name or mobile number. Name the right one in the mapping: `fields: { email: … }`.',
  );
});
