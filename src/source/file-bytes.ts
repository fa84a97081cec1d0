import type { FileHandle } from 'node:fs/promises';
import { InputError } from '../runtime/input-error.ts';
import { stoppable, untilStopped } from '../runtime/until-stopped.ts';
import { decrypt, detectEncryption, ENCRYPTION_HEAD_BYTES } from './age.ts';
import { COMPRESSION_HEAD_BYTES, decompress, detectCompression } from './compression.ts';
import type { ExportKey } from './export-key.ts';
import type { FoundFile } from './file-list.ts';
import type { Compression } from './record.ts';
import { openRegularFile, UnusableFile } from './regular-file.ts';
import { type FileAllowance, limited } from './unpack-limit.ts';

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

/** What removing the layers needs besides the bytes. */
export interface Unpacking {
  /** For encrypted files; null if none is set. */
  readonly exportKey: ExportKey | null;
  /** For compressed files. */
  readonly allowance: FileAllowance;
  /** A few bytes on the disk may be gigabytes of text, so it is asked at every chunk. */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Removes the layers around the text of an export, outermost first: encryption, then compression, since encrypted data
 * does not compress. Each layer is detected from its first bytes.
 * @param name of the file, for messages.
 * @throws InputError when a layer is damaged or truncated, the key is wrong, or it unpacks to too much; the reason of `stop`.
 * Reading the bytes throws them as well.
 */
export async function plainBytes(
  disk: AsyncIterable<Buffer>,
  name: string,
  { exportKey, allowance, stop }: Unpacking,
): Promise<PlainBytes> {
  const outer = await peek(disk, ENCRYPTION_HEAD_BYTES);
  const encryption = detectEncryption(outer.head);
  // Trying the keys on a header that was made for it takes seconds.
  const inner = await untilStopped(
    peek(decrypt(outer.bytes, encryption, exportKey, name), COMPRESSION_HEAD_BYTES),
    stop,
  );
  const compression = detectCompression(inner.head);
  const bytes = compression === 'none' ? inner.bytes : limited(decompress(inner.bytes, compression, name), allowance);
  return {
    encrypted: encryption !== 'none',
    compression,
    bytes: stop === undefined ? bytes : stoppable(bytes, stop),
  };
}

/** The bytes of `plainBytes` of a file on disk, from its beginning. */
export async function* plainBytesOf(found: FoundFile, unpacking: Unpacking): AsyncGenerator<Buffer> {
  const { stop } = unpacking;
  const handle = await openFile(found, stop);
  try {
    yield* (await plainBytes(diskBytes(handle, stop), found.name, unpacking)).bytes;
  } finally {
    await closeFile(handle, stop);
  }
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
