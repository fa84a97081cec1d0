import { looksLikeHash } from '../../user/hash-shape.ts';
import {
  type AccountStateKind,
  accountStateName,
  isAboutAccount,
  isAboutSomethingElse,
  isHarmlessFlag,
  isPersonalName,
} from './account-state-name.ts';
import { areStateWords, isFlag } from './state-words.ts';

/** A column or key of the export that no rule of the mapping reads. */
export interface UnreadColumn {
  /** The column, or the path without places in lists. */
  readonly name: string;
  /** What a mapping writes to read it; null for a column without a name of its own, whose name may be data. */
  readonly ref: string | null;
  /** Where it is in the JSON text that `ref` has; null when `ref` has the value itself. */
  readonly json: string | null;
  /** Records with a value. */
  readonly filled: number;
  /** Records that were looked at: all but those that a skip rule leaves out or that cannot be read. */
  readonly rows: number;
  /** Why it may be the state of an account; null when nothing says so. */
  readonly sign: StateSign | null;
}

/** What makes a column look like the state of an account. A `flag` counts only when the mapping reads no state at all. */
export interface StateSign {
  readonly kind: AccountStateKind | 'flag';
  readonly by: 'name' | 'values';
}

/** Collects what the records have and no rule reads; memory does not grow with the export. */
export interface UnreadWatch<T> {
  add(record: T): void;
  list(): UnreadColumn[];
}

/** The sign that a column gives by its name or its values. `name` is the column or the last key of `path`. */
export function stateSign(
  { name, path }: { readonly name: string; readonly path: string },
  { words }: { readonly words: ReadonlySet<string> },
  { filled, rows }: { readonly filled: number; readonly rows: number },
): StateSign | null {
  const kind = accountStateName(name, path);
  if (kind !== null) return { kind, by: 'name' };
  if (words.size === 0 || isPersonalName(name)) return null;
  if (areStateWords(words, isAboutAccount(name) ? Number.POSITIVE_INFINITY : filled))
    return isAboutSomethingElse(path) ? null : { kind: 'status', by: 'values' };
  return isFlag(words, filled < rows) && !isHarmlessFlag(path) ? { kind: 'flag', by: 'values' } : null;
}

/** Whether a name may be data, as in a list by e-mail address or a file without a header: it must not be shown. */
export function isDataName(name: string): boolean {
  if (name.length > 100 || looksLikeHash(name) || DATA.test(name)) return true;
  const digits = name.replaceAll(/\D/g, '').length;
  return digits >= 4 && digits > name.length / 2;
}

/** An e-mail address, a date, a UUID. */
const DATA = /\S@\S+\.\S|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
