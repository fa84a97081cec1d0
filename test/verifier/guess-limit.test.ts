import { expect, test } from 'vitest';
import { GuessLimit } from '../../src/verifier/guess-limit.ts';

function limit(maxHashes = 1_000) {
  let at = 0;
  const guesses = new GuessLimit({ burst: 3, refillMs: 1_000, maxHashes }, new Uint8Array(32), () => at);
  return { guesses, pass: (ms: number) => (at += ms) };
}

test('after a burst, one more is allowed after each time, and not more for having waited longer', () => {
  const { guesses, pass } = limit();
  const waits = () =>
    Array.from({ length: 5 }, () => guesses.begin('hash')).map((guess) => ('waitMs' in guess ? guess.waitMs : 0));
  expect(waits()).toEqual([0, 0, 0, 1_000, 1_000]);
  pass(400);
  expect(waits()).toEqual([600, 600, 600, 600, 600]);
  pass(600);
  expect(waits()).toEqual([0, 1_000, 1_000, 1_000, 1_000]);
  pass(1_000_000);
  expect(waits()).toEqual([0, 0, 0, 1_000, 1_000]);
});

test('guesses at the same time count before their outcome is known', () => {
  const { guesses } = limit();
  const started = Array.from({ length: 3 }, () => guesses.begin('hash'));
  expect(guesses.begin('hash')).toHaveProperty('waitMs');
  for (const guess of started) if ('refund' in guess) guess.refund();
  expect(guesses.begin('hash')).not.toHaveProperty('waitMs');
});

test('many hashes take no more memory than the limit, and the last ones stay limited', () => {
  const { guesses } = limit(1_000);
  for (let at = 0; at < 20_000; at++) guesses.begin(`hash ${at}`);
  expect(guesses.size).toBe(1_000);
  for (let count = 0; count < 2; count++) guesses.begin('hash 19999');
  expect(guesses.begin('hash 19999')).toHaveProperty('waitMs');
});

test('a hash whose passwords are right is not remembered', () => {
  const { guesses } = limit();
  for (let count = 0; count < 10; count++) {
    const guess = guesses.begin('hash');
    if ('refund' in guess) guess.refund();
  }
  expect(guesses.size).toBe(0);
});
