import { occurrences } from '../text/secret-finder.ts';
import { foldedText, foldedView, rangeIn, type TextRange, type TextView } from '../text/text-view.ts';
import { looksLikeHash } from '../user/hash-shape.ts';
import { isPhone } from './mask.ts';

/** The values of the users that a text of the tenant is about, and where such a text has them in a spelling of its own. */
export class OwnValues {
  /** As they were sent, with the parts of hashes (salts). */
  readonly plain: readonly string[];
  /** Letters and digits of hashes, their parts, and passwords: a piece of one is as bad as all of it. */
  readonly #secret: readonly string[];
  readonly #personal: readonly string[];

  /** `bodies`: JSON texts of users. */
  constructor(bodies: readonly string[]) {
    const found: Values = { plain: new Set(), secret: new Set() };
    for (const body of bodies) collect(JSON.parse(body), '', found);
    this.plain = [...found.plain, ...found.secret];
    this.#secret = [...found.secret].map(foldedText).filter(({ length }) => length >= MIN_LETTERS);
    this.#personal = [...found.plain].flatMap(needlesOf);
  }

  /** Where the text that these are the readings of has one of them: pieces of hashes always, other values from eight characters. */
  find(readings: readonly TextView[]): TextRange[] {
    if (this.plain.length === 0) return [];
    return readings.flatMap((view, at) => {
      const folded = foldedView(view);
      // As it is, a text of several words has many letters in a row that are none of these words.
      const least = at === 0 ? MIN_LETTERS_ACROSS_WORDS : MIN_LETTERS;
      const personal = this.#personal.filter(({ length }) => length >= least);
      return [
        ...this.#secret.flatMap((letters) => piecesOf(folded, letters)),
        ...personal.flatMap((letters) => occurrences(folded, letters).map((range) => range)),
      ];
    });
  }

  /** Whether a code or a reference number has one of them or a word of one (`Lindenallee` of `Lindenallee 7`). */
  haveWordIn(word: string): boolean {
    const letters = foldedText(word);
    const words = this.plain.flatMap((value) => value.split(/[^\p{L}]+/u)).map(foldedText);
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
    const folded = [...this.plain.map(foldedText), ...this.#personal].filter(({ length }) => length > 1);
    if (!(isNumber && letters.length < MIN_PART) && folded.some(isPart)) return true;
    return this.#secret.some((value) => piecesOf(wordView(letters), value).length > 0);
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
  readonly plain: Set<string>;
  readonly secret: Set<string>;
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
  if (typeof value === 'number') found.plain.add(String(value));
  else if (typeof value === 'string') {
    if (field !== 'password_hash_info' && !looksLikeHash(value.trim())) found.plain.add(value);
    else for (const part of hashParts(value)) found.secret.add(part);
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

function wordView(text: string): TextView {
  const starts = Array.from({ length: text.length }, (_, at) => at);
  return { text, starts, ends: starts.map((at) => at + 1), isDecoded: false };
}
