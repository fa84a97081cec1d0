import type { FileHandle } from 'node:fs/promises';
import { InputError } from '../runtime/input-error.ts';
import { untilStopped } from '../runtime/until-stopped.ts';
import { decrypt, detectEncryption, ENCRYPTION_HEAD_BYTES } from './age.ts';
import { COMPRESSION_HEAD_BYTES, decompress, detectCompression } from './compression.ts';
import type { ExportKey } from './export-key.ts';
import type { FoundFile } from './file-list.ts';
import type { Compression } from './record.ts';
import { openRegularFile, UnusableFile } from './regular-file.ts';

const CHUNK_BYTES = 256 * 1024;

/** @throws InputError when the file cannot be opened, is not a regular file, or is not where it must be. */
export async function openFile({ name, path, within }: FoundFile, stop?: AbortSignal): Promise<FileHandle> {
  try {
    return await openRegularFile(path, within ?? null, stop);
  } catch (cause) {
    stop?.throwIfAborted();
    if (cause instanceof UnusableFile) throw new InputError([`${name} ${cause.message}.`], { cause });
    const reason = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new InputError(
      [`${name} cannot be opened${reason}. Check that it exists and that its permissions allow reading.`],
      { cause },
    );
  }
}

/** Closes a file. A read that hangs is not waited for once the run stops. */
export async function closeFile(handle: FileHandle, stop?: AbortSignal): Promise<void> {
  const closing = handle.close();
  if (stop?.aborted === true) closing.catch(() => undefined);
  else await closing;
}

/** The raw bytes of the file, from the position of the handle. @throws the reason of `stop` as soon as that aborts. */
export async function* diskBytes(handle: FileHandle, stop?: AbortSignal): AsyncGenerator<Buffer> {
  for (;;) {
    const reading = handle.read(Buffer.allocUnsafeSlow(CHUNK_BYTES), 0, CHUNK_BYTES, null);
    const { bytesRead, buffer } = await untilStopped(reading, stop);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The decrypted and decompressed bytes of a file, and which layers were removed. */
export interface PlainBytes {
  readonly encrypted: boolean;
  readonly compression: Compression;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * Removes the layers around the text of an export, outermost first: encryption, then compression, since encrypted data
 * does not compress. Each layer is detected from its first bytes.
 * @param key for encrypted files; null if none is set.
 * @param name of the file, for messages.
 * @throws InputError when a layer is damaged or truncated, or the key is wrong; reading the bytes throws it as well.
 */
export async function plainBytes(
  disk: AsyncIterable<Buffer>,
  key: ExportKey | null,
  name: string,
): Promise<PlainBytes> {
  const outer = await peek(disk, ENCRYPTION_HEAD_BYTES);
  const encryption = detectEncryption(outer.head);
  const inner = await peek(decrypt(outer.bytes, encryption, key, name), COMPRESSION_HEAD_BYTES);
  const compression = detectCompression(inner.head);
  return { encrypted: encryption !== 'none', compression, bytes: decompress(inner.bytes, compression, name) };
}

/** The first bytes of a stream (at least `enough`, if it has as many), and the stream from its beginning. */
async function peek(
  bytes: AsyncIterable<Buffer>,
  enough: number,
): Promise<{ readonly head: Buffer; readonly bytes: AsyncIterable<Buffer> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  for (let length = 0; length < enough; ) {
    const step = await iterator.next();
    if (step.done) break;
    seen.push(step.value);
    length += step.value.length;
  }
  return { head: Buffer.concat(seen), bytes: resume(seen, iterator) };
}

async function* resume(seen: readonly Buffer[], iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* seen;
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) yield step.value;
  } finally {
    await iterator.return?.();
  }
}
