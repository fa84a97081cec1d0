import { recogniseHash } from '../../password/recognise.ts';
import type { Random } from '../../runtime/random.ts';
import { randomCharacter, scramble, scrambleHash, scrambleHex } from './scramble.ts';

/** Constant, because the length of a password is confidential as well. */
const LENGTH = 12;
/** Encoded keys and salts, which must stay decodable; typed passwords rarely have this form. */
const ENCODED = /^[A-Za-z\d+/.=]{20,}$/;
const SALT = /^[A-Za-z\d+/.=]+$/;
const HEX = /^[\da-f]+$/i;

/**
 * A random replacement of the same kind for a password, hash or salt in a sample. Null for values that may stay, because they
 * only mean that there is no password.
 */
export function randomSecret(text: string, isSalt: boolean, random: Random): string | null {
  const recognised = recogniseHash(text);
  if (recognised.kind === 'hash') return scrambleHash(text, random);
  if (recognised.kind === 'none') return /^[!{]/.test(text) ? `${mark(text)}${letters(random)}` : null;
  switch (recognised.reason) {
    case 'placeholder':
      return null;
    case 'clear-text':
      return `${mark(text)}${letters(random)}`;
    case 'bare':
    case 'damaged':
    case 'incomplete':
    case 'unsupported':
      return scrambleHash(text, random);
    case 'unknown':
      if (HEX.test(text) && (isSalt || text.length >= 20)) return scrambleHex(text, random);
      return (isSalt ? SALT : ENCODED).test(text) ? scramble(text, random) : letters(random);
  }
}

/** Prefixes of values that are not hashes: `!` of Django, `{CLEAR}` of LDAP servers. */
function mark(text: string): string {
  return /^(?:!|\{[\w-]*\})/.exec(text)?.[0] ?? '';
}

function letters(random: Random): string {
  return Array.from({ length: LENGTH }, () => randomCharacter('abcdefghijklmnopqrstuvwxyz', random)).join('');
}
