import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecords } from '../../src/source/csv.ts';
import type { Delimiter, Encoding } from '../../src/source/record.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { collect, pieces, readFile, writeFiles } from './read-export.ts';

interface Dialect {
  readonly delimiter: Delimiter;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly quoteAll: boolean;
  readonly finalLineEnd: boolean;
}

const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  finalLineEnd: fc.boolean(),
});

const CHARACTERS = [
  'a',
  'Z',
  '1',
  ' ',
  '"',
  '"',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\\',
  "'",
  'ü',
  '€',
  '\u00a0',
];

/** Rows of one width each; every cell any mix of what is special in some dialect. */
function tables(characters: readonly string[]): fc.Arbitrary<string[][]> {
  const cell = fc.array(fc.constantFrom(...characters), { maxLength: 6 }).map((parts) => parts.join(''));
  return fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
}

/** Writes a table below its header, as RFC 4180 says, and tells on which line each row starts. */
function write(table: readonly string[][], dialect: Dialect): { text: string; lines: number[]; columns: string[] } {
  const columns = (table[0] ?? []).map((_cell, index) => `column${index}`);
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines: number[] = [];
  let line = 1;
  const records = [columns, ...table].map((cells) => {
    const special = (cell: string) => dialect.quoteAll || /["\r\n]/.test(cell) || cell.includes(dialect.delimiter);
    const isBlank = cells.every((cell) => cell.trim() === '');
    const record = cells
      .map((cell, index) => (special(cell) || (isBlank && index === 0) ? quote(cell) : cell))
      .join(dialect.delimiter);
    lines.push(line);
    line += 1 + (record.match(/\r\n|\r|\n/g)?.length ?? 0);
    return record;
  });
  const text = records.join(dialect.lineEnd) + (dialect.finalLineEnd ? dialect.lineEnd : '');
  return { text, lines: lines.slice(1), columns };
}

function expected(table: readonly string[][], lines: readonly number[]): unknown[] {
  return table.map((cells, index) => ({ row: index + 1, file: 0, line: lines[index], body: { kind: 'cells', cells } }));
}

test('parse(write(records)) = records, in every dialect, however the text is split', async () => {
  await fc.assert(
    fc.asyncProperty(
      tables([...CHARACTERS, '😀']),
      dialects,
      fc.integer({ min: 1, max: 40 }),
      async (table, dialect, size) => {
        const { text, lines, columns } = write(table, dialect);
        const file = { name: 'a.csv', index: 0, delimiter: dialect.delimiter, columns, skip: 1 };
        expect(await collect(csvRecords(pieces(text, size), file, 1))).toEqual(expected(table, lines));
      },
    ),
    { numRuns: 1000 },
  );
});

const ENCODINGS: readonly (readonly [Encoding, boolean])[] = [
  ['utf-8', false],
  ['utf-8', true],
  ['utf-16le', true],
  ['utf-16be', true],
  ['windows-1252', false],
];

test('parse(write(records)) = records, from a file of every encoding', async () => {
  using folder = tempFolder();
  await fc.assert(
    fc.asyncProperty(
      tables(CHARACTERS),
      dialects,
      fc.constantFrom(...ENCODINGS),
      async (table, dialect, [encoding, mark]) => {
        const { text, lines, columns } = write(table, dialect);
        writeFiles(folder.path, { 'a.csv': encode(`${mark ? '\ufeff' : ''}${text}`, encoding) });
        const settings = { delimiter: dialect.delimiter, ...(mark ? {} : { encoding }) };
        const { file, records } = await readFile(folder.path, 'a.csv', settings);
        expect(file).toMatchObject({ encoding, columns });
        expect(records).toEqual(expected(table, lines));
      },
    ),
    { numRuns: 300 },
  );
});

function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
  }
}
