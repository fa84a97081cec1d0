import { expect, test } from 'vitest';
import { RequestSize } from '../../src/apply/request-size.ts';

test('requests of less than half the usual size do not count, until there are only such', () => {
  const size = new RequestSize();
  const compare = (users: number, times: number): string[] => Array.from({ length: times }, () => size.compare(users));
  expect(new Set(compare(50, 10))).toEqual(new Set(['same']));
  expect(size.compare(25)).toBe('same');
  expect(new Set(compare(24, 31))).toEqual(new Set(['smaller']));
  expect(size.compare(24)).toBe('other');
  expect(size.compare(24)).toBe('same');
});

test('requests of more than twice the usual size are another size at once: a pilot is followed by batches', () => {
  const size = new RequestSize();
  expect([1, 1, 50, 50, 3, 50].map((users) => size.compare(users))).toEqual([
    'same',
    'same',
    'other',
    'same',
    'smaller',
    'same',
  ]);
});
