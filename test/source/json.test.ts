import { expect, test } from 'vitest';
import { jsonRecords } from '../../src/source/json.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { collect, objectsOf, pieces, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FIXTURES = new URL('../fixtures/source', import.meta.url).pathname;
const FILE = { name: 'a.json', index: 0 };

test('every element of the array is a record with the line where it starts', async () => {
  const { file, records } = await readFile(FIXTURES, 'pretty.json');
  expect(file).toMatchObject({ format: 'json', columns: null, delimiter: null });
  expect(records.map(({ row, line }) => [row, line])).toEqual([
    [1, 3],
    [2, 7],
    [3, 7],
    [4, 8],
    [5, 9],
    [6, 10],
    [7, 11],
    [8, 13],
  ]);
  expect(objectsOf(records)).toEqual([
    { id: '1', emails: [{ value: 'ada@example.com' }] },
    { id: '2' },
    { id: '3' },
    'record.json',
    'record.json',
    'record.json',
    'record.json',
    { id: '8', note: 'a " ] } \\' },
  ]);
});

test('however the text is split, the records are the same', async () => {
  const text = '[\r\n{"a":"ü😀\\ud83d\\ude00"},\r\r\n{"b":[1.5e3,{}]}\n\n,\n7\n,"x",{\n"c":null}]\n ';
  const whole = await collect(jsonRecords(pieces(text, text.length), FILE, 1));
  expect(whole.map(({ line }) => line)).toEqual([2, 4, 7, 8, 8]);
  expect(objectsOf(whole)).toEqual([{ a: 'ü😀😀' }, { b: [1500, {}] }, 'record.json', 'record.json', { c: null }]);
  const characters = [...text];
  for (let cut = 0; cut <= characters.length; cut++) {
    const parts = [characters.slice(0, cut).join(''), characters.slice(cut).join('')];
    async function* split(): AsyncGenerator<string> {
      yield* parts;
    }
    expect(await collect(jsonRecords(split(), FILE, 1))).toEqual(whole);
  }
});

test('the records may stand in an array further down', async () => {
  const text = '{"total":2,"page":{"size":50},\n"users":[\n{"id":"1"},\n{"id":"2"}],\n"next":null}';
  const records = await collect(jsonRecords(pieces(text, 9), FILE, 1, ['users', '[]']));
  expect(records.map(({ line }) => line)).toEqual([3, 4]);
  expect(objectsOf(records)).toEqual([{ id: '1' }, { id: '2' }]);
});

test('an empty array is an export of no records', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.json': ' [ ]\n' });
  expect((await readFile(folder.path, 'a.json')).records).toEqual([]);
});

const INVALID = 'this is not valid JSON. Look for a missing or extra comma, quote or bracket here or just before.';
const CUT_OFF = 'the file ends before its JSON does. It is truncated: create or transfer it again.';

test.each([
  ['missing-comma.json', `3: ${INVALID}`],
  ['cut-off.json', `3: ${CUT_OFF}`],
  ['comments.json', '3: JSON does not allow comments. Remove them.'],
])('%s is an error with the line and none of the text', async (name, says) => {
  expect(await problemsOf(readExport(FIXTURES, name))).toEqual([`${name}:${says}`]);
});

test.each([
  ['a trailing comma', '[{"a":1},\n]', `2: ${INVALID}`],
  ['a line break in a string', '[{"a":"canary\nsecret"}]', `1: ${INVALID}`],
  ['a name without quotes', '[\n\n{canary:1}]', `3: ${INVALID}`],
  ['something after the array', '[{"a":1}]\n[{"a":2}]', `2: ${INVALID}`],
  ['an array cut off between records', '[{"a":1},\n{"a":2}\n', `2: ${CUT_OFF}`],
])('%s is an error with the line', async (_name, text, says) => {
  for (const size of [1, 7, text.length]) {
    expect(await problemsOf(collect(jsonRecords(pieces(text, size), FILE, 1)))).toEqual([`a.json:${says}`]);
  }
});

test('a record of more than 16 MiB is an error with its line', async () => {
  using folder = tempFolder();
  const endless = Array.from({ length: 200 }, () => `"${'x'.repeat(100_000)}"`).join(',');
  writeFiles(folder.path, { 'a.json': `[{"id":"1"},\n{"canary":[${endless}]}]` });
  expect(await problemsOf(readExport(folder.path, 'a.json'))).toEqual([
    'a.json:2: the record that starts here is longer than 16 MiB. Check that the file is an array of records.',
  ]);
});

test.each([
  ['where a record should be', '[{"id":"1"},\n"', '",{"id":"2"}]'],
  ['beside the list', '{"users":[{"id":"1"}],\n"note":"', '"}'],
])('a text of more than 16 MiB is one as well: %s', async (_name, before, after) => {
  const text = `${before}${'x'.repeat(17_000_000)}${after}`;
  const list = before.startsWith('{') ? ['users', '[]'] : ['[]'];
  expect(await problemsOf(collect(jsonRecords(pieces(text, 65_536), FILE, 1, list)))).toEqual([
    'a.json:2: the record that starts here is longer than 16 MiB. Check that the file is an array of records.',
  ]);
});
