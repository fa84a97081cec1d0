import { describe, expect, test } from 'vitest';
import { mapCells, outcome } from '../mapping/map-record.ts';
import { importText } from './import-case.ts';

const HASH = '$2y$10$Qw3rTyUiOpAsDfGhJkLzXuVbNm1234567890.abcdefghijklmnop';

test('a bit of a database in the column of a status is no empty cell', async () => {
  const csv =
    'E-Mail;Ort;gesperrt\na@example.com;;\u0001\nb@example.com;;\u001a\nc@example.com;;\nd@example.com;;nein\u0001\n';
  const { users, invalid, report } = await importText('users.csv', csv, 'german-csv', 'password: null');
  expect(users.map(({ email }) => email)).toEqual(['c@example.com', 'd@example.com']);
  expect(invalid).toEqual({ 1: 'value.unread userStatus', 2: 'value.unread userStatus' });
  expect(report.failures[0]?.message).toContain('only control characters');
});

test('`empty` of a file does not let in whose status a spreadsheet could not compute', async () => {
  const mapping = (table: string) =>
    `source: { empty: ['#NV', N/A, '-'] }\nfields: { username: id, nickname: n, userStatus: [{ from: s, table: { nein: null${table} }, else: DECLINED }, { value: VERIFIED }] }\n`;
  const status = async (s: string, table = '') => outcome(await mapCells(mapping(table), { id: 'u', n: '#NV', s }));
  for (const word of ['#NV', 'N/A']) expect(await status(word), word).toEqual(['value.unread userStatus']);
  expect(await status('-')).toEqual({ username: 'u', userStatus: 'VERIFIED' });
  expect(await status('N/A', ', N/A: null')).toEqual({ username: 'u', userStatus: 'VERIFIED' });
});

describe('a key of the status that a JSON export does not have', () => {
  const user = (id: number, more: object = {}) => ({
    id,
    name: 'Ida Berg',
    email: `u${id}@example.com`,
    email_verified_at: '2020-01-01 00:00:00',
    password: HASH,
    created_at: '2020-01-01 00:00:00',
    remember_token: null,
    ...more,
  });
  const statuses = async (...users: object[]) => {
    const imported = await importText('users.json', JSON.stringify(users), 'laravel');
    return { ...imported, statuses: imported.users.map(({ userStatus }) => userStatus) };
  };

  test('is no empty value: nobody is declined for it', async () => {
    expect((await statuses(user(1), user(2))).statuses).toEqual(['VERIFIED', 'VERIFIED']);
    const states = [1, 0, null, 'NULL'];
    expect((await statuses(...states.map((is_active, id) => user(id, { is_active })))).statuses).toEqual([
      'VERIFIED',
      'DECLINED',
      'DECLINED',
      'DECLINED',
    ]);
    const aspnet = JSON.stringify([{ Id: '1', Email: 'a@example.com', EmailConfirmed: true, LockoutEnd: null }]);
    const { users } = await importText('users.json', aspnet, 'aspnet-identity', 'password: null');
    expect(users.map(({ userStatus }) => userStatus)).toEqual(['VERIFIED']);
  });

  test('gets the default of the only rule, and the defaults of other fields', async () => {
    const own = `source: { columns: optional }
fields:
  email: email
  customFields.level: { from: level, default: none }
  userStatus: { from: active, table: { '1': VERIFIED }, else: DECLINED, default: DECLINED }
`;
    const { users } = await importText('users.json', '[{ "email": "a@example.com" }]', '', own);
    expect(users).toMatchObject([{ userStatus: 'DECLINED', customFields: { level: 'none' } }]);
  });

  test('stops the plan when other records have it; the proposed line decides', async () => {
    const records = [user(1), user(2, { is_active: 1 })];
    const { users, report } = await statuses(...records);
    expect(users).toEqual([]);
    expect(report.reason).toContain('status.unread: some records have "is_active", others do not');
    const line = /`(fields: .*)`\.$/m.exec(report.reason ?? '')?.[1] ?? '';
    const decided = await importText('users.json', JSON.stringify(records), 'laravel', line);
    expect(decided.users.map(({ userStatus }) => userStatus)).toEqual(['DECLINED', 'VERIFIED']);
  });
});

test('a constant that is written like a column is not turned into an optional column', async () => {
  for (const [rule, constant] of [
    ['userStatus: VERIFIED', '{ value: VERIFIED }'],
    ['customFields.level: 1e4', '{ value: 1e4 }'],
  ]) {
    const { report } = await importText('users.csv', 'mail\na@example.com\n', '', `fields: { email: mail, ${rule} }`);
    expect(report.reason).toContain(`If it is a constant, write \`${constant}\`.`);
    expect(report.reason).not.toContain('columns: optional');
  }
});

describe('a time that cannot be read lets nobody in', () => {
  test.each(['gesperrt am', 'gesperrt seit', 'Sperrdatum', 'deaktiviert am', 'gelöscht am', 'Löschdatum'])(
    'german-csv: %s',
    async (column) => {
      const open = ['', '00.00.0000', '0', '-', 'nein', '00.00.00 00:00', 'NULL'];
      const blocked = ['bald', 'unbefristet', 'ja', 'x', '31.12.2099', '1.1.24', '45000', 'auf Dauer'];
      const rows = [...open, ...blocked].map((date, at) => `u${at}@example.com;Ulm;${date}`);
      const csv = `E-Mail;Ort;${column}\n${rows.join('\n')}\n`;
      const { users } = await importText('users.csv', csv, 'german-csv', 'password: null');
      expect(users.map(({ userStatus }) => userStatus)).toEqual([
        ...open.map(() => 'VERIFIED'),
        ...blocked.map(() => 'DECLINED'),
      ]);
    },
  );

  test('ldif: words in the times and flags of a directory', async () => {
    const entries = [
      ['nsAccountLock: no', 'VERIFIED'],
      ['nsAccountLock: 1', 'DECLINED'],
      ['loginDisabled: YES', 'DECLINED'],
      ['ds-pwp-account-disabled: false', 'VERIFIED'],
      ['lockoutTime: 0', 'VERIFIED'],
      ['lockoutTime: locked', 'DECLINED'],
      ['accountExpires: 0', 'VERIFIED'],
      ['accountExpires: 9223372036854775807', 'VERIFIED'],
      ['accountExpires: soon', 'value.unread userStatus'],
      ['shadowExpire: -1', 'VERIFIED'],
      ['shadowExpire: soon', 'value.unread userStatus'],
      ['sambaKickoffTime: 2147483647', 'VERIFIED'],
      ['sambaKickoffTime: soon', 'value.unread userStatus'],
    ];
    const ldif = entries.map(
      ([attribute], at) =>
        `dn: uid=u${at},dc=example,dc=com\nobjectClass: inetOrgPerson\nuid: u${at}\nsn: Berg\nuserAccountControl: 512\n${attribute}\n`,
    );
    const { users, invalid } = await importText('users.ldif', ldif.join('\n'), 'ldif', 'password: null');
    const made = entries.map(
      (_, at) => users.find(({ username }) => username === `u${at}`)?.userStatus ?? invalid[at + 1],
    );
    expect(made).toEqual(entries.map(([, status]) => status));
  });
});

test('the hint of a status that cannot be decided names a line that decides it', async () => {
  for (const lock of ['#NV', 'soon']) {
    const rule = (before: string) =>
      `fields: { username: id, userStatus: [${before}{ value: DECLINED, when: { from: lock, future: true } }, { value: VERIFIED }] }`;
    const mapped = await mapCells(rule(''), { id: 'u', lock });
    const hint = mapped.kind === 'invalid' ? (mapped.problems[0]?.hint ?? '') : '';
    const first = /`userStatus: \[(\{ .*? \} \}), /.exec(hint)?.[1] ?? '';
    expect(first).toContain('DECLINED');
    const decided = await mapCells(rule(`${first.replace('…', 'lock')}, `), { id: 'u', lock });
    expect(outcome(decided), lock).toEqual({ username: 'u', userStatus: 'DECLINED' });
  }
});

test('a rule of a preset is named as one that has to be copied, a password column as a map', async () => {
  const csv = `id,name,email,password,remember_token,created_at,status\n1,Ida Berg,ida@example.com,${HASH},,,gold\n`;
  const { report } = await importText('users.csv', csv, 'laravel');
  expect(report.failures[0]?.hint).toMatch(
    /^Copy the rule of this field from the preset to your mapping \(preset laravel:\d+\)/,
  );
  const wrong = await importText(
    'users.csv',
    'mail,p\na@example.com,x\n',
    '',
    'fields: { email: mail }\npassword: p\n',
  );
  expect(wrong.report.reason).toContain('password: must be a map of keys; a column is written { from: p }.');
});
