import { expect, test } from 'vitest';
import { ndjsonRecords } from '../../src/source/ndjson.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { collect, objectsOf, pieces, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FIXTURES = new URL('../fixtures/source', import.meta.url).pathname;

test('a line that is no JSON object is broken, and the rest is read', async () => {
  const { file, records } = await readFile(FIXTURES, 'broken-lines.ndjson');
  expect(file).toMatchObject({ format: 'ndjson', columns: null, delimiter: null });
  expect(records.map(({ row, line }) => [row, line])).toEqual([
    [1, 1],
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 6],
    [6, 7],
    [7, 8],
  ]);
  expect(objectsOf(records)).toEqual([
    { id: '1' },
    'record.json',
    'record.json',
    'record.json',
    'record.json',
    JSON.parse('{"id":"7","__proto__":{"admin":true}}'),
    'record.json',
  ]);
  expect(JSON.stringify(records)).not.toContain('cut"');
});

test('however the text is split, the records are the same', async () => {
  const text = '{"a":"ü"}\r\n\n \t\n{"a":[1,{"b":"}"}]}\noops\n{"a":2}';
  const file = { name: 'a.ndjson', index: 3 };
  const whole = await collect(ndjsonRecords(pieces(text, text.length), file, 7));
  expect(whole.map(({ row, file: index, line }) => [row, index, line])).toEqual([
    [7, 3, 1],
    [8, 3, 4],
    [9, 3, 5],
    [10, 3, 6],
  ]);
  for (let size = 1; size < text.length; size++) {
    expect(await collect(ndjsonRecords(pieces(text, size), file, 7))).toEqual(whole);
  }
});

test('a line of more than 16 MiB is an error with the line', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.ndjson': `{"id":"1"}\n{"canary":"${'x'.repeat(17 * 1024 * 1024)}"}\n` });
  expect(await problemsOf(readExport(folder.path, 'a.ndjson'))).toEqual([
    'a.ndjson:2: this line is longer than 16 MiB. Check that the file has one JSON object per line; for a JSON array, set format to json.',
  ]);
});

test('a line of a few MiB is read', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.ndjson': `{"id":"1"}\n{"note":"${'x'.repeat(3_000_000)}"}\n` });
  const { records } = await readFile(folder.path, 'a.ndjson');
  expect(objectsOf(records)).toEqual([{ id: '1' }, { note: 'x'.repeat(3_000_000) }]);
});

test('a record nested thousands of times costs nobody but itself, in lines and in an array', async () => {
  using folder = tempFolder();
  const deep = `{"id":"2","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  const sound = [`{"id":"1","x":${'['.repeat(90)}${']'.repeat(90)}}`, '{"id":"3"}'];
  const records = [sound[0], deep, sound[1]];
  writeFiles(folder.path, { 'a.ndjson': records.join('\n'), 'b.json': `[${records.join(',')}]` });
  for (const name of ['a.ndjson', 'b.json']) {
    const found = objectsOf((await readFile(folder.path, name)).records);
    expect(found).toEqual([expect.objectContaining({ id: '1' }), 'record.json', { id: '3' }]);
  }
});
