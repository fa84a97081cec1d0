import { UUID } from '../text/uuid.ts';
import type { Identifiers } from '../user/cidaas-user.ts';
import { looksLikeHash } from '../user/hash-shape.ts';
import type { IdentifierLevel } from './report-data.ts';

const HIDDEN = '***';
/** Phone numbers as people write them; at least seven digits, so that row numbers and HTTP statuses stay readable. */
const PHONE = /^(?=(?:\D*\d){7})\+?[\d\s()./-]+$/;

/** The identifiers of a row as `level` allows. What looks like a password hash is hidden at every level. */
export function maskIdentifiers(ids: Identifiers, level: IdentifierLevel): Identifiers {
  if (level === 'none') return {};
  const show = level === 'full' ? hideHash : maskValue;
  const shown: Identifiers = {};
  if (ids.sub !== undefined) shown.sub = level === 'full' ? hideHash(ids.sub) : maskSub(ids.sub, ids);
  if (ids.email !== undefined) shown.email = show(ids.email);
  if (ids.username !== undefined) shown.username = show(ids.username);
  if (ids.mobile_number !== undefined) shown.mobile_number = show(ids.mobile_number);
  return shown;
}

/** A value masked: `j***@e***.com`, `+49***78`, `j***`; short values and hashes become `***`. */
export function maskValue(value: string): string {
  const text = value.trim();
  if (looksLikeHash(text)) return HIDDEN;
  const at = text.lastIndexOf('@');
  if (at >= 0) return maskEmail(text.slice(0, at), text.slice(at + 1));
  if (PHONE.test(text)) return maskPhone(text.replace(/[^\d+]/g, ''));
  return `${initial(text)}${HIDDEN}`;
}

/**
 * Text from the tenant about a row with everything personal or secret masked: the row's own values (from three characters,
 * in any case), quoted text that is not a field name, e-mail addresses, phone numbers, password hashes, tokens. Reference
 * numbers stay, since cidaas support asks for them. Masking a masked text again does not change it.
 */
export function maskText(text: string, ownValues: readonly string[]): string {
  const own = ownPattern(text, ownValues);
  const known = own === null ? text : text.normalize('NFC').replace(own, maskValue);
  return betweenReferences(known, (part) =>
    hideSecrets(part)
      .replace(WORD, (word) => (/[@＠]/.test(word) ? maskValue(word.replace('＠', '@')) : word))
      .replace(QUOTED, maskQuoted)
      .replace(DIGITS, (digits) => (PHONE.test(digits) ? maskValue(digits) : digits)),
  );
}

/**
 * Hides hex digests whose digits are split: `ca:9a:11…`, `CA9A 11CA…`. What has the form of a UUID stays, since references and
 * subs have it.
 */
export function maskSplitHashes(text: string): string {
  return text.replace(SPLIT_HEX, (digits) => {
    const hex = digits.replace(/[^\da-f]/gi, '');
    const isPlain = REFERENCE.test(digits) || !/\d/.test(hex) || !DIGEST_DIGITS.has(hex.length);
    return isPlain ? digits : HIDDEN;
  });
}

/** Whether a value has the form of a phone number. */
export function isPhone(value: string): boolean {
  return PHONE.test(value.trim());
}

/** Hides only what no level may show: password hashes, salts that look like one, tokens. */
export function maskSecrets(text: string): string {
  return betweenReferences(text, hideSecrets);
}

/** Reference numbers of cidaas (`<millis>-<uuid>`), subs (UUIDs), and `(reference …)`. */
const REFERENCE =
  /((?<![\w-])(?:\d{10,16}-)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\w-])|\(reference [\w.:-]{4,80}\))/i;
const QUOTED =
  /"[^"]{1,500}"|“[^”]{1,500}”|„[^“”]{1,500}[“”]|«[^»]{1,500}»|`[^`]{1,500}`|(?<![\p{L}\p{N}])'[^']{1,500}'(?![\p{L}\p{N}])/gu;
const FIELD =
  /^(?:sub|email|username|password|gender|locale|birthdate|nickname|profile|picture|website|zoneinfo|address|provider|roles|groups|consents|identities|[a-z]+(?:[A-Z_.][A-Za-z_]*)+)$/;
/** `$id$…` (crypt, PHC), `{SCHEME}…` (LDAP), `algorithm$rounds$…` (Django) up to the next blank or quote. */
const CRYPT =
  /(?:\$[a-z0-9_-]{1,20}\$|\{[a-z0-9-]{2,20}\}(?=[a-z0-9+/$.]{8})|\b[a-z0-9_-]{2,30}\$\d{1,9}\$)[^\s"'<>]*/gi;
const BEARER = /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi;
const WORD = /[^\s"'`<>()[\]{},;]+/g;
const TOKEN = /[^\s"'`<>()[\]{},;|=:]+(?:={1,2}(?![^\s"'`<>()[\]{},;|]))?/g;
/** Long hex, a JWT, long base64, and shorter base64 (a salt) with padding or mixed upper case, lower case and digits. */
const OPAQUE =
  /^(?:[\dA-Fa-f]{32,}|eyJ[\w-]{5,}\.[\w.-]+|[\w+/-]{40,}={0,2}|[\w+/-]{16,}={1,2}|(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w+/-]{24,})$/;
/** Four groups or more of at most 16 hex digits. */
const SPLIT_HEX = /(?<![\p{L}\p{N}])[\da-f]{1,16}(?:[\s:.,_/|-]{1,2}[\da-f]{1,16}){3,}(?![\p{L}\p{N}])/giu;
const DIGEST_DIGITS: ReadonlySet<number> = new Set([32, 40, 48, 56, 64, 96, 128]);
const DIGITS = /\+?\(?\d(?:[\d\s()./-]*\d)?/g;

function betweenReferences(text: string, mask: (part: string) => string): string {
  // Splitting at a pattern with one group puts the matches at odd indexes.
  const parts = text.split(REFERENCE).map((part, index) => {
    const kept = index % 2 === 1 && !looksLikeHash(part.replace(/^\(reference |\)$/gi, ''));
    return kept ? part : mask(part);
  });
  return parts.join('');
}

function hideSecrets(part: string): string {
  return part
    .replace(CRYPT, HIDDEN)
    .replace(BEARER, `$1 ${HIDDEN}`)
    .replace(WORD, (word) => (looksLikeHash(word) ? HIDDEN : word))
    .replace(TOKEN, (token) => (OPAQUE.test(token) ? HIDDEN : token));
}

function maskQuoted(quoted: string, at: number, text: string): string {
  const inner = quoted.slice(1, -1);
  const isKey = /^\w+$/.test(inner) && /^\s*:\s*["{[\d]/.test(text.slice(at + quoted.length, at + quoted.length + 10));
  const isMasked = /^\S*\*{3}\S*$/.test(inner);
  return isKey || isMasked || FIELD.test(inner) ? quoted : `${quoted.at(0)}${maskValue(inner)}${quoted.at(-1)}`;
}

/** Matches those of the values that occur in the text, the longest first: an e-mail address before its local part. */
function ownPattern(text: string, ownValues: readonly string[]): RegExp | null {
  const folded = text.normalize('NFC').toLowerCase();
  const values = new Set<string>();
  for (const value of ownValues) {
    const own = value.trim().normalize('NFC');
    const local = own.slice(0, Math.max(0, own.lastIndexOf('@')));
    // Upper case can be longer: a tenant may write STRAUSS for Strauß.
    for (const candidate of [own, local, upper(own), upper(local), ...spellings(own)]) {
      if (candidate.length >= 3 && folded.includes(candidate.toLowerCase())) values.add(candidate);
    }
  }
  if (values.size === 0) return null;
  const parts = [...values].sort((a, b) => b.length - a.length).map(valuePattern);
  return new RegExp(parts.join('|'), 'giu');
}

function upper(text: string): string {
  return text.toUpperCase().normalize('NFC');
}

/** The value escaped for JSON, a URL and HTML: a server may quote what it was sent in any of them. */
function spellings(value: string): string[] {
  if (/^[\w.-]*$/.test(value)) return [];
  const html = value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  const named = html.replaceAll('&#39;', '&apos;').replaceAll('&quot;', '&#34;');
  return [JSON.stringify(value).slice(1, -1), encodeURIComponent(value.toWellFormed()), html, named];
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A short name only matches as a whole word: Eva must not mask part of "evaluation". */
function valuePattern(value: string): string {
  const escaped = value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return /^\p{L}{3,7}$/u.test(value) ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped;
}

function hideHash(value: string): string {
  return looksLikeHash(value.trim()) ? HIDDEN : value;
}

/** A sub stays readable, so that a masked row can be found by it, unless the sub itself is personal. */
function maskSub(sub: string, ids: Identifiers): string {
  const lower = sub.toLowerCase();
  const same = [ids.email, ids.mobile_number].some((value) => value?.toLowerCase() === lower);
  // A UUID may consist of digits alone.
  const isNumber = /^\s*[+0]/.test(sub) && PHONE.test(sub) && !UUID.test(sub);
  const personal = same || sub.includes('@') || isNumber;
  return personal || looksLikeHash(sub.trim()) ? maskValue(sub) : sub;
}

function maskEmail(local: string, domain: string): string {
  const dot = domain.indexOf('.');
  const top = dot < 0 ? '' : domain.slice(domain.lastIndexOf('.') + 1);
  const end = /^[a-z]{2,24}$/i.test(top) ? `.${top}` : '';
  return `${initial(local)}${HIDDEN}@${initial(dot < 0 ? domain : domain.slice(0, dot))}${HIDDEN}${end}`;
}

/** Country code and last two digits help support to find a caller; a short number would show too much. */
function maskPhone(digits: string): string {
  const start = digits.startsWith('+') ? digits.slice(0, 3) : digits.slice(0, 1);
  return `${start}${HIDDEN}${digits.length >= 10 ? digits.slice(-2) : ''}`;
}

/** The first letter or digit; empty for texts of less than three characters. */
function initial(text: string): string {
  // Most texts: a report masks each of its millions.
  if (/^[A-Za-z\d][ -~]{2}/.test(text)) return text.charAt(0);
  const [first = '', , third] = Array.from(text.slice(0, 8));
  return third !== undefined && /^[\p{L}\p{N}]$/u.test(first) ? first : '';
}
