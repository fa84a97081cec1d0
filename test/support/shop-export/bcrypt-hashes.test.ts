import { expect, test } from 'vitest';
import { recogniseHash } from '../../../src/password/recognise.ts';
import { verifyHash } from '../../../src/password/verify.ts';
import { mulberry32 } from '../../../src/runtime/random.ts';
import { bcryptLookalike, KNOWN_PASSWORDS } from './bcrypt-hashes.ts';

test.each(KNOWN_PASSWORDS.map((known, index) => [index, known] as const))(
  'known password %i belongs to its hash and to no other',
  async (index, { password, hash }) => {
    const recognised = recogniseHash(hash);
    if (recognised.kind !== 'hash') throw new Error('not recognised');
    expect(recognised.hash).toMatchObject({ kind: 'bcrypt', variant: '2y', cost: 10 });
    expect(await verifyHash(recognised.hash, password)).toBe(true);
    const other = KNOWN_PASSWORDS[(index + 1) % KNOWN_PASSWORDS.length];
    expect(await verifyHash(recognised.hash, other?.password ?? '')).toBe(false);
  },
);

test('a lookalike has the form of a hash and belongs to none of the passwords', async () => {
  const recognised = recogniseHash(bcryptLookalike(mulberry32(7)));
  if (recognised.kind !== 'hash') throw new Error('not recognised');
  for (const { password } of KNOWN_PASSWORDS) expect(await verifyHash(recognised.hash, password)).toBe(false);
});
