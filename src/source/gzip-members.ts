import { once } from 'node:events';
import { createGunzip, type Gunzip } from 'node:zlib';
import { PieceCount } from './piece-count.ts';

const CHUNK_BYTES = 64 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * Decompresses gzip data to its true end: all members, and also those after zero bytes, with which tapes and block devices
 * pad a member. The decompressor of Node takes the first zero byte after a member for the end of the data and drops the rest
 * without an error: it would lose rows. Layout: RFC 1952, section 2.2.
 * @throws Error when a member is damaged or cut off, or something other than a member or padding follows; TooManyPieces.
 */
export async function* gunzipMembers(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = bytes[Symbol.asyncIterator]();
  const members = new PieceCount();
  try {
    let chunk = await withoutPadding(NOTHING, source);
    while (chunk !== null) {
      const member = createGunzip({ chunkSize: CHUNK_BYTES });
      const fed = feed(member, chunk, source);
      yield* member as AsyncIterable<Buffer>;
      members.add(member.bytesWritten);
      chunk = await withoutPadding(await fed, source);
    }
  } finally {
    await source.return?.();
  }
}

/** Bytes from the next one that is not zero on; null at the end of the data. */
async function withoutPadding(first: Buffer, source: AsyncIterator<Buffer>): Promise<Buffer | null> {
  for (let chunk = first; ; ) {
    const start = chunk.findIndex((byte) => byte !== 0);
    if (start >= 0) return chunk.subarray(start);
    const step = await source.next();
    if (step.done === true) return null;
    chunk = step.value;
  }
}

/**
 * Gives the decompressor one chunk after the other until it or the data ends. Returns the bytes that it left: at most those of
 * one chunk. Never rejects: errors end the decompressor, whose reader throws them.
 */
async function feed(member: Gunzip, first: Buffer, source: AsyncIterator<Buffer>): Promise<Buffer> {
  const ended = once(member, 'close').catch(() => undefined);
  let given = 0;
  for (let chunk = first; ; ) {
    given += chunk.length;
    await Promise.race([written(member, chunk), ended]);
    const left = given - member.bytesWritten;
    // It takes all of a chunk unless it has ended.
    if (left > 0 || member.destroyed) return left > 0 ? chunk.subarray(chunk.length - left) : NOTHING;
    try {
      const step = await source.next();
      if (step.done === true) {
        member.end();
        await ended;
        return NOTHING;
      }
      chunk = step.value;
    } catch (error) {
      member.destroy(error as Error);
      return NOTHING;
    }
  }
}

function written(member: Gunzip, chunk: Buffer): Promise<void> {
  return new Promise((resolve) => void member.write(chunk, () => resolve()));
}
