import type { Random } from '../../../src/runtime/random.ts';

/** Passwords of the sandbox's people and their real bcrypt hashes, for whoever wants to see a login succeed. */
export interface KnownPassword {
  readonly password: string;
  readonly hash: string;
}

/** All of cost 10, made with crypt(3). */
export const KNOWN_PASSWORDS: readonly [KnownPassword, ...KnownPassword[]] = [
  { password: 'Sommer-2019!', hash: '$2y$10$Q1w2E3r4T5y6U7i8O9p0A.LuRihmwYsTdfAoAioNquWorrCYW98yi' },
  { password: 'Kaffeetasse 7', hash: '$2y$10$zXcVbNmAsDfGhJkLqWeRtOxxtQmhLh.H3B9Pv5d4jiykzMg5BgCo.' },
  { password: 'Grüner Tee', hash: '$2y$10$nLkJhGfDsAqWeRtZuIoPye0JQcaK3xNF69/V93YGgHUZUsnfRCnT2' },
];

const ALPHABET = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * A hash that looks like bcrypt in every bit and belongs to no password: real ones take 50 ms each. The last character of
 * the 22 of the salt bears 2 bits and that of the 31 of the digest 4, so only some may stand there.
 */
export function bcryptLookalike(random: Random): string {
  const salt = letters(random, 21) + ALPHABET.charAt(16 * Math.floor(random() * 4));
  return `$2y$10$${salt}${letters(random, 30)}${ALPHABET.charAt(4 * Math.floor(random() * 16))}`;
}

function letters(random: Random, count: number): string {
  let text = '';
  while (text.length < count) {
    // One draw has 32 bits: five letters of six bits.
    let bits = Math.floor(random() * 0x4000_0000);
    for (let letter = 0; letter < 5 && text.length < count; letter++) {
      text += ALPHABET.charAt(bits & 63);
      bits >>= 6;
    }
  }
  return text;
}
