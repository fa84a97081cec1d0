import { describe, expect, test } from 'vitest';
import { failureTally, tallied } from '../../src/report/failure-tally.ts';
import { ledgerRow } from '../support/report-builder.ts';

describe('failureTally', () => {
  test('groups by outcome and code, largest first, while the rows go by', () => {
    const tally = failureTally();
    const rows = [
      ledgerRow({ row: 1, code: 'a' }),
      ledgerRow({ row: 2, outcome: 'failed', code: 'b' }),
      ledgerRow({ row: 3, outcome: 'failed', code: 'b' }),
      ledgerRow({ row: 4, outcome: 'unknown', code: 'b' }),
      ledgerRow({ row: 5, outcome: 'unsent', code: null }),
    ];
    expect([...tallied(rows, tally)]).toEqual(rows);
    expect(tally.groups().map(({ outcome, code, count, first }) => [outcome, code, count, first.row])).toEqual([
      ['failed', 'b', 2, 2],
      ['invalid', 'a', 1, 1],
      ['unknown', 'b', 1, 4],
      ['unsent', 'unsent', 1, 5],
    ]);
    expect(tally.first().map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  });
  test('keeps fields apart, so that no reason hides behind another one', () => {
    const tally = failureTally();
    const fields = ['roles', 'address.country', 'roles', null];
    for (const [at, field] of fields.entries()) tally.add(ledgerRow({ row: at + 1, code: 'value.unknown', field }));
    expect(tally.groups().map(({ field, count, first }) => [field, count, first.row])).toEqual([
      ['roles', 2, 1],
      ['address.country', 1, 2],
      [null, 1, 4],
    ]);
  });
  test('a tenant that invents a code for every user fills no memory, and every row is counted', () => {
    const tally = failureTally();
    for (let row = 1; row <= 5000; row++) tally.add(ledgerRow({ row, code: `tenant.${row}` }));
    const groups = tally.groups();
    expect(groups.length).toBeLessThanOrEqual(501);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
    expect(groups[0]?.code).toBe('other');
    expect(tally.first()).toHaveLength(100);
  });
});
