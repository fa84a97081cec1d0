import type { Random } from '../../runtime/random.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Replaces letters by letters and digits by digits; keeps length, case, umlauts, blanks, punctuation, leading zeros and
 * damaged characters.
 */
export function scramble(text: string, random: Random): string {
  let leading = true;
  return Array.from(text.normalize('NFC'), (character) => {
    if (character === '0' && leading) return character;
    const other = otherCharacter(character, random);
    if (/\d/.test(character)) leading = false;
    return other;
  }).join('');
}

function otherCharacter(character: string, random: Random): string {
  if (/\d/.test(character)) return randomCharacter('123456789', random);
  if (/[A-Z]/.test(character)) return randomCharacter(UPPER, random);
  if (/[a-z]/.test(character)) return randomCharacter(LOWER, random);
  if (/[ÄÖÜ]/.test(character)) return randomCharacter('ÄÖÜ', random);
  if (/[äöüß]/.test(character)) return randomCharacter('äöüß', random);
  if (/\p{Lu}/u.test(character)) return randomCharacter('ÁÉÍÓÚ', random);
  if (/\p{L}/u.test(character)) return randomCharacter('áéíóú', random);
  return character;
}

/** Replaces hexadecimal digits, in the same case. */
export function scrambleHex(text: string, random: Random): string {
  const digits = /[A-F]/.test(text) ? '0123456789ABCDEF' : '0123456789abcdef';
  return text.replaceAll(/[\da-f]/gi, () => randomCharacter(digits, random));
}

/** Prefixes that identify the algorithm; kept, so that the hash is still recognised. */
const HASH_HEADS: readonly RegExp[] = [
  /^(?:\{[\w-]+\})?\$wp\$2[aby]\$\d\d\$/,
  /^(?:\{[\w-]+\})?\$2[abxy]\$\d\d\$/,
  /^bcrypt_sha256\$\$2[aby]\$\d\d\$/,
  /^\$[PH]\$[./\dA-Za-z]/,
  /^(?:\{[\w-]+\})?\$[a-z][\w-]*\$(?:v=\d+\$)?(?:[a-z]+=[\w,=]+\$)?/i,
  /^\$[156]\$(?:rounds=\d+\$)?/,
  /^(?:argon2\$\$argon2\w+\$(?:v=\d+\$)?(?:[a-z]=[\d,a-z=]+\$)?|[a-z]\w{2,29}\$\d{1,9}\$)/,
  /^\{[\w-]+\}(?:\d+:)?/,
  // The version and parameters of ASP.NET Identity, in base64.
  /^A[A-Za-z]AAAA[A-Za-z\d+/]{11}/,
  /^\d{1,9}:/,
];

/** A random hash of the same kind. */
export function scrambleHash(text: string, random: Random): string {
  const head = HASH_HEADS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined) ?? '';
  const parts = text.slice(head.length).split(/([:$])/);
  const scrambled = parts.map((part, at) => {
    // Version suffix of Magento.
    if (at > 0 && /^\d(?:_[\d_]+)?$/.test(part)) return part;
    return /^[\da-f]{16,}$/i.test(part) ? scrambleHex(part, random) : scramble(part, random);
  });
  return head + scrambled.join('');
}

export function randomCharacter(characters: string, random: Random): string {
  return characters.charAt(Math.floor(random() * characters.length));
}
