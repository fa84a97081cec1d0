import { isRealDate } from '../../mapping/compile/date.ts';
import { NO, YES } from '../../mapping/unread/state-words.ts';
import { isPasswordName } from '../../password/secret-name.ts';
import { type Random, randomInteger } from '../../runtime/random.ts';
import { parseExactJson } from '../../text/exact-json.ts';
import { UUID } from '../../text/uuid.ts';
import { looksLikeHash } from '../../user/hash-shape.ts';
import { isPlainKey } from './column-profile.ts';
import { countryWords } from './country-words.ts';
import { GENDER_WORDS, LANGUAGE_WORDS, STATUS_WORDS } from './known-words.ts';
import { randomCharacter, scramble, scrambleHash } from './scramble.ts';
import { randomSecret } from './secret-replacement.ts';

/** Replaces personal data by random values. */
export interface Anonymizer {
  /**
   * The same structure with random values; equal values are replaced by equal values. Keys that may be data are left out.
   * `columns` are the names of the cells of a list.
   */
  readonly value: (value: unknown, columns?: readonly string[]) => unknown;
  /** Whether a text is a known word, which is not replaced. */
  readonly isWord: (text: string) => boolean;
}

export interface AnonymizerOptions {
  readonly random: Random;
  /** Additional words that are not replaced: those that the mapping compares with. */
  readonly words: ReadonlySet<string>;
  /** Whether a text is a real value, which must not be used as a replacement. */
  readonly isReal: (text: string) => boolean;
}

const MAX_ATTEMPTS = 50;
/** Keys of the password in an object that is named like a password. */
const IN_PASSWORD = /^(?:value|plain|plaintext|clear|cleartext|current|old)$/i;

/**
 * Creates an anonymizer. Does not replace common words (yes, no, states, countries, languages). Stores all replacements, so
 * it is suitable for samples, not for complete exports.
 */
export function createAnonymizer({ random, words, isReal }: AnonymizerOptions): Anonymizer {
  const countries = countryWords();
  const known = new Map<string, string>();
  const used = new Set<string>();
  const phones = { random, mobiles: 0 };
  const isWord = (text: string): boolean => {
    const word = unquoted(text);
    const lower = word.toLowerCase();
    return (
      NOTHING.test(word) ||
      ALGORITHM.test(word) ||
      words.has(word) ||
      words.has(lower) ||
      WORDS.has(lower) ||
      countries.has(lower)
    );
  };
  const replacement = (text: string): string => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const other = randomLike(text, phones, value);
      // Different values get different replacements, unless there are too few, as for one letter.
      // Known words stay in the sample: a replacement that equals one could repeat the id of another user, or mean something.
      if (other === text || isReal(other) || isWord(other)) continue;
      if (attempt > MAX_ATTEMPTS / 2 || !used.has(other)) return other;
    }
    return '';
  };
  const anonymized = (text: string): string => {
    const inner = unquoted(text.trim());
    if (inner === '' || isWord(inner)) return text;
    // An address in a list stays the same as in the column of its own.
    if (EMAILS.test(inner)) return text.replaceAll(/[^\s,;|]+/g, anonymized);
    const other = known.get(inner) ?? replacement(inner);
    known.set(inner, other);
    used.add(other);
    return text.replace(inner, () => other);
  };
  // Passwords: known words are replaced too, and equal values get different replacements.
  const secret = (given: string, name: string): string => {
    const text = given.trim();
    if (text === '' || (/^[[{]/.test(text) && parsed(text) !== undefined)) return anonymized(given);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const other = randomSecret(text, /sal[tz]/i.test(name), random);
      if (other === null) return given;
      if (other !== text && !isReal(other)) return other;
    }
    return '';
  };
  const named = (given: unknown, name: string): unknown => {
    if (!isPasswordName(name)) return value(given);
    if (typeof given === 'number') return randomInteger(random, 100_000, 999_999);
    if (Array.isArray(given)) return given.map((inner) => named(inner, name));
    if (typeof given === 'string') return secret(given, name);
    return typeof given === 'object' && given !== null ? object(given, name) : given;
  };
  const object = (given: object, parent: string): object => {
    const entries = Object.entries(given).filter(([key]) => isPlainKey(key));
    const nameOf = (key: string): string => (IN_PASSWORD.test(key) ? `${parent} ${key}` : key);
    return Object.fromEntries(entries.map(([key, inner]) => [key, named(inner, nameOf(key))]));
  };
  const value: Anonymizer['value'] = (given, columns) => {
    if (typeof given === 'string') return anonymized(given);
    // Small numbers are counters or flags.
    if (typeof given === 'number') return Math.abs(given) < 2 ? given : Number(anonymized(String(given)));
    if (Array.isArray(given)) return given.map((inner, at) => named(inner, columns?.[at] ?? ''));
    return typeof given === 'object' && given !== null ? object(given, '') : given;
  };
  return { value, isWord };
}

/** A leading quote protects against formulas in spreadsheets and is not part of the value. */
function unquoted(text: string): string {
  return text.replace(/^'(?=.)/, '');
}

/** `00.00.0000`, which means no date. */
const NOTHING = /^0+[-/.]0+[-/.]0+(?:[T ][0:.]+)?$/;

/** Names of hash algorithms, also with the words that a system adds: without them the hash in the same record would be read differently. */
const ALGORITHM = /^(?:password-)?(?:argon2|bcrypt|crypt|md5|pbkdf2|phpass|scrypt|sha-?\d{1,3})[a-z_-]{0,16}\d{0,3}$/i;

/** The random source, and how many of the available mobile numbers are used. */
interface PhoneState {
  readonly random: Random;
  mobiles: number;
}

const WORDS: ReadonlySet<string> = new Set([
  ...[...YES, ...NO, 'null', 'none', '-', 'n/a', 'k.a.', '\\n'],
  ...[STATUS_WORDS, GENDER_WORDS, LANGUAGE_WORDS].flatMap((table) => Object.keys(table)),
  ...[
    'guest',
    'gast',
    'user',
    'customer',
    'kunde',
    'service',
    'firma',
    'privat',
    'de-de',
    'de_de',
    'en-us',
    'en-gb',
    'de-at',
  ],
]);

const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
const EMAILS = /^[^\s@,;|]+@[^\s@,;|]+(?:\s*[,;|]\s*[^\s@,;|]+@[^\s@,;|]+)+$/;
const URL_TEXT = /^(https?):\/\/\S+$/i;
/** Plain digits are more often customer numbers, unless they begin like a mobile number. */
const PHONE =
  /^(?=(?:\D*\d){6,15}\D*$)(?:\+[\d\s()./-]+|00[1-9]\d{0,2}[\s()./-][\d\s()./-]+|00[1-9]\d{8,13}|\(?0[1-9]\d*\)?[\s./-][\d\s()./-]+|01[567]\d{8,9})$/;

function randomLike(text: string, phones: PhoneState, anonymize: Anonymizer['value']): string {
  const { random } = phones;
  if (/^[[{]/.test(text)) {
    const json = parsed(text);
    if (json !== undefined) return JSON.stringify(anonymize(json));
  }
  if (UUID.test(text)) return randomUuid(text, random);
  if (looksLikeHash(text)) return scrambleHash(text, random);
  // The local part keeps its shape; the domains are reserved for examples (RFC 2606).
  if (EMAIL.test(text))
    return `${scramble(text.slice(0, text.lastIndexOf('@')), random)}@example.${['com', 'org', 'net'][randomInteger(random, 0, 2)]}`;
  if (URL_TEXT.test(text)) return `https://example.com/${randomInteger(random, 1_000, 999_999)}`;
  return randomDate(text, random) ?? (PHONE.test(text) ? randomPhone(text, phones) : scramble(text, random));
}

function parsed(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch {
    return undefined;
  }
}

function randomUuid(text: string, random: Random): string {
  const digits = Array.from({ length: 32 }, () => randomCharacter('0123456789abcdef', random)).join('');
  const uuid = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
  return /[A-F]/.test(text) ? uuid.toUpperCase() : uuid;
}

const DATE = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?=$|[T ])/;

/** Another date in the same format; null if the text is not a date. A number that can only be a day stays one. */
function randomDate(text: string, random: Random): string | null {
  if (/^\d{10}$/.test(text) && Number(text) > 315_532_800 && Number(text) < 4_102_444_800)
    return String(randomInteger(random, 788_918_400, 1_700_000_000));
  if (/^\d{13}$/.test(text) && Number(text) > 315_532_800_000)
    return String(randomInteger(random, 788_918_400_000, 1_700_000_000_000));
  const found = DATE.exec(text.length === 8 && /^\d{8}$/.test(text) ? withSeparators(text) : text);
  if (found === null) return null;
  const [whole, first = '', separator = '', second = '', third = ''] = found;
  const yearFirst = first.length === 4;
  if (!yearFirst && third.length !== 4) return null;
  const [a, b] = yearFirst ? [second, third] : [first, second];
  if (Number(a) < 1 || Number(b) < 1 || Number(a) > 31 || Number(b) > 31 || Math.min(Number(a), Number(b)) > 12)
    return null;
  const recent = Number(yearFirst ? first : third) >= 1990;
  const [whichYear, tried] = yearFirst
    ? [first, [[a, b]]]
    : [
        third,
        [
          [b, a],
          [a, b],
        ],
      ];
  if (!tried.some(([month, date]) => isRealDate(Number(whichYear), Number(month), Number(date)))) return null;
  const year = String(recent ? randomInteger(random, 1995, 2023) : randomInteger(random, 1940, 1989));
  const [x, y] = [a, b].map((part) =>
    String(Number(part) > 12 ? randomInteger(random, 13, 28) : randomInteger(random, 1, 12)).padStart(part.length, '0'),
  );
  const day = (yearFirst ? [year, x, y] : [x, y, year]).join(separator);
  if (text.length === 8 && /^\d{8}$/.test(text)) return day.replaceAll(separator, '');
  const rest = text.slice(whole.length).replace(/\d\d:\d\d(?::\d\d)?/, (time) => clock(time, random));
  return day + rest;
}

/** `31121990` as `31.12.1990`, so that eight digits are read like other dates. */
function withSeparators(text: string): string {
  const yearFirst = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])/.test(text);
  return yearFirst
    ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    : `${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}`;
}

function clock(time: string, random: Random): string {
  // Midnight often means that there is no time of day.
  if (/^00:00(?::00)?$/.test(time)) return time;
  const parts = [randomInteger(random, 0, 23), randomInteger(random, 0, 59), randomInteger(random, 0, 59)];
  return parts
    .slice(0, time.length > 5 ? 3 : 2)
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Area codes of New York, Los Angeles, Chicago and other US cities. */
const AREAS = [212, 213, 312, 415, 617, 702, 305, 206] as const;

/**
 * Numbers reserved for fictional use: by the Bundesnetzagentur for Germany, 555-01xx otherwise. Mobile numbers are
 * identifiers, so each is used once as long as there are unused ones.
 */
function randomPhone(text: string, phones: PhoneState): string {
  const { random } = phones;
  const digits = text.replaceAll(/\D/g, '');
  const prefix = /^\s*\+/.test(text) ? '+' : text.startsWith('00') ? '00' : '0';
  const national = prefix === '0' ? digits.slice(1) : digits.replace(/^(?:00)?49/, '');
  const isGerman = prefix === '0' || /^(?:00)?49/.test(digits);
  if (!isGerman)
    return `${prefix}1 ${AREAS[randomInteger(random, 0, AREAS.length - 1)]} 555 01${String(randomInteger(random, 0, 99)).padStart(2, '0')}`;
  const number = /^0?1[567]/.test(national) ? mobile(phones.mobiles++) : landline(random);
  return `${prefix === '0' ? '0' : `${prefix}49 `}${number}`;
}

function mobile(index: number): string {
  const last = String(index % 100).padStart(2, '0');
  return index % 200 < 100 ? `171 39200${last}` : `176 040690${last}`;
}

function landline(random: Random): string {
  return `30 23125${String(randomInteger(random, 0, 999)).padStart(3, '0')}`;
}
