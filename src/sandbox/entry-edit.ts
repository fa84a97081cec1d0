import { type Random, shuffled } from '../runtime/random.ts';
import { GENERIC_CODE, type ProcessStateEntry } from './process-state.ts';

/** A way in which an answer tells less, more or other than what happened. */
export type EntryEdit =
  /** The first `count` entries are left out: what is left sits in the wrong places. */
  | { readonly kind: 'missing'; readonly count: number }
  /** `count` entries about users that nobody sent, put in front. */
  | { readonly kind: 'extra'; readonly count: number }
  | { readonly kind: 'shuffled' }
  /** Neither sub nor identifier: states alone. */
  | { readonly kind: 'nameless' }
  /** No identifier; the sub stays. */
  | { readonly kind: 'no-identifier' }
  /** No sub; the identifier stays. */
  | { readonly kind: 'no-sub' }
  /** Identifiers in capitals. */
  | { readonly kind: 'shouted' }
  /** The second entry bears the first one's identifier: two entries with the same e-mail. */
  | { readonly kind: 'twins' }
  /** One more entry about the first user, which says FAILED. */
  | { readonly kind: 'contradicting' };

/** The entries as the edit lets the client see them; `random` decides a new order. The given ones stay as they are. */
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
    case 'nameless':
      return entries.map((entry) => without(without(entry, 'sub'), 'identifier'));
    case 'no-identifier':
      return entries.map((entry) => without(entry, 'identifier'));
    case 'no-sub':
      return entries.map((entry) => without(entry, 'sub'));
    case 'shouted':
      return entries.map((entry) => ({ ...entry, identifier: shout(entry.identifier) }));
    case 'twins':
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

function shout(identifier: unknown): unknown {
  return JSON.parse(
    JSON.stringify(identifier ?? null).replace(/(?<=":)"[^"]*"|^"[^"]*"$/g, (text) => text.toUpperCase()),
  );
}

/** Keeps the state's key of the tenant, whichever it is. */
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
