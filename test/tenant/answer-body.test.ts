import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  brotliCompressSync,
  constants,
  createZstdCompress,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/tenant/answer-body.ts';
import { bulkBudget } from '../../src/tenant/answer-budget.ts';
import { printed } from '../support/printed.ts';

const JSON_TEXT = JSON.stringify({ process_states: [{ processState: 'CREATED', name: 'Jörg' }] });
const encoded = {
  gzip: gzipSync(JSON_TEXT),
  'x-gzip': gzipSync(JSON_TEXT),
  br: brotliCompressSync(JSON_TEXT),
  deflate: deflateSync(JSON_TEXT),
  zstd: zstdCompressSync(JSON_TEXT),
};

const budget = bulkBudget(50, 50_000);

function read(bytes: Buffer, contentEncoding?: string, status = 200): Promise<string> {
  // Small pieces, as a network has them.
  const pieces = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, at) =>
    bytes.subarray(at * 1000, (at + 1) * 1000),
  );
  return readText({ status, contentEncoding, body: Readable.from(pieces) as never }, budget);
}

/** Why it cannot be read, as a report has it. */
async function refusalOf(bytes: Buffer, contentEncoding: string): Promise<string> {
  const error = await read(bytes, contentEncoding).catch((thrown: unknown) => thrown);
  return printed(error).text;
}

describe('an answer that is compressed although nobody asked for it', () => {
  test.each(Object.entries(encoded))('%s is decoded', async (name, bytes) => {
    expect(await read(bytes, name)).toBe(JSON_TEXT);
    expect(await read(bytes, name.toUpperCase(), 417)).toBe(JSON_TEXT);
  });

  test.each([
    ['deflate without its zlib header', deflateRawSync(JSON_TEXT), 'deflate'],
    ['two encodings', brotliCompressSync(gzipSync(JSON_TEXT)), 'gzip, br'],
    ['gzip without a header that says so', gzipSync(JSON_TEXT), undefined],
    ['text that a proxy has decompressed without changing the header', Buffer.from(JSON_TEXT), 'gzip'],
    ['the same with br', Buffer.from(JSON_TEXT), 'br'],
    ['identity', Buffer.from(JSON_TEXT), 'identity'],
    ['an empty body', Buffer.alloc(0), 'gzip'],
  ])('%s is read', async (_, bytes, contentEncoding) => {
    expect(await read(bytes, contentEncoding)).toBe(bytes.length === 0 ? '' : JSON_TEXT);
  });

  test.each(Object.keys(encoded) as (keyof typeof encoded)[])('%s that is cut off is no answer', async (name) => {
    await expect(read(encoded[name].subarray(0, -6), name)).rejects.toMatchObject({
      failure: { code: 'tenant.answer_unusable', mayHaveArrived: true },
      status: 200,
    });
    expect(await refusalOf(encoded[name].subarray(0, -6), name)).toContain(`(${name})`);
  });

  test('what there is of an error that is cut off is read', async () => {
    const page = `<html><title>Blocked</title>${Array.from({ length: 3000 }, (_, at) => at * 7919).join()}</html>`;
    expect(await read(gzipSync(page).subarray(0, -500), 'gzip', 403)).toMatch(/^<html><title>Blocked/);
  });

  test('an unknown encoding is named', async () => {
    expect(await refusalOf(Buffer.from([1, 2]), 'compress')).toContain('is encoded as compress');
    expect(await refusalOf(Buffer.from([1, 2]), 'zq4vb8nk2m')).toContain('is encoded as something unknown');
  });

  const zeros = Buffer.alloc(20 * 1024 * 1024);
  test.each([
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(zeros)],
    ['zstd', zstdCompressSync(zeros)],
    ['gzip, gzip', gzipSync(gzipSync(zeros))],
  ])('never becomes larger than its budget (%s)', async (name, bomb) => {
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(bomb, name)).toContain('larger than 1.4 MB');
    expect(await read(bomb, name, 500)).toBe('');
  });

  test('is not decoded again and again', async () => {
    const encoding = Array(1_000).fill('gzip').join();
    expect(await refusalOf(gzipSync(JSON_TEXT), encoding)).toContain('is encoded 1000 times');
    expect(await read(gzipSync(JSON_TEXT), encoding, 502)).toBe('');
  });

  test('whose zstd frame wants more memory than HTTP allows is no answer', async () => {
    const params = { [constants.ZSTD_c_windowLog]: 27 };
    const frame = await buffer(Readable.from([Buffer.from(JSON_TEXT)]).pipe(createZstdCompress({ params })));
    expect(await refusalOf(frame, 'zstd')).toContain('cannot be decoded (zstd)');
  });
});
