import type { Problem } from '../source/record.ts';
import { withoutInvisible, withoutInvisibleEnds } from '../text/invisible.ts';
import { isObject } from '../text/is-object.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { IDENTIFIERS } from '../user/identifiers.ts';
import { PROBLEM_CODES } from './problem-codes.ts';

/** A user as it is sent, and the fields from which characters were removed. */
export interface CleanUser {
  readonly user: CidaasUser;
  /** One for each field; empty for nearly every user. */
  readonly removed: readonly Problem[];
}

/**
 * Converts the texts of a user to NFC and removes invisible characters: anywhere in a name or another text, only unusual spaces
 * at the ends of an identifier. Other invisible characters in an identifier are kept for the rules to refuse, since the source
 * system may have a second user without them. Hashes, roles, groups and consents are not changed.
 */
export function cleanUser(user: CidaasUser): CleanUser {
  const removed: Problem[] = [];
  return { user: cleaned(user as Fields, '', removed) as CidaasUser, removed };
}

type Fields = { readonly [field: string]: unknown };

/** The same object when nothing in it changes. */
function cleaned(fields: Fields, prefix: string, removed: Problem[]): Fields {
  let copy: Record<string, unknown> | null = null;
  for (const key in fields) {
    const value = fields[key];
    const clean = cleanValue(key, value, prefix, removed);
    if (clean === value) continue;
    copy ??= { ...fields };
    if (clean === undefined) delete copy[key];
    else copy[key] = clean;
  }
  return copy ?? fields;
}

function cleanValue(key: string, value: unknown, prefix: string, removed: Problem[]): unknown {
  const hasLines = HAS_LINES.test(prefix);
  if (typeof value === 'string') {
    const clean = !hasLines && IDENTIFIERS.has(key) ? withoutInvisibleEnds(value) : withoutInvisible(value, hasLines);
    if (clean !== value && clean !== value.normalize('NFC')) removed.push(problemOf(prefix + key));
    return clean === '' && value !== '' ? undefined : clean;
  }
  if (key === 'address' || key === 'customFields')
    return isObject(value) ? filled(cleaned(value, `${prefix}${key}.`, removed), value) : value;
  if (!Array.isArray(value)) return value;
  if (key === 'identities' && prefix === '')
    return list(value, (entry, index) => (isObject(entry) ? cleaned(entry, `identities[${index}].`, removed) : entry));
  if (hasLines)
    return list(value, (item) => (typeof item === 'string' ? (cleanValue(key, item, prefix, removed) ?? '') : item));
  return value;
}

/** The same list when no item changes. */
function list(items: readonly unknown[], clean: (item: unknown, index: number) => unknown): readonly unknown[] {
  const made = items.map(clean);
  return made.some((item, index) => item !== items[index]) ? made : items;
}

/** An object of which nothing is left is left out. */
function filled(clean: Fields, before: Fields): Fields | undefined {
  return clean !== before && Object.keys(clean).length === 0 ? undefined : clean;
}

/** Parts of an address and custom fields may have several lines. */
const HAS_LINES = /(?:address|customFields)\.$/;

function problemOf(field: string): Problem {
  const { meaning, hint } = PROBLEM_CODES['text.invisible'];
  return { code: 'text.invisible', field, message: meaning, hint };
}
