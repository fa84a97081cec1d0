import { InputError } from '../runtime/input-error.ts';
import type { CsvText } from './csv-lines.ts';
import { CsvLines } from './csv-lines.ts';
import type { Delimiter, Problem, RecordBody, SourceRecord } from './record.ts';

/** Records per chunk: large enough for speed, small enough to keep memory flat. */
const CHUNK_RECORDS = 1000;

/** Properties of a CSV file that its reader needs. */
export interface CsvFile {
  /** For messages. */
  readonly name: string;
  /** Index of the file in the export. */
  readonly index: number;
  readonly delimiter: Delimiter;
  /** The header, trimmed; '' for a column without a name. */
  readonly columns: readonly string[];
  /** Number of leading records that are not data: the header and everything before it. */
  readonly skip: number;
}

/**
 * Reads the records of a CSV file, without the header. A record is `broken` if its number of cells differs from the
 * header, or if it has text in a column without a name.
 * @param row of the first record.
 * @throws InputError for a `CsvText.failure`, after the records that precede it.
 */
export async function* csvRecords(
  texts: AsyncIterable<string>,
  file: CsvFile,
  row: number,
): AsyncGenerator<SourceRecord[]> {
  const nameless = file.columns.flatMap((name, index) => (name === '' ? [index] : []));
  let next = row;
  let skip = file.skip;
  for await (const { texts: records, lines, failure } of csvTexts(texts, file)) {
    const cells = await splitCells(records, file);
    for (let from = skip; from < cells.length; from += CHUNK_RECORDS) {
      const chunk: SourceRecord[] = [];
      for (let at = from; at < Math.min(from + CHUNK_RECORDS, cells.length); at++) {
        const body = bodyOf(cells[at] ?? [], file.columns.length, nameless);
        chunk.push({ row: next++, file: file.index, line: lines[at] ?? 0, body });
      }
      yield chunk;
    }
    skip = Math.max(0, skip - cells.length);
    if (failure !== null) throw failure;
  }
}

/**
 * Checks the quotes of a complete CSV file without splitting cells, which takes a fraction of the time of reading it.
 * @throws InputError the error that `csvRecords` would throw after the records that precede it.
 */
export async function checkQuotes(
  texts: AsyncIterable<string>,
  file: Pick<CsvFile, 'name' | 'delimiter'>,
): Promise<void> {
  for await (const { failure } of csvTexts(texts, file)) if (failure !== null) throw failure;
}

async function* csvTexts(
  texts: AsyncIterable<string>,
  file: Pick<CsvFile, 'name' | 'delimiter'>,
): AsyncGenerator<CsvText> {
  const lines = new CsvLines(file.name, file.delimiter);
  for await (const text of texts) yield lines.push(text, false);
  yield lines.push('', true);
}

/**
 * Splits records into cells: plain records here, all others with fast-csv. Each of those is prefixed with its index, so
 * that results cannot be mixed up.
 */
export async function splitCells(
  records: readonly string[],
  file: { readonly name: string; readonly delimiter: Delimiter },
): Promise<string[][]> {
  const { delimiter, name } = file;
  const cells: string[][] = [];
  const quoted: string[] = [];
  for (const [place, record] of records.entries()) {
    const plain = splitPlain(record, delimiter);
    if (plain === null) quoted.push(`${place}${delimiter}${record}\n`);
    cells.push(plain ?? []);
  }
  if (quoted.length === 0) return cells;
  const parsed = await parseQuoted(quoted.join(''), file);
  if (parsed.length !== quoted.length) throw unreadable(name);
  for (const record of parsed) cells[Number(record.shift())] = record;
  return cells;
}

/**
 * The cells of a record without quotes, or with every cell quoted and no quote inside: only the delimiter matters, and
 * this is ten times as fast as fast-csv. Null for any other record.
 */
function splitPlain(record: string, delimiter: Delimiter): string[] | null {
  if (!record.includes('"')) return record.split(delimiter);
  if (!record.startsWith('"') || !record.endsWith('"')) return null;
  const cells = record.slice(1, -1).split(`"${delimiter}"`);
  return cells.some((cell) => cell.includes('"')) ? null : cells;
}

async function parseQuoted(text: string, file: { name: string; delimiter: Delimiter }): Promise<string[][]> {
  const { parseString } = await import('fast-csv');
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    parseString<string[], string[]>(text, { delimiter: file.delimiter, headers: false })
      .on('data', (record: string[]) => rows.push(record))
      // Not kept as the cause: the message of fast-csv contains data of the file.
      .on('error', () => reject(unreadable(file.name)))
      .on('end', () => resolve(rows));
  });
}

function unreadable(name: string): InputError {
  return new InputError([`${name}: the quotes of a record cannot be parsed. Export again with every cell quoted.`]);
}

function bodyOf(cells: readonly string[], columns: number, nameless: readonly number[]): RecordBody {
  if (cells.length !== columns) return { kind: 'broken', problem: wrongCount(cells.length, columns) };
  for (const index of nameless) {
    if ((cells[index] ?? '').trim() !== '') return { kind: 'broken', problem: namelessText(index) };
  }
  return { kind: 'cells', cells };
}

function wrongCount(cells: number, columns: number): Problem {
  return {
    code: 'record.columns',
    field: null,
    message: `The record has ${cells} ${cells === 1 ? 'cell' : 'cells'}, the header has ${columns}.`,
    hint: 'Look for a missing or extra delimiter; a cell that contains the delimiter must be in quotes. `fail-above: 1%` lets a run succeed without such rows.',
  };
}

function namelessText(index: number): Problem {
  return {
    code: 'record.columns',
    field: null,
    message: `Column ${index + 1} has no name in the header, but has text in this record.`,
    hint: 'Name the column in the header, in the file or with `source: { header: [ … ] }`, or remove it; the cause may also be an extra delimiter in the record.',
  };
}
