import type { Identifiers } from '../user/cidaas-user.ts';
import { looksLikeHash } from '../user/hash-shape.ts';
import type { IdentifierLevel } from './report-data.ts';

const HIDDEN = '***';
/** Digits as people write phone numbers; at least seven of them, so that row numbers and HTTP statuses stay readable. */
const PHONE = /^(?=(?:\D*\d){7})\+?[\d\s()./-]+$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** The identifiers of a row as `level` allows them to be shown. What looks like a password hash is hidden at every level. */
export function maskIdentifiers(ids: Identifiers, level: IdentifierLevel): Identifiers {
  if (level === 'none') return {};
  const show = level === 'full' ? hideHash : stub;
  return {
    ...(ids.sub === undefined ? {} : { sub: level === 'full' ? hideHash(ids.sub) : maskSub(ids.sub, ids) }),
    ...(ids.email === undefined ? {} : { email: show(ids.email) }),
    ...(ids.username === undefined ? {} : { username: show(ids.username) }),
    ...(ids.mobile_number === undefined ? {} : { mobile_number: show(ids.mobile_number) }),
  };
}

/** What stands for a value: `j***@e***.com`, `+49***78`, `j***`; short values and hashes give nothing away. */
export function stub(value: string): string {
  const text = value.trim();
  if (looksLikeHash(text)) return HIDDEN;
  const at = text.lastIndexOf('@');
  if (at >= 0) return emailStub(text.slice(0, at), text.slice(at + 1));
  if (PHONE.test(text)) return phoneStub(text.replace(/[^\d+]/g, ''));
  return `${initial(text)}${HIDDEN}`;
}

/**
 * Somebody's text about a row (the tenant's message) with everything personal or secret in it as stubs: the row's own
 * values (three characters and more, in any case), what stands in quotes unless it is a field name, e-mail addresses, phone
 * numbers, password hashes, tokens. Reference numbers stay, since cidaas support asks for them. Masking twice changes
 * nothing more.
 */
export function maskText(text: string, ownValues: readonly string[]): string {
  const own = ownPattern(text, ownValues);
  const known = own === null ? text : text.normalize('NFC').replace(own, stub);
  return betweenReferences(known, (part) =>
    hideSecrets(part)
      .replace(WORD, (word) => (/[@＠]/.test(word) ? stub(word.replace('＠', '@')) : word))
      .replace(QUOTED, stubQuoted)
      .replace(DIGITS, (digits) => (PHONE.test(digits) ? stub(digits) : digits)),
  );
}

/** Only what must never be shown at any level: password hashes, salts that look like one, tokens. */
export function maskSecrets(text: string): string {
  return betweenReferences(text, hideSecrets);
}

/** cidaas's reference numbers (`<millis>-<uuid>`), subs (UUIDs), and what is called a reference and is no hash. */
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
/** Long hex, a JWT, long base64, shorter base64 that its padding or its mixture gives away (a salt). */
const OPAQUE =
  /^(?:[\dA-Fa-f]{32,}|eyJ[\w-]{5,}\.[\w.-]+|[\w+/-]{40,}={0,2}|[\w+/-]{16,}={1,2}|(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w+/-]{24,})$/;
const DIGITS = /\+?\(?\d(?:[\d\s()./-]*\d)?/g;

function betweenReferences(text: string, mask: (part: string) => string): string {
  // Splitting at a pattern with one group puts what it matched at the odd places.
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

function stubQuoted(quoted: string, at: number, text: string): string {
  const inner = quoted.slice(1, -1);
  const isKey = /^\w+$/.test(inner) && /^\s*:\s*["{[\d]/.test(text.slice(at + quoted.length, at + quoted.length + 10));
  const isStub = /^\S*\*{3}\S*$/.test(inner);
  return isKey || isStub || FIELD.test(inner) ? quoted : `${quoted.at(0)}${stub(inner)}${quoted.at(-1)}`;
}

/** One expression for those of the values that occur in the text, longest first: an e-mail address before its local part. */
function ownPattern(text: string, ownValues: readonly string[]): RegExp | null {
  const folded = text.normalize('NFC').toLowerCase();
  const values = new Set<string>();
  for (const value of ownValues) {
    const own = value.trim().normalize('NFC');
    const local = own.slice(0, Math.max(0, own.lastIndexOf('@')));
    // Upper case is not always one to one: a tenant may write STRAUSS.
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

/** A value as it stands in JSON, a URL or HTML: a server may quote what it was sent in any of them. */
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

/** A short name only counts as a word of its own: Eva is not to make "evaluation" unreadable. */
function valuePattern(value: string): string {
  const escaped = value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return /^\p{L}{3,7}$/u.test(value) ? `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])` : escaped;
}

function hideHash(value: string): string {
  return looksLikeHash(value.trim()) ? HIDDEN : value;
}

/** A sub stays readable, since it is what a masked row is found by, unless it is personal itself. */
function maskSub(sub: string, ids: Identifiers): string {
  const lower = sub.toLowerCase();
  const same = [ids.email, ids.mobile_number].some((value) => value?.toLowerCase() === lower);
  // A UUID may happen to hold digits alone.
  const isNumber = /^\s*[+0]/.test(sub) && PHONE.test(sub) && !UUID.test(sub);
  const personal = same || sub.includes('@') || isNumber;
  return personal || looksLikeHash(sub.trim()) ? stub(sub) : sub;
}

function emailStub(local: string, domain: string): string {
  const labels = domain.split('.');
  const top = labels.length > 1 ? (labels.at(-1) ?? '') : '';
  const end = /^[a-z]{2,24}$/i.test(top) ? `.${top}` : '';
  return `${initial(local)}${HIDDEN}@${initial(labels[0] ?? '')}${HIDDEN}${end}`;
}

/** Country and the last two digits help to find a person who calls; of a short number both would be too much. */
function phoneStub(digits: string): string {
  const start = digits.startsWith('+') ? digits.slice(0, 3) : digits.slice(0, 1);
  return `${start}${HIDDEN}${digits.length >= 10 ? digits.slice(-2) : ''}`;
}

function initial(text: string): string {
  const [first = '', , third] = Array.from(text.slice(0, 8));
  return third !== undefined && /^[\p{L}\p{N}]$/u.test(first) ? first : '';
}
