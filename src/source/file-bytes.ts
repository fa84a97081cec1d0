import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { InputError } from '../input-error.ts';
import { decompress } from './compression.ts';
import type { FoundFile } from './file-list.ts';
import type { Compression } from './record.ts';

const CHUNK_BYTES = 64 * 1024;

/** @throws InputError when the file cannot be opened. */
export async function openFile({ name, path }: FoundFile): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new InputError([`${name} cannot be opened${reason}. Check that it is there and may be read.`], { cause });
  }
}

/** The bytes as they lie on disk, from the handle's position on. */
export async function* diskBytes(handle: FileHandle): AsyncGenerator<Buffer> {
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(CHUNK_BYTES), 0, CHUNK_BYTES, null);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/**
 * From the bytes on disk to those of the text: the one place where the layers around an export come off, outermost
 * first. Today that is compression; an encryption would come off before it.
 */
export function plainBytes(disk: AsyncIterable<Buffer>, compression: Compression, name: string): AsyncIterable<Buffer> {
  return decompress(disk, compression, name);
}
