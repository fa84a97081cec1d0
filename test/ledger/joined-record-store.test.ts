import { expect, test } from 'vitest';
import { JoinedRecordStore } from '../../src/ledger/joined-record-store.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

test('a join whose records all have the same key is refused: each record of the export would read all of them', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  const store = new JoinedRecordStore(ledger);
  const rows = (count: number, key: string) =>
    Array.from({ length: count }, (_, n) => ({ key, file: 0, line: n + 2, body: '{}' }));
  store.begin('members', ['user']);
  store.add('members', [...rows(10_000, 'a'), ...rows(20_000, '')]);
  expect(store.finish('members', true)).toEqual([]);
  store.add('members', rows(1, 'a'));
  expect(() => store.finish('members', true)).toThrow(
    'join members: 10001 of its records have the same key (the first in line 2), and at most 10000 may belong to one record.',
  );
});
