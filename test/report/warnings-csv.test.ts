import { expect, test } from 'vitest';
import type { WarningRow } from '../../src/plan/row.ts';
import type { IdentifierLevel } from '../../src/report/report-data.ts';
import { shownWarnings } from '../../src/report/shown-row.ts';
import { warningsCsv } from '../../src/report/warnings-csv.ts';
import { HOSTILE, ledgerRow } from '../support/report-builder.ts';

const WARNING = {
  ...ledgerRow({ row: 3, outcome: 'failed', field: null, hint: 'Give it a sub.' }),
  ...{ code: 'sub.missing', message: 'The user "otto" has no `sub`.', attempts: 2 },
  ...{ identifiers: { email: 'otto@example.com', username: 'otto' } },
};

function lines(rows: readonly WarningRow[], level: IdentifierLevel) {
  return [...warningsCsv(shownWarnings(rows, level, ['users.csv']))].join('').split('\r\n');
}

test('lists each warning with its place, what became of the row, and its user as the level allows', () => {
  const [header, line, end] = lines([WARNING], 'masked');
  expect(header).toBe('row,file,line,outcome,code,field,message,hint,sub,email,username,mobile_number');
  // Our own message holds no data: it is not masked although the tenant refused this row.
  expect(line).toBe(
    '3,users.csv,4,failed,sub.missing,,"The user ""otto"" has no `sub`.",Give it a sub.,,o***@e***.com,o***,',
  );
  expect(end).toBe('');
  expect(lines([WARNING], 'none')[1]).toMatch(/Give it a sub\.,,,,$/);
});

test('a cell never begins a formula', () => {
  const [, line] = lines(
    [{ ...WARNING, message: HOSTILE.formula, identifiers: { username: HOSTILE.formula } }],
    'full',
  );
  expect(line).not.toMatch(/(?:^|,)"?=/);
});
