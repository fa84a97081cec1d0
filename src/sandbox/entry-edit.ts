import { type Random, shuffled } from '../runtime/random.ts';
import { GENERIC_CODE, type ProcessStateEntry } from './process-state.ts';

/** A change to the entries of a response, so that it differs from what happened. */
export type EntryEdit =
  /** The first `count` entries are left out, so the others are at the wrong index. */
  | { readonly kind: 'missing'; readonly count: number }
  /** `count` entries for users that were not sent, at the beginning. */
  | { readonly kind: 'extra'; readonly count: number }
  | { readonly kind: 'shuffled' }
  /** Neither sub nor identifier, only states. */
  | { readonly kind: 'states-only' }
  /** No identifier, but the sub. */
  | { readonly kind: 'no-identifier' }
  /** No sub, but the identifier. */
  | { readonly kind: 'no-sub' }
  /** Identifiers in upper case. */
  | { readonly kind: 'uppercase' }
  /** The second entry has the identifier of the first: two entries with the same e-mail. */
  | { readonly kind: 'same-identifier' }
  /** Another entry for the first user, with FAILED. */
  | { readonly kind: 'contradicting' };

/** The entries after the edit; `random` determines a new order. Does not change its argument. */
export function editEntries(
  entries: readonly ProcessStateEntry[],
  edit: EntryEdit,
  random: Random,
): ProcessStateEntry[] {
  switch (edit.kind) {
    case 'missing':
      return entries.slice(edit.count);
    case 'extra':
      return [...Array.from({ length: edit.count }, (_, at) => stranger(entries[0], at)), ...entries];
    case 'shuffled':
      return shuffled(random, entries);
    case 'states-only':
      return entries.map((entry) => without(without(entry, 'sub'), 'identifier'));
    case 'no-identifier':
      return entries.map((entry) => without(entry, 'identifier'));
    case 'no-sub':
      return entries.map((entry) => without(entry, 'sub'));
    case 'uppercase':
      return entries.map((entry) => ({ ...entry, identifier: upperCase(entry.identifier) }));
    case 'same-identifier':
      return entries.map((entry, at) => (at === 1 ? { ...entry, identifier: entries[0]?.identifier } : entry));
    case 'contradicting': {
      const [first] = entries;
      return first === undefined ? [] : [...entries, failed(first)];
    }
    default:
      return edit satisfies never;
  }
}

function without(entry: ProcessStateEntry, key: string): ProcessStateEntry {
  const { [key]: _, ...rest } = entry;
  return rest;
}

function upperCase(identifier: unknown): unknown {
  return JSON.parse(
    JSON.stringify(identifier ?? null).replace(/(?<=":)"[^"]*"|^"[^"]*"$/g, (text) => text.toUpperCase()),
  );
}

/** Replaces the state under whichever key the tenant uses. */
function withState(entry: ProcessStateEntry, state: string): ProcessStateEntry {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      /^(CREATED|UPDATED|FAILED)$/.test(String(value)) ? state : value,
    ]),
  );
}

function stranger(like: ProcessStateEntry | undefined, at: number): ProcessStateEntry {
  const sub = `00000000-0000-4000-a000-${String(at).padStart(12, '0')}`;
  return {
    ...withState(like ?? { process_state: '' }, 'CREATED'),
    sub,
    identifier: { email: `stranger-${at}@example.net` },
  };
}

function failed(entry: ProcessStateEntry): ProcessStateEntry {
  return {
    ...withState(entry, 'FAILED'),
    sub: 'ANONYMOUS',
    message: 'user could not be processed',
    code: GENERIC_CODE,
  };
}
