import { expect, test } from 'vitest';
import { warningsIn } from '../../src/ledger/row-warnings.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const problem = (code: string, field: string | null) => ({ code, field, message: `About ${code}.`, hint: 'Do it.' });

test('the warnings of planned rows are kept with what becomes of their rows', () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  const body = (row: number) => JSON.stringify({ sub: `u${row}` });
  const planned = (row: number, ...warnings: ReturnType<typeof problem>[]) => ({
    ...{ row, file: 0, line: row + 1, outcome: 'planned' as const, body: body(row), warnings },
    identifiers: { sub: `u${row}` },
  });
  ledger.add([planned(1, problem('sub.missing', 'sub'), problem('email.disposable', 'email')), planned(2)]);
  ledger.add([planned(3, problem('email.disposable', 'identities[1].email'), problem('email.disposable', 'email'))]);
  ledger.settle([{ row: 3, outcome: 'created', sub: 'from-tenant' }]);
  const { rows, byCode } = warningsIn(ledger);
  expect([...rows()].map(({ row, line, outcome, code, field, sub }) => [row, line, outcome, code, field, sub])).toEqual(
    [
      [1, 2, 'planned', 'sub.missing', 'sub', 'u1'],
      [1, 2, 'planned', 'email.disposable', 'email', 'u1'],
      [3, 4, 'created', 'email.disposable', 'identities[1].email', 'from-tenant'],
      [3, 4, 'created', 'email.disposable', 'email', 'from-tenant'],
    ],
  );
  expect(byCode).toEqual({ 'sub.missing': 1, 'email.disposable': 3 });
  ledger.discardPlan();
  expect([...warningsIn(ledger).rows()]).toEqual([]);
});
