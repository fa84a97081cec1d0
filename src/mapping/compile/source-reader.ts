import { RECORD_KEYS } from '../../password/credential-object.ts';
import type { RecordBody } from '../../source/record.ts';
import { didYouMean } from '../../text/nearest.ts';
import { normalizeName } from '../../text/normalize-name.ts';
import type { SourceRef } from '../field-rule.ts';
import { UnreadCells } from '../unread/unread-cells.ts';
import type { UnreadWatch } from '../unread/unread-column.ts';
import { UnreadKeys } from '../unread/unread-keys.ts';
import { type CellReading, cellReader, PLAIN_CELLS } from './cell-reading.ts';
import { markReader } from './mark-reader.ts';
import { missingColumn } from './missing-source.ts';
import { PathTree } from './path-tree.ts';
import { RecordFindings } from './record-findings.ts';
import { Sightings } from './sightings.ts';
import { parsePath, type SourcePath, valueAt } from './source-path.ts';
import { type ReadUse, ValueCleaner } from './value-cleaner.ts';

/**
 * Reads one value of a record: a cell's text, a JSON value, or undefined when there is none. `OTHER_SHAPE` and `UNKNOWN_VALUE`
 * are values that are there but cannot be read.
 */
export type Read = (body: RecordBody) => unknown;

export interface SourceReader {
  /** Prepares reading a reference. What is wrong with it is added to `problems`. */
  reading(ref: SourceRef, use?: ReadUse): Read;
  /** A record as an expression sees it: an object, columns by their names. */
  readonly toObject: (body: RecordBody) => object | undefined;
  readonly cleaner: ValueCleaner;
  /** Sentences about references that cannot be read. */
  readonly problems: string[];
  /**
   * Looks for a value without reading it: what only this looks at still counts as unread. `ABSENT` when no record can have it.
   */
  peek(ref: SourceRef): Read;
  /**
   * Watches for columns and keys that none of the references prepared so far reads. `named`: the keys that expressions read.
   */
  unread(named: readonly (readonly string[])[]): UnreadWatch<RecordBody>;
  /** Which of the paths that records need were found; of none for CSV. */
  readonly sightings: Sightings;
}

/** The reader of an absent column, to compare others with. */
export const ABSENT: Read = () => undefined;

/** Where a value is read that no rule names: an expression sees the whole record. */
const EXPRESSION = { at: 'in an expression', presence: 'optional' } as const;

/** Reads cells by the columns of a header. */
export function columnReader(
  header: readonly string[],
  cells: CellReading,
  findings = new RecordFindings(),
): SourceReader {
  const problems: string[] = [];
  const cleaner = new ValueCleaner(cells, findings);
  const unquoted = cellReader(cells);
  const columns = header.map((name) => unquoted(name) ?? '');
  const cleanColumn = columns.map((name) => cleaner.cleaning({ ...EXPRESSION, text: name }));
  const byLooseName = new Map<string, number[]>();
  for (const [index, name] of columns.entries()) {
    const loose = normalizeName(name);
    byLooseName.set(loose, [...(byLooseName.get(loose) ?? []), index]);
  }
  const read = new Set<number>();
  const find = ({ text, at, presence }: SourceRef): number => {
    const exact = columns.indexOf(text);
    if (exact >= 0 || presence !== 'loose') return exact;
    const [index = -1, ...others] = byLooseName.get(normalizeName(text)) ?? [];
    if (others.length === 0) return index;
    const named = [index, ...others].map((place) => `"${columns[place]}"`).join(' and ');
    problems.push(`${at}: the columns ${named} could both be "${text}". Name the right one in your mapping.`);
    return index;
  };
  for (const name of cells.keep) {
    // A name with a dot may lead into a joined record.
    if (!byLooseName.has(normalizeName(name)) && !name.includes('.'))
      problems.push(`source.nulls.keep: the export has no column "${name}".${didYouMean(name, columns)}`);
  }
  return {
    problems,
    cleaner,
    sightings: new Sightings(),
    peek: (ref) => {
      const index = find(ref);
      return index < 0 ? ABSENT : (body) => (body.kind === 'cells' ? unquoted(body.cells[index]) : undefined);
    },
    unread: (named) => {
      const names = new Set(named.map(([name]) => name));
      const watch = new UnreadCells(
        columns,
        (index) => read.has(index) || names.has(columns[index] ?? ''),
        markReader(cells),
      );
      return { add: (body) => body.kind === 'cells' && watch.add(body.cells), list: () => watch.list() };
    },
    toObject: (body) =>
      body.kind === 'cells'
        ? Object.fromEntries(columns.map((name, index) => [name, cleanColumn[index]?.(unquoted(body.cells[index]))]))
        : undefined,
    reading(ref, use) {
      const index = find(ref);
      if (index < 0) {
        if (ref.presence === 'required' || ref.presence === 'column')
          problems.push(missingColumn(ref, ref.presence, columns));
        return ABSENT;
      }
      read.add(index);
      const clean = cleaner.cleaning({ ...ref, text: columns[index] ?? ref.text }, use);
      return (body) => (body.kind === 'cells' ? clean(unquoted(body.cells[index])) : undefined);
    },
  };
}

/** The reference to the JSON record itself. */
const RECORD = '$';

/** Reads JSON records by paths and notes which paths were found at least once. */
export function pathReader(cells = PLAIN_CELLS, findings = new RecordFindings()): SourceReader {
  const problems: string[] = [];
  const cleaner = new ValueCleaner(cells, findings);
  const cleanRecord = cleaner.deepCleaning({ ...EXPRESSION, text: RECORD });
  const tree = new PathTree();
  const paths: SourcePath[] = [];
  const sightings = new Sightings();
  return {
    problems,
    sightings,
    cleaner,
    toObject: (body) => (body.kind === 'object' ? (cleanRecord(body.object) as object) : undefined),
    peek: ({ text }) => {
      const path = parsePath(text);
      return path === null ? ABSENT : (body) => (body.kind === 'object' ? valueAt(body.object, path) : undefined);
    },
    unread: (named) => {
      const watch = new UnreadKeys('', paths, named, markReader(cells));
      return { add: (body) => body.kind === 'object' && watch.add(body.object), list: () => watch.list() };
    },
    reading(ref, use) {
      if (ref.text === RECORD) {
        paths.push(...RECORD_KEYS.map((key) => [key]));
        return (body) => (body.kind === 'object' ? body.object : undefined);
      }
      const path = pathOf(ref, problems);
      if (path === null) return ABSENT;
      paths.push(path);
      const trail = tree.add(path);
      const clean = cleaner.cleaning(ref, use);
      if (ref.presence !== 'required')
        return (body) => (body.kind === 'object' ? clean(valueAt(body.object, path, trail)) : undefined);
      const sighting = sightings.of(ref, path);
      return (body) => {
        if (body.kind !== 'object') return undefined;
        const value = clean(valueAt(body.object, path, trail));
        if (!sighting.seen) sighting.look(value !== undefined, body.object);
        return value;
      };
    },
  };
}

/** The path of a reference; null, with a problem, when it is not a path. */
export function pathOf({ text, at }: SourceRef, problems: string[]): SourcePath | null {
  const path = parsePath(text);
  if (path === null)
    problems.push(`${at}: "${text}" is not a path: write profile.emails[0].value, a key with dots in quotes.`);
  return path;
}
