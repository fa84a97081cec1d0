import { describe, expect, test } from 'vitest';
import { fieldOf, mapCells, mapObject, outcome } from '../mapping/map-record.ts';
import { withoutSubs } from '../support/import-users.ts';
import { importCase, importText } from './import-case.ts';

const MARKS = [
  ...[
    '\\N',
    'NULL',
    'null',
    'Null',
    '(null)',
    '[NULL]',
    '<null>',
    'None',
    'N/A',
    'n/a',
    'NaN',
    '#NV',
    '#N/A',
    '#NAME?',
    '#WERT!',
  ],
  ...[
    '#VALUE!',
    '#REF!',
    '#BEZUG!',
    '#DIV/0!',
    '#ZAHL!',
    '#NUM!',
    '####',
    '#VALEUR!',
    '#¡VALOR!',
    '#N/D',
    '#GETTING_DATA',
    'Err:502',
    'NULL\u200b',
    '\u200bNULL',
    '="NULL"',
    '\0',
    '\u001a',
    '0000-00-00 00:00:00',
  ],
];

test('null-marks: \\N of a MySQL export', async () => {
  const { users, report } = await importCase(
    'null-marks/wordpress.csv',
    'wordpress',
    'password: { verifier: CUSTOM_X }',
  );
  expect(withoutSubs(users)).toEqual([
    {
      userStatus: 'VERIFIED',
      createdTime: '2019-05-01T10:00:00.000Z',
      password_hash_info: { algorithmTypeId: 'CUSTOM_X', passwordHash: '$P$BVrdsW/NUuXDi0Od0uUdk2SnJHHmQ01' },
      email: 'ann@example.com',
      username: 'ann',
      nickname: 'Ann',
    },
  ]);
  expect(report.warnings).toEqual({ 'sub.missing': 1, 'value.null_mark': 1 });
});

test('null-marks: NULL as text in every column; nobody is DECLINED because a lock time reads NULL', async () => {
  const { users, report, log } = await importCase(
    'null-marks/magento.csv',
    'magento',
    'password: { verifier: CUSTOM_X }',
  );
  expect(users.map(({ email, userStatus, middle_name, gender }) => [email, userStatus, middle_name, gender])).toEqual([
    ['ann@example.com', 'VERIFIED', undefined, undefined],
    ['bob@example.com', 'DECLINED', undefined, undefined],
  ]);
  expect(report.warnings).toEqual({ 'sub.missing': 2, 'value.null_mark': 2 });
  expect(report.statuses).toEqual([
    { status: 'VERIFIED', reason: expect.stringMatching(/^all others \(preset magento:\d+\)$/), users: 1 },
    { status: 'DECLINED', reason: expect.stringMatching(/^lock_expires \(preset magento:\d+\)$/), users: 1 },
  ]);
  expect(log).toContain('Status of the users: 1 VERIFIED · 1 DECLINED');
  expect(report.leftOut).toContainEqual({
    code: 'value.null_mark',
    message: '"lock_expires" has a word for no value, such as NULL or #NV, and counts as empty.',
    hint: "Keep such words as text with `source: { nulls: { keep: ['lock_expires'] } }`, or everywhere with `nulls: false`.",
    rows: 1,
    first: [1],
  });
});

test('null-marks: the errors of a spreadsheet', async () => {
  const { users, report, everything } = await importCase(
    'null-marks/excel.csv',
    'german-csv',
    'password: null\nrules: { date.invalid: warn }',
  );
  expect(
    users.map(({ given_name, family_name, phone_number, address }) => [
      given_name,
      family_name,
      phone_number,
      address?.street_address,
      address?.country,
    ]),
  ).toEqual([
    [undefined, 'Eins', undefined, undefined, undefined],
    ['Eva', 'Zwei', '0351 123', 'Weg 1', 'DE'],
    ['Udo', 'Drei', '4,93512E+11', 'Weg 1', 'DE'],
    ['Ute', 'Vier', '493511234567', 'Weg 1', 'DE'],
  ]);
  expect(report.warnings).toMatchObject({ 'value.null_mark': 1, 'spreadsheet.exponent': 1, 'date.invalid': 2 });
  expect(everything).toContain('Values left out, changed or assumed');
});

describe.each(MARKS)('%j', (mark) => {
  test('is nothing in a cell, in JSON, in a list, and in JSON in a cell; counted once', async () => {
    const mapping =
      'fields: { username: id, nickname: n, customFields.l: { from: l, type: list }, given_name: { from: j, json: g } }\n';
    const value = { id: 'u', n: mark, l: [mark, 'x'], j: JSON.stringify({ g: mark }) };
    for (const mapped of [
      await mapCells(mapping, { ...value, l: JSON.stringify(value.l) }),
      await mapObject(mapping, value),
    ]) {
      expect(outcome(mapped)).toEqual({ username: 'u', customFields: { l: ['x'] } });
      const codes = mapped.kind === 'user' ? mapped.warnings.map(({ code }) => code) : [];
      expect(codes.every((code) => /^value\.(?:null_mark|formula|control_characters)$/.test(code))).toBe(true);
      expect(new Set(mapped.kind === 'user' ? mapped.warnings : []).size).toBe(codes.length);
      expect(codes.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('is no hash, and no name of a column without a mapping', async () => {
    const password = 'fields: { username: id }\npassword: { from: p, optional: true }\n';
    expect(outcome(await mapCells(password, { id: 'u', p: mark }))).toEqual({ username: 'u' });
    expect(outcome(await mapObject(null, { username: 'u', nickname: mark, address: { locality: mark } }))).toEqual({
      username: 'u',
    });
  });
});

test('a lock time that is a word for nothing declines nobody, one that cannot be read makes the row invalid', async () => {
  const mapping =
    'fields: { username: id, userStatus: [{ value: DECLINED, when: { from: lock, future: true } }, { value: VERIFIED }] }\n';
  const status = async (lock: string) => outcome(await mapCells(mapping, { id: 'u', lock }));
  for (const lock of [
    '',
    'NULL',
    '\\N',
    'None',
    '0000-00-00 00:00:00',
    '0',
    '01.01.1969',
    '19690101000000Z',
    '-infinity',
  ])
    expect(await status(lock), lock).toEqual({ username: 'u', userStatus: 'VERIFIED' });
  for (const lock of [
    '2030-01-01 00:00:00',
    'infinity',
    '1.1.2030 10:00',
    '20300101000000Z',
    '29990101000000Z',
    '20300101000000',
    '20300101',
    '1900000000',
    '1900000000000',
    '1900000000000000',
  ])
    expect(await status(lock), lock).toEqual({ username: 'u', userStatus: 'DECLINED' });
  for (const lock of ['soon', '#NV', 'N/A', '2030-13-45', '12/31/2030 10:00 PM', '45123'])
    expect(await status(lock), lock).toEqual(['value.unread userStatus']);
});

test('an error of a spreadsheet in the column of a status lets nobody in', async () => {
  const csv =
    'E-Mail;Ort;gesperrt\na@example.com;Ulm;nein\nb@example.com;Ulm;#NV\nc@example.com;Ulm;N/A\nd@example.com;Ulm;NULL\n';
  const { users, invalid, report } = await importText('users.csv', csv, 'german-csv', 'password: null');
  expect(users.map(({ email, userStatus }) => [email, userStatus])).toEqual([
    ['a@example.com', 'VERIFIED'],
    ['d@example.com', 'VERIFIED'],
  ]);
  expect(invalid).toEqual({ 2: 'value.unread userStatus', 3: 'value.unread userStatus' });
  expect(report.warnings).toMatchObject({ 'value.null_mark': 1 });
});

describe('people who are called Null', () => {
  const csv = 'id,last\nu,Null\nv,NULL\nw,\n';
  const fields = 'fields: { username: id, family_name: last }\nrules: { sub.missing: off }\n'.replace('off', "'off'");
  test.each([
    ['', [undefined, undefined], { 'value.null_mark': 2 }],
    ['source: { nulls: { keep: last } }\n', ['Null', 'NULL'], {}],
    ['source: { nulls: false }\n', ['Null', 'NULL'], {}],
    ["source: { empty: 'NULL' }\n", [undefined, undefined], { 'value.null_mark': 1 }],
    ["source: { empty: 'NULL', nulls: { keep: [last] } }\n", ['Null', 'NULL'], {}],
  ])('%s', async (source, names, warnings) => {
    const { users, report } = await importText('users.csv', csv, '', source + fields);
    expect(users.map(({ family_name }) => family_name).slice(0, 2)).toEqual(names);
    expect(report.warnings).toEqual(warnings);
  });

  test('a column that is not there is an error', async () => {
    const { report } = await importText('users.csv', csv, '', `source: { nulls: { keep: lst } }\n${fields}`);
    expect(report.reason).toContain('source.nulls.keep: the export has no column "lst". Did you mean "last"?');
  });
});

test('a rule that names a word itself reads it as text', async () => {
  const table = "table: { 'NULL': DECLINED, a: VERIFIED }, empty: refuse";
  expect(await fieldOf('userStatus', table, 'NULL')).toBe('DECLINED');
  const mapping = 'fields: { username: id, nickname: { value: none, when: { from: x, is: N/A } } }\n';
  expect(outcome(await mapCells(mapping, { id: 'u', x: 'N/A' }))).toEqual({ username: 'u', nickname: 'none' });
});

test('texts that are no marks stay', async () => {
  for (const text of [
    'Erna',
    'Err:1',
    '#hash!',
    '#1!',
    'NA',
    'Nil',
    'none',
    'Nullmeyer',
    '#1',
    '00217',
    '-',
    '(n)',
    'N/A-17',
    '=A1',
  ])
    expect(await fieldOf('nickname', '', text), text).toBe(text);
  expect(await fieldOf('nickname', '', '="00217"')).toBe('00217');
  expect(await fieldOf('nickname', '', '="a ""b"""')).toBe('a "b"');
  expect(await fieldOf('nickname', '', 'Ann\0\0')).toBe('Ann');
});

test('formulas in a file: with and without quotes around the cell', async () => {
  const csv = 'username,family_name\n="0017",Ahorn\n"=""0018""",Berg\n';
  const { users, report, invalid } = await importText('users.csv', csv, '');
  expect({ users: users.map(({ username }) => username), invalid }).toEqual({ users: ['0017', '0018'], invalid: {} });
  expect(report.warnings).toMatchObject({ 'value.formula': 2 });
});

test('marks in a joined file, in expressions and as keys', async () => {
  const mapping =
    "join: { more: { file: more.csv, key: id, equals: id } }\nfields: { username: id, nickname: more.nick, family_name: { expr: 'last' } }\n";
  const { importUsers } = await import('../support/import-users.ts');
  const { users, report } = await importUsers({
    files: [
      { name: 'users.csv', content: 'id,last\nu,NULL\n' },
      { name: 'more.csv', content: 'id,nick\nu,NULL\nNULL,x\n' },
    ],
    inputs: { export: 'users.csv' },
    mapping,
  });
  expect(withoutSubs(users)).toEqual([{ username: 'u', userStatus: 'VERIFIED' }]);
  expect(report.leftOut?.map(({ message }) => message.slice(0, 12))).toEqual(['"last" has a', '"more.nick" ']);
});
