import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { InputError } from '../runtime/input-error.ts';
import type { Compression } from './record.ts';
import { zstdFrames } from './zstd-frames.ts';

const CHUNK_BYTES = 64 * 1024;

/** Bytes that `detectCompression` looks at. */
export const COMPRESSION_HEAD_BYTES = 4;

/** Tells by its first bytes how a file is compressed; its name does not count. */
export function detectCompression(head: Buffer): Compression {
  if (head.length >= 2 && head.readUInt16BE() === 0x1f8b) return 'gzip';
  if (head.length < 4) return 'none';
  const magic = head.readUInt32LE();
  return magic === 0xfd2fb528 || (magic & 0xfffffff0) === 0x184d2a50 ? 'zstd' : 'none';
}

/**
 * The bytes as they were before compression; gzip files of several members and zstd files of several frames included.
 * @throws InputError when they are damaged or cut off; `name` is the file's.
 */
export async function* decompress(
  bytes: AsyncIterable<Buffer>,
  compression: Compression,
  name: string,
): AsyncGenerator<Buffer> {
  if (compression === 'none') {
    yield* bytes;
    return;
  }
  // The callback has nothing to do: an error of the source destroys `plain`, and reading that throws it.
  const plain =
    compression === 'gzip'
      ? pipeline(bytes, createGunzip({ chunkSize: CHUNK_BYTES }), () => {})
      : pipeline(zstdFrames(bytes), createZstdDecompress({ chunkSize: CHUNK_BYTES }), () => {});
  try {
    yield* plain as AsyncIterable<Buffer>;
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(
      [`${name} is damaged or truncated and cannot be decompressed (${compression}). Create or transfer it again.`],
      { cause },
    );
  }
}
