import { didYouMean } from '../../text/nearest.ts';
import type { SourceRef } from '../field-rule.ts';
import { UnreadKeys } from '../unread/unread-keys.ts';
import { PLAIN_CELLS } from './cell-reading.ts';
import { markReader } from './mark-reader.ts';
import { PathTree } from './path-tree.ts';
import { type SourcePath, valueAt } from './source-path.ts';
import { ABSENT, pathOf, type Read, type SourceReader } from './source-reader.ts';

/** A value outside the record that references reach by its name: a joined record, an element of a list. */
export interface Scope {
  readonly name: string;
  /** The columns of the joined record; null for JSON, which is followed by paths. */
  readonly columns: readonly string[] | null;
  /** The paths that rules read in it; null for an element of a list, whose list is read as a whole. */
  readonly paths: SourcePath[] | null;
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
  const trees = new Map(scopes.map((scope) => [scope, new PathTree()]));
  const isIn = (text: string, name: string) => text === name || /^[.[]/.test(rest(text, name));
  return {
    problems: reader.problems,
    cleaner: reader.cleaner,
    sightings: reader.sightings,
    peek: (ref) => {
      if (absent.some((name) => isIn(ref.text, name))) return ABSENT;
      const scope = scopes.find(({ name }) => isIn(ref.text, name));
      return scope === undefined ? reader.peek(ref) : () => scope.value;
    },
    unread: (named) => {
      const inScopes = scopes.flatMap((scope) => watchOf(scope, named));
      const base = reader.unread(named);
      return {
        add: (body) => {
          base.add(body);
          for (const { scope, watch } of inScopes) if (scope.value !== undefined) watch.add(scope.value);
        },
        list: () => [...base.list(), ...inScopes.flatMap(({ watch }) => watch.list())],
      };
    },
    toObject: (body) => {
      const record = reader.toObject(body);
      return record && { ...record, ...Object.fromEntries(scopes.map((scope) => [scope.name, scope.value])) };
    },
    reading(ref, use) {
      if (absent.some((name) => isIn(ref.text, name))) return ABSENT;
      const scope = scopes.find(({ name }) => isIn(ref.text, name));
      if (scope === undefined) return reader.reading(ref, use);
      const read = readingIn(scope, ref, reader.problems, trees.get(scope) ?? new PathTree());
      const clean = reader.cleaner.cleaning(ref, use);
      return (body) => clean(read(body));
    },
  };
}

function readingIn(scope: Scope, ref: SourceRef, problems: string[], paths: PathTree): Read {
  const inner = rest(ref.text, scope.name).replace(/^\./, '');
  if (inner === '') {
    paths.add([]);
    scope.paths?.push([]);
    return () => scope.value;
  }
  // A column may be called `a.b`, so columns are looked up before a path is followed.
  if (scope.columns !== null && !inner.startsWith('[')) {
    if (!scope.columns.includes(inner) && ref.presence === 'required')
      problems.push(`${ref.at}: ${scope.name} has no column "${inner}".${didYouMean(inner, scope.columns)}`);
    scope.paths?.push([inner]);
    return () => valueAt(scope.value, [inner]);
  }
  const path = pathOf({ ...ref, text: inner }, problems);
  if (path === null) return () => undefined;
  scope.paths?.push(path);
  const trail = paths.add(path);
  // An element of a list is not known to have the keys of the mapping; a joined record is.
  const isElement = scope.name === 'each';
  return () => valueAt(scope.value, path, trail, 0, isElement);
}

/** Watches the joined records of a scope, without a rule's own columns among them. */
function watchOf(scope: Scope, named: readonly (readonly string[])[]): { scope: Scope; watch: UnreadKeys }[] {
  if (scope.paths === null) return [];
  const inner = named.filter(([name]) => name === scope.name).map(([, ...keys]) => keys);
  return [{ scope, watch: new UnreadKeys(`${scope.name}.`, scope.paths, inner, markReader(PLAIN_CELLS)) }];
}

/** What follows a scope's name in a reference; the whole reference when it does not begin with the name. */
function rest(text: string, name: string): string {
  return text.startsWith(name) ? text.slice(name.length) : text;
}
