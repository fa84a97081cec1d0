import { expect, test } from 'vitest';
import { createAnonymizer } from '../../../src/init/proposal/anonymizer.ts';
import { mulberry32 } from '../../../src/runtime/random.ts';

test('a replacement is never a known word: that word may be the id of another user, or mean something', () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const options = { random: mulberry32(seed), words: new Set(['q', '5']), isReal: () => false };
    const { value, isWord } = createAnonymizer(options);
    // `d` is a word for a gender: it stays, so that `e` must become something else.
    const [kept, ...replaced] = value(['d', 'e', 'ab', '7', 'Xy']) as string[];
    expect(kept).toBe('d');
    expect([seed, replaced.filter((text) => text === '' || isWord(text))]).toEqual([seed, []]);
  }
});
