import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseExportKey } from '../../src/source/export-key.ts';
import { openExport } from '../../src/source/open-export.ts';
import { UnpackBudget, unpackLimit } from '../../src/source/unpack-limit.ts';
import { encryptFor, keyPair } from '../support/encrypted.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { AUTO, problemsOf, writeFiles } from './read-export.ts';

const MEGABYTE = 1_000_000;
const head = Buffer.from('email\n');
/** 32 MB in long lines. */
const letters = Buffer.alloc(32 * MEGABYTE, `${'a'.repeat(999)}\n`);
const gzipped = gzipSync(letters);
const zstandard = zstdCompressSync(letters);
const REFUSED =
  /^users: it unpacks to more than 64 MB, the default limit or its ratio is above 1,000\. If it is that large, set `max-unpacked` to a higher limit, such as `640MB`/;

async function problemsOfFile(content: Buffer, settings: object = {}): Promise<readonly string[]> {
  using folder = tempFolder();
  writeFiles(folder.path, { users: content });
  return await problemsOf(openExport({ cwd: folder.path, patterns: 'users', ...AUTO, ...settings }));
}

test('a file that unpacks to more than a thousand times its size is refused: gzip in many members', async () => {
  const bomb = Buffer.concat([gzipSync(head), gzipped, gzipped, gzipped]);
  // The ratio of deflate is hardly above a thousand, so the file counts as smaller here.
  expect(await problemsOfFile(bomb, { artifactBytes: 1_000 })).toEqual([expect.stringMatching(REFUSED)]);
});

test('zstd in many frames is refused too, and within age', async () => {
  const bomb = Buffer.concat([zstdCompressSync(head), zstandard, zstandard, zstandard]);
  expect(bomb.length).toBeLessThan(20_000);
  expect(await problemsOfFile(bomb)).toEqual([expect.stringMatching(REFUSED)]);
  const { identity, recipient } = await keyPair();
  const parsed = parseExportKey(identity);
  const exportKey = 'key' in parsed ? parsed.key : null;
  expect(await problemsOfFile(await encryptFor(bomb, recipient), { exportKey })).toEqual([
    expect.stringMatching(REFUSED),
  ]);
});

test('all files of an export share what they may unpack to', async () => {
  using folder = tempFolder();
  const small = Buffer.concat([zstdCompressSync(head), zstandard]);
  writeFiles(folder.path, { a: small, b: small, c: small });
  const opening = (patterns: string) => openExport({ cwd: folder.path, patterns, ...AUTO });
  expect((await opening('a')).files).toHaveLength(1);
  expect(await problemsOf(opening('*'))).toEqual([expect.stringMatching(/^b: it unpacks to more than 64 MB/)]);
});

test('a compressed file in an artifact counts as part of the artifact', () => {
  const budget = new UnpackBudget(null, 100_000);
  expect(budget.allow('users.csv.gz', 90 * MEGABYTE).left).toBe(100 * MEGABYTE);
});

test('a small file of many similar users is read, whatever its ratio is', async () => {
  using folder = tempFolder();
  const text = Buffer.alloc(17 * MEGABYTE, 'jana@example.com\n');
  const content = zstdCompressSync(Buffer.concat([head, text]));
  expect(text.length / content.length).toBeGreaterThan(1_000);
  writeFiles(folder.path, { 'users.csv.zst': content });
  expect((await openExport({ cwd: folder.path, patterns: '*', ...AUTO })).files).toHaveLength(1);
});

test('max-unpacked says otherwise in both directions', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { users: Buffer.concat([zstdCompressSync(head), zstandard, zstandard, zstandard]) });
  const opening = (maxUnpacked: number) => openExport({ cwd: folder.path, patterns: 'users', ...AUTO, maxUnpacked });
  expect((await opening(100 * MEGABYTE)).files).toHaveLength(1);
  expect(await problemsOf(opening(MEGABYTE))).toEqual([
    'users: it unpacks to more than 1.0 MB, the limit of `max-unpacked`. If it is that large, set `max-unpacked` to a higher limit, such as `10MB`; otherwise create or transfer it again. Nothing was sent.',
  ]);
});

test('the default is a thousand times the packed size, at least 64 MB and at most 1 TB', () => {
  expect([1_000, 1_000_000, 10 ** 12].map((packed) => unpackLimit(packed, null))).toEqual([64e6, 1e9, 1e12]);
  expect(unpackLimit(1, 5)).toBe(5);
});

test('zstd that needs gigabytes of memory for its window is refused', async () => {
  // A frame with a window of 2 GB (RFC 8878, 3.1.1.1.2) and an empty block.
  const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 21 << 3, 0x01, 0x00, 0x00]);
  expect(await problemsOfFile(frame)).toEqual([
    'users can only be decompressed with more than 128 MB of memory. Compress it without --long and --ultra.',
  ]);
});

test('a file of ten thousand empty pieces is refused instead of read for minutes', async () => {
  const pieces = (piece: Buffer): Buffer => Buffer.alloc(piece.length * 11_000, piece);
  expect(await problemsOfFile(pieces(zstdCompressSync('')))).toEqual([
    expect.stringMatching(/^users is compressed in more than 10,000 pieces/),
  ]);
});

test('the inspection hears the stop signal within a bomb, not only between the chunks of the disk', async () => {
  using folder = tempFolder();
  // 64 GB in 1 MB: less than four chunks of the disk.
  const frames = Array.from({ length: 2_000 }, () => zstandard);
  writeFiles(folder.path, { users: Buffer.concat([zstdCompressSync(head), ...frames]) });
  const stop = new AbortController();
  const before = process.resourceUsage().userCPUTime;
  const opening = openExport({ ...AUTO, cwd: folder.path, patterns: '*', maxUnpacked: 10 ** 12, stop: stop.signal });
  setImmediate(() => setImmediate(() => stop.abort('stopped')));
  await expect(opening).rejects.toBe('stopped');
  expect((process.resourceUsage().userCPUTime - before) / 1e6, 'CPU seconds').toBeLessThan(5);
});
