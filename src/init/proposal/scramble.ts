/** A source of numbers in [0, 1). */
export type Chance = () => number;

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Other letters for letters, other digits for digits; everything else stays: length, case, umlauts, blanks, punctuation, zeros
 * in front. What is damaged in a text stays damaged.
 */
export function scramble(text: string, chance: Chance): string {
  let leading = true;
  return Array.from(text.normalize('NFC'), (character) => {
    if (character === '0' && leading) return character;
    const other = otherCharacter(character, chance);
    if (/\d/.test(character)) leading = false;
    return other;
  }).join('');
}

function otherCharacter(character: string, chance: Chance): string {
  if (/\d/.test(character)) return oneOf('123456789', chance);
  if (/[A-Z]/.test(character)) return oneOf(UPPER, chance);
  if (/[a-z]/.test(character)) return oneOf(LOWER, chance);
  if (/[ÄÖÜ]/.test(character)) return oneOf('ÄÖÜ', chance);
  if (/[äöüß]/.test(character)) return oneOf('äöüß', chance);
  if (/\p{Lu}/u.test(character)) return oneOf('ÁÉÍÓÚ', chance);
  if (/\p{L}/u.test(character)) return oneOf('áéíóú', chance);
  return character;
}

/** Hexadecimal digits for hexadecimal digits, in the same case. */
export function scrambleHex(text: string, chance: Chance): string {
  const digits = /[A-F]/.test(text) ? '0123456789ABCDEF' : '0123456789abcdef';
  return text.replaceAll(/[\da-f]/gi, () => oneOf(digits, chance));
}

/** What says how a hash was made: kept, so that it is recognised as what it is. */
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

/** A hash of the same kind that belongs to no password. */
export function scrambleHash(text: string, chance: Chance): string {
  const head = HASH_HEADS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined) ?? '';
  const parts = text.slice(head.length).split(/([:$])/);
  const scrambled = parts.map((part, at) => {
    // Versions behind a hash (Magento).
    if (at > 0 && /^\d(?:_[\d_]+)?$/.test(part)) return part;
    return /^[\da-f]{16,}$/i.test(part) ? scrambleHex(part, chance) : scramble(part, chance);
  });
  return head + scrambled.join('');
}

export function oneOf(characters: string, chance: Chance): string {
  return characters.charAt(Math.floor(chance() * characters.length));
}

/** A whole number from `least` to `most`. */
export function between(least: number, most: number, chance: Chance): number {
  return least + Math.floor(chance() * (most - least + 1));
}
