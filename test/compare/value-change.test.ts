import { expect, test } from 'vitest';
import { describeChange } from '../../src/compare/value-change.ts';

test.each<[before: unknown, after: unknown, how: string | null]>([
  ['Ada', 'ADA', 'only upper and lower case'],
  ['Weiß', 'WEISS', 'only upper and lower case'],
  [' Ada  Quell', 'Ada Quell', 'only white space'],
  ['Jürgen', 'Jurgen', 'only accents'],
  ['0151/1234567', '0151 12345-67', 'only punctuation'],
  ['+49 151 1234567', '491511234567', 'only punctuation'],
  ['1511234567', '+491511234567', 'text added at the start'],
  ['de', 'de-DE', 'text added at the end'],
  ['+491511234567', '1234567', 'text removed at the start'],
  ['Ada Quell', 'Ada', 'text removed at the end'],
  ['Ada', 'Bo', null],
  ['***', '???', null],
  ['1990-03-04', '1990-04-03', 'day and month swapped'],
  ['1990-03-04', '1990-03-05', 'one day later'],
  ['1990-03-01', '1990-02-28', 'one day earlier'],
  ['1990-03-04', '2090-03-04', null],
  ['2019-05-01T09:30:00.000Z', '2019-05-01T07:30:00.000Z', '2 h earlier'],
  ['2019-05-01T09:30:00.000Z', '2019-05-01T15:00:00.000Z', '5.5 h later'],
  ['2019-05-01T09:30:00.000Z', '2019-05-01T09:30:00Z', 'the same time in a different notation'],
  ['2019-05-01T09:30:00.000Z', '2019-01-05T09:30:00.000Z', null],
  ['', 'Ada', 'an empty string becomes text'],
  ['1', 1, 'text becomes a number'],
  ['ja', true, 'text becomes a boolean'],
  ['Ada', null, 'text becomes null'],
  ['a,b', ['a', 'b'], 'text becomes a list'],
  [['a'], ['a', 'b'], 'more entries'],
  [['a', 'b'], ['a'], 'fewer entries'],
  [['a', 'b'], ['b', 'a'], 'different order'],
  [['a', 'b'], ['a', 'c'], 'different entries'],
  [1, 2, null],
  [true, false, null],
  [{ a: 1 }, { a: 2 }, null],
])('%j becomes %j: %s', (before, after, how) => {
  expect(describeChange(before, after)).toBe(how);
});
