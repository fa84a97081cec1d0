import { recogniseHash } from '../../password/recognise.ts';
import type { Random } from '../../runtime/random.ts';
import { randomCharacter, scramble, scrambleHash, scrambleHex } from './scramble.ts';

/** As long whatever was there: the length of a password and the places of its signs are its owner's too. */
const LENGTH = 12;
/** Keys and salts in an encoding, which have to stay readable; nobody types so long a text without a blank or a sign. */
const ENCODED = /^[A-Za-z\d+/.=]{20,}$/;
const SALT = /^[A-Za-z\d+/.=]+$/;
const HEX = /^[\da-f]+$/i;

/**
 * What stands in a sample for a value of a column of passwords, hashes or salts: of the same kind, and nobody's. Null for what
 * may stay, since it only says that there is no password.
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

/** What says that the rest is no hash: Django's `!`, `{CLEAR}` of LDAP servers. */
function mark(text: string): string {
  return /^(?:!|\{[\w-]*\})/.exec(text)?.[0] ?? '';
}

function letters(random: Random): string {
  return Array.from({ length: LENGTH }, () => randomCharacter('abcdefghijklmnopqrstuvwxyz', random)).join('');
}
