import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { AccountChanges } from '../../src/ledger/account-changes.ts';
import { planUndo } from '../../src/ledger/undo-plan.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

it('on a full disk gives the reserved space to answers, and lets no further request leave', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  await planUndo(
    ledger,
    (async function* () {
      yield* [{ sub: 'a' }, { sub: 'b' }];
    })(),
  );
  const changes = new AccountChanges(ledger);
  changes.markSending(changes.waiting(1));
  ledger.reserveSpace(1_000_000);
  const { page_count: pages } = ledger.db.prepare('PRAGMA page_count').get() as { page_count: number };
  ledger.db.exec(`PRAGMA max_page_count = ${pages}`);
  const reason = { code: 'x', field: null, message: 'x'.repeat(100_000), hint: '' };
  // The limit of pages stays, unlike a full disk, so that this outcome cannot be written with the reserved space either.
  expect(() => changes.settle([{ row: 1, outcome: 'failed', reason }])).toThrow('database or disk is full');
  expect(existsSync(folder.file('l.db-reserved'))).toBe(false);
  expect(() => changes.markSending(changes.waiting(2))).toThrow('database or disk is full');
  changes.settle([{ row: 1, outcome: 'undone' }]);
  expect(changes.totals()).toMatchObject({ total: 2, undone: 1, planned: 1 });
});
