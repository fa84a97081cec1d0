import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowances, rowAllowance } from '../../../src/report/html/page-allowance.ts';

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

test('the few that failed behind many that were not sent have their place', () => {
  const allowance = rowAllowance({ failed: 3, unsent: 1_000_000 }, 20);
  const taken: number[] = [];
  let row = 0;
  while (allowance.left() > 0) if (allowance.takes(++row % 100 === 0 ? 'failed' : 'unsent')) taken.push(row);
  expect(taken).toEqual([...Array.from({ length: 17 }, (_, index) => index + 1), 100, 200, 300]);
  expect(allowance.takes('failed') || allowance.takes('invalid')).toBe(false);
  expect(rowAllowance({ failed: 0 }, 20).left()).toBe(0);
});
