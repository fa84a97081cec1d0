import { expect, test } from 'vitest';
import { decode } from '../../src/source/encoding.ts';
import type { Encoding } from '../../src/source/record.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { cellsOf, objectsOf, pieces, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FIXTURES = new URL('../fixtures/source', import.meta.url).pathname;

test.each<[string, Encoding, string, unknown[]]>([
  [
    'windows-1252.csv',
    'windows-1252',
    ';',
    [
      ['4711', 'Jörg', 'Müller „Jo“', 'Köln'],
      ['4712', 'Zoë', 'Größe', '5 € Straße'],
    ],
  ],
  ['utf-8-mark.csv', 'utf-8', ',', [['1', 'Jörg']]],
  [
    'utf-16le-mark.txt',
    'utf-16le',
    '\t',
    [
      ['1', 'Jörg €'],
      ['2', 'a "b" 😀'],
    ],
  ],
  [
    'utf-16be-mark.csv',
    'utf-16be',
    ',',
    [
      ['1', 'Jörg €'],
      ['2', '😀'],
    ],
  ],
  [
    'utf-16le-without-mark.csv',
    'utf-16le',
    ',',
    [
      ['1', 'Jörg €'],
      ['2', 'Čapek'],
    ],
  ],
])('%s is detected as %s', async (name, encoding, delimiter, cells) => {
  const { file, records } = await readFile(FIXTURES, name);
  expect(file).toMatchObject({ name, format: 'csv', encoding, delimiter });
  expect(file.columns?.[0]).toMatch(/^(id|Kundennummer)$/);
  expect(cellsOf(records)).toEqual(cells);
});

test('UTF-16 holds JSON as well', async () => {
  const { file, records } = await readFile(FIXTURES, 'utf-16be-without-mark.ndjson');
  expect(file).toMatchObject({ format: 'ndjson', encoding: 'utf-16be', columns: null, delimiter: null });
  expect(objectsOf(records)).toEqual([{ id: '1', name: 'Jörg €' }]);
});

test('UTF-8 and Windows-1252 in one file is an error with the line of the first byte that is not UTF-8', async () => {
  expect(await problemsOf(readExport(FIXTURES, 'mixed-encodings.csv'))).toEqual([
    'mixed-encodings.csv:5: there are bytes that are not utf-8. Other parts of the file are valid, so it mixes encodings. ' +
      'Export it again in one encoding, or set encoding if you know it.',
  ]);
});

test('an encoding that is set is obeyed', async () => {
  const { records } = await readFile(FIXTURES, 'mixed-encodings.csv', { encoding: 'windows-1252' });
  expect(cellsOf(records)).toEqual([
    ['1', 'JÃ¶rg'],
    ['2', 'two\r\nlines'],
    ['3', 'Müller'],
  ]);
});

test('invalid bytes under an encoding that is set are an error with the line', async () => {
  expect(await problemsOf(readExport(FIXTURES, 'windows-1252.csv', { encoding: 'utf-8' }))).toEqual([
    'windows-1252.csv:2: there are bytes that are not utf-8. Export the file again, or set encoding to the encoding of the file.',
  ]);
});

test('a byte-order mark that contradicts the setting is an error', async () => {
  expect(await problemsOf(readExport(FIXTURES, 'utf-16le-mark.txt', { encoding: 'utf-8' }))).toEqual([
    'utf-16le-mark.txt begins with the byte-order mark of utf-16le, but encoding is set to utf-8. Set encoding to utf-16le or auto.',
  ]);
});

test('UTF-32 is an error', async () => {
  expect(await problemsOf(readExport(FIXTURES, 'utf-32le-mark.csv'))).toEqual([
    'utf-32le-mark.csv is UTF-32, which is not supported. Save it as UTF-8.',
  ]);
});

test('a file with a UTF-8 mark is never taken for Windows-1252', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': Buffer.from('\xef\xbb\xbfid\nM\xfcller\n', 'latin1') });
  expect(await problemsOf(readExport(folder.path, 'a.csv'))).toEqual([
    expect.stringMatching(/^a\.csv:2: .* not utf-8/),
  ]);
});

test('the bytes of Windows-1252 count wherever in a large file they stand', async () => {
  using folder = tempFolder();
  const filler = 'id\n'.repeat(200_000);
  writeFiles(folder.path, { 'late.csv': Buffer.from(`name\n${filler}M\xfcller\n`, 'latin1') });
  const { file, records } = await readFile(folder.path, 'late.csv');
  expect(file.encoding).toBe('windows-1252');
  expect(cellsOf(records).at(-1)).toEqual(['Müller']);
});

test('UTF-16 that is damaged is an error with the line', async () => {
  using folder = tempFolder();
  const sound = Buffer.from('\ufeffid\r\n1\r\n2\ud83d\r\n', 'utf16le');
  writeFiles(folder.path, { 'pair.csv': sound, 'odd.csv': Buffer.from('\ufeffid\n1\n2', 'utf16le').subarray(0, -1) });
  expect(await problemsOf(readExport(folder.path, '*.csv'))).toEqual([
    expect.stringMatching(/^odd\.csv:3: there are bytes that are not utf-16le/),
    expect.stringMatching(/^pair\.csv:3: there are bytes that are not utf-16le/),
  ]);
});

test('a NUL character is an error with the line: the end of a damaged file, or no text at all', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': 'id\n1\n\0\0\0', 'b.csv': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 0, 0, 0]) });
  expect(await problemsOf(readExport(folder.path, '*.csv'))).toEqual([
    'a.csv:3: there is a NUL character. The file is damaged or is not a text file: create or transfer it again. If a program wrote it for an empty text (bcp) or a bit, export those as text, bits as 0 and 1.',
    'b.csv:1: there is a NUL character. The file is damaged or is not a text file: create or transfer it again. If a program wrote it for an empty text (bcp) or a bit, export those as text, bits as 0 and 1.',
  ]);
});

test.each<[Encoding, Buffer]>([
  ['utf-8', Buffer.from('\ufeffä€😀z')],
  ['utf-16le', Buffer.from('\ufeffä€😀z', 'utf16le')],
  ['utf-16be', Buffer.from('\ufeffä€😀z', 'utf16le').swap16()],
  ['windows-1252', Buffer.from('\xe4\x80\x9fz', 'latin1')],
])('%s decodes however it is split', async (encoding, bytes) => {
  const expected = encoding === 'windows-1252' ? 'ä€Ÿz' : 'ä€😀z';
  for (let size = 1; size <= bytes.length; size++) {
    let text = '';
    for await (const part of decode(pieces(bytes, size), encoding)) text += part;
    expect(text).toBe(expected);
  }
});

test('all of Windows-1252 decodes as the WHATWG Encoding Standard says', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  let text = '';
  for await (const part of decode(pieces(bytes, 256), 'windows-1252')) text += part;
  expect(text.slice(0x80, 0xa0)).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ');
  expect(text.slice(0, 0x80) + text.slice(0xa0)).toBe(bytes.toString('latin1').replace(/[\x80-\x9f]/g, ''));
});

test('a code page of DOS is not taken for windows-1252, where its ü is no character', async () => {
  using folder = tempFolder();
  const dos = Buffer.from('id,name\n1,K\x94ln\n2,M\x81ller\n', 'latin1');
  writeFiles(folder.path, { 'dos.csv': dos });
  expect(await problemsOf(readExport(folder.path, 'dos.csv'))).toEqual([
    'dos.csv:3: there are bytes that are neither utf-8 nor windows-1252. The file may use a DOS or old Mac code page. Export it again as UTF-8, or set encoding if you know it.',
  ]);
  const { records } = await readFile(folder.path, 'dos.csv', { encoding: 'windows-1252' });
  expect(records).toHaveLength(2);
});
