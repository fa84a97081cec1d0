import { closeSync, openSync, rmSync, writeSync } from 'node:fs';

const CHUNK_BYTES = 1024 * 1024;

/**
 * Reserves space for what must still be written when the disk is full: a file that `releaseSpace` removes. Zeros are written
 * because a file that only has a size takes no space.
 *
 * @throws Error with the code ENOSPC when there is too little; then nothing is reserved.
 */
export function reserveSpace(path: string, bytes: number): void {
  releaseSpace(path);
  const file = openSync(path, 'wx', 0o600);
  try {
    const zeros = Buffer.alloc(CHUNK_BYTES);
    for (let left = bytes; left > 0; left -= CHUNK_BYTES)
      writeAll(file, zeros.subarray(0, Math.min(CHUNK_BYTES, left)));
  } catch (error) {
    releaseSpace(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Frees the reserved space; does nothing when none is reserved. */
export function releaseSpace(path: string): void {
  rmSync(path, { force: true });
}

/** A write to a disk that is almost full may end early without an error. */
function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
