import { occurrences } from '../text/secret-finder.ts';
import { foldedText, identityView, type Reading, rangeIn, type TextRange, type TextView } from '../text/text-view.ts';
import { looksLikeHash } from '../user/hash-shape.ts';
import { isPhone } from './mask.ts';

/** The values of the users that a text of the tenant is about, and where such a text has them in a spelling of its own. */
export class OwnValues {
  /** As they were sent, without hashes. */
  readonly personal: readonly string[];
  /** Hashes and their parts (salts). */
  readonly hashes: readonly string[];
  readonly #personalLetters: readonly string[];
  readonly #hashLetters: readonly string[];

  /** `bodies`: JSON texts of users. */
  constructor(bodies: readonly string[]) {
    const found: Values = { personal: new Set(), hashes: new Set() };
    for (const body of bodies) collect(JSON.parse(body), '', found);
    this.personal = [...found.personal];
    this.hashes = [...found.hashes];
    this.#personalLetters = this.personal.flatMap(needlesOf);
    this.#hashLetters = this.hashes.map(foldedText).filter(({ length }) => length >= MIN_PART);
  }

  /** Where the text that these are the readings of has a hash, a part of one, or a piece of 17 characters of these. */
  findHashes(readings: readonly Reading[]): TextRange[] {
    return readings.flatMap(({ letters }) => this.#hashLetters.flatMap((hash) => piecesOf(letters, hash)));
  }

  /** Where it has another value, from eight letters and digits on; in what is escaped or encoded, from five on. */
  findPersonal(readings: readonly Reading[]): TextRange[] {
    return readings.flatMap(({ letters }, at) => {
      // As it is, a text of several words has many letters in a row that are none of these words.
      const least = at === 0 ? MIN_LETTERS_ACROSS_WORDS : MIN_LETTERS;
      const values = this.#personalLetters.filter(({ length }) => length >= least);
      return values.flatMap((value) => occurrences(letters, value));
    });
  }

  /** Whether a text is one of them, or a part of one, as it is. */
  has(text: string): boolean {
    const lower = text.toLowerCase();
    return this.personal.some((value) => value.toLowerCase().includes(lower));
  }

  /** Whether a code or a reference number has one of them or a word of one (`Lindenallee` of `Lindenallee 7`). */
  haveWordIn(word: string): boolean {
    const letters = foldedText(word);
    const words = this.personal.flatMap((value) => value.split(/[^\p{L}]+/u)).map(foldedText);
    return this.areIn(word) || words.some((each) => each.length >= MIN_LETTERS && letters.includes(each));
  }

  /** Whether a sub has one of them, or is a piece of one. */
  areIn(word: string): boolean {
    const letters = foldedText(word);
    const tokens = word.split(/[^\p{L}\p{N}]+/u).map(foldedText);
    const isNumber = /^\d+$/.test(letters);
    const isPart = (value: string): boolean => {
      if (value.length < MIN_PART) return tokens.includes(value);
      const least = /^\d+$/.test(value) ? MIN_DIGITS : MIN_PART;
      return (
        (value.length >= least && letters.includes(value)) || (letters.length >= MIN_PART && value.includes(letters))
      );
    };
    const folded = [...this.personal, ...this.hashes].map(foldedText).concat(this.#personalLetters);
    if (!(isNumber && letters.length < MIN_PART) && folded.some((value) => value.length > 1 && isPart(value)))
      return true;
    return this.#hashLetters.some((value) => piecesOf(identityView(letters), value).length > 0);
  }
}

const MIN_LETTERS = 5;
const MIN_LETTERS_ACROSS_WORDS = 8;
const MIN_PART = 4;
/** Years and postcodes are in reference numbers by chance. */
const MIN_DIGITS = 6;
/** The piece of a hash that counts; it is looked for at every sixth character, so that one of 17 is always found. */
const PIECE = 12;
const STEP = 6;
/** Numbers are written with different prefixes: `+49 151 …`, `0151 …`. */
const SIGNIFICANT_DIGITS = 8;

interface Values {
  readonly personal: Set<string>;
  readonly hashes: Set<string>;
}

/** Fields whose values are not personal: masking them would hide what the message is about. */
const COMMON = new Set([
  'algorithmTypeId',
  'consents',
  'gender',
  'groups',
  'iterations',
  'keylen',
  'locale',
  'provider',
  'roles',
  'userStatus',
  'zoneinfo',
]);

function collect(value: unknown, field: string, found: Values): void {
  if (typeof value === 'number') found.personal.add(String(value));
  else if (typeof value === 'string') {
    if (field !== 'password_hash_info' && !looksLikeHash(value.trim())) found.personal.add(value);
    else for (const part of hashParts(value)) found.hashes.add(part);
  } else if (Array.isArray(value)) for (const each of value) collect(each, field, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, child] of Object.entries(value))
      if (!COMMON.has(key)) collect(child, field === 'password_hash_info' ? field : key, found);
}

/** Names of algorithms and their parameters, which messages may name. */
const PARAMETER =
  /^(?:\d{1,7}|[a-z]{1,4}=.*|rounds=.*|(?:pbkdf2|bcrypt|argon2|scrypt|s?sha|s?md5|crypt|unsalted|hmac|sha\d).*|2[abxy])$/i;

/** A hash and what it consists of: its salt alone must not show either. */
function hashParts(hash: string): string[] {
  const parts = hash.trim().split(/[$:{},]/);
  return [hash, ...parts.filter((part) => part.length >= MIN_PART && !PARAMETER.test(part))];
}

/** Letters and digits of a value, of the local part of an address, of a number without prefix; and of its UTF-8 bytes. */
function needlesOf(value: string): string[] {
  const text = value.trim();
  const at = text.lastIndexOf('@');
  const letters = [text, ...(at > 0 ? [text.slice(0, at)] : [])].map(foldedText);
  if (isPhone(text)) letters.push(foldedText(text).slice(-SIGNIFICANT_DIGITS));
  if (!/^[ -~]*$/.test(text)) letters.push(foldedText(Buffer.from(text).toString('latin1')));
  return letters.filter(({ length }) => length >= MIN_LETTERS);
}

/** Where a folded view has a hash or a piece of it. */
function piecesOf(view: TextView, letters: string): TextRange[] {
  const { text } = view;
  if (letters.length <= PIECE) return occurrences(view, letters);
  const found: TextRange[] = [];
  for (let from = 0; from + PIECE <= letters.length; from += STEP) {
    for (let at = text.indexOf(letters.slice(from, from + PIECE)); at >= 0; ) {
      let start = at;
      let end = at + PIECE;
      for (let back = from; start > 0 && back > 0 && text[start - 1] === letters[back - 1]; back--) start--;
      for (let next = from + PIECE; end < text.length && text[end] === letters[next]; next++) end++;
      found.push(rangeIn(view, start, end));
      at = text.indexOf(letters.slice(from, from + PIECE), at + 1);
    }
  }
  return found;
}
