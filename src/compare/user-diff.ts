import { isObject } from '../text/is-object.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';

/** A field in which two planned users differ; undefined if a side does not send the field, null if it clears the field. */
export interface FieldDifference {
  /** Dotted; `consents[].state` for all entries of a list. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Entries of these lists have a key, so their order does not matter. */
const ENTRY_NAMES: { readonly [list: string]: string } = { consents: 'fieldKey', groups: 'groupId' };
/** The value of a custom field is compared as one value, even if it is nested. */
const CUSTOM = 'customFields.';

/** The exact differences between two planned users. One per field: for a list, the first entry that differs. */
export function diffUsers(before: CidaasUser, after: CidaasUser): FieldDifference[] {
  const theirs = new Map<string, Leaf>();
  const ours = new Map<string, Leaf>();
  flatten(before, '', '', theirs);
  flatten(after, '', '', ours);
  const found = new Map<string, FieldDifference>();
  for (const [key, { field, value }] of theirs) {
    const other = ours.get(key);
    if (other !== undefined && same(value, other.value)) continue;
    if (!found.has(field)) found.set(field, { field, before: value, after: other?.value });
  }
  for (const [key, { field, value }] of ours) {
    if (theirs.has(key) || found.has(field)) continue;
    found.set(field, { field, before: undefined, after: value });
  }
  return [...found.values()];
}

interface Leaf {
  readonly field: string;
  readonly value: unknown;
}

/** `key` identifies entries and may contain data; `field` is shown to people. */
function flatten(value: unknown, key: string, field: string, leaves: Map<string, Leaf>): void {
  if (field === '' || (isObject(value) && !field.startsWith(CUSTOM))) {
    for (const [name, inner] of Object.entries(value ?? {})) {
      if (inner !== undefined) flatten(inner, joined(key, name), joined(field, name), leaves);
    }
  } else if (Array.isArray(value) && value.every(isObject) && value.length > 0 && !field.startsWith(CUSTOM)) {
    for (const [index, entry] of value.entries()) {
      const name = (entry as { readonly [name: string]: unknown })[ENTRY_NAMES[field] ?? ''];
      const place = field === 'identities' ? `${field}[${index}]` : `${field}[]`;
      flatten(entry, `${key}[${typeof name === 'string' ? JSON.stringify(name) : index}]`, place, leaves);
    }
  } else leaves.set(key, { field, value });
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && canonical(a) === canonical(b));
}

/** JSON text in which the order of keys does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
