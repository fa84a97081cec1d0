import { InputError } from '../runtime/input-error.ts';
import { createJsonValues, type JsonValues } from './json-values.ts';
import { LinePieces } from './line-pieces.ts';
import { jsonBody } from './ndjson.ts';
import { MAX_DOCUMENT_DEPTH } from './nesting.ts';
import type { Page } from './page-claims.ts';
import { PageKeys } from './page-keys.ts';
import type { SourceRecord } from './record.ts';
import { type RecordPath, TOP_LEVEL_ARRAY } from './source-layout.ts';

/** In bytes of UTF-8. */
const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/**
 * Streams the records of a JSON document, or of several that follow one another; a record that is not an object is `broken`.
 * @param file its name for messages, and its index in the export.
 * @param row of the first record.
 * @param path of the records; default: the document is an array of them.
 * @param onPage takes what the document says about its list, once it is read.
 * @throws InputError with the line where the document is invalid or ends too early. The message contains no data.
 */
export async function* jsonRecords(
  texts: AsyncIterable<string>,
  file: { readonly name: string; readonly index: number },
  row: number,
  path: RecordPath = TOP_LEVEL_ARRAY,
  onPage?: (page: Page) => void,
): AsyncGenerator<SourceRecord[]> {
  const { TokenType } = await import('@streamparser/json');
  const recordDepth = path.length;
  let chunk: SourceRecord[] = [];
  let next = row;
  let pageStart = row;
  let depth = 0;
  let line = 1;
  let bytesRead = 0;
  let startLine = 1;
  let startByte = 0;
  let tokenByte = 0;
  const pageKeys = new PageKeys(path, TokenType, (claims) => {
    onPage?.({ ...claims, file: file.index, rows: next - pageStart, limit: null });
    pageStart = next;
  });
  const values = await createJsonValues({
    path,
    many: path.length !== 1,
    onToken: (info) => {
      const { token } = info;
      tokenByte = bytesRead;
      if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
        if (depth++ === recordDepth) {
          startLine = line;
          startByte = bytesRead;
        }
      } else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth--;
      pageKeys.read(info);
    },
    onValue: (value) => {
      const begins = typeof value === 'object' && value !== null ? startLine : line;
      chunk.push({ row: next++, file: file.index, line: begins, body: jsonBody(value) });
    },
  });
  const pieces = new LinePieces();
  for await (const text of texts) {
    // Fed line by line, so that the current line is known whenever the parser reports something.
    for (const piece of pieces.split(Buffer.from(text))) {
      line = piece.line;
      feed(values, piece.bytes, file.name, line);
      bytesRead += piece.bytes.length;
      if (depth > MAX_DOCUMENT_DEPTH) throw tooDeep(file.name, line);
    }
    if (depth > recordDepth && bytesRead - startByte > MAX_RECORD_BYTES) throw tooLong(file.name, startLine);
    // A string in place of a record is held in memory until it ends, and contains no line breaks.
    if (bytesRead - tokenByte > MAX_RECORD_BYTES) throw tooLong(file.name, line);
    if (chunk.length > 0) yield chunk;
    chunk = [];
  }
  if (!values.finish()) throw endsEarly(file.name, line);
}

function feed(values: JsonValues, bytes: Buffer, name: string, line: number): void {
  try {
    values.write(bytes);
  } catch (error) {
    // Not kept as the cause: the message of the parser contains data of the file.
    throw invalid(name, line, error instanceof Error && error.message.startsWith('Unexpected "/"'));
  }
}

function invalid(name: string, line: number, comment: boolean): InputError {
  const what = comment
    ? 'JSON does not allow comments. Remove them.'
    : 'this is not valid JSON. Look for a missing or extra comma, quote or bracket here or just before.';
  return new InputError([`${name}:${line}: ${what}`]);
}

function endsEarly(name: string, line: number): InputError {
  return new InputError([
    `${name}:${line}: the file ends before its JSON does. It is truncated: create or transfer it again.`,
  ]);
}

function tooDeep(name: string, line: number): InputError {
  return new InputError([
    `${name}:${line}: lists or objects are nested deeper than ${MAX_DOCUMENT_DEPTH} levels here. This is not an export of users; create it again.`,
  ]);
}

function tooLong(name: string, line: number): InputError {
  return new InputError([
    `${name}:${line}: the record that starts here is longer than 16 MiB. Check that the file is an array of records.`,
  ]);
}
