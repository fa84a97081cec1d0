import { expect, test } from 'vitest';
import { RefusalMemory } from '../../src/apply/refusal-memory.ts';

function answers(memory: RefusalMemory, count: number): void {
  for (let n = 0; n < count; n++) memory.answered();
}

test('a refused limit is allowed again after as many answers as refusals are rare', () => {
  const memory = new RefusalMemory(32);
  answers(memory, 120);
  expect(memory.refused(8, true)).toBe('seldom');
  expect(memory.ceiling).toBe(7);
  answers(memory, 99);
  expect(memory.ceiling).toBe(7);
  answers(memory, 1);
  expect(memory.ceiling).toBe(32);
});

test('frequent refusals double that number, up to 3,200; a rare one sets it back', () => {
  const memory = new RefusalMemory(32);
  for (let n = 0; n < 10; n++) expect(memory.refused(8, false)).toBe('frequent');
  answers(memory, 3_199);
  expect(memory.ceiling).toBe(7);
  answers(memory, 1);
  expect(memory.ceiling).toBe(32);
  expect(memory.refused(8, true)).toBe('rare');
  // It does not speak against a limit that is no test.
  expect(memory.ceiling).toBe(8);
  answers(memory, 100);
  expect(memory.ceiling).toBe(32);
});

test('one request at a time is always allowed', () => {
  const memory = new RefusalMemory(32);
  memory.refused(1, true);
  expect(memory.ceiling).toBe(1);
});
