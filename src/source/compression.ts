import { pipeline } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import { InputError } from '../runtime/input-error.ts';
import { count } from '../text/number-text.ts';
import { gunzipMembers } from './gzip-members.ts';
import { MAX_SMALL_PIECES, TooManyPieces } from './piece-count.ts';
import type { Compression } from './record.ts';
import { zstdFrames } from './zstd-frames.ts';

const CHUNK_BYTES = 64 * 1024;

/** The decompressor keeps a window of the text in memory, and refuses one above 128 MiB. */
const WINDOW_TOO_LARGE = 'ZSTD_error_frameParameter_windowTooLarge';

/** Number of bytes that `detectCompression` needs. */
export const COMPRESSION_HEAD_BYTES = 4;

/** Detects the compression of a file from its first bytes; the file name is not used. */
export function detectCompression(head: Buffer): Compression {
  if (head.length >= 2 && head.readUInt16BE() === 0x1f8b) return 'gzip';
  if (head.length < 4) return 'none';
  const magic = head.readUInt32LE();
  return magic === 0xfd2fb528 || (magic & 0xfffffff0) === 0x184d2a50 ? 'zstd' : 'none';
}

/**
 * Decompresses a file, including gzip files with several members (and padding between them) and zstd files with several frames.
 * @param name of the file, for messages.
 * @throws InputError when the data is damaged or truncated.
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
  try {
    yield* compression === 'gzip' ? gunzipMembers(bytes) : unzstd(bytes);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    if (cause instanceof TooManyPieces)
      throw new InputError(
        [
          `${name} is compressed in more than ${count(MAX_SMALL_PIECES)} pieces of a few bytes. Unpack it, and compress it again as a whole.`,
        ],
        { cause },
      );
    if ((cause as NodeJS.ErrnoException).code === WINDOW_TOO_LARGE)
      throw new InputError(
        [`${name} can only be decompressed with more than 128 MB of memory. Compress it without --long and --ultra.`],
        { cause },
      );
    throw new InputError(
      [`${name} is damaged or truncated and cannot be decompressed (${compression}). Create or transfer it again.`],
      { cause },
    );
  }
}

function unzstd(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  // The callback is empty: an error of the source destroys the result, and reading from it throws the error.
  return pipeline(zstdFrames(bytes), createZstdDecompress({ chunkSize: CHUNK_BYTES }), () => {});
}
