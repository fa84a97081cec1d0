import type { Problem } from '../source/record.ts';
import { withoutInvisible, withoutInvisibleEnds } from '../text/invisible.ts';
import { isObject } from '../text/is-object.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { IDENTIFIERS } from '../user/identifiers.ts';
import { PROBLEM_CODES } from './problem-codes.ts';

/** A user as it is sent, and the fields from which characters were removed. */
export interface CleanUser {
  readonly user: CidaasUser;
  /** One for each text; empty for nearly all users. */
  readonly removed: readonly Problem[];
}

/**
 * Converts the texts of a user to NFC and removes invisible characters: anywhere in a name or another text, only unusual spaces
 * at the ends of an identifier. Other invisible characters in an identifier are kept for the rules to refuse, since the source
 * system may have a second user without them. The sub in a group is cleaned like that of the user, which it repeats; hashes,
 * roles, consents and all else in groups are not changed.
 */
export function cleanUser(user: CidaasUser): CleanUser {
  const removed: Problem[] = [];
  return { user: cleanIdentity(user as Fields, '', removed) as CidaasUser, removed };
}

type Fields = { readonly [field: string]: unknown };

function cleanIdentity(identity: Fields, prefix: string, removed: Problem[]): Fields {
  return mapFields(identity, (value, key) => {
    const field = prefix + key;
    if (typeof value === 'string') {
      const clean = IDENTIFIERS.has(key) ? withoutInvisibleEnds(value) : withoutInvisible(value);
      return counted(value, clean, field, removed);
    }
    if ((key === 'address' || key === 'customFields') && isObject(value)) return cleanTexts(value, field, removed);
    if (key === 'groups' && Array.isArray(value)) return mapItems(value, cleanGroup);
    if (key !== 'identities' || !Array.isArray(value)) return value;
    return mapItems(value, (entry, index) =>
      isObject(entry) ? cleanIdentity(entry, `identities[${index}].`, removed) : entry,
    );
  });
}

/** Nothing is counted: the same was removed from the sub of the user. */
function cleanGroup(group: unknown): unknown {
  if (!isObject(group) || typeof group.sub !== 'string') return group;
  const sub = withoutInvisibleEnds(group.sub);
  return sub === group.sub ? group : { ...group, sub };
}

/** Cleans all texts in an address or in custom fields, which may have several lines. Keys of deeper levels may be data: `field` leaves them out. */
function cleanTexts(value: unknown, field: string, removed: Problem[]): unknown {
  if (typeof value === 'string') return counted(value, withoutInvisible(value, true), field, removed);
  if (Array.isArray(value)) return mapItems(value, (item) => cleanTexts(item, field, removed));
  if (!isObject(value)) return value;
  const clean = mapFields(value, (inner, key) =>
    cleanTexts(inner, field.includes('.') ? field : `${field}.${key}`, removed),
  );
  return clean !== value && Object.keys(clean).length === 0 ? undefined : clean;
}

/** The cleaned text, undefined if nothing is left; notes the field if characters were removed. */
function counted(text: string, clean: string, field: string, removed: Problem[]): string | undefined {
  if (clean === text) return text;
  if (clean !== text.normalize('NFC')) removed.push(problemOf(field));
  return clean === '' ? undefined : clean;
}

function problemOf(field: string): Problem {
  const message = `${field} contained invisible characters or unusual spaces, which were removed or replaced by ordinary spaces.`;
  return { code: 'text.invisible', field, message, hint: PROBLEM_CODES['text.invisible'].hint };
}

/** Copies the object only if a field changes; undefined removes a field. */
function mapFields(fields: Fields, map: (value: unknown, key: string) => unknown): Fields {
  let copy: Record<string, unknown> | null = null;
  for (const key in fields) {
    const value = fields[key];
    const made = map(value, key);
    if (made === value) continue;
    copy ??= { ...fields };
    if (made === undefined) delete copy[key];
    else copy[key] = made;
  }
  return copy ?? fields;
}

/** Copies the list only if an item changes; undefined removes an item. */
function mapItems(items: readonly unknown[], map: (item: unknown, index: number) => unknown): readonly unknown[] {
  const made = items.map(map);
  return made.some((item, index) => item !== items[index]) ? made.filter((item) => item !== undefined) : items;
}
