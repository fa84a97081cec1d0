import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importUsers } from '../support/import-users.ts';

const CASE = join(import.meta.dirname, '../fixtures/cases/django-own-model/users.json');
const [FIRST] = JSON.parse(readFileSync(CASE, 'utf8')) as [{ readonly fields: { readonly password: string } }];
const { password } = FIRST.fields;

function importRecords(records: readonly object[], inputs: { readonly [name: string]: string } = {}) {
  const files = [{ name: 'users.json', content: JSON.stringify(records) }];
  return importUsers({ files, mapping: 'password: { optional: true }\n', inputs: { preset: 'django', ...inputs } });
}

describe('preset django', () => {
  test('takes the user model of the project', async () => {
    const { users, report } = await importUsers({ files: [CASE], inputs: { preset: 'django' } });
    expect(report).toMatchObject({ outcome: 'succeeded', totals: { rows: 2, created: 2 } });
    expect(users).toMatchObject([
      { username: 'a', email: 'a@example.com', userStatus: 'VERIFIED' },
      { username: 'b', email: 'b@example.com', userStatus: 'VERIFIED' },
    ]);
  });

  test('whatever it is called, and whatever fields it has', async () => {
    const { users, report } = await importRecords([
      {
        model: 'crm.member',
        pk: 1,
        fields: { password, last_login: null, phone: '1', username: 'ada', is_active: true },
      },
      {
        model: 'crm.member',
        pk: 2,
        fields: { password: '!x', last_login: null, email: 'b@example.com', is_active: true },
      },
      {
        model: 'crm.member',
        pk: 3,
        fields: { password: '', email: 'c@example.com', is_active: true, date_joined: '2021-02-03T09:47:58Z' },
      },
      {
        model: 'crm.member',
        pk: 4,
        fields: { password: '', email: 'd@example.com', is_active: false, date_joined: '2021-02-03T09:47:58Z' },
      },
    ]);
    expect(report.totals).toMatchObject({ rows: 4, created: 4 });
    expect(users.map(({ email, username, userStatus }) => [email ?? username, userStatus])).toEqual([
      ['ada', 'VERIFIED'],
      ['b@example.com', 'VERIFIED'],
      ['c@example.com', 'VERIFIED'],
      ['d@example.com', 'DECLINED'],
    ]);
  });

  test('and no other model', async () => {
    const { report } = await importRecords([
      { model: 'auth.group', pk: 1, fields: { name: 'staff', permissions: [] } },
      { model: 'mail.account', pk: 2, fields: { email: 'box@example.com', password: 'open sesame', is_active: true } },
      { model: 'shop.product', pk: 3, fields: { name: 'x', is_active: true } },
      { model: 'auth.user', pk: 4, fields: { password, email: 'a@example.com', is_active: true } },
    ]);
    expect(report).toMatchObject({ totals: { rows: 4, created: 1 }, skippedBy: { 'record of another model': 3 } });
  });
});

describe('a plan with nobody in it is an error', () => {
  const groups = Array.from({ length: 3 }, (_, pk) => ({ model: 'auth.group', pk, fields: { name: 'staff' } }));
  const reason =
    '0 of 3 rows are planned, fewer than min-planned (1): 3 skipped (record of another model). Check preset, mapping and its `skip` rules, or set `min-planned: 0` if this is right. Nothing was sent.';

  test.each(['plan', 'apply'])('in mode %s', async (mode) => {
    const { report } = await importRecords(groups, { mode });
    expect(report).toMatchObject({ outcome: 'error', reason, totals: { rows: 3, skipped: 3 } });
  });

  test('unless it is meant', async () => {
    const { report } = await importRecords(groups, { 'min-planned': '0' });
    expect(report).toMatchObject({ outcome: 'succeeded', totals: { rows: 3, skipped: 3 } });
  });

  test('the reasons are counted, the most frequent first', async () => {
    const rows = ['a@example.com', 'no', 'no', 'no', 'a@example.com', '', ''];
    const content = `email,guest\n${rows.map((email) => `${email},${email === '' ? 1 : 0}\n`).join('')}`;
    const { report, users } = await importUsers({
      files: [{ name: 'users.csv', content }],
      mapping: 'skip:\n  - { reason: guest, when: { from: guest, is: 1 } }\nfields:\n  email: email\n',
      inputs: { 'min-planned': '2' },
    });
    expect(report.reason).toMatch(
      /^1 of 7 rows are planned, fewer than min-planned \(2\): 3 invalid \(email\.invalid\), 2 skipped \(guest\), 1 duplicate\. /,
    );
    expect(report.outcome).toBe('error');
    expect(users).toEqual([]);
  });

  test('an export that may be empty is no error', async () => {
    const files = [{ name: 'users.json', content: '[]' }];
    const { report } = await importUsers({ files, inputs: { 'min-rows': '0' } });
    expect(report).toMatchObject({ outcome: 'succeeded', totals: { rows: 0 } });
    const required = await importUsers({ files, inputs: { 'min-rows': '0', 'min-planned': '2' } });
    expect(required.report.reason).toMatch(/^0 of 0 rows are planned, fewer than min-planned \(2\)\. Check/);
  });
});
