import { createHash } from 'node:crypto';
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decrypt } from '../../src/source/age.ts';
import { type ExportKey, parseExportKey } from '../../src/source/export-key.ts';
import { openExport } from '../../src/source/open-export.ts';
import { armored, encryptFor, keyPair } from '../support/encrypted.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { AUTO, cellsOf, objectsOf, pieces, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FIXTURES = new URL('../fixtures/source', import.meta.url).pathname;
const TEST_KEY = readFileSync(`${FIXTURES}/age-test-key.txt`, 'utf8');
const CSV = 'email,given_name\nada@example.com,Ada\nbea@example.com,Béa\n';
const CELLS = [
  ['ada@example.com', 'Ada'],
  ['bea@example.com', 'Béa'],
];
const DAMAGED =
  'is damaged or truncated and cannot be decrypted; none of it was imported. Create or transfer it again.';

const ours = await keyPair();
const theirs = await keyPair();

function key(text: string): ExportKey {
  const parsed = parseExportKey(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.key;
}

/** Whole pieces of age and a part of one, so that damage in a later piece is met after good ones. */
const MANY_ROWS = `id,name\n${Array.from({ length: 20_000 }, (_, index) => `${index},name of ${index}\n`).join('')}`;

describe('a file that the age program wrote', () => {
  test.each([
    ['encrypted-by-age.csv.gz.age', TEST_KEY, 'gzip'],
    ['armored-by-age.csv.age', TEST_KEY, 'none'],
  ])('%s is read', async (name, text, compression) => {
    const { file, records } = await readFile(FIXTURES, name, { exportKey: key(text) });
    const bytes = readFileSync(`${FIXTURES}/${name}`);
    expect(file).toMatchObject({ encrypted: true, compression, format: 'csv', encoding: 'utf-8', bytes: bytes.length });
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(cellsOf(records)).toEqual(CELLS);
  });
});

test('content tells, not the name; what lies inside is recognised as if it were plain', async () => {
  using folder = tempFolder();
  const json = `${CELLS.map(([email]) => JSON.stringify({ email })).join('\n')}\n`;
  writeFiles(folder.path, {
    'a.csv': await encryptFor(gzipSync(CSV), theirs.recipient, ours.recipient),
    'b.csv.age': CSV,
    'c.ndjson.zst.age': await encryptFor(zstdCompressSync(`oops\n${json}`), ours.recipient),
    'd.csv.age': armored(await encryptFor(Buffer.from(`\ufeff${CSV}`, 'utf16le'), ours.recipient)),
    'e.jsonl.age': `\n${armored(await encryptFor(json, ours.recipient)).replaceAll('\n', '\r\n')}`,
  });
  const exportKey = key(`${(await keyPair()).identity}\n${ours.identity}`);
  const { files, records } = await readExport(folder.path, '*', { exportKey });
  expect(
    files.map(({ encrypted, compression, format, encoding }) => [encrypted, compression, format, encoding]),
  ).toEqual([
    [true, 'gzip', 'csv', 'utf-8'],
    [false, 'none', 'csv', 'utf-8'],
    [true, 'zstd', 'ndjson', 'utf-8'],
    [true, 'none', 'csv', 'utf-16le'],
    [true, 'none', 'ndjson', 'utf-8'],
  ]);
  const objects = CELLS.map(([email]) => ({ email }));
  expect(cellsOf(records.slice(0, 4))).toEqual([...CELLS, ...CELLS]);
  expect(objectsOf(records.slice(4, 7))).toEqual(['record.json', ...objects]);
  expect(cellsOf(records.slice(7, 9))).toEqual(CELLS);
  expect(objectsOf(records.slice(9))).toEqual(objects);
});

test('an empty file and a large one are what they were', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, {
    'empty.csv': await encryptFor('', ours.recipient),
    'many.csv': await encryptFor(MANY_ROWS, ours.recipient),
  });
  const exportKey = key(ours.identity);
  expect(await problemsOf(readExport(folder.path, 'empty.csv', { exportKey }))).toEqual([
    'empty.csv is empty. Create or transfer it again.',
  ]);
  const { records } = await readFile(folder.path, 'many.csv', { exportKey });
  expect(records).toHaveLength(20_000);
  expect(records.at(-1)).toMatchObject({ row: 20_000, line: 20_001, body: { cells: ['19999', 'name of 19999'] } });
});

describe('nothing of a file is used', () => {
  const exportKey = key(ours.identity);

  test.each(['binary', 'armored'])('that is cut off anywhere (%s)', async (kind) => {
    using folder = tempFolder();
    const file = await encryptFor(CSV, ours.recipient);
    const whole = kind === 'binary' ? file : Buffer.from(armored(file).trimEnd());
    for (let end = 40; end < whole.length; end++) {
      writeFiles(folder.path, { 'cut.age': whole.subarray(0, end) });
      expect(await problemsOf(openExport({ cwd: folder.path, patterns: '*', ...AUTO, exportKey }))).toEqual([
        `cut.age ${DAMAGED}`,
      ]);
    }
  });

  test('that lost its last pieces, or has some more', async () => {
    using folder = tempFolder();
    const file = await encryptFor(MANY_ROWS, ours.recipient);
    const header = file.indexOf('\n--- ') + 49 + 16;
    const piece = 64 * 1024 + 16;
    writeFiles(folder.path, {
      'a-piece-less.age': file.subarray(0, header + piece),
      'nothing-left.age': file.subarray(0, header),
      'one-more-byte.age': Buffer.concat([file, Buffer.from([0])]),
      'pieces-swapped.age': Buffer.concat([
        file.subarray(0, header),
        file.subarray(header + piece, header + 2 * piece),
        file.subarray(header, header + piece),
        file.subarray(header + 2 * piece),
      ]),
      'twice.age': Buffer.concat([file, file]),
    });
    expect(await problemsOf(openExport({ cwd: folder.path, patterns: '*', ...AUTO, exportKey }))).toEqual(
      ['a-piece-less', 'nothing-left', 'one-more-byte', 'pieces-swapped', 'twice'].map(
        (name) => `${name}.age ${DAMAGED}`,
      ),
    );
  });

  test('of which any bit is another', async () => {
    using folder = tempFolder();
    const file = await encryptFor(CSV, ours.recipient);
    for (let at = 'age-encryption.org/v1'.length; at < file.length; at++) {
      const forged = Buffer.from(file);
      forged.writeUInt8(forged.readUInt8(at) ^ (1 << (at % 8)), at);
      writeFiles(folder.path, { 'forged.age': forged });
      expect(await problemsOf(openExport({ cwd: folder.path, patterns: '*', ...AUTO, exportKey }))).toEqual([
        expect.stringMatching(/^forged\.age (is damaged or truncated|was encrypted (only )?for)/),
      ]);
    }
  });

  test('whose last piece is forged, although the others are good', async () => {
    using folder = tempFolder();
    const file = await encryptFor(MANY_ROWS, ours.recipient);
    file.writeUInt8(file.readUInt8(file.length - 1) ^ 1, file.length - 1);
    writeFiles(folder.path, { 'forged.age': file });
    expect(await problemsOf(openExport({ cwd: folder.path, patterns: '*', ...AUTO, exportKey }))).toEqual([
      `forged.age ${DAMAGED}`,
    ]);
  });

  test('that was forged after it was inspected: reading it does not end well', async () => {
    using folder = tempFolder();
    const file = await encryptFor(MANY_ROWS, ours.recipient);
    writeFiles(folder.path, { 'users.age': file });
    utimesSync(folder.file('users.age'), 1, 1);
    const opened = await openExport({ cwd: folder.path, patterns: '*', ...AUTO, exportKey });
    file.writeUInt8(file.readUInt8(file.length - 1) ^ 1, file.length - 1);
    writeFiles(folder.path, { 'users.age': file });
    utimesSync(folder.file('users.age'), 1, 1);
    expect(statSync(folder.file('users.age')).mtimeMs).toBe(1000);
    const reading = async () => {
      for await (const _ of opened.records());
    };
    expect(await problemsOf(reading())).toEqual([`users.age ${DAMAGED}`]);
  });

  test('whose header has no end, and no more of it is held than a header may have', async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('age-encryption.org/v1\n-> X25519 ');
      for (let at = 0; at < 1000; at++) {
        pulled += 64 * 1024;
        yield Buffer.alloc(64 * 1024, 'A');
      }
    }
    const reading = async () => {
      for await (const _ of decrypt(endless(), 'age', exportKey, 'endless.age'));
    };
    expect(await problemsOf(reading())).toEqual([`endless.age ${DAMAGED}`]);
    expect(pulled).toBeLessThan(2 * 1024 * 1024);
  });
});

test.each(['age', 'age-armored'] as const)('only what is being worked on is held (%s)', async (encryption) => {
  const file = await encryptFor(Buffer.alloc(8 * 1024 * 1024, 'a,b\n'), ours.recipient);
  const onDisk = encryption === 'age' ? file : Buffer.from(armored(file));
  let pulled = 0;
  let given = 0;
  let most = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of pieces(onDisk, 64 * 1024)) {
      pulled += piece.length;
      yield piece;
    }
  }
  for await (const piece of decrypt(counted(), encryption, key(ours.identity), 'users.age')) {
    given += piece.length;
    most = Math.max(most, pulled * (file.length / onDisk.length) - given);
  }
  expect(given).toBe(8 * 1024 * 1024);
  expect(most).toBeLessThan(512 * 1024);
});

test('packed in another order or by a redirection, it is one clear error', async () => {
  using folder = tempFolder();
  const file = await encryptFor(CSV, ours.recipient);
  writeFiles(folder.path, {
    'compressed-after.gz': gzipSync(file),
    'compressed-armor.gz': gzipSync(armored(file)),
    'encrypted-twice.age': await encryptFor(file, ours.recipient),
    'redirected.age': Buffer.from(`\ufeff${file.toString('latin1')}`, 'utf16le'),
    'redirected-armor.age': Buffer.from(`\ufeff${armored(file)}`, 'utf16le'),
    'cut-within.gz.age': await encryptFor(gzipSync(CSV).subarray(0, -9), ours.recipient),
  });
  const within = 'was encrypted with age and then compressed or encrypted again. Compress first, then encrypt once.';
  const redirected =
    'was encrypted with age and then converted to UTF-16 by a shell redirection (>). Encrypt it again with age -o.';
  expect(await problemsOf(readExport(folder.path, '*', { exportKey: key(ours.identity) }))).toEqual([
    `compressed-after.gz ${within}`,
    `compressed-armor.gz ${within}`,
    'cut-within.gz.age is damaged or truncated and cannot be decompressed (gzip). Create or transfer it again.',
    `encrypted-twice.age ${within}`,
    `redirected-armor.age ${redirected}`,
    `redirected.age ${redirected}`,
  ]);
});

test('the line of what is wrong inside is found', async () => {
  using folder = tempFolder();
  const text = Buffer.from(`${CSV}\0,Cleo\n`);
  writeFiles(folder.path, { 'users.csv.gz.age': await encryptFor(gzipSync(text), ours.recipient) });
  expect(await problemsOf(readExport(folder.path, '*', { exportKey: key(ours.identity) }))).toEqual([
    expect.stringMatching(/^users\.csv\.gz\.age:4: there is a NUL character/),
  ]);
});
