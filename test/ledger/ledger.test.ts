import { copyFileSync, existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { planBatches } from '../../src/ledger/batches.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { checkpoint, makeDurable, removeLedgerFile } from '../../src/ledger/ledger-file.ts';
import type { PlannedRow } from '../../src/plan/row.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import { identifiersOf } from '../../src/user/identifiers.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const planned = (row: number, user: CidaasUser = { sub: `s${row}`, email: `user${row}@example.com` }): PlannedRow => ({
  row,
  file: 0,
  line: row + 1,
  outcome: 'planned',
  body: JSON.stringify(user),
  identifiers: identifiersOf(user),
  keys: [],
});
const why = { code: 'email.invalid', field: 'email', message: 'No e-mail address.', hint: 'Correct it.' };
const later = { code: 'unsent', field: null, message: 'later', hint: '' };
const open = { code: 'unanswered', field: null, message: 'open', hint: '' };

it('counts every row once, whatever became of it', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  ledger.add([
    planned(1),
    planned(2),
    planned(3),
    { row: 4, file: 0, line: 5, outcome: 'invalid', reason: why, identifiers: { email: 'x' } },
    { row: 5, file: 0, line: 6, outcome: 'skipped', reason: { ...why, code: 'skipped', message: 'guest' } },
  ]);
  ledger.markSending([{ row: 1, body: '' }]);
  ledger.settle([{ row: 1, outcome: 'created', sub: 'tenant-1' }]);
  ledger.markSending([{ row: 2, body: '' }]);
  ledger.closeOpenRows(later, open);
  expect(ledger.totals()).toMatchObject({
    rows: 5,
    created: 1,
    unknown: 1,
    unsent: 1,
    invalid: 1,
    skipped: 1,
    planned: 0,
  });
  expect(ledger.skippedBy()).toEqual({ guest: 1 });
});

it('tells a row as the report needs it, in row order, with the identifiers of its user', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  ledger.add([
    planned(2, { identities: [{ provider: 'self', sub: 'in-identity', email: 'b@example.com' }] }),
    planned(1),
  ]);
  ledger.markSending([
    { row: 1, body: '' },
    { row: 2, body: '' },
  ]);
  ledger.settle([
    { row: 2, outcome: 'failed', reason: why },
    { row: 1, outcome: 'updated', sub: 'other' },
  ]);
  expect([...ledger.rows(['failed', 'updated'])]).toEqual([
    {
      ...{ row: 1, file: 0, line: 2, outcome: 'updated', code: null, field: null, message: null, hint: null },
      ...{ sub: 'other', identifiers: { sub: 's1', email: 'user1@example.com' }, attempts: 1, duplicateOf: null },
    },
    {
      ...{ row: 2, file: 0, line: 3, outcome: 'failed', ...why },
      ...{
        sub: 'in-identity',
        identifiers: { sub: 'in-identity', email: 'b@example.com' },
        attempts: 1,
        duplicateOf: null,
      },
    },
  ]);
});

it('hands out only users without an outcome, those on their way included', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  ledger.add([planned(1), planned(2), planned(3)]);
  ledger.markSending([
    { row: 1, body: '' },
    { row: 2, body: '' },
  ]);
  ledger.settle([{ row: 1, outcome: 'created', sub: null }]);
  expect(ledger.waiting(1, 3).map(({ row }) => row)).toEqual([2, 3]);
});

it('keeps what was committed when the process ends without closing', () => {
  using folder = tempFolder();
  const path = folder.file('l.db');
  using first = openLedger(path);
  first.add([planned(1)]);
  first.writeNote('head', { a: 1 });
  using second = openLedger(path);
  expect(second.totals().planned).toBe(1);
  expect(second.readNote('head')).toEqual({ a: 1 });
});

it('writes nothing of a transaction that fails', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  expect(() => ledger.add([planned(1), planned(1)])).toThrow();
  expect(ledger.totals().rows).toBe(0);
});

it('on a full disk says that it is one, keeps what was committed, and lets nothing more leave', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  ledger.reserveSpace(1_000_000);
  ledger.add([planned(1), planned(2), planned(3)]);
  ledger.settle([{ row: 1, outcome: 'created', sub: 'first' }]);
  const { page_count: pages } = ledger.db.prepare('PRAGMA page_count').get() as { page_count: number };
  ledger.db.exec(`PRAGMA max_page_count = ${pages}`);
  const many = Array.from({ length: 200 }, (_, n) => planned(n + 4));
  expect(() => ledger.add(many)).toThrow('database or disk is full');
  const reason = { ...why, message: 'x'.repeat(100_000) };
  expect(statSync(folder.file('l.db-reserved')).size).toBe(1_000_000);
  expect(() => ledger.settle([{ row: 2, outcome: 'failed', reason }])).toThrow('database or disk is full');
  expect(existsSync(folder.file('l.db-reserved'))).toBe(false);
  expect(() => ledger.markSending([{ row: 3, body: '' }])).toThrow('database or disk is full');
  expect(ledger.totals()).toMatchObject({ rows: 3, created: 1, planned: 2 });
});

it.each([
  ['nothing but the file', ''],
  ['a database without tables', 'PRAGMA journal_mode = WAL;'],
])('begins anew where a process that was killed left %s', (_, sql) => {
  using folder = tempFolder();
  const left = new DatabaseSync(folder.file('l.db'));
  left.exec(sql);
  left.close();
  using ledger = openLedger(folder.file('l.db'));
  ledger.add([planned(1)]);
  expect(ledger.totals().rows).toBe(1);
});

it('takes no outcome back: what is settled stays so, however late another answer comes', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  ledger.add([planned(1)]);
  ledger.settle([{ row: 1, outcome: 'created', sub: 'first' }]);
  ledger.markSending([{ row: 1, body: '' }]);
  ledger.settle([{ row: 1, outcome: 'unknown', reason: why }]);
  expect([...ledger.rows(['created', 'unknown'])]).toMatchObject([{ outcome: 'created', sub: 'first', attempts: 0 }]);
});

// Windows has no modes of files.
it.skipIf(process.platform === 'win32')('is readable by nobody else, its journal and write-ahead log included', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('private/l.db'));
  ledger.add([planned(1)]);
  expect(statSync(folder.file('private/l.db-journal')).mode & 0o777).toBe(0o600);
  makeDurable(ledger.db);
  ledger.settle([{ row: 1, outcome: 'created' }]);
  for (const name of ['private/l.db', 'private/l.db-wal']) expect(statSync(folder.file(name)).mode & 0o777).toBe(0o600);
  expect(statSync(folder.file('private')).mode & 0o777).toBe(0o700);
});

it('is on the disk itself from the next checkpoint on: the file alone, without its log, holds what was settled', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  ledger.add([planned(1)]);
  makeDurable(ledger.db);
  ledger.settle([{ row: 1, outcome: 'created' }]);
  const afterPowerCut = (name: string): number => {
    copyFileSync(folder.file('l.db'), folder.file(name));
    using left = openLedger(folder.file(name));
    return left.totals().created;
  };
  expect(afterPowerCut('before.db')).toBe(0);
  checkpoint(ledger.db);
  expect(afterPowerCut('after.db')).toBe(1);
});

it('is gone without a trace after removal', () => {
  using folder = tempFolder();
  const ledger = new Ledger(folder.file('l.db'));
  ledger.add([planned(1)]);
  ledger.close();
  removeLedgerFile(folder.file('l.db'));
  expect(() => statSync(folder.file('l.db'))).toThrow('ENOENT');
  expect(() => statSync(folder.file('l.db-wal'))).toThrow('ENOENT');
});

it('cuts planned rows into batches and leaves the others out', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  ledger.add([
    planned(1),
    { row: 2, file: 0, line: 3, outcome: 'invalid', reason: why },
    planned(3),
    planned(4),
    planned(7),
  ]);
  expect([...planBatches(ledger, 2)]).toEqual([
    { id: 1, first: 1, last: 3 },
    { id: 2, first: 4, last: 7 },
  ]);
});
