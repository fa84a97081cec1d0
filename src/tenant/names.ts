import { jsonObject } from './json-object.ts';

/** The subs and identifiers in a user entity or in an entry of an answer. */
export interface Names {
  /** Compared exactly; never `ANONYMOUS`. The first is that of the account itself. */
  readonly subs: ReadonlySet<string>;
  /** Key and lower-case value: `email:jane@example.com`. */
  readonly identifiers: ReadonlySet<string>;
}

/** The names in an entry of an answer. */
export interface EntryNames extends Names {
  /** An `identifier` that is a plain string: a sub, or any of the identifiers. Null when there is none. */
  readonly bareIdentifier: string | null;
  /** True also when the `identifier` holds only keys that are not compared here (a custom field): it still refers to a user. */
  readonly namesUser: boolean;
}

/** Subs of cidaas have 36 characters, those of other systems at most some hundred. A longer text is not kept as a sub. */
const MAX_SUB_LENGTH = 500;
const IDENTIFIERS = ['email', 'username', 'mobile_number'] as const;

/** The subs of a user that has only this one. */
export function subsOf(sub: string): Names['subs'] {
  return collect([{ sub }]).subs;
}

/** The names in a user entity of the request and in its identities. */
export function namesOfUser(user: unknown): Names {
  return collect([user, ...identitiesOf(user)]);
}

/**
 * The names in an entry of an answer, in its `identifier` (an object or a string) and in the identities of either. Only
 * `{ sub, identifier: { email } }` has been observed; the other forms are a precaution.
 */
export function namesOfEntry(entry: unknown): EntryNames {
  const identifier = jsonObject(entry)?.identifier;
  const names = collect([entry, identifier, ...identitiesOf(entry), ...identitiesOf(identifier)], MAX_SUB_LENGTH);
  const text = textOf(identifier).trim();
  const bareIdentifier = text === '' || isAnonymous(text) ? null : text;
  const hasOtherKey = Object.entries(jsonObject(identifier) ?? {}).some(
    ([key, value]) => key !== 'sub' && hasContent(value),
  );
  const hasName = names.subs.size > 0 || names.identifiers.size > 0 || bareIdentifier !== null;
  return { ...names, bareIdentifier, namesUser: hasName || hasOtherKey };
}

/** Every form that a bare identifier may have among the identifiers of a user. */
export function identifiersOfBare(bare: string): string[] {
  return IDENTIFIERS.map((key) => `${key}:${normalized(bare)}`);
}

function collect(values: readonly unknown[], maxSubLength = Number.POSITIVE_INFINITY): Names {
  const subs = new Set<string>();
  const identifiers = new Set<string>();
  for (const value of values) {
    const object = jsonObject(value);
    const sub = textOf(object?.sub);
    if (sub.length <= maxSubLength && sub.trim() !== '' && !isAnonymous(sub)) subs.add(sub);
    for (const key of IDENTIFIERS) {
      const text = normalized(object?.[key]);
      if (text !== '') identifiers.add(`${key}:${text}`);
    }
  }
  return { subs, identifiers };
}

function identitiesOf(value: unknown): readonly unknown[] {
  const identities = jsonObject(value)?.identities;
  return Array.isArray(identities) ? identities : [];
}

/** The placeholder that a failed user has instead of a sub. Source: docs.cidaas.com user migration. */
function isAnonymous(sub: string): boolean {
  return sub.trim().toUpperCase() === 'ANONYMOUS';
}

function hasContent(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return textOf(value).trim() !== '';
}

/** A number that JSON cannot carry exactly is not the name that was sent. */
function textOf(value: unknown): string {
  return typeof value === 'string' || Number.isSafeInteger(value) ? String(value) : '';
}

function normalized(value: unknown): string {
  return textOf(value).trim().toLowerCase();
}
