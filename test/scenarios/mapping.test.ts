import { describe, expect, it } from 'vitest';
import { USER_FIELDS } from '../../src/user/cidaas-fields.ts';
import { expectClosedAccounts, openScenario, type Scenario } from '../support/in-process.ts';
import { errorsOf } from '../support/shown.ts';

const HASH = `$2b$10$${'invented/'.repeat(6).slice(0, 53)}`;

/** The users of all bulk requests, as they were sent. */
function sentTo({ sandbox }: Scenario): readonly object[] {
  return sandbox.requests.flatMap(({ sent }) => sent);
}

describe('a mapping', () => {
  it('that uses everything the language has, turns a record into exactly this user', async () => {
    await using scenario = await openScenario({ log: 'users' });
    await scenario.write(
      'people.csv',
      [
        'Nr;Mail;Mail2;Vorname;Nachname;Strasse;Hausnr;PLZ;Ort;Land;Mobil;Geb;Seit;Zuletzt;Status;Rechte;Punkte;News;Einst;Hash;Notiz;Spitzname',
        `0017;;Ada@Example.com; Ada ;Lovelace;Am Markt;4a;04109;Leipzig;Deutschland;0171 / 234 56 78;7.11.1979;2015-03-01 08:15:00;1700000000;aktiv;read|write;12.5;ja;"{""theme"":""dark""}";${HASH};"eins, zwei";`,
        '0018;bo@example.org;;Bo;Falk;;;;;;;;;;gesperrt;;;;;;;Bobo',
        '',
      ].join('\n'),
    );
    await scenario.write(
      'mapping.yml',
      `
fields:
  sub: { from: Nr, uuid5: 3f1c0d0a-6a0e-4a54-9f0c-5f7e2b8c9d10 }
  email: { first: [Mail, Mail2], case: lower }
  provider: { value: self }
  given_name: Vorname
  family_name: { from: Nachname, case: upper }
  nickname: { from: Spitzname, empty: clear }
  address.street_address: { concat: [Strasse, Hausnr], separator: ' ' }
  address.postal_code: PLZ
  address.locality: { from: Ort, default: unbekannt }
  address.country: { from: Land, table: { Deutschland: DE } }
  mobile_number: { from: Mobil, phone: DE }
  birthdate: { from: Geb, date: [d.M.yyyy, yyyy-MM-dd] }
  createdTime: { from: Seit, instant: 'yyyy-MM-dd HH:mm:ss', zone: Europe/Berlin }
  lastLoggedInTime: { from: Zuletzt, instant: epoch-seconds }
  locale: { value: de-DE, when: { from: Status, is: aktiv } }
  userStatus: { from: Status, table: { aktiv: VERIFIED }, else: DECLINED }
  roles: { from: Rechte, split: '|', table: { read: READER, write: EDITOR } }
  customFields.customer_no: Nr
  customFields.points: { from: Punkte, type: number }
  customFields.newsletter: { from: News, type: boolean }
  customFields.settings: { from: Einst, type: json }
  customFields.notes: { from: Notiz, split: ',' }
  password_hash_info.passwordHash: Hash
  password_hash_info.algorithmTypeId: { value: BCRYPT_10, when: { from: Hash, empty: false } }
password: { unproven: accept }
`,
    );
    const result = await scenario.runBundle({ export: 'people.csv', mapping: 'mapping.yml' });
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(0);
    expect(sentTo(scenario)).toEqual([
      {
        sub: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-/),
        email: 'ada@example.com',
        provider: 'self',
        given_name: 'Ada',
        family_name: 'LOVELACE',
        nickname: null,
        address: { street_address: 'Am Markt 4a', postal_code: '04109', locality: 'Leipzig', country: 'DE' },
        mobile_number: '+491712345678',
        birthdate: '1979-11-07',
        createdTime: '2015-03-01T07:15:00.000Z',
        lastLoggedInTime: '2023-11-14T22:13:20.000Z',
        locale: 'de-DE',
        userStatus: 'VERIFIED',
        roles: ['READER', 'EDITOR'],
        customFields: {
          customer_no: '0017',
          points: 12.5,
          newsletter: true,
          settings: { theme: 'dark' },
          notes: ['eins', 'zwei'],
        },
        password_hash_info: { passwordHash: HASH, algorithmTypeId: 'BCRYPT_10' },
      },
      {
        sub: expect.any(String),
        email: 'bo@example.org',
        provider: 'self',
        given_name: 'Bo',
        family_name: 'FALK',
        nickname: 'Bobo',
        address: { locality: 'unbekannt' },
        userStatus: 'DECLINED',
        customFields: { customer_no: '0018' },
      },
    ]);
    const stored = [...scenario.sandbox.users().values()];
    expect(stored.map(({ userStatus }) => userStatus).sort()).toEqual(['DECLINED', 'VERIFIED']);
    expect(result.report.successes.map(({ sub }) => sub)).toEqual(stored.map(({ sub }) => sub));
  });

  it('with identities, groups and consents sends the account in the other shape', async () => {
    await using scenario = await openScenario({ log: 'users' });
    const sub = '8f4a5c10-0d0f-4a39-b5a4-1c6f6e2d7b01';
    const record = {
      id: sub,
      mails: [{ value: 'yara@example.com' }],
      fb: { id: '1020304' },
      kind: 'dealer',
      news: 'ja',
    };
    await scenario.write('people.json', JSON.stringify([record]));
    await scenario.write(
      'mapping.yml',
      `
fields: { sub: id }
identities:
  - { provider: { value: self }, email: 'mails[0].value' }
  - { provider: { value: facebook }, providerUserId: fb.id }
  - { provider: { value: google }, providerUserId: google.id }
groups:
  - { groupId: { from: kind, table: { dealer: DEALERS } }, roles: { value: [MEMBER] } }
consents:
  - { fieldKey: { value: newsletter }, state: { from: news, table: { ja: ACCEPTED } } }
`,
    );
    const result = await scenario.runBundle({ export: 'people.json', mapping: 'mapping.yml' });
    expect(result.exitCode).toBe(0);
    expect(sentTo(scenario)).toEqual([
      {
        sub,
        identities: [
          { provider: 'self', email: 'yara@example.com' },
          { provider: 'facebook', providerUserId: '1020304' },
        ],
        groups: [{ sub, groupId: 'DEALERS', roles: ['MEMBER'] }],
        consents: [{ fieldKey: 'newsletter', state: 'ACCEPTED' }],
      },
    ]);
    expect(scenario.sandbox.users().get(sub)).toMatchObject({
      identities: [{ email: 'yara@example.com' }, { providerUserId: '1020304' }],
      groups: [{ groupId: 'DEALERS' }],
    });
    expect(result.report.warnings).toEqual({ 'path.unseen': 1 });
    expect(result.log).toContain('mapping.yml:6: no record of the export has google.id');
  });

  it('leaves records out by its rules, with their reasons, and says so', async () => {
    await using scenario = await openScenario();
    await scenario.write(
      'people.csv',
      'mail,mode,note\ng@example.com,1,\nr@example.com,0,\ns@example.com,0,cron\nt@example.com,1,\n',
    );
    await scenario.write(
      'mapping.yml',
      `
skip:
  - { reason: guest account, when: { from: mode, is: 1 } }
  - { reason: technical account, when: { any: [{ from: note, is: [cron, daemon] }, { from: mail, matches: '^x' }] } }
fields: { email: mail }
`,
    );
    const result = await scenario.run({ export: 'people.csv', mapping: 'mapping.yml' });
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ rows: 4, created: 1, skipped: 3 });
    expect(result.report.skippedBy).toEqual({ 'guest account': 2, 'technical account': 1 });
    expect(result.summary).toContain('| guest account | 2 |');
    expect(scenario.sandbox.userCount).toBe(1);
    expect(result.exitCode).toBe(0);
  });

  it('with mistakes is refused before any record is read, with all of them and the nearest names', async () => {
    await using scenario = await openScenario();
    await scenario.write('people.csv', 'E-Mail,Vorname\na@example.com,Ada\n');
    await scenario.write(
      'mapping.yml',
      'fields:\n  emial: E-Mail\n  given_name: { form: Vorname }\n  birthdate: { from: Vorname, date: dd.MM.yy }\n',
    );
    const language = await scenario.run({ export: 'people.csv', mapping: 'mapping.yml' });
    expect(language.outputs.outcome).toBe('error');
    expect(errorsOf(language)).toEqual([
      expect.stringMatching(/^mapping\.yml:2: .*"emial".*Did you mean "email"\?/),
      expect.stringMatching(/^mapping\.yml:3: .*"form".*Did you mean "from"\?/),
      expect.stringMatching(/^mapping\.yml:4: .*birthdate/),
    ]);

    await scenario.write('mapping.yml', 'fields:\n  email: Email\n  given_name: Vornamen\n');
    const columns = await scenario.run({ export: 'people.csv', mapping: 'mapping.yml' });
    expect(errorsOf(columns)).toEqual([
      expect.stringMatching(/^mapping\.yml:2: the export has no column "Email"\. Did you mean "E-Mail"\?/),
      expect.stringMatching(/^mapping\.yml:3: the export has no column "Vornamen"\. Did you mean "Vorname"\?/),
    ]);
    expect(scenario.sandbox.counters.bulkRequests).toBe(0);
  });

  it('that fits only some files of the export says which it does not fit', async () => {
    await using scenario = await openScenario();
    await scenario.write('a.csv', 'mail\na@example.com\n');
    await scenario.write('b.csv', 'e_mail\nb@example.com\n');
    await scenario.write('mapping.yml', 'fields:\n  email: mail\n');
    const result = await scenario.run({ export: '?.csv', mapping: 'mapping.yml' });
    expect(result.outputs.outcome).toBe('error');
    expect(errorsOf(result)).toEqual(['b.csv: mapping.yml:2: the export has no column "mail". Did you mean "e_mail"?']);
  });
});

describe('without a mapping', () => {
  /** A value for every field of a user in the flat shape. */
  const everything: { readonly [field: string]: string } = {
    sub: '6b1f7a52-90a1-4c3e-8f0e-2d6c1b7e4a01',
    identityId: 'identity-17',
    username: 'ada',
    email: 'ada@example.com',
    mobile_number: '+491712345678',
    phone_number: '+49 341 123456',
    given_name: 'Ada',
    family_name: 'Lovelace',
    middle_name: 'King',
    nickname: 'Countess',
    gender: 'female',
    birthdate: '1984-02-29',
    locale: 'en-GB',
    profile: 'https://example.com/ada',
    picture: 'https://example.com/ada.png',
    website: 'https://example.com',
    zoneinfo: 'Europe/London',
    'address.formatted': 'Am Markt 4a, 04109 Leipzig',
    'address.street_address': 'Am Markt 4a',
    'address.locality': 'Leipzig',
    'address.region': 'Sachsen',
    'address.postal_code': '04109',
    'address.country': 'DE',
    provider: 'self',
    providerUserId: 'p-1',
    userStatus: 'PENDING',
    user_status_reason: 'moved',
    'password_hash_info.algorithmTypeId': 'PBKDF2',
    'password_hash_info.passwordHash': 'aW52ZW50ZWQgaGFzaA==',
    'password_hash_info.hData.salt': 'aW52ZW50ZWQgc2FsdA==',
    'password_hash_info.hData.iterations': '1000',
    'password_hash_info.hData.keylen': '32',
    mfa_enabled: 'true',
    roles: '["customer"]',
    groups: '[{"groupId":"DEALERS","roles":["MEMBER"]}]',
    consents: '[{"fieldKey":"newsletter","state":"ACCEPTED"}]',
    createdTime: '2019-05-01T09:30:00+02:00',
    lastLoggedInTime: '2023-11-14T22:13:20Z',
    'customFields.tier': 'gold',
  };
  const nested = {
    address: {
      formatted: 'Am Markt 4a, 04109 Leipzig',
      street_address: 'Am Markt 4a',
      locality: 'Leipzig',
      region: 'Sachsen',
      postal_code: '04109',
      country: 'DE',
    },
    password_hash_info: {
      algorithmTypeId: 'PBKDF2',
      passwordHash: 'aW52ZW50ZWQgaGFzaA==',
      hData: { salt: 'aW52ZW50ZWQgc2FsdA==', iterations: '1000', keylen: '32' },
    },
    mfa_enabled: true,
    roles: ['customer'],
    groups: [{ groupId: 'DEALERS', roles: ['MEMBER'], sub: everything.sub }],
    consents: [{ fieldKey: 'newsletter', state: 'ACCEPTED' }],
    createdTime: '2019-05-01T07:30:00.000Z',
    lastLoggedInTime: '2023-11-14T22:13:20.000Z',
    customFields: { tier: 'gold' },
  };
  const flat = Object.fromEntries(Object.entries(everything).filter(([name]) => !name.includes('.')));

  it('every field of cidaas is taken from a column that bears its name', async () => {
    expect(Object.keys(everything)).toEqual(
      expect.arrayContaining(Object.keys(USER_FIELDS).filter((name) => name !== 'identities')),
    );
    await using scenario = await openScenario({ log: 'users' });
    const cells = Object.values(everything).map((value) => `"${value.replaceAll('"', '""')}"`);
    const empty = Object.keys(everything).map((name) => (name === 'email' ? 'bo@example.com' : ''));
    await scenario.write('users.csv', `${Object.keys(everything).join(',')}\n${cells.join(',')}\n${empty.join(',')}\n`);
    const result = await scenario.run({ export: 'users.csv' });
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(0);
    expect(sentTo(scenario)).toEqual([{ ...flat, ...nested }, { email: 'bo@example.com' }]);
  });

  it('JSON may nest its fields, name them with dots, or have identities; an unknown key makes a record invalid', async () => {
    await using scenario = await openScenario({ log: 'users' });
    const identities = [{ provider: 'self', email: 'cy@example.com', given_name: 'Cy' }];
    const records = [
      { ...flat, ...nested },
      { email: 'bo@example.com', 'address.country': 'DE', nickname: '', gender: null },
      { sub: 'legacy-3', identities },
      { email: 'di@example.com', given_nmae: 'Di' },
    ];
    await scenario.write('users.ndjson', records.map((record) => JSON.stringify(record)).join('\n'));
    const result = await scenario.run({ export: 'users.ndjson', 'fail-above': '1', 'abort-above': '50%' });
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(0);
    expect(sentTo(scenario)).toEqual([
      { ...flat, ...nested },
      { email: 'bo@example.com', address: { country: 'DE' } },
      { sub: 'legacy-3', identities },
    ]);
    expect(result.report.failures).toMatchObject([{ row: 4, line: 4, code: 'field.unknown' }]);
    expect(result.report.failures[0]?.message).toContain('Did you mean "given_name"?');
  });

  it('an unknown column is an error that names the nearest field, a column without a name is none', async () => {
    await using scenario = await openScenario();
    await scenario.write('users.csv', 'email,givenname,\na@example.com,Ada,\n');
    const result = await scenario.run({ export: 'users.csv' });
    expect(result.outputs.outcome).toBe('error');
    expect(errorsOf(result)).toEqual([
      'column "givenname": "givenname" is not a cidaas field. Did you mean "given_name"?',
    ]);
    await scenario.write('users.csv', 'email,given_name,\na@example.com,Ada,\n');
    expect((await scenario.run({ export: 'users.csv' })).exitCode).toBe(0);
  });
});

it('sends no empty text and no null that nobody asked for, and leaves what the tenant has', async () => {
  await using scenario = await openScenario({ log: 'users' });
  const sub = 'legacy-1';
  await scenario.write('users.csv', `sub,email,nickname,given_name\n${sub},a@example.com,Addie,Ada\n`);
  await scenario.run({ export: 'users.csv' });
  await scenario.write('users.csv', `sub,email,nickname,given_name\n${sub},a@example.com,,\n`);
  await scenario.write(
    'clear.yml',
    'fields:\n  sub: sub\n  email: email\n  nickname: { from: nickname, empty: clear }\n',
  );
  await scenario.run({ export: 'users.csv' });
  expect(sentTo(scenario).at(-1)).toEqual({ sub, email: 'a@example.com' });
  expect(scenario.sandbox.users().get(sub)?.identities[0]).toMatchObject({ nickname: 'Addie', given_name: 'Ada' });
  await scenario.run({ export: 'users.csv', mapping: 'clear.yml' });
  expect(sentTo(scenario).at(-1)).toEqual({ sub, email: 'a@example.com', nickname: null });
  expect(scenario.sandbox.users().get(sub)?.identities[0]).toEqual({
    provider: 'self',
    email: 'a@example.com',
    given_name: 'Ada',
  });
});
