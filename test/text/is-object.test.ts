import { expect, test } from 'vitest';
import { isObject } from '../../src/text/is-object.ts';

test('null, an array and a plain value are not objects', () => {
  expect([{}, { a: 1 }].map(isObject)).toEqual([true, true]);
  expect([null, undefined, [], [{}], 'text', 1, true].some(isObject)).toBe(false);
});
