import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../src/runtime/input-error.ts';
import { openExport } from '../../src/source/open-export.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { AUTO, cellsOf, collect, problemsOf, readExport, writeFiles } from './read-export.ts';

test("several files are one export: rows go on, lines and headers are the file's own", async () => {
  using folder = tempFolder();
  writeFiles(folder.path, {
    'in/b.csv': 'name;id\r\nBo;2\r\nCy;3\r\n',
    'in/a.csv': 'id,name\n\n1,Ada\n',
    'in/c.jsonl': '{"id":"4"}\n',
    'in/d.csv.gz': gzipSync('id\n5\n'),
  });
  const { files, records } = await readExport(folder.path, 'in/*');
  expect(files.map(({ name, format, columns }) => [name, format, columns])).toEqual([
    ['in/a.csv', 'csv', ['id', 'name']],
    ['in/b.csv', 'csv', ['name', 'id']],
    ['in/c.jsonl', 'ndjson', null],
    ['in/d.csv.gz', 'csv', ['id']],
  ]);
  expect(records.map(({ row, file, line }) => [row, file, line])).toEqual([
    [1, 0, 3],
    [2, 1, 2],
    [3, 1, 3],
    [4, 2, 1],
    [5, 3, 2],
  ]);
});

test('what was found out about a file is reported', async () => {
  using folder = tempFolder();
  const content = gzipSync(Buffer.from('id;name\n1;J\xf6rg\n', 'latin1'));
  writeFiles(folder.path, { 'users.csv.gz': content });
  const { files } = await openExport({ cwd: folder.path, patterns: 'users.csv.gz', ...AUTO });
  expect(files).toEqual([
    {
      name: 'users.csv.gz',
      path: folder.file('users.csv.gz'),
      format: 'csv',
      encrypted: false,
      compression: 'gzip',
      encoding: 'windows-1252',
      delimiter: ';',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      columns: ['id', 'name'],
    },
  ]);
});

test('the digest of a large file is that of all its bytes', async () => {
  using folder = tempFolder();
  const content = `id\n${'1234567890\n'.repeat(100_000)}`;
  writeFiles(folder.path, { 'a.csv': content });
  const { files } = await openExport({ cwd: folder.path, patterns: 'a.csv', ...AUTO });
  expect(files[0]).toMatchObject({ bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
});

test('records can be read again, and left in the middle', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': `id\n${Array.from({ length: 60_000 }, (_, index) => index).join('\n')}` });
  const opened = await openExport({ cwd: folder.path, patterns: 'a.csv', ...AUTO });
  for await (const chunk of opened.records()) {
    expect(chunk[0]?.row).toBe(1);
    break;
  }
  const first = await collect(opened.records());
  expect(first).toHaveLength(60_000);
  expect(await collect(opened.records())).toEqual(first);
});

test('all problems of all files are said at once', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, {
    'a.csv': '',
    'b.csv': 'id,id,name,name\n',
    'c.csv': 'id\n1\n',
    'd.json': '%PDF',
  });
  expect(await problemsOf(readExport(folder.path, '*'))).toEqual([
    'a.csv is empty. Create or transfer it again.',
    'b.csv:1: the header has "id" more than once (columns 1, 2). Rename all but one.',
    'b.csv:1: the header has "name" more than once (columns 3, 4). Rename all but one.',
    'd.json is a PDF document. Export the users as CSV or JSON.',
  ]);
});

test('a file that changes between inspection and reading is an error', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': 'id\n1\n' });
  const opened = await openExport({ cwd: folder.path, patterns: 'a.csv', ...AUTO });
  appendFileSync(folder.file('a.csv'), '2\n');
  const given: unknown[] = [];
  const reading = async () => {
    for await (const chunk of opened.records()) given.push(...chunk);
  };
  expect(await problemsOf(reading())).toEqual([
    'a.csv changed after it was inspected. Start again when the file is complete.',
  ]);
  expect(given).toEqual([]);
});

test('a file of the same size that was written again is an error', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': 'id\n1\n' });
  const { mtimeMs } = statSync(folder.file('a.csv'));
  const opened = await openExport({ cwd: folder.path, patterns: 'a.csv', ...AUTO });
  writeFileSync(folder.file('a.csv'), 'id\n2\n');
  utimesSync(folder.file('a.csv'), mtimeMs / 1000 + 1, mtimeMs / 1000 + 1);
  expect(await problemsOf(collect(opened.records()))).toHaveLength(1);
});

test('a file that changes while it is read is an error at its end', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': `id\n${'1\n'.repeat(100_000)}` });
  const opened = await openExport({ cwd: folder.path, patterns: 'a.csv', ...AUTO });
  const reading = async () => {
    let rows = 0;
    for await (const chunk of opened.records()) {
      if (rows === 0) appendFileSync(folder.file('a.csv'), '2\n');
      rows += chunk.length;
    }
  };
  expect(await problemsOf(reading())).toEqual([
    'a.csv changed after it was inspected. Start again when the file is complete.',
  ]);
});

test('a file that is gone when it is read is an error', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': 'id\n1\n' });
  const opened = await openExport({ cwd: folder.path, patterns: 'a.csv', ...AUTO });
  rmSync(folder.file('a.csv'));
  expect(await problemsOf(collect(opened.records()))).toEqual([
    'a.csv cannot be opened (ENOENT). Check that it exists and that its permissions allow reading.',
  ]);
});

// Windows does not list the open files of a process.
test.skipIf(process.platform === 'win32')('no file stays open', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, {
    'a.csv': 'id\n1\n',
    'b.csv': 'id,id\n',
    'c.csv.gz': gzipSync(`id\n${'1\n'.repeat(200_000)}`),
  });
  const opened = () => readdirSync('/dev/fd').length;
  const before = opened();
  await problemsOf(readExport(folder.path, '*'));
  const found = await openExport({ cwd: folder.path, patterns: 'a.csv\nc.csv.gz', ...AUTO });
  for await (const chunk of found.records()) if (chunk.some(({ file }) => file === 1)) break;
  expect(opened()).toBe(before);
  expect(cellsOf(await collect(found.records()))).toHaveLength(200_001);
});

test('any bytes are records or one clear error, never anything else', async () => {
  using folder = tempFolder();
  const part = fc.constantFrom(
    '"',
    ',',
    ';',
    '\n',
    '\r',
    '{',
    '}',
    '[',
    ']',
    ':',
    '1',
    'id',
    '{"id":1}',
    ' ',
    '\xfc',
    '\xc3\xbc',
    '\0',
  );
  const nasty = fc.array(part, { maxLength: 30 }).map((parts) => Buffer.from(parts.join(''), 'latin1'));
  const bytes = fc.uint8Array({ maxLength: 40 }).map((values) => Buffer.from(values));
  const formats = fc.constantFrom('auto', 'csv', 'ndjson', 'json');
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        nasty,
        nasty.map((content) => gzipSync(content)),
        bytes,
      ),
      formats,
      async (content, format) => {
        writeFiles(folder.path, { 'a.dat': content });
        try {
          const { records } = await readExport(folder.path, 'a.dat', { format });
          expect(records.map(({ row }) => row)).toEqual(records.map((_record, index) => index + 1));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      },
    ),
    { numRuns: 500 },
  );
});
