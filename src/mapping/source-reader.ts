import type { RecordBody } from '../source/record.ts';
import type { SourceRef } from './mapping.ts';
import { didYouMean, nearest } from './nearest.ts';
import { parsePath, type SourcePath, valueAt } from './source-path.ts';

/** Takes one value out of a record: a cell's text, a JSON value, or undefined when there is none. */
export type Read = (body: RecordBody) => unknown;

/** A path of the mapping that no record had. */
export interface UnseenPath {
  readonly path: string;
  readonly at: string;
  /** The path that may have been meant, from keys that stand in the records. */
  readonly nearest: string | null;
}

export interface SourceReader {
  /** Prepares reading a reference. What is wrong with it is kept for `problems`. */
  reading(ref: SourceRef): Read;
  /** Sentences about references that cannot be read. */
  readonly problems: string[];
  /** References that were read from records but never found; always empty for CSV. */
  unseen(): UnseenPath[];
}

const nothing: Read = () => undefined;

/** Reads cells by the columns of a header. */
export function columnReader(columns: readonly string[]): SourceReader {
  const problems: string[] = [];
  return {
    problems,
    unseen: () => [],
    reading({ text, at }) {
      const index = columns.indexOf(text);
      if (index < 0) {
        problems.push(`${at}: the export has no column "${text}".${didYouMean(text, columns)}`);
        return nothing;
      }
      return (body) => (body.kind === 'cells' ? body.cells[index] : undefined);
    },
  };
}

/** How many records, and keys in them, are looked at to say what an unseen path may have meant. */
const SAMPLED_RECORDS = 100;
const SAMPLED_KEYS = 200;

/** Reads JSON records by paths and remembers which paths were ever there. */
export function pathReader(): SourceReader {
  const problems: string[] = [];
  const watched = new Map<string, { readonly ref: SourceRef; seen: boolean; missed: number; near: Set<string> }>();
  return {
    problems,
    unseen: () =>
      [...watched.values()]
        .filter(({ seen, missed }) => !seen && missed > 0)
        .map(({ ref, near }) => ({ path: ref.text, at: ref.at, nearest: nearest(ref.text, near) })),
    reading(ref) {
      const path = parsePath(ref.text);
      if (path === null) {
        problems.push(`${ref.at}: "${ref.text}" is no path: write profile.emails[0].value, a key with dots in quotes.`);
        return nothing;
      }
      const known = watched.get(ref.text);
      const watch = known ?? { ref, seen: false, missed: 0, near: new Set<string>() };
      if (known === undefined) watched.set(ref.text, watch);
      return (body) => {
        if (body.kind !== 'object') return undefined;
        const value = valueAt(body.object, path);
        if (watch.seen) return value;
        if (value !== undefined) watch.seen = true;
        else if (watch.missed < SAMPLED_RECORDS) sample(body.object, path, watch.near);
        watch.missed += 1;
        return value;
      };
    },
  };
}

/** Notes the keys that stand where a path ends: those next to its first key that is missing. */
function sample(object: unknown, path: SourcePath, near: Set<string>): void {
  let length = path.length - 1;
  while (length > 0 && !isKeyed(valueAt(object, path.slice(0, length)))) length -= 1;
  const around = length === 0 ? object : valueAt(object, path.slice(0, length));
  if (!isKeyed(around)) return;
  for (const key of Object.keys(around)) {
    if (near.size >= SAMPLED_KEYS) return;
    // A key may be data (a map by e-mail address): only what looks like a name is ever shown.
    if (/^[A-Za-z_][\w-]{0,63}$/.test(key)) near.add(pathText([...path.slice(0, length), key]));
  }
}

function pathText(path: SourcePath): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${key}`)).join('');
}

function isKeyed(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
