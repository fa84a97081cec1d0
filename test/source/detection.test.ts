import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Format } from '../../src/source/record.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FIXTURES = new URL('../fixtures/source', import.meta.url).pathname;

test.each<[string, string, Format]>([
  ['users.txt', '\n [ {"id":"1"} ]', 'json'],
  ['users.csv', '[{"id":"1"}]', 'json'],
  ['users.csv', '[]', 'json'],
  ['users.csv', '[id],[name]\n1,Ada\n', 'csv'],
  ['users.json', '{"id":"1"}\n{"id":"2"}\n', 'ndjson'],
  ['users.txt', '{"id":"1"}', 'ndjson'],
  ['users.ndjson', '{"id":\n{"id":"2"}\n', 'ndjson'],
  ['users.csv', '{id},name\n1,Ada\n', 'csv'],
  ['users.dat', 'id,name\n1,Ada\n', 'csv'],
  ['users.NDJSON', 'oops\n{"id":"2"}\n', 'ndjson'],
])('%s that begins with %j is %s', async (name, text, format) => {
  using folder = tempFolder();
  writeFiles(folder.path, { [name]: text });
  expect((await readFile(folder.path, name)).file.format).toBe(format);
});

test('a format that is set is obeyed', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': '{"id":"1"}\n', 'b.json': '[id]\n1\n' });
  const { file } = await readFile(folder.path, 'b.json', { format: 'csv' });
  expect(file).toMatchObject({ format: 'csv', columns: ['[id]'] });
});

test.each<[string, string, Format | 'auto', string]>([
  [
    'an object',
    '{\n"users":[]}',
    'auto',
    'is one JSON object, not a list of records. Export an array of objects, or one object per line (ndjson).',
  ],
  [
    'lines taken for an array',
    '{"id":"1"}\n{"id":"2"}',
    'json',
    'is one JSON object, not a list of records. Export an array of objects, or one object per line (ndjson).',
  ],
  [
    'an array taken for lines',
    '[{"id":"1"}]',
    'ndjson',
    'is a JSON array, not one object per line. Set format to json or auto.',
  ],
  [
    'CSV taken for JSON',
    'id,name',
    'json',
    'is not a JSON array: it does not begin with [. Check the file, or set format.',
  ],
  ['a comment first', '// users\n[]', 'auto', 'begins with a comment, which JSON does not allow. Remove it.'],
])('%s is an error', async (_name, text, format, says) => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.json': text });
  expect(await problemsOf(readExport(folder.path, 'a.json', { format }))).toEqual([`a.json ${says}`]);
});

const AGE =
  'is encrypted with age. Pass its identity or passphrase in the secret input `export-key` (not available to forks) or, on the command line, in CIDAAS_EXPORT_KEY.';
const TAR = Buffer.alloc(512);
TAR.write('users.csv');
TAR.write('ustar', 257);

test.each<[string, string | Buffer, string]>([
  ['nothing', '', 'is empty. Create or transfer it again.'],
  ['blank lines', ' \r\n\n\t', 'is empty. Create or transfer it again.'],
  ['a mark and nothing else', '\ufeff', 'is empty. Create or transfer it again.'],
  ['nothing, compressed', gzipSync(''), 'is empty. Create or transfer it again.'],
  ['ZIP', Buffer.from('PK\x03\x04\x14\0\0\0users.csv'), 'is a ZIP archive. Unpack it and name the file inside.'],
  [
    'Excel',
    Buffer.from('PK\x03\x04\x14\0\0\0[Content_Types].xml'),
    'is an Excel workbook. Save the sheet as CSV (UTF-8).',
  ],
  [
    'old Excel',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'is an Excel or Office document in the old format. Save the sheet as CSV (UTF-8).',
  ],
  ['PDF', '%PDF-1.7\n', 'is a PDF document. Export the users as CSV or JSON.'],
  ['SQLite', 'SQLite format 3\0', 'is an SQLite database. Export the table of users as CSV or JSON.'],
  ['Parquet', 'PAR1\x15\x04', 'is a Parquet file. Export the users as CSV or JSON.'],
  ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'is a 7z archive. Unpack it and name the file inside.'],
  ['bzip2', 'BZh91AY', 'is compressed with bzip2. Use gzip or zstd, or unpack it.'],
  ['tar, compressed', gzipSync(TAR), 'is a tar archive. Unpack it and name the file inside.'],
  ['twice compressed', gzipSync(gzipSync('id\n1\n')), 'is compressed twice. Compress it once.'],
  ['age', 'age-encryption.org/v1\n-> X25519 canary\n', AGE],
  ['armoured age', '-----BEGIN AGE ENCRYPTED FILE-----\ncanary\n', AGE],
  ['PGP', '-----BEGIN PGP MESSAGE-----\n\ncanary\n', 'is encrypted with PGP. Decrypt it first.'],
])('%s by mistake is one clear error', async (_name, content, says) => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'users.csv': content });
  expect(await problemsOf(readExport(folder.path, 'users.csv'))).toEqual([`users.csv ${says}`]);
});

test('a web page in place of the download is one clear error', async () => {
  expect(await problemsOf(readExport(FIXTURES, 'login-page.csv'))).toEqual([
    'login-page.csv is an HTML page, perhaps a login or error page instead of the download. Download the export again.',
  ]);
});

test('a JSON object over many lines is one clear error', async () => {
  expect(await problemsOf(readExport(FIXTURES, 'one-object.json'))).toEqual([
    'one-object.json is one JSON object, not a list of records. Its list users contains objects. If these are the records, ' +
      'add to the mapping: source: { records: users }.',
  ]);
});
