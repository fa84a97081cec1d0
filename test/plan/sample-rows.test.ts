import { expect, test } from 'vitest';
import { SampleRows } from '../../src/plan/sample-rows.ts';
import type { SourceRecord } from '../../src/source/record.ts';

const record = (row: number): SourceRecord => ({ row, file: 0, line: row + 1, body: { kind: 'cells', cells: [] } });

function chosen(seed: string, isPlanned: (row: number) => boolean = () => true) {
  const rows = new SampleRows(seed);
  for (let row = 1; row <= 1000; row++)
    rows.add(record(row), row === 500 ? 3 : row % 10 === 0 ? 1 : 0, row % 100 === 7 ? 'DECLINED' : 'VERIFIED');
  return rows.choose(isPlanned).map(({ why, status, record: { row } }) => ({ why, status, row }));
}

test('one without a warning, the one with most, and one of each status that these do not have', () => {
  const [plain, most, blocked, ...others] = chosen('a1b2c3d4');
  expect(plain?.why).toBe('no warning');
  expect((plain?.row ?? 0) % 10).not.toBe(0);
  expect(most).toEqual({ why: 'most warnings', status: 'VERIFIED', row: 500 });
  expect(blocked).toMatchObject({ why: 'status', status: 'DECLINED' });
  expect((blocked?.row ?? 0) % 100).toBe(7);
  expect(others).toEqual([]);
});

test('the seed decides which; the same seed chooses the same rows', () => {
  expect(chosen('a1b2c3d4')).toEqual(chosen('a1b2c3d4'));
  expect(
    new Set(['00000001', '00000002', '00000003', '00000004'].map((seed) => chosen(seed)[0]?.row)).size,
  ).toBeGreaterThan(1);
});

test('a row that turned out to be a duplicate is replaced by the next candidate', () => {
  const [plain, most] = chosen('a1b2c3d4');
  const others = chosen('a1b2c3d4', (row) => row !== plain?.row && row !== most?.row);
  expect(others.map(({ why }) => why)).toEqual(['no warning', 'most warnings', 'status']);
  expect(others[1]?.row).not.toBe(500);
  expect(chosen('a1b2c3d4', () => false)).toEqual([]);
});
