import { InputError } from '../../runtime/input-error.ts';
import type { RecordBody } from '../../source/record.ts';
import type { Join } from '../mapping.ts';
import { Expressions } from './expressions.ts';
import { keyMaker } from './join-scopes.ts';
import { loadLibraries } from './libraries.ts';
import { columnReader, pathReader } from './source-reader.ts';

/** Takes joined records apart. */
export interface JoinedRecords {
  /** The key of a record; null when it has none. */
  readonly keyOf: (body: RecordBody) => string | null;
  /** The record as references see it: columns by their names. */
  readonly whole: (body: RecordBody) => object | undefined;
}

/**
 * Prepares reading the files of a join that have these columns (null: JSON).
 *
 * @throws InputError when the key names a column that they do not have.
 */
export async function compileJoined(
  join: Join,
  columns: readonly string[] | null,
  now: number,
): Promise<JoinedRecords> {
  const reader = columns === null ? pathReader() : columnReader(columns, join.cells);
  const libraries = await loadLibraries([join.key]);
  const { problems } = reader;
  const expressions = new Expressions(libraries.jsonata, problems);
  const make = keyMaker(join.key, { reader, libraries, expressions, problems, now });
  if (problems.length > 0) throw new InputError([...problems]);
  return {
    keyOf: (body) => {
      const key = make(body);
      return typeof key === 'string' && key !== '' ? key : null;
    },
    whole: (body) => reader.whole(body),
  };
}
