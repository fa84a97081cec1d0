import { type CompiledJoin, compileJoin, type JoinIndex, type JoinTimes } from '../mapping/compile/joins.ts';
import { RecordLimit } from '../mapping/compile/record-limit.ts';
import type { Join } from '../mapping/mapping.ts';
import { breath } from '../runtime/breath.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Export, ExportFile, SourceRecord } from '../source/record.ts';
import { ListPages } from './incomplete-export.ts';

/** A joined record to be stored. */
export interface JoinedRow {
  readonly key: string;
  /** Index into the join's files. */
  readonly file: number;
  readonly line: number;
  readonly body: string;
}

/** Stores joined records during planning; on disk, since there may be as many as in the export. */
export interface JoinStore extends JoinIndex {
  /** Begins a join; `columns` is null for JSON. */
  begin(join: string, columns: readonly string[] | null): void;
  add(join: string, rows: readonly JoinedRow[]): void;
  /** Ends a join, so that records can be looked up. Returns some pairs with the same key, unless `many` allows them. */
  finish(join: string, many: boolean): readonly { readonly first: Place; readonly second: Place }[];
  /** Number of records that were never looked up. */
  unmatched(join: string): number;
}

interface Place {
  readonly file: number;
  readonly line: number;
}

/** Maximum number of problems reported for one join: the same problem usually affects many rows. */
const MAX_PROBLEMS = 20;

/**
 * Reads the files of a join into `store`.
 *
 * @returns why they hold fewer records than exist, as a sentence without its period; null when nothing says so.
 * @throws InputError for records that cannot be read, and for repeated keys unless the join allows many.
 */
export async function loadJoin(
  join: Join,
  opened: Export,
  store: JoinStore,
  { signal, ...times }: JoinTimes & { readonly signal: AbortSignal },
): Promise<string | null> {
  const { files } = opened;
  const readers = await Promise.all(files.map(({ columns }) => compileJoin(join, columns, times)));
  store.begin(join.name, columnsOf(files));
  const broken: string[] = [];
  const pages = new ListPages(files);
  const breathe = breath(signal);
  let count = 0;
  for await (const chunk of opened.records(pages.add)) {
    signal.throwIfAborted();
    count += chunk.length;
    const rows: JoinedRow[] = [];
    for (const record of chunk) {
      const pause = breathe();
      if (pause !== undefined) await pause;
      rows.push(...rowOf(record, readers, files, broken));
    }
    store.add(join.name, rows);
  }
  if (broken.length > 0) throw new InputError(limitProblems(broken));
  const repeatedKeys = store.finish(join.name, join.many);
  const placeOf = ({ file, line }: Place): string => `${files[file]?.name}:${line}`;
  const problems = repeatedKeys.map(
    ({ first, second }) =>
      `${placeOf(second)}: join ${join.name}: this record has the same key as ${placeOf(first)}. Remove one of them, or set many: true.`,
  );
  if (problems.length > 0) throw new InputError(limitProblems(problems));
  return pages.missing(count);
}

function rowOf(
  { file, line, body }: SourceRecord,
  readers: readonly CompiledJoin[],
  files: readonly ExportFile[],
  broken: string[],
): JoinedRow[] {
  if (body.kind === 'broken') {
    broken.push(`${files[file]?.name}:${line}: ${body.problem.message} ${body.problem.hint}`);
    return [];
  }
  const reader = readers[file];
  if (reader === undefined) return [];
  try {
    return [{ key: reader.keyOf(body) ?? '', file, line, body: JSON.stringify(reader.toObject(body)) }];
  } catch (error) {
    if (!(error instanceof RecordLimit)) throw error;
    broken.push(`${files[file]?.name}:${line}: ${error.problem.message} ${error.problem.hint}`);
    return [];
  }
}

/** The columns of all files; null if one of them is JSON. */
function columnsOf(files: readonly ExportFile[]): readonly string[] | null {
  const all = files.map(({ columns }) => columns);
  return all.includes(null) ? null : [...new Set(all.flatMap((columns) => columns ?? []))];
}

function limitProblems(problems: readonly string[]): string[] {
  const more = problems.length - MAX_PROBLEMS;
  return more > 0 ? [...problems.slice(0, MAX_PROBLEMS), `… and ${more} more of these problems.`] : [...problems];
}
