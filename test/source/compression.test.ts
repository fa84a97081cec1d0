import { gzipSync, constants as zlib, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decompress, detectCompression } from '../../src/source/compression.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { cellsOf, objectsOf, pieces, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FRAME = { params: { [zlib.ZSTD_c_checksumFlag]: 1 } };
const SKIPPABLE = Buffer.from([0x5f, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);

function zstd(text: string): Buffer {
  return zstdCompressSync(text, FRAME);
}

async function plain(bytes: Buffer, size: number): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of decompress(pieces(bytes, size), detectCompression(bytes), 'x')) parts.push(part);
  return Buffer.concat(parts).toString();
}

test.each([
  ['users.csv.gz', gzipSync('id,name\n1,Ada\n'), 'gzip'],
  ['users.csv.zst', zstd('id,name\n1,Ada\n'), 'zstd'],
  ['users.csv', gzipSync('id,name\n1,Ada\n'), 'gzip'],
  ['users.gz', Buffer.from('id,name\n1,Ada\n'), 'none'],
])('%s is opened by its first bytes, not its name', async (name, bytes, compression) => {
  using folder = tempFolder();
  writeFiles(folder.path, { [name]: bytes });
  const { file, records } = await readFile(folder.path, name);
  expect(file).toMatchObject({ compression, format: 'csv', bytes: bytes.length });
  expect(cellsOf(records)).toEqual([['1', 'Ada']]);
});

test('the name without .gz or .zst helps to tell the format', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.ndjson.gz': gzipSync('oops\n{"id":"1"}\n'), 'b.jsonl.zst': zstd('oops\n{"id":"2"}\n') });
  const { records } = await readExport(folder.path, '*');
  expect(objectsOf(records)).toEqual(['record.json', { id: '1' }, 'record.json', { id: '2' }]);
});

test('all members of a gzip file are read', async () => {
  expect(await plain(Buffer.concat([gzipSync('one,'), gzipSync('two,'), gzipSync('three')]), 5)).toBe('one,two,three');
});

test.each([
  ['between members', (a: Buffer, b: Buffer, pad: Buffer) => [a, pad, b]],
  ['after the last member', (a: Buffer, b: Buffer, pad: Buffer) => [a, b, pad]],
  [
    'between and after empty members',
    (a: Buffer, b: Buffer, pad: Buffer) => [gzipSync(''), pad, a, pad, gzipSync(''), b, pad],
  ],
])('zero bytes %s of a gzip file lose nothing, however it is split', async (_, join) => {
  const text = `one,${Array.from({ length: 300 }, (_, index) => (index * 7919) % 10007).join()}`;
  for (const padding of [1, 2, 511]) {
    const bytes = Buffer.concat(join(gzipSync(text), gzipSync(',two'), Buffer.alloc(padding)));
    for (const size of [1, 3, 8, 100, 4096, bytes.length]) expect(await plain(bytes, size)).toBe(`${text},two`);
  }
});

test.each([
  ['garbage', Buffer.from('id,name')],
  ['garbage after padding', Buffer.from('\0\0\0id,name')],
  ['the first byte of a member', Buffer.from([0x1f])],
  ['a member after padding that is cut off', Buffer.concat([Buffer.alloc(9), gzipSync('id\n1\n').subarray(0, -3)])],
  ['a member after padding that is damaged', Buffer.concat([Buffer.alloc(9), gzipSync('id\n1\n').fill(0, 12)])],
])('after a gzip member, %s is an error', async (_, follows) => {
  using folder = tempFolder();
  const bytes = Buffer.concat([gzipSync('id\n1\n2\n'), follows]);
  writeFiles(folder.path, { 'users.csv.gz': bytes });
  expect(await problemsOf(readExport(folder.path, '*'))).toEqual([
    expect.stringContaining('users.csv.gz is damaged or truncated and cannot be decompressed (gzip)'),
  ]);
  for (const size of [1, 5]) await expect(plain(bytes, size)).rejects.toThrow('damaged or truncated');
});

test('a reader that stops early ends the source of a gzip file', async () => {
  let ended = false;
  const random = Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 10007).join();
  async function* source(): AsyncGenerator<Buffer> {
    try {
      yield* pieces(gzipSync(random), 1000);
    } finally {
      ended = true;
    }
  }
  for await (const part of decompress(source(), 'gzip', 'x')) {
    expect(part.length).toBeGreaterThan(0);
    break;
  }
  expect(ended).toBe(true);
});

test('all frames of a zstd file are read, however it is split', async () => {
  const random = Array.from({ length: 4000 }, (_, index) => (index * 7919) % 10007).join();
  const bytes = Buffer.concat([zstd('one,'), SKIPPABLE, zstd(''), zstd('two,'.repeat(500)), zstd(random), SKIPPABLE]);
  for (const size of [1, 2, 3, 5, 8, 13, 100, bytes.length]) {
    expect(await plain(bytes, size)).toBe(`one,${'two,'.repeat(500)}${random}`);
  }
});

test.each(['gzip', 'zstd'])('%s that is cut off anywhere is an error with the file', async (kind) => {
  using folder = tempFolder();
  const whole = kind === 'gzip' ? gzipSync('id\n1\n2\n3\n') : Buffer.concat([zstd('id\n1\n'), zstd('2\n3\n')]);
  const frame = zstd('id\n1\n').length;
  for (let end = 5; end < whole.length; end++) {
    if (kind === 'zstd' && end === frame) continue;
    writeFiles(folder.path, { 'cut.csv': whole.subarray(0, end) });
    expect(await problemsOf(readExport(folder.path, 'cut.csv'))).toEqual([
      `cut.csv is damaged or truncated and cannot be decompressed (${kind}). Create or transfer it again.`,
    ]);
  }
});

test.each(['gzip', 'zstd'])('%s that is damaged, or followed by something else, is an error', async (kind) => {
  using folder = tempFolder();
  const sound = kind === 'gzip' ? gzipSync('id\n1\n2\n') : zstd('id\n1\n2\n');
  const damaged = Buffer.from(sound);
  const checksum = kind === 'gzip' ? damaged.length - 8 : damaged.length - 4;
  damaged[checksum] = (damaged[checksum] ?? 0) ^ 1;
  writeFiles(folder.path, { 'damaged.csv': damaged, 'followed.csv': Buffer.concat([sound, Buffer.from('id,name')]) });
  const says = 'is damaged or truncated and cannot be decompressed';
  expect(await problemsOf(readExport(folder.path, '*.csv'))).toEqual([
    expect.stringContaining(`damaged.csv ${says}`),
    expect.stringContaining(`followed.csv ${says}`),
  ]);
});

test('a large compressed file is read to its last line', async () => {
  using folder = tempFolder();
  const text = `id\n${Array.from({ length: 300_000 }, (_, index) => index).join('\n')}`;
  writeFiles(folder.path, { 'a.gz': gzipSync(text), 'b.zst': zstdCompressSync(text) });
  const { records } = await readExport(folder.path, '*');
  expect(records).toHaveLength(600_000);
  expect(records.at(-1)).toEqual({ row: 600_000, file: 1, line: 300_001, body: { kind: 'cells', cells: ['299999'] } });
});
