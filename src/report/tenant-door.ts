import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { KnownSecrets } from '../tenant/known-secrets.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import type { TenantError } from '../tenant/tenant-error.ts';
import { openTenantText, type TenantText } from '../tenant/tenant-text.ts';
import { shorten } from '../text/escape.ts';
import type { SecretFinder } from '../text/secret-finder.ts';
import { asSentence } from '../text/sentence.ts';
import { readingsOf } from '../text/text-readings.ts';
import { foldedView, identityView, type Reading, replaceRanges } from '../text/text-view.ts';
import { UUID } from '../text/uuid.ts';
import { looksLikeHash } from '../user/hash-shape.ts';
import { maskSplitHashes, maskText } from './mask.ts';
import { OwnValues } from './own-values.ts';
import type { IdentifierLevel } from './report-data.ts';
import { hideMaskedValues } from './shown-row.ts';

/** Stands for a text with a secret that cannot be cut out of it, or with more than can be searched. */
export const WITHHELD =
  'The text of the tenant is not shown, because it quotes something secret or cannot be searched for it.';
const HIDDEN = '***';
/** A message must fit one line of a report. */
const MAX_CHARACTERS = 300;

/**
 * The door for every text of the tenant, which is the only code that opens one. `secrets` are those of the connection: what was
 * sent since a text arrived is removed from it too. Values of users become stubs, at `none` `***`.
 */
export function createTenantDoor(secrets: Pick<KnownSecrets, 'finder'>, level: IdentifierLevel): TenantDoor {
  return {
    describe: (error, users) => {
      const own = ownValues(users);
      const shown = printText(error.message, level, secrets.finder, own);
      const reference = error.reference === null ? null : referenceIn(error.reference, secrets.finder, own);
      return reference === null ? shown : `${shown} (reference ${reference})`;
    },
    code: (error, users) => codeOf(error, secrets.finder, users),
    sub: (text, user) => subIn(text, secrets.finder, user),
    name: (text) => nameIn(text, secrets.finder),
  };
}

function ownValues(users: readonly OutgoingUser[]): OwnValues {
  return new OwnValues(users.map(({ body }) => body));
}

function printText(text: TenantText, level: IdentifierLevel, finder: SecretFinder, own: OwnValues): string {
  let shown = '';
  let theirs = '';
  let count = 0;
  for (const part of openTenantText(text)) {
    switch (part.kind) {
      case 'ours':
        shown += part.words;
        break;
      case 'stop':
        shown = asSentence(shown);
        break;
      case 'theirs': {
        const clean = cleanText(part.raw, part.isCut, finder, own);
        if (clean === null) return WITHHELD;
        shown += hideMaskedValues(clean, level);
        theirs += clean;
        count++;
      }
    }
  }
  // Half of a secret in each of two texts.
  return count > 1 && hasSecret(theirs, finder) ? WITHHELD : shown;
}

/** A text of the tenant without secrets, hashes and values of the users; null when that cannot be achieved. */
function cleanText(raw: string, isCut: boolean, finder: SecretFinder, own: OwnValues): string | null {
  const readings = readingsOf(raw);
  if (readings === null) return null;
  const { whole, hasParts } = finder.find(readings);
  if (hasParts) return null;
  // A value that is there as it was sent becomes a stub below, which shows more.
  const spelt = own.findPersonal(readings).filter(({ start, end }) => !own.has(raw.slice(start, end)));
  const known = replaceRanges(raw, [...whole, ...own.findHashes(readings), ...spelt], HIDDEN).replace(UNSEEN, '');
  const masked = maskSplitHashes(maskText(withoutCutValue(known, [...own.personal, ...own.hashes]), own.personal));
  const again = masked === raw ? readings : readingsOf(masked);
  if (again === null) return null;
  const personal = own.findPersonal(again);
  const clean = replaceRanges(masked, personal, HIDDEN);
  // What is left may read as a secret once something between its parts is gone.
  const last = personal.length === 0 ? again : readingsOf(clean);
  if (last !== readings && (last === null || isSecretIn(last, finder, true) || isOwnIn(last, own))) return null;
  if (isCut && clean.length <= MAX_CHARACTERS) return null;
  return shorten(clean, MAX_CHARACTERS);
}

function isSecretIn(readings: readonly Reading[], finder: SecretFinder, mayHaveWords: boolean): boolean {
  const { whole, hasParts } = finder.find(readings, mayHaveWords);
  return hasParts || whole.length > 0;
}

function isOwnIn(readings: readonly Reading[], own: OwnValues): boolean {
  return own.findHashes(readings).length + own.findPersonal(readings).length > 0;
}

function hasOwnWord(word: string, own: OwnValues): boolean {
  return own.haveWordIn(word) || hasOwn(word, own);
}

function hasOwn(word: string, own: OwnValues): boolean {
  const readings = readingsOf(word);
  return readings === null || isOwnIn(readings, own);
}

function hasSecret(text: string, finder: SecretFinder, mayHaveWords = true): boolean {
  const readings = readingsOf(text);
  return readings === null || isSecretIn(readings, finder, mayHaveWords);
}

/** Invisible characters, which would split what is masked. Joiners and variations stay where scripts and emoji need them. */
const UNSEEN =
  /(?!\p{Join_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|(?<=^|[\p{Script=Latin}\p{Script=Common}])(?<!\p{Extended_Pictographic})(?<!\p{Variation_Selector})(?:\p{Join_Control}|\p{Variation_Selector})/gu;

/** The tenant may have cut its text in the middle of a value: the rest of that value is still personal. */
function withoutCutValue(text: string, values: readonly string[]): string {
  const end = /(?:…|\.{3})$/.exec(text)?.[0];
  if (end === undefined) return text;
  const kept = text.slice(0, -end.length);
  const folded = kept.toLowerCase();
  let cut = 0;
  for (const value of values) {
    const full = value.trim().toLowerCase();
    for (let length = Math.min(full.length - 1, kept.length); length > Math.max(cut, 2); length--) {
      if (folded.endsWith(full.slice(0, length))) cut = length;
    }
  }
  return `${kept.slice(0, kept.length - cut)}${end}`;
}

/** The text when it is one word of the tenant alone; null for anything else. */
function wordIn(text: TenantText, shape: RegExp, finder: SecretFinder): string | null {
  const [part, ...others] = openTenantText(text);
  if (part?.kind !== 'theirs' || others.length > 0 || part.isCut || !shape.test(part.raw)) return null;
  return hasSecret(part.raw, finder, false) ? null : part.raw;
}

/** Words and small numbers, as in `invalid_email`, `10301`, `e-mail.exists`: too little to be a salt or a piece of a hash. */
const CODE = /^(?=.{1,40}$)(?!(?:\D*\d){7})(?:[a-z]{1,20}\d{0,4}|\d{1,6})(?:[._-](?:[a-z]{1,20}\d{0,4}|\d{1,6})){0,5}$/;

function codeOf({ code, bodyCode }: TenantError, finder: SecretFinder, users: readonly OutgoingUser[]): string {
  const word = bodyCode === null ? null : wordIn(bodyCode, CODE, finder);
  return word === null || hasOwnWord(word, ownValues(users)) ? code : `tenant.${word}`;
}

const REFERENCE = /^[\w.:+/=-]{4,100}$/;

function referenceIn(text: TenantText, finder: SecretFinder, own: OwnValues): string | null {
  const word = wordIn(text, REFERENCE, finder);
  return word === null || looksLikeHash(word) || isSplitHash(word) || hasOwnWord(word, own) ? null : word;
}

const NAME = /^[\p{L}\p{M}\p{N}_.: -]{1,64}$/u;

/** Words with a small number or two, as `customer_no`, `loyaltyTier2`, `iso3166alpha2`: random characters have more of them. */
function isWords(name: string): boolean {
  const numbers = name.match(/\p{N}+/gu) ?? [];
  const single = name.split(/[_.: -]+/).filter((word) => word.length === 1);
  const changes = name.match(/(?<=[a-z])[A-Z\d]|(?<=[A-Z])[a-z\d]|(?<=\d)[A-Za-z]/g) ?? [];
  if (name.normalize('NFKC') !== name || (name.length >= 10 && changes.length * 5 >= name.length * 2)) return false;
  return numbers.length <= 2 && numbers.every(({ length }) => length <= 4) && single.length < 4;
}

/** A name must not need a mask: half of a name helps nobody. */
function nameIn(text: TenantText, finder: SecretFinder): string | null {
  const word = wordIn(text, NAME, finder);
  return word === null || !isWords(word) || looksLikeHash(word) || maskSplitHashes(maskText(word, [])) !== word
    ? null
    : word;
}

const SUB = /^[!-~]{1,500}$/;

function subIn(text: TenantText, finder: SecretFinder, user: OutgoingUser): string | null {
  const uuid = plainUuid(text, finder);
  if (uuid !== null) return hasDigitsOrHash(uuid, user.body) ? null : uuid;
  const word = wordIn(text, SUB, finder);
  if (word === null) return null;
  if (UUID.test(word)) return hasDigitsOrHash(word, user.body) ? null : word;
  const own = ownValues([user]);
  return isSplitHash(word) || own.areIn(word) || hasOwn(word, own) ? null : word;
}

/** The usual sub: all readings of it, and parsing each user for it, would make a large run slower. */
function plainUuid(text: TenantText, finder: SecretFinder): string | null {
  const [part] = openTenantText(text);
  if (part?.kind !== 'theirs' || !UUID.test(part.raw)) return null;
  const bytes = Buffer.from(part.raw.replaceAll('-', ''), 'hex').toString('latin1');
  const view = identityView(part.raw);
  const isPlain = !/[ -~]{6}/.test(bytes) && !isSecretIn([{ view, letters: foldedView(view) }], finder, false);
  return isPlain ? part.raw : null;
}

/** A UUID has room for a hash of 32 digits and for a phone number. */
function hasDigitsOrHash(uuid: string, body: string): boolean {
  const hex = uuid.replaceAll('-', '').toLowerCase();
  if (body.toLowerCase().includes(hex)) return true;
  const runs = hex.match(/\d{8,}/g) ?? [];
  if (runs.length === 0) return false;
  const digits = body.replace(/\D+/g, '');
  return runs.some((run) =>
    Array.from({ length: run.length - 7 }, (_, at) => run.slice(at, at + 8)).some((part) => digits.includes(part)),
  );
}

function isSplitHash(word: string): boolean {
  return maskSplitHashes(word) !== word;
}
