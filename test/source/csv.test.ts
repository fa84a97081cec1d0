import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { cellsOf, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FIXTURES = new URL('../fixtures/source', import.meta.url).pathname;

test('line ends of every kind, within quotes and without, are counted as an editor counts them', async () => {
  const { records } = await readFile(FIXTURES, 'mixed-line-ends.csv');
  expect(records.map(({ row, line }) => [row, line])).toEqual([
    [1, 2],
    [2, 5],
    [3, 7],
    [4, 9],
  ]);
  expect(cellsOf(records)).toEqual([
    ['1', 'Ada', 'first\nsecond\r\nthird'],
    ['2', 'Bo', 'old\rMac'],
    ['3', 'Cy', 'plain'],
    ['4', 'Di', ''],
  ]);
});

test('blank lines, and lines of delimiters alone, are no records', async () => {
  const { file, records } = await readFile(FIXTURES, 'blank-lines.csv');
  expect(file.columns).toEqual(['id', 'name']);
  expect(records.map(({ row, line }) => [row, line])).toEqual([
    [1, 5],
    [2, 8],
  ]);
});

test('an empty cell in quotes is a record, not a blank line', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': 'email\n""\nada@example.com\n' });
  expect(cellsOf((await readFile(folder.path, 'a.csv')).records)).toEqual([[''], ['ada@example.com']]);
});

test('quotes that belong to the text, and white space around quotes', async () => {
  const { records } = await readFile(FIXTURES, 'quotes-within-text.csv');
  expect(cellsOf(records)).toEqual([
    ['1', '5" disk', 'Ada "A." Lovelace'],
    ['2', 'spaced', "O'Neil"],
    ['3', '6"x"9', 'a, b'],
  ]);
});

test('a record with another number of cells is broken, and the rest is read', async () => {
  const { records } = await readFile(FIXTURES, 'wrong-number-of-cells.csv');
  expect(cellsOf(records)).toEqual([
    ['1', 'Ada', 'ada@example.com'],
    'record.columns',
    'record.columns',
    ['4', 'D,i', 'di@example.com'],
  ]);
  expect(records[1]).toEqual({
    row: 2,
    file: 0,
    line: 3,
    body: {
      kind: 'broken',
      problem: {
        code: 'record.columns',
        field: null,
        message: 'The record has 2 cells, the header has 3.',
        hint: 'Look for a missing or extra delimiter; a cell that contains the delimiter must be in quotes. `fail-above: 1%` lets a run succeed without such rows.',
      },
    },
  });
});

test('columns without a name are allowed, text in them is not lost silently', async () => {
  const { file, records } = await readFile(FIXTURES, 'trailing-delimiters.csv');
  expect(file.columns).toEqual(['id', 'name', '', '']);
  expect(cellsOf(records)).toEqual([['1', 'Ada', '', ''], 'record.columns', ['3', 'Cy', ' ', '']]);
  expect(JSON.stringify(records)).not.toContain('lost');
  expect(JSON.stringify(records)).toContain('Column 3 has no name in the header, but has text in this record.');
});

test('names that stand in the header more than once are an error with their places', async () => {
  expect(await problemsOf(readExport(FIXTURES, 'duplicate-names.csv'))).toEqual([
    'duplicate-names.csv:1: the header has "email" more than once (columns 1, 4, 7). Rename all but one.',
    'duplicate-names.csv:1: the header has "id" more than once (columns 2, 5). Rename all but one.',
  ]);
});

test('a header that names nothing, or has no end, is an error', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': '\n"",""\n1,2\n', 'b.csv': `id,${'x'.repeat(300_000)}`, 'c.csv': ' \n,,\n' });
  expect(await problemsOf(readExport(folder.path, '*.csv', { delimiter: ',' }))).toEqual([
    'a.csv:2: the header has no column names.',
    'b.csv:1: the header does not end: it is longer than 256 KiB. Check that the file is CSV and has line breaks.',
    'c.csv:1: the file has no header.',
  ]);
});

test('the line sep=; of a spreadsheet names the delimiter and is no header', async () => {
  const { file, records } = await readFile(FIXTURES, 'separator-line.csv');
  expect(file).toMatchObject({ delimiter: ';', columns: ['id', 'name'] });
  expect(records).toEqual([{ row: 1, file: 0, line: 3, body: { kind: 'cells', cells: ['1', 'a,b'] } }]);
});

test('a sep= line with a delimiter that is not known is an error', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': 'sep=#\nid#name\n' });
  expect(await problemsOf(readExport(folder.path, 'a.csv'))).toEqual([
    'a.csv:1: sep= names an unsupported delimiter. Use , ; | or a tab.',
  ]);
});

test('a delimiter that is set wins over a sep= line', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': '"sep=;"\nid,name\n1,Ada\n' });
  expect(cellsOf((await readFile(folder.path, 'a.csv', { delimiter: ',' })).records)).toEqual([['1', 'Ada']]);
});

test('a header and nothing else is an export of no records', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': 'id,name', 'b.csv': '"id","name"\r\n' });
  const { files, records } = await readExport(folder.path, '*.csv');
  expect(files.map(({ columns }) => columns)).toEqual([
    ['id', 'name'],
    ['id', 'name'],
  ]);
  expect(records).toEqual([]);
});

test('records come in chunks of at most 1000, none of them empty', async () => {
  using folder = tempFolder();
  const { openExport } = await import('../../src/source/open-export.ts');
  const rows = Array.from({ length: 50_000 }, (_, index) => (index % 7 === 0 ? `"${index}"` : `${index}`));
  writeFiles(folder.path, { 'a.csv': `id\n${rows.join('\n')}\n` });
  const opened = await openExport({
    cwd: folder.path,
    patterns: '*',
    format: 'auto',
    encoding: 'auto',
    delimiter: 'auto',
    exportKey: null,
  });
  let next = 0;
  for await (const chunk of opened.records()) {
    expect(chunk.length).toBeGreaterThan(0);
    expect(chunk.length).toBeLessThanOrEqual(1000);
    for (const { row, line, body } of chunk) {
      const cells = body.kind === 'cells' ? body.cells : [];
      if (row !== next + 1 || line !== next + 2 || cells[0] !== `${next}`) throw new Error(`row ${row} is out of step`);
      next++;
    }
  }
  expect(next).toBe(50_000);
});
