import { InputError } from '../runtime/input-error.ts';
import { parseExactJson } from '../text/exact-json.ts';
import { isObject } from '../text/is-object.ts';
import { isTooDeep } from './nesting.ts';
import type { Problem, RecordBody, SourceRecord } from './record.ts';

/** In characters. */
const MAX_LINE_LENGTH = 16 * 1024 * 1024;

/** Maximum number of records per chunk. */
const CHUNK_RECORDS = 1000;

/**
 * Reads a file with one JSON object per line; blank lines are ignored, a line that is not a JSON object is `broken`.
 * @param file its name for messages, and its index in the export.
 * @param row of the first record.
 * @throws InputError for a line longer than 16 MiB.
 */
export async function* ndjsonRecords(
  texts: AsyncIterable<string>,
  file: { readonly name: string; readonly index: number },
  row: number,
): AsyncGenerator<SourceRecord[]> {
  let next = row;
  let line = 1;
  let rest: string[] = [];
  let restLength = 0;
  let chunk: SourceRecord[] = [];
  const take = (text: string) => {
    if (text.trim() !== '') chunk.push({ row: next++, file: file.index, line, body: bodyOf(text) });
    line++;
  };
  for await (const text of texts) {
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      const piece = text.slice(start, end);
      take(rest.length === 0 ? piece : rest.join('') + piece);
      rest = [];
      restLength = 0;
      start = end + 1;
      if (chunk.length < CHUNK_RECORDS) continue;
      yield chunk;
      chunk = [];
    }
    rest.push(text.slice(start));
    restLength += text.length - start;
    if (restLength > MAX_LINE_LENGTH) throw tooLong(file.name, line);
    if (chunk.length > 0) yield chunk;
    chunk = [];
  }
  take(rest.join(''));
  if (chunk.length > 0) yield chunk;
}

/** The body of one line or element: an object that is not nested too deeply, otherwise `broken`. */
export function jsonBody(value: unknown): RecordBody {
  if (!isObject(value)) return { kind: 'broken', problem: NOT_AN_OBJECT };
  return isTooDeep(value) ? { kind: 'broken', problem: TOO_DEEP } : { kind: 'object', object: value };
}

function bodyOf(text: string): RecordBody {
  try {
    return jsonBody(parseExactJson(text));
  } catch {
    return { kind: 'broken', problem: NOT_JSON };
  }
}

const NOT_AN_OBJECT: Problem = {
  code: 'record.json',
  field: null,
  message: 'The record is JSON, but it is not an object.',
  hint: 'Every record must be an object: quoted names and their values in braces. If each element is a list of records (a page), join the lists first: `jq add`. `fail-above: 1%` lets a run succeed without such rows.',
};

const TOO_DEEP: Problem = {
  code: 'record.json',
  field: null,
  message: 'The record has lists or objects nested deeper than 100 levels.',
  hint: 'Remove the deeply nested values from the export, or export them as text. `fail-above: 1%` lets a run succeed without such rows.',
};

const NOT_JSON: Problem = {
  code: 'record.json',
  field: null,
  message: 'The line is not valid JSON.',
  hint: 'Every line must contain exactly one complete JSON object; check whether the end of the line is missing. `fail-above: 1%` lets a run succeed without such rows.',
};

function tooLong(name: string, line: number): InputError {
  return new InputError([
    `${name}:${line}: this line is longer than 16 MiB. Check that the file has one JSON object per line; for a JSON array, set format to json.`,
  ]);
}
