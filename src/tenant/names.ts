import { jsonObject } from './json-object.ts';

/** Whom a user entity, or an entry of an answer, names. */
export interface Names {
  /** Compared exactly; never `ANONYMOUS`. The first is the account's own. */
  readonly subs: ReadonlySet<string>;
  /** Key and lower-case value: `email:jane@example.com`. */
  readonly identifiers: ReadonlySet<string>;
}

/** Whom an entry of an answer names, and whether it names anybody at all. */
export interface EntryNames extends Names {
  /** An `identifier` that is a plain string: a sub, or any of the identifiers. Null when there is none. */
  readonly bare: string | null;
  /** True also when the `identifier` holds only keys that are not compared here (a custom field): it still means somebody. */
  readonly named: boolean;
}

const IDENTIFIERS = ['email', 'username', 'mobile_number'] as const;

/** The subs of a user who has this one at most. */
export function subsOf(sub: string): Names['subs'] {
  return collect([{ sub }]).subs;
}

/** The names in a user entity of the request: its own, and those of its identities. */
export function namesOfUser(user: unknown): Names {
  return collect([user, ...identitiesOf(user)]);
}

/**
 * The names in an entry of an answer: its own, those of its `identifier` (an object, or a string) and of the identities of
 * either. Only `{ sub, identifier: { email } }` has been seen; the other forms are precaution.
 */
export function namesOfEntry(entry: unknown): EntryNames {
  const identifier = jsonObject(entry)?.identifier;
  const names = collect([entry, identifier, ...identitiesOf(entry), ...identitiesOf(identifier)]);
  const text = textOf(identifier).trim();
  const bare = text === '' || isAnonymous(text) ? null : text;
  const other = Object.entries(jsonObject(identifier) ?? {}).some(
    ([key, value]) => key !== 'sub' && isSomething(value),
  );
  return { ...names, bare, named: names.subs.size > 0 || names.identifiers.size > 0 || bare !== null || other };
}

/** Every form in which a bare identifier may stand among the names of a user. */
export function identifiersOfBare(bare: string): string[] {
  return IDENTIFIERS.map((key) => `${key}:${folded(bare)}`);
}

function collect(values: readonly unknown[]): Names {
  const subs = new Set<string>();
  const identifiers = new Set<string>();
  for (const value of values) {
    const object = jsonObject(value);
    const sub = textOf(object?.sub);
    if (sub.trim() !== '' && !isAnonymous(sub)) subs.add(sub);
    for (const key of IDENTIFIERS) {
      const text = folded(object?.[key]);
      if (text !== '') identifiers.add(`${key}:${text}`);
    }
  }
  return { subs, identifiers };
}

function identitiesOf(value: unknown): readonly unknown[] {
  const identities = jsonObject(value)?.identities;
  return Array.isArray(identities) ? identities : [];
}

/** What a failed user has in place of a sub: a truthy string that is nobody's. Source: docs.cidaas.com user migration. */
function isAnonymous(sub: string): boolean {
  return sub.trim().toUpperCase() === 'ANONYMOUS';
}

function isSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return textOf(value).trim() !== '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function folded(value: unknown): string {
  return textOf(value).trim().toLowerCase();
}
