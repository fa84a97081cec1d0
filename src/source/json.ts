import type { JSONParser } from '@streamparser/json';
import { InputError } from '../runtime/input-error.ts';
import { LinePieces } from './line-pieces.ts';
import { jsonBody } from './ndjson.ts';
import { MAX_DOCUMENT_DEPTH } from './nesting.ts';
import type { SourceRecord } from './record.ts';
import type { ListPath } from './source-layout.ts';

/** In bytes of UTF-8. */
const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/** The file is an array, and its elements are the records. */
const TOP_LEVEL_ARRAY = '$.*';

/**
 * Streams the records of a JSON document; an element that is not an object is `broken`.
 * @param file its name for messages, and its index in the export.
 * @param row of the first record.
 * @param list path of the list of records; null: the document is the list.
 * @throws InputError with the line where the document is invalid or ends too early. The message contains no data.
 */
export async function* jsonRecords(
  texts: AsyncIterable<string>,
  file: { readonly name: string; readonly index: number },
  row: number,
  list: ListPath | null = null,
): AsyncGenerator<SourceRecord[]> {
  const path = list === null ? TOP_LEVEL_ARRAY : selectorOf(list);
  const { JSONParser, TokenType } = await import('@streamparser/json');
  const parser = new JSONParser({ paths: [path], keepStack: false, stringBufferSize: 64 * 1024 });
  const recordDepth = path.split('.').length - 1;
  let chunk: SourceRecord[] = [];
  let next = row;
  let depth = 0;
  let line = 1;
  let bytesRead = 0;
  let startLine = 1;
  let startByte = 0;
  let tokenByte = 0;
  parser.onToken = ({ token }) => {
    tokenByte = bytesRead;
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      if (depth++ !== recordDepth) return;
      startLine = line;
      startByte = bytesRead;
    } else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth--;
  };
  parser.onValue = ({ value }) => {
    const begins = typeof value === 'object' && value !== null ? startLine : line;
    chunk.push({ row: next++, file: file.index, line: begins, body: jsonBody(value) });
  };
  const pieces = new LinePieces();
  for await (const text of texts) {
    // Fed line by line, so that the current line is known whenever the parser reports something.
    for (const piece of pieces.split(Buffer.from(text))) {
      line = piece.line;
      feed(parser, piece.bytes, file.name, line);
      bytesRead += piece.bytes.length;
      if (depth > MAX_DOCUMENT_DEPTH) throw tooDeep(file.name, line);
    }
    if (depth > recordDepth && bytesRead - startByte > MAX_RECORD_BYTES) throw tooLong(file.name, startLine);
    // A string in place of a record is held in memory until it ends, and contains no line breaks.
    if (bytesRead - tokenByte > MAX_RECORD_BYTES) throw tooLong(file.name, line);
    if (chunk.length > 0) yield chunk;
    chunk = [];
  }
  if (!parser.isEnded) throw endsEarly(file.name, line);
}

/** `$.orgs.*.users.*` for the users of every element of `orgs`. */
function selectorOf(list: ListPath): string {
  return ['$', ...list.map((step) => (step === '[]' ? '*' : step)), '*'].join('.');
}

function feed(parser: JSONParser, bytes: Buffer, name: string, line: number): void {
  try {
    parser.write(bytes);
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
