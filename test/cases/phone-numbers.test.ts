import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Imported, importUsers } from '../support/import-users.ts';

const CASES = join(import.meta.dirname, '../fixtures/cases');

/** The mobile numbers that the tenant has, by e-mail address. */
function numbers({ users }: Imported): { readonly [email: string]: string | null | undefined } {
  return Object.fromEntries(users.map(({ email, mobile_number }) => [email, mobile_number]));
}

/** Imports rows of a CSV file with the columns mail, land, sprache, vorwahl and mobil. */
function importRows(rows: readonly string[], rule: string, more = '', inputs = {}): Promise<Imported> {
  const mapping = `source: { columns: optional }
fields:
  email: mail
  mobile_number: { from: mobil, ${rule} }
  address.country: land
  locale: sprache
${more}`;
  const content = ['mail;land;sprache;vorwahl;mobil', ...rows].join('\n');
  return importUsers({ files: [{ name: 'users.csv', content }], mapping, inputs });
}

describe('phone-without-plus', () => {
  test('a missing + and a dropped 0 are repaired and counted, a rounded number is refused', async () => {
    const imported = await importUsers({
      files: [join(CASES, 'phone-without-plus/kunden.csv')],
      mapping: 'password: null\n',
      inputs: { preset: 'german-csv' },
    });
    expect(numbers(imported)).toEqual({
      'jan.eins@example.com': '+491709114421',
      'kai.vier@example.com': '+491709114422',
      'leo.fuenf@example.com': '+491709114423',
      'max.sechs@example.com': '+491709114424',
      'ivo.sieben@example.com': '+436641234567',
    });
    expect(imported.report.warnings).toEqual({ 'phone.assumed-country': 2, 'sub.missing': 5 });
    expect(imported.report.leftOut?.map(({ message, first }) => [message, first])).toEqual([
      ['mobile_number begins with a country code without + and was read as if it had one.', [1]],
      [
        'mobile_number has no country code and was read as a number of DE, since the record contains no country in which it is valid.',
        [2],
      ],
    ]);
    expect(imported.report.failures).toMatchObject([
      {
        row: 6,
        code: 'phone.invalid',
        field: 'mobile_number',
        message: 'mobile_number was rounded by a spreadsheet, so its last digits are lost.',
        hint: 'Export again and do not open the file in a spreadsheet, or leave such numbers out with `rules: { phone.invalid: warn }`.',
      },
    ]);
  });

  test.each<[string, string | null, string]>([
    ['436641234567', '+436641234567', 'Austrian, without +'],
    ['41791234567', '+41791234567', 'Swiss, without +'],
    ['491511234567', null, 'neither reading is a mobile number'],
    ['15123456789', null, 'German without 0, or Texan without +'],
    ['498912345678', null, 'a landline in Munich without +'],
    ['089 12345678', null, 'a landline in Munich'],
    ['+49 89 12345678', null, 'a landline in Munich, with country code'],
    ['0664 1234567', null, 'Austrian; in Germany a landline'],
    ['4.91709E+12', null, 'rounded'],
    ['4,9E12', null, 'rounded'],
    ['436641234567.0', '+436641234567', 'with the .0 of a data tool'],
    ['0171 2345678 DW 12', null, 'with words'],
    ['(0049) 171 2345678', '+491712345678', '00 in brackets'],
    ['(+49) 171/234-5678', '+491712345678', '+ in brackets'],
    ['00 49 171 2345678', '+491712345678', '00 apart'],
    ['+490171 2345678', '+491712345678', '0 behind the country code'],
    ['tel:+49-171-2345678', '+491712345678', 'a link'],
    ['\u202a+49\u00a0171\u00a02345678\u202c', '+491712345678', 'marks of a phone'],
    ['０１７１ ２３４５６７８', '+491712345678', 'wide digits'],
  ])('%s is %s: %s', async (written, expected) => {
    const imported = await importRows([`ida@example.com;;;;${written}`], 'phone: DE');
    expect(numbers(imported)).toEqual(expected === null ? {} : { 'ida@example.com': expected });
    expect(imported.invalid).toEqual(expected === null ? { 1: 'phone.invalid mobile_number' } : {});
  });

  test('two readings: the message names both and the line that decides', async () => {
    const { report } = await importRows(['ida@example.com;;;;15123456789'], 'phone: DE');
    expect(report.failures[0]).toMatchObject({
      message:
        'mobile_number can be read in two ways: as a number with a country code that lacks its +, and as a number without country code.',
      hint: expect.stringMatching(/`replace` in the rule \(mapping\.yml:4\)/),
    });
    const decided = await importRows(['ida@example.com;;;;15123456789'], "replace: { '^1': '+491' }, phone: DE");
    expect(numbers(decided)).toEqual({ 'ida@example.com': '+4915123456789' });
  });

  test('a field that is no identifier takes landlines, and refuses what has two readings', async () => {
    const mapping = 'fields:\n  email: mail\n  phone_number: { from: tel, phone: DE }\n';
    const content =
      'mail;tel\nida@example.com;089 12345678\njo@example.com;498912345678\nkim@example.com;491709114421\n';
    const imported = await importUsers({ files: [{ name: 'users.csv', content }], mapping });
    expect(imported.users).toMatchObject([
      { email: 'ida@example.com', phone_number: '+498912345678' },
      { email: 'jo@example.com', phone_number: '+498912345678' },
    ]);
    expect(imported.invalid).toEqual({ 3: 'phone.invalid phone_number' });
    expect(imported.report.warnings['phone.assumed-country']).toBe(2);
  });

  test('softened, the number is left out and counted', async () => {
    const imported = await importRows(
      ['ida@example.com;;;;089 12345678'],
      'phone: DE',
      'rules: { phone.invalid: warn }\n',
    );
    expect(numbers(imported)).toEqual({ 'ida@example.com': undefined });
    expect(imported.report.warnings).toMatchObject({ 'phone.invalid': 1 });
  });
});

describe('national-phone', () => {
  const okta = (profile: object) => ({
    id: '00u1abcdefghijklmn5',
    status: 'ACTIVE',
    created: '2022-04-18T05:04:03.000Z',
    profile: { login: 'ida@example.org', email: 'ida@example.org', ...profile },
  });
  const importOkta = (profile: object, mapping = 'password: null\n') =>
    importUsers({
      files: [{ name: 'okta.json', content: JSON.stringify([okta(profile)]) }],
      mapping,
      inputs: { preset: 'okta' },
    });

  test('an American number of an American', async () => {
    const imported = await importUsers({
      files: [join(CASES, 'national-phone/okta.json')],
      inputs: { preset: 'okta' },
    });
    expect(numbers(imported)).toEqual({ 'ida@example.org': '+12025550159' });
    expect(imported.report.warnings).toEqual({});
  });

  test('a record that names no country is refused, and one line of the mapping decides', async () => {
    const refused = await importOkta({ mobilePhone: '202-555-0159' });
    expect(refused.users).toEqual([]);
    expect(refused.report.failures).toMatchObject([
      {
        code: 'phone.invalid',
        message:
          'mobile_number has no country code, the record contains no country, and the mapping sets no phone-region.',
        hint: expect.stringContaining('phone-region: DE'),
      },
    ]);
    const decided = await importOkta({ mobilePhone: '202-555-0159' }, 'phone-region: US\n');
    expect(numbers(decided)).toEqual({ 'ida@example.org': '+12025550159' });
    expect(decided.report.warnings).toEqual({ 'phone.assumed-country': 1 });
  });

  test('a number without + and country stays unread, even where it looks like a German one', async () => {
    expect((await importOkta({ mobilePhone: '491709114421' })).invalid).toEqual({ 1: 'phone.invalid mobile_number' });
  });

  test.each([
    [
      'auth0',
      '[{ "user_id": "auth0|1", "email": "ida@example.org", "phone_number": "0171 2345678", "blocked": false }]',
    ],
    [
      'firebase',
      '{ "users": [{ "localId": "1", "email": "ida@example.org", "phoneNumber": "0171 2345678", "disabled": false }] }',
    ],
    [
      'scim',
      '{ "Resources": [{ "id": "1", "active": true, "emails": [{ "value": "ida@example.org" }], "phoneNumbers": [{ "type": "mobile", "value": "0171 2345678" }] }] }',
    ],
    ['kratos', '[{ "id": "1", "state": "active", "traits": { "email": "ida@example.org", "phone": "0171 2345678" } }]'],
  ])('%s has no German default', async (preset, content) => {
    const files = [{ name: 'users.json', content }];
    const refused = await importUsers({ files, mapping: 'password: null\n', inputs: { preset } });
    expect(refused.invalid).toEqual({ 1: 'phone.invalid mobile_number' });
    const decided = await importUsers({ files, mapping: 'password: null\nphone-region: DE\n', inputs: { preset } });
    expect(numbers(decided)).toEqual({ 'ida@example.org': '+491712345678' });
  });

  test.each([
    ['Deutschland', '0171 2345678', '+491712345678'],
    ['Germany', '0171 2345678', '+491712345678'],
    ['BRD', '0171 2345678', '+491712345678'],
    ['DEU', '0171 2345678', '+491712345678'],
    ['Österreich', '0664 1234567', '+436641234567'],
    ['OESTERREICH', '0664 1234567', '+436641234567'],
    ['A', '0664 1234567', '+436641234567'],
    ['AUT', '6641234567', '+436641234567'],
    ['Schweiz', '079 123 45 67', '+41791234567'],
    ['CH', '079 123 45 67', '+41791234567'],
    ['Suisse', '079 123 45 67', '+41791234567'],
    ['United States', '(202) 555-0159', '+12025550159'],
    ['UK', '07911 123456', '+447911123456'],
  ])('the country of the address, %s, reads %s', async (country, written, expected) => {
    const imported = await importRows([`ida@example.com;${country};;;${written}`], 'phone: FR');
    expect(numbers(imported)).toEqual({ 'ida@example.com': expected });
    expect(imported.report.warnings).toEqual({ 'sub.missing': 1 });
  });

  test.each([
    ['the address decides, a number that does not fit it is refused', 'CH;;', '0171 2345678', null, 0],
    ['the locale names a country', ';de-AT;', '0664 1234567', '+436641234567', 0],
    ['the locale of a program does not fit the number', ';en-US;', '0171 2345678', '+491712345678', 1],
    ['a language is no country', ';de;', '0171 2345678', '+491712345678', 1],
    ['the id of a country is no country', '2;;', '0171 2345678', '+491712345678', 1],
  ])('%s', async (_, named, written, expected, assumed) => {
    const imported = await importRows([`ida@example.com;${named};${written}`], 'phone: DE');
    expect(numbers(imported)).toEqual(expected === null ? {} : { 'ida@example.com': expected });
    expect(imported.report.warnings['phone.assumed-country'] ?? 0).toBe(assumed);
  });

  test.each([
    ['US', '202 555 0159', '+12025550159'],
    ['+43', '0664 1234567', '+436641234567'],
    ['0041', '79 123 45 67', '+41791234567'],
  ])('a column of its own, %s, comes before the address', async (code, written, expected) => {
    const row = `ida@example.com;Deutschland;;${code};${written}`;
    const imported = await importRows([row], 'phone: { country: vorwahl }');
    expect(numbers(imported)).toEqual({ 'ida@example.com': expected });
    expect(imported.report.warnings).toEqual({ 'sub.missing': 1 });
  });

  test('an assumed country can be refused', async () => {
    const rules = 'rules: { phone.assumed-country: error }\n';
    const imported = await importRows(['ida@example.com;;;;0171 2345678'], 'phone: DE', rules);
    expect(imported.invalid).toEqual({ 1: 'phone.assumed-country mobile_number' });
  });

  test('an entry of identities has the country of its own address, else that of the account', async () => {
    const mapping = `fields: { email: mail, address.country: land }
identities:
  - { provider: { value: shop }, providerUserId: id, mobile_number: { from: a, phone: true } }
  - { provider: { value: club }, providerUserId: id, mobile_number: { from: b, phone: true }, address.country: land2 }
`;
    const content = 'mail;land;land2;id;a;b\nida@example.com;DE;AT;1;0171 2345678;0664 1234567\n';
    const { users } = await importUsers({ files: [{ name: 'users.csv', content }], mapping });
    expect(users[0]?.identities?.map(({ mobile_number }) => mobile_number)).toEqual([
      undefined,
      '+491712345678',
      '+436641234567',
    ]);
  });

  test('a region that is none is an error of its line', async () => {
    const { report } = await importRows(['ida@example.com;;;;0171 2345678'], 'phone: true', 'phone-region: XX\n');
    expect(report.reason).toBe('mapping.yml:7: "XX" is not a country with phone numbers.');
  });
});
