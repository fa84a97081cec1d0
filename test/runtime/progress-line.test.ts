import { expect, test } from 'vitest';
import { progressLine } from '../../src/runtime/progress-line.ts';
import { count, duration, size } from '../../src/text/number-text.ts';

test('a line of progress', () => {
  expect(progressLine({ done: 18_450, total: 1_000_000, perSecond: 1230.4, failed: 3, msLeft: 13 * 60_000 })).toBe(
    '18,450 of 1,000,000 users · 1,230/s · 3 failed · 13 min left',
  );
  expect(progressLine({ done: 0, total: 10, perSecond: 0, failed: 0, msLeft: null })).toBe('0 of 10 users · 0 failed');
  expect(progressLine({ done: 9, total: 10, perSecond: 0.52, failed: 0, msLeft: 12 })).toBe(
    '9 of 10 users · 0.5/s · 0 failed · 1 s left',
  );
});

test.each([
  [0, '0 ms'],
  [340, '340 ms'],
  [999.6, '1000 ms'],
  [1000, '1 s'],
  [45_400, '45 s'],
  [59_600, '1 min'],
  [200_000, '3 min 20 s'],
  [600_000, '10 min'],
  [3_599_000, '1 h'],
  [7_500_000, '2 h 5 min'],
  [86_400_000, '24 h'],
])('%d ms is %s', (milliseconds, expected) => {
  expect(duration(milliseconds)).toBe(expected);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1_234_567, '1,234,567'],
])('%d is %s', (value, expected) => {
  expect(count(value)).toBe(expected);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9_960, '10 kB'],
  [999_600, '1.0 MB'],
  [1_234_567, '1.2 MB'],
  [2_500_000_000_000_000, '2500 TB'],
])('%d bytes are %s', (bytes, expected) => {
  expect(size(bytes)).toBe(expected);
});
