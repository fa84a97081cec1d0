import { expect, test } from 'vitest';
import { InputError } from '../../src/runtime/input-error.ts';

test('of a file in which every line is wrong, the first 200 problems are named and the others counted', () => {
  const problems = Array.from({ length: 1_234 }, (_, at) => `Line ${at + 1} is wrong.`);
  const error = new InputError(problems);
  expect(error.problems).toEqual([...problems.slice(0, 200), '… and 1034 more of these problems.']);
  expect(new InputError(problems.slice(0, 200)).problems).toEqual(problems.slice(0, 200));
});
