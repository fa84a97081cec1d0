import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerRow } from '../../../src/plan/row.ts';
import { allowances, allowedRows } from '../../../src/report/html/page-allowance.ts';
import { ledgerRow } from '../../support/report-builder.ts';

describe('allowances', () => {
  test('give the rare kinds all they want, and the rest to the others', () => {
    expect(allowances([10, 990_000, 0], 200_000)).toEqual([10, 199_990, 0]);
    expect(allowances([500_000, 40, 500_000], 1000)).toEqual([480, 40, 480]);
  });

  test('never exceed what is wanted or what there is, and waste nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 6 }), fc.nat(3000), (wanted, most) => {
        const given = allowances(wanted, most);
        const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
        expect(given.every((rows, kind) => rows <= (wanted[kind] ?? 0))).toBe(true);
        expect(sum(given)).toBe(Math.min(most, sum(wanted)));
      }),
    );
  });
});

describe('allowedRows', () => {
  test('keeps the few that failed behind many that were not sent, and then reads no further', () => {
    let read = 0;
    function* rows(): Generator<LedgerRow> {
      for (;;) yield ledgerRow({ row: ++read, outcome: read % 100 === 0 ? 'failed' : 'unsent' });
    }
    const totals = { failed: 3, unsent: 1_000_000 };
    const kept = [...allowedRows(rows(), ({ outcome }) => outcome, totals, 20)];
    expect(kept.map(({ row }) => row)).toEqual([...Array.from({ length: 17 }, (_, index) => index + 1), 100, 200, 300]);
    expect(read).toBe(300);
  });

  test('reads nothing when nothing failed', () => {
    function* rows(): Generator<LedgerRow> {
      yield expect.unreachable();
    }
    expect([...allowedRows(rows(), ({ outcome }) => outcome, { failed: 0 }, 20)]).toEqual([]);
  });
});
