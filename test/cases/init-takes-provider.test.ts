import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runInit } from '../../src/init/init-command.ts';
import { importUsers } from '../support/import-users.ts';
import { logLines } from '../support/log-lines.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CASE = join(import.meta.dirname, '../fixtures/cases/init-takes-provider/users.json');

/** Runs `init` on an export; `mapping` is the proposal without its comments. */
async function init(name: string, content: string) {
  using folder = tempFolder();
  writeFileSync(folder.file(name), content);
  const { log, lines } = logLines();
  let text = '';
  const print = (more: string) => {
    text += more;
  };
  const stop = new AbortController().signal;
  const environment = { cwd: folder.path, env: {}, log, stop, print, openQuestions: () => null };
  const isPlanned = (await runInit([name], environment)) === 'succeeded';
  const mapping = text
    .split('\n')
    .filter((line) => !line.trim().startsWith('#'))
    .join('\n');
  return { isPlanned, text, mapping, lines };
}

test('the provider of the source is no provider of the tenant', async () => {
  const content = readFileSync(CASE, 'utf8');
  const { text, mapping } = await init('users.json', content);
  expect(mapping).not.toMatch(/provider/);
  expect(text).toContain('providers of the source are not those of the tenant');
  const accepted = mapping.replace('password: {', 'password: { unproven: accept,');
  const { users } = await importUsers({ files: [CASE], mapping: accepted });
  expect(users).toMatchObject([
    { email: 'ida@example.org', userStatus: 'VERIFIED', password_hash_info: { algorithmTypeId: 'BCRYPT_10' } },
    { email: 'ole@example.org', userStatus: 'VERIFIED' },
  ]);
  for (const user of users) expect(user.provider ?? 'self').toBe('self');
});

test.each(['provider', 'providerUserId', 'auth_provider', 'login_provider'])(
  '%s of a CSV file is not mapped',
  async (column) => {
    const { mapping } = await init('u.csv', `email,${column}\na@example.com,local\nb@example.com,frontegg\n`);
    expect(mapping).not.toContain(column);
  },
);

test('a mapping that takes the provider as it is in the source is refused', async () => {
  const { report } = await importUsers({
    files: [{ name: 'u.csv', content: 'email,by\na@example.com,local\n' }],
    mapping: 'fields: { email: email, provider: by }\n',
  });
  expect(report.outcome).toBe('error');
  expect(report.reason).toContain('mapping.yml:1: fields.provider: needs a table');
});

test('marks for no value are proposed, and do not count as values', async () => {
  const lines = [
    'Kundennummer;E-Mail;Vorname;Geburtsdatum;Mobil',
    '1;a@example.com;Ida;01.02.1980;\\N',
    '2;NULL;k.A.;NULL;0171 2345678',
  ];
  const { mapping, text } = await init('k.csv', `${lines.join('\n')}\n`);
  expect(mapping).toContain('source: { empty: [ "NULL", \\N, k.A. ] }');
  expect(text).toContain('E-Mail: 50 % filled');
  const { users } = await importUsers({ files: [{ name: 'k.csv', content: `${lines.join('\n')}\n` }], mapping });
  expect(users).toMatchObject([{ given_name: 'Ida', birthdate: '1980-02-01' }, { mobile_number: '+491712345678' }]);
  expect(users[1]).not.toHaveProperty('given_name');
});

test('a status column that init cannot place is a decision, and the plan waits for it', async () => {
  const content = 'id,email,account_status\n1,a@example.com,7\n2,b@example.com,9\n';
  const { isPlanned, text, mapping, lines } = await init('u.csv', content);
  expect(text).toMatch(/DECIDE: "account_status" seems to decide who may log in/);
  expect(isPlanned).toBe(false);
  expect(lines.join('\n')).toContain('status.unread: no rule reads "account_status" (filled in 2 of 2 rows)');
  const decided = await importUsers({
    files: [{ name: 'u.csv', content }],
    mapping: `${mapping}\nignore: [account_status]\n`,
  });
  expect(decided.users).toHaveLength(2);
});

test('a column that only its values show to be a status is one, too; a preset leaves it to decide as well', async () => {
  const own = await init('u.csv', 'email,Kz7,Merkmal\na@example.com,J,GESP\nb@example.com,N,\n');
  expect(own.text).toMatch(/DECIDE: "Merkmal" may be the state of an account/);
  expect(own.text).toMatch(/DECIDE: "Kz7" may be the state of an account/);
  expect(own.isPlanned).toBe(false);
  const header = 'user_id,email,email_verified,blocked,user_metadata.gesperrt';
  const preset = await init('u.csv', `${header}\nauth0|1,a@example.com,true,,ja\n`);
  expect(preset.text).toContain('preset: auth0');
  expect(preset.text).toMatch(/DECIDE: "user_metadata\.gesperrt" may be the state of an account/);
});

test('a column with a prefix is placed by its words', async () => {
  const content = 'email,Kunde gesperrt,Konto aktiv seit\na@example.com,J,\nb@example.com,N,\n';
  const { mapping, isPlanned } = await init('u.csv', content);
  expect(mapping).toContain('from: Kunde gesperrt');
  expect(isPlanned).toBe(true);
  const { users } = await importUsers({ files: [{ name: 'u.csv', content }], mapping });
  expect(users.map(({ userStatus }) => userStatus)).toEqual(['DECLINED', 'VERIFIED']);
});

test('the end of a lock is compared with now, a date of a lock blocks with any other text too', async () => {
  const csv = (column: string, ...dates: string[]) =>
    `mail;${column}\n${dates.map((date, at) => `u${at}@example.com;${date}`).join('\n')}\n`;
  const dates = ['', '2019-01-01 10:00:00', '2099-01-01 10:00:00', '2020-01-01 10:00:00'];
  for (const [column, more, statuses] of [
    ['locked_until', 'soon', ['VERIFIED', 'VERIFIED', 'DECLINED', 'VERIFIED', undefined]],
    ['gesperrt am', 'unbefristet', ['VERIFIED', 'DECLINED', 'DECLINED', 'DECLINED', 'DECLINED']],
  ] as const) {
    const { mapping } = await init('u.csv', csv(column, ...dates));
    const { users } = await importUsers({
      files: [{ name: 'u.csv', content: csv(column, ...dates, more) }],
      mapping,
    });
    const status = (at: number) => users.find(({ email }) => email === `u${at}@example.com`)?.userStatus;
    expect([0, 1, 2, 3, 4].map(status), column).toEqual(statuses);
  }
});

test('a mark that the proposal lists as empty does not let in whose status is not known', async () => {
  const content =
    'mail;gesperrt;Ort\na@example.com;nein;Ulm\nb@example.com;#NV;Ulm\nc@example.com;ja;#NV\nd@example.com;nein;Ulm\n';
  const { mapping } = await init('u.csv', content);
  expect(mapping).toContain('#NV');
  const { users, invalid } = await importUsers({ files: [{ name: 'u.csv', content }], mapping });
  expect(users.map(({ userStatus }) => userStatus)).toEqual(['VERIFIED', 'DECLINED', 'VERIFIED']);
  expect(invalid).toEqual({ 2: 'value.unread userStatus' });
});
