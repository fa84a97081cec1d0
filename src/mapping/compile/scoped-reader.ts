import { didYouMean } from '../../text/nearest.ts';
import type { SourceRef } from '../field-rule.ts';
import { valueAt } from './source-path.ts';
import { ABSENT, pathOf, type Read, type SourceReader } from './source-reader.ts';

/** A value outside the record that references reach by its name: a joined record, an element of a list. */
export interface Scope {
  readonly name: string;
  /** The columns of the joined record; null for JSON, which is followed by paths. */
  readonly columns: readonly string[] | null;
  /** The value for the record that is being mapped. */
  value: unknown;
}

/**
 * Reads references that begin with the name of a scope in that scope, all others as `reader` does. References that begin with
 * a name in `absent` are absent.
 */
export function scopedReader(
  reader: SourceReader,
  scopes: readonly Scope[],
  absent: readonly string[] = [],
): SourceReader {
  if (scopes.length === 0 && absent.length === 0) return reader;
  return {
    problems: reader.problems,
    unseen: () => reader.unseen(),
    toObject: (body) => {
      const record = reader.toObject(body);
      return record && { ...record, ...Object.fromEntries(scopes.map((scope) => [scope.name, scope.value])) };
    },
    reading(ref) {
      const isIn = (name: string) => ref.text === name || /^[.[]/.test(rest(ref.text, name));
      if (absent.some(isIn)) return ABSENT;
      const scope = scopes.find(({ name }) => isIn(name));
      return scope === undefined ? reader.reading(ref) : readingIn(scope, ref, reader.problems);
    },
  };
}

function readingIn(scope: Scope, ref: SourceRef, problems: string[]): Read {
  const inner = rest(ref.text, scope.name).replace(/^\./, '');
  if (inner === '') return () => scope.value;
  // A column may be called `a.b`, so columns are looked up before a path is followed.
  if (scope.columns !== null && !inner.startsWith('[')) {
    if (!scope.columns.includes(inner) && ref.presence === 'required')
      problems.push(`${ref.at}: ${scope.name} has no column "${inner}".${didYouMean(inner, scope.columns)}`);
    return () => valueAt(scope.value, [inner]);
  }
  const path = pathOf({ ...ref, text: inner }, problems);
  return path === null ? () => undefined : () => valueAt(scope.value, path);
}

/** What follows a scope's name in a reference; the whole reference when it does not begin with the name. */
function rest(text: string, name: string): string {
  return text.startsWith(name) ? text.slice(name.length) : text;
}
