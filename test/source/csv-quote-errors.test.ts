import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { csvRecords } from '../../src/source/csv.ts';
import { CsvLines } from '../../src/source/csv-lines.ts';
import { decode } from '../../src/source/encoding.ts';
import { openExport } from '../../src/source/open-export.ts';
import type { SourceRecord } from '../../src/source/record.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { AUTO, cellsOf, collect, pieces, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FIXTURES = new URL('../fixtures/source', import.meta.url).pathname;
const CLOSE_IT = 'Close it or, if it is part of the text, put the cell in quotes and double the quote ("").';
const DOUBLE_IT =
  'Either a quote inside a quoted cell is not doubled (write ""; a backslash does not escape it), or an earlier quote in this record is not closed.';

test.each([
  [
    'quote-never-closed.csv',
    `3: the record that starts here has a quote that is not closed; at the end of the file, on line 6, it is still open. ${CLOSE_IT}`,
  ],
  [
    'quote-closed-by-another.csv',
    `2: in the record that starts here, text follows a closing quote (line 4). ${DOUBLE_IT}`,
  ],
  [
    'quote-escaped-by-backslash.csv',
    `2: in the record that starts here, text follows a closing quote (line 2). ${DOUBLE_IT}`,
  ],
])('%s is an error with both lines and none of the text', async (name, says) => {
  expect(await problemsOf(readExport(FIXTURES, name))).toEqual([`${name}:${says}`]);
});

test('a quote that is open in the header is an error', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': 'id,"canary\n1,2\n' });
  expect(await problemsOf(readExport(folder.path, 'a.csv'))).toEqual([
    `a.csv:1: the record that starts here has a quote that is not closed; at the end of the file, on line 3, it is still open. ${CLOSE_IT}`,
  ]);
});

test('a quote error is found although it hides the delimiter', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': 'id;"canary\n1;2\n', 'b.csv': 'id;name\n1;"Ada" x\n' });
  expect(await problemsOf(readExport(folder.path, '*.csv'))).toEqual([
    expect.stringMatching(/^a\.csv:1: .* has a quote that is not closed/),
    expect.stringMatching(/^b\.csv:2: .* text follows a closing quote/),
  ]);
});

test('the records before a quote error are given', async () => {
  const file = { name: 'a.csv', index: 0, delimiter: ',', columns: ['id', 'name'], skip: 1 } as const;
  const given: SourceRecord[] = [];
  const reading = async () => {
    for await (const chunk of csvRecords(pieces('id,name\n1,Ada\n2,"Bo\n', 100), file, 1)) given.push(...chunk);
  };
  expect(await problemsOf(reading())).toHaveLength(1);
  expect(cellsOf(given)).toEqual([['1', 'Ada']]);
});

test('an unclosed quote in 100 MB ends after a little more than a record may hold', async () => {
  using folder = tempFolder();
  const path = folder.file('users.csv');
  await writeLarge(path, 100 * 1024 * 1024);
  const [problem = ''] = await problemsOf(openExport({ cwd: folder.path, patterns: 'users.csv', ...AUTO }));
  expect(problem).toBe(
    `users.csv:3: the record that starts here has a quote that is not closed; after 1 MiB of text, on line 26217, it is still open. ${CLOSE_IT}`,
  );

  let bytesRead = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      bytesRead += chunk.length;
      yield chunk;
    }
  }
  const file = { name: 'users.csv', index: 0, delimiter: ',', columns: ['id', 'name', 'note'], skip: 1 } as const;
  expect(await problemsOf(collect(csvRecords(decode(counted(), 'utf-8'), file, 1)))).toEqual([problem]);
  expect(bytesRead).toBeLessThan(2 * 1024 * 1024);
});

test('an unclosed quote in the last line of a long file comes to light before any record is read', async () => {
  using folder = tempFolder();
  const rows = '1,Ada,sound\n'.repeat(100_000);
  writeFiles(folder.path, { 'users.csv': `id,name,note\n${rows}2,"Canary Secret,never closed\n` });
  expect(await problemsOf(openExport({ cwd: folder.path, patterns: 'users.csv', ...AUTO }))).toEqual([
    `users.csv:100002: the record that starts here has a quote that is not closed; at the end of the file, on line 100003, it is still open. ${CLOSE_IT}`,
  ]);
});

async function writeLarge(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w');
  await file.write('id,name,note\n1,Ada,sound\n2,"Canary Secret,never closed\n');
  const block = '3,Canary Secret,some more text of a row\n'.repeat(50_000);
  for (let written = 0; written < bytes; written += block.length) await file.write(block);
  await file.close();
}

test('the limit of a record does not depend on how the text is split', () => {
  const text = `id,name\n1,"${'x\n'.repeat(600_000)}`;
  const messages = [1000, 65_536, text.length].map((size) => {
    const lines = new CsvLines('a.csv', ',');
    for (let at = 0; at < text.length; at += size) {
      const { failure } = lines.push(text.slice(at, at + size), at + size >= text.length);
      if (failure !== null) return failure.message;
    }
    return 'no error';
  });
  expect(messages[0]).toMatch(/a\.csv:2: .* after 1 MiB of text, on line 524288, it is still open/);
  expect(new Set(messages).size).toBe(1);
});

test('one line of more than 1 MiB is an error that says so', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': `id,name\n1,Ada\n2,${'canary '.repeat(200_000)}\n` });
  expect(await problemsOf(readExport(folder.path, 'a.csv'))).toEqual([
    'a.csv:3: this record is longer than 1 MiB of text. Check that the file is CSV and has line breaks.',
  ]);
});

test('a record of many lines below the limit is read', async () => {
  using folder = tempFolder();
  const note = 'line\n'.repeat(100_000);
  writeFiles(folder.path, { 'a.csv': `id,note\n1,"${note}"\n2,end\n` });
  const { records } = await readFile(folder.path, 'a.csv');
  expect(records).toEqual([
    { row: 1, file: 0, line: 2, body: { kind: 'cells', cells: ['1', note] } },
    { row: 2, file: 0, line: 100_003, body: { kind: 'cells', cells: ['2', 'end'] } },
  ]);
});

const NASTY =
  'sep=;\r\n\r\n id ; "na""me";note\r\n"a;""b""\r\nc" ; 5" x ;"x;\r"",";\n;;\r\n\n1;"\r";"\n"\n"😀"; "ü" ;ß\r\n2;"";""""""';

test('however a nasty text is split, the records and lines are the same', () => {
  const whole = new CsvLines('a.csv', ';').push(NASTY, true);
  expect(whole.lines).toEqual([3, 4, 9, 12, 13]);
  for (let first = 0; first <= NASTY.length; first++) {
    for (let second = first; second <= NASTY.length; second++) {
      const lines = new CsvLines('a.csv', ';');
      const parts = [
        lines.push(NASTY.slice(0, first), false),
        lines.push(NASTY.slice(first, second), false),
        lines.push(NASTY.slice(second), true),
      ];
      expect(parts.flatMap(({ texts }) => texts)).toEqual(whole.texts);
      expect(parts.flatMap(({ lines: at }) => at)).toEqual(whole.lines);
    }
  }
});

test('however an error is split, it is the same', async () => {
  const file = { name: 'a.csv', index: 0, delimiter: ',', columns: ['id', 'name'], skip: 1 } as const;
  for (const text of ['id,name\n1,"a\n2,"b" c\n', 'id,name\n1,"a\n2,b\r\n']) {
    const whole = await problemsOf(collect(csvRecords(pieces(text, text.length), file, 1)));
    for (let size = 1; size < text.length; size++) {
      expect(await problemsOf(collect(csvRecords(pieces(text, size), file, 1)))).toEqual(whole);
    }
  }
});
