import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importUsers, withoutSubs } from '../support/import-users.ts';

const CASES = join(import.meta.dirname, '../fixtures/cases');

const importCsv = (lines: readonly string[], mapping: string, inputs = {}) =>
  importUsers({ files: [{ name: 'users.csv', content: `${lines.join('\n')}\n` }], mapping, inputs });

describe('invisible-characters', () => {
  test('in an identifier they make the row invalid, in a name they are removed and counted', async () => {
    const { users, report } = await importUsers({
      files: [join(CASES, 'invisible-characters/users.csv')],
      mapping: 'password: null\n',
      inputs: { preset: 'german-csv' },
    });
    expect(withoutSubs(users)).toEqual([
      {
        email: 'seven@example.com',
        username: 'joe',
        given_name: 'Ann',
        family_name: 'Muster',
        userStatus: 'VERIFIED',
      },
    ]);
    expect(report.failures).toMatchObject([
      {
        row: 1,
        code: 'identifier.invisible',
        field: 'email',
        message: 'email contains U+200B (zero width space) at character 1.',
        hint: expect.stringContaining(String.raw`replace: { '[\u{200B}]': '' }`),
      },
      {
        row: 2,
        code: 'identifier.invisible',
        field: 'username',
        message: 'username contains U+200B (zero width space) at character 4.',
      },
    ]);
    expect(report.warnings).toEqual({ 'sub.missing': 1, 'text.invisible': 1 });
    expect(report.leftOut).toMatchObject(
      ['family_name', 'given_name'].map((field) => ({
        code: 'text.invisible',
        message: `${field} contained invisible characters or unusual spaces, which were removed or replaced by ordinary spaces.`,
        rows: 1,
        first: [3],
      })),
    );
  });

  test.each([
    ['\u00ad', 'U+00AD (soft hyphen)'],
    ['\u00a0', 'U+00A0 (no-break space)'],
    ['\u2009', 'U+2009 (a space that is not U+0020)'],
    ['\u200d', 'U+200D (zero width joiner)'],
    ['\u202e', 'U+202E (control of the writing direction)'],
    ['\u2060', 'U+2060 (word joiner)'],
    ['\ufeff', 'U+FEFF (zero width no-break space)'],
    ['\u3164', 'U+3164 (invisible character)'],
    ['\u0007', 'U+0007 (control character)'],
    ['\u{e0041}', 'U+E0041 (invisible character)'],
  ])('%j in a JSON record without a mapping', async (character, name) => {
    const records = [
      { email: `i${character}da@example.com` },
      { sub: `1${character}2`, username: 'jo' },
      { username: `k\u{1f600}${character}m` },
      { username: 'ok', given_name: `Le${character}a`, customFields: { note: `a${character}b` } },
    ];
    const content = JSON.stringify(records);
    const { users, report } = await importUsers({ files: [{ name: 'users.json', content }] });
    expect(report.failures.map(({ row, message }) => [row, message])).toEqual([
      [1, `email contains ${name} at character 2.`],
      [2, `sub contains ${name} at character 2.`],
      [3, `username contains ${name} at character 3.`],
    ]);
    const isSpace = /[\u00a0\u2009]/.test(character);
    expect(users).toMatchObject([
      { username: 'ok', given_name: isSpace ? 'Le a' : 'Lea', customFields: { note: isSpace ? 'a b' : 'ab' } },
    ]);
    expect(report.warnings['text.invisible']).toBe(1);
  });

  test('unusual spaces at the ends are removed and counted; what was only that is no value', async () => {
    const { users, report } = await importCsv(
      ['mail,user,name,street', '\u00a0ida@example.com\u2007,\ufeffida,\u00a0Ida\u00a0,\u200b'],
      'fields: { email: mail, username: user, given_name: name, address.street_address: street }\n',
    );
    expect(withoutSubs(users)).toEqual([
      { email: 'ida@example.com', username: 'ida', given_name: 'Ida', userStatus: 'VERIFIED' },
    ]);
    expect(report.warnings).toEqual({ 'sub.missing': 1, 'text.invisible': 1 });
  });

  test('what names and addresses need stays', async () => {
    const record = {
      username: 'ida',
      given_name: 'می\u200cخواهم',
      nickname: '❤\ufe0f 👩\u200d🚀',
      family_name: '葛\u{e0100}',
      address: { formatted: 'Am Markt 1\n04109 Leipzig' },
    };
    const { users, report } = await importUsers({ files: [{ name: 'u.json', content: JSON.stringify([record]) }] });
    expect(withoutSubs(users)).toEqual([{ ...record, userStatus: 'VERIFIED' }]);
    expect(report.warnings).toEqual({ 'sub.missing': 1 });
  });

  test('the mapping can decide: replace takes the character out', async () => {
    const { users } = await importCsv(
      ['mail', 'i\u200bda@example.com'],
      "fields: { email: { from: mail, replace: { '[\\u200B\\u00AD]': '' } } }\n",
    );
    expect(users).toMatchObject([{ email: 'ida@example.com' }]);
  });

  test('the warning can be an error or off, the error cannot be softened', async () => {
    const run = (rules: string) => importCsv(['mail,name', 'ida@example.com,Id\u200ba'], `${rules}\n${FIELDS}`);
    expect((await run('rules: { text.invisible: error }')).invalid).toEqual({ 1: 'text.invisible given_name' });
    expect((await run("rules: { text.invisible: 'off' }")).report.warnings).toEqual({ 'sub.missing': 1 });
    const { report } = await run('rules: { identifier.invisible: warn }');
    expect(report.reason).toMatch(/identifier\.invisible/);
  });
});

const FIELDS = 'fields: { email: mail, given_name: name }\n';

describe('identifiers that look the same are the same person', () => {
  const imported = (...users: readonly object[]) =>
    importUsers({ files: [{ name: 'users.json', content: JSON.stringify(users) }] });

  test.each([
    ['composed and decomposed', { email: 'j\u00f6rg@example.com' }, { email: 'jo\u0308rg@example.com' }],
    ['letter case', { username: 'J\u00d6RG' }, { username: 'j\u00f6rg' }],
    ['wide letters', { username: 'joe' }, { username: 'ｊｏｅ' }],
    ['a ligature', { username: '\ufb01n' }, { username: 'fin' }],
    ['IDN and punycode', { email: 'a@m\u00fcller.example' }, { email: 'a@xn--mller-kva.example' }],
    ['punycode in capitals', { email: 'a@XN--MLLER-KVA.example' }, { email: 'A@m\u00fcller.example' }],
  ])('%s', async (_, first, second) => {
    const { users, report } = await imported(first, second);
    expect(users).toHaveLength(1);
    expect(report.failures).toMatchObject([{ row: 2, outcome: 'duplicate', duplicateOf: 1 }]);
    const other = await imported({ sub: 'a', ...first }, { sub: 'b', ...second });
    expect(other.invalid).toEqual({ 2: `identity.conflict ${Object.keys(first)[0]}` });
  });

  test.each([
    ['another letter', { username: 'jorg' }, { username: 'j\u00f6rg' }],
    ['sharp s', { email: 'a@stra\u00dfe.example' }, { email: 'a@strasse.example' }],
  ])('not the same: %s', async (_, first, second) => {
    expect((await imported(first, second)).users).toHaveLength(2);
  });

  test('NFC is sent', async () => {
    const { users, report } = await imported({
      email: 'jo\u0308rg@example.com',
      family_name: 'Mu\u0308ller',
      customFields: { firma: 'Mu\u0308ller', list: ['u\u0308'], tree: { a: ['u\u0308\u200b'] } },
    });
    expect(withoutSubs(users)).toEqual([
      {
        email: 'j\u00f6rg@example.com',
        family_name: 'M\u00fcller',
        customFields: { firma: 'M\u00fcller', list: ['\u00fc'], tree: { a: ['\u00fc'] } },
        userStatus: 'VERIFIED',
      },
    ]);
    expect(report.warnings).toEqual({ 'email.nonascii': 1, 'sub.missing': 1, 'text.invisible': 1 });
  });
});

test('the hint removes the character that was found', async () => {
  const lines = ['id,mail', '1,\u202dida@example.com'];
  const { report } = await importCsv(lines, 'fields: { username: id, email: mail }');
  const rule = /`(replace: .*)`/.exec(report.failures[0]?.hint ?? '')?.[1] ?? '';
  expect(rule).toContain('202D');
  const { users } = await importCsv(lines, `fields: { username: id, email: { from: mail, ${rule} } }`);
  expect(users.map(({ email }) => email)).toEqual(['ida@example.com']);
});

test('a sub in another Unicode form is still the sub of its groups', async () => {
  const mapping = 'fields: { sub: id, email: mail }\ngroups: [{ groupId: { from: group, table: { vip: VIP } } }]';
  const { users, report } = await importCsv(['id,mail,group', 'x\u0065\u0301,ida@example.com,vip'], mapping);
  expect(report.failures).toEqual([]);
  expect(users[0]?.groups).toEqual([{ groupId: 'VIP', sub: 'x\u00e9' }]);
});

test('an address among the verified ones is found in punycode too', async () => {
  const header = 'id,primary_email_address,verified_email_addresses,password_digest,password_hasher';
  const lines = [
    header,
    '1,ida@b\u00fccher.example,IDA@xn--bcher-kva.example,,',
    '2,ole@example.com,ola@example.com,,',
  ];
  const { report } = await importCsv(lines, 'password: { optional: true }', { preset: 'clerk' });
  expect(report.warnings).toMatchObject({ 'email.unverified': 1 });
});
