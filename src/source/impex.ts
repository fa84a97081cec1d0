import { InputError } from '../runtime/input-error.ts';
import { splitCells } from './csv.ts';
import { type ImpexHeader, impexHeader } from './impex-header.ts';
import { ImpexLines } from './impex-lines.ts';
import { ImpexMacros } from './impex-macros.ts';
import type { Problem, RecordBody, SourceRecord } from './record.ts';

/** Maximum number of records per chunk. */
const CHUNK_RECORDS = 1_000;

/** The key of the type of an item, which attributes cannot have. */
const TYPE = '@itemtype';

/**
 * Reads the rows of an ImpEx script of SAP Commerce as objects: `@itemtype`, and the attributes by their names in the header, without
 * what is in brackets. Rows of all types are records, so that none is left out uncounted. Macros are replaced; code is not run.
 * A row with more or fewer cells than its header is `broken`.
 * @param row of the first record.
 * @throws InputError with the line of something that would change what rows mean (`REMOVE`, a second header of a type with other
 * columns, rows in another file), and of a record whose quotes are not closed.
 */
export async function* impexRecords(
  texts: AsyncIterable<string>,
  file: { readonly name: string; readonly index: number },
  row: number,
): AsyncGenerator<SourceRecord[]> {
  const lines = new ImpexLines(file.name);
  const reader = new ImpexReader(file.name);
  let next = row;
  const read = async function* (piece: string, isLast: boolean): AsyncGenerator<SourceRecord[]> {
    const found = lines.push(piece, isLast);
    const cells = await splitCells(found.texts, { name: file.name, delimiter: ';' });
    let chunk: SourceRecord[] = [];
    for (const [at, text] of found.texts.entries()) {
      const line = found.lines[at] ?? 0;
      const body = reader.read(text, cells[at] ?? [], line);
      if (body !== null) chunk.push({ row: next++, file: file.index, line, body });
      if (chunk.length < CHUNK_RECORDS) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
    if (found.failure !== null) throw found.failure;
  };
  for await (const text of texts) yield* read(text, false);
  yield* read('', true);
}

class ImpexReader {
  readonly #name: string;
  readonly #macros = new ImpexMacros();
  /** The first header of each type. */
  readonly #headers = new Map<string, string>();
  #header: ImpexHeader | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  /** The body of a row; null for lines that are none. */
  read(text: string, cells: readonly string[], line: number): RecordBody | null {
    const first = cells[0]?.trim() ?? '';
    if (first.startsWith('#')) {
      if (/include(?:ExternalData|SQLData)/i.test(first)) throw this.#error(line, EXTERNAL);
      return null;
    }
    if (first.startsWith('$') && this.#macros.define(text)) {
      if (this.#macros.isTooLong) throw this.#error(line, LONG_MACROS);
      return null;
    }
    const expanded = cells.map((cell) => this.#macros.expand(cell));
    if (this.#macros.isTooLong) throw this.#error(line, LONG_MACROS);
    const header = impexHeader(expanded);
    if (header === null) return this.#row(expanded, line);
    this.#begin(header, line);
    return null;
  }

  #begin(header: ImpexHeader, line: number): void {
    const { type, mode, columns } = header;
    if (mode === 'REMOVE')
      throw this.#error(line, 'REMOVE deletes items: this is not an export. Export the customers again.');
    const names = columns.map(({ name }) => name).filter((name) => name !== '');
    if (new Set(names).size < names.length)
      throw this.#error(line, 'the header has an attribute twice. Rename or remove one.');
    const known = this.#headers.get(type) ?? JSON.stringify(columns);
    this.#headers.set(type, known);
    if (known !== JSON.stringify(columns))
      throw this.#error(
        line,
        `this is a second header of ${type} with other columns, which would split users into two records. Export each type with one header.`,
      );
    this.#header = header;
  }

  #row(cells: readonly string[], line: number): RecordBody {
    if (this.#header === null)
      throw this.#error(
        line,
        'there is a row before the first header, such as INSERT_UPDATE Customer;uid[unique=true];name. Put the header above it.',
      );
    const { type, columns } = this.#header;
    const [own = '', ...given] = cells.map((cell) => cell.trim());
    if (own !== '' && !/^[A-Za-z]\w{0,99}$/.test(own)) return { kind: 'broken', problem: NOT_A_TYPE };
    while (given.length > columns.length && given.at(-1) === '') given.pop();
    if (given.length !== columns.length) return { kind: 'broken', problem: wrongCount(given.length, columns.length) };
    const object: Record<string, unknown> = { [TYPE]: own === '' ? type : own };
    for (const [at, { name, whenEmpty }] of columns.entries()) {
      const cell = given[at] ?? '';
      if (name === '' && cell !== '') return { kind: 'broken', problem: NAMELESS };
      if (name === '' || cell === '<ignore>') continue;
      object[name] = cell === '<null>' ? '' : cell === '' ? whenEmpty : cell;
    }
    return { kind: 'object', object };
  }

  #error(line: number, what: string): InputError {
    return new InputError([`${this.#name}:${line}: ${what}`]);
  }
}

const EXTERNAL =
  'the rows of this header are in another file of the export. Put them below the header, without their own first line and with a ; before each, or export the table of users as CSV.';
const LONG_MACROS = 'macros make a text of more than 1 MiB. Write the values in place of the macros.';

const HINT = '`fail-above: 1%` lets a run succeed without such rows.';

const NOT_A_TYPE: Problem = {
  code: 'record.columns',
  field: null,
  message: 'The first cell of the row is neither empty nor the name of a type.',
  hint: `Rows of ImpEx begin with ; after the header; look for a line break in a cell without quotes. ${HINT}`,
};

const NAMELESS: Problem = {
  code: 'record.columns',
  field: null,
  message: 'The row has text in a column that has no name in the header.',
  hint: `Name the column in the header, or look for an extra ; in the row. ${HINT}`,
};

function wrongCount(cells: number, columns: number): Problem {
  return {
    code: 'record.columns',
    field: null,
    message: `The row has ${cells} ${cells === 1 ? 'cell' : 'cells'} after the first, its header has ${columns}.`,
    hint: `Look for a missing or extra ; in the row; a cell with a ; must be in quotes. ${HINT}`,
  };
}
