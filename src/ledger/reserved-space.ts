import { closeSync, openSync, rmSync, writeSync } from 'node:fs';

const PIECE = 1024 * 1024;

/**
 * Takes room on the disk for what must still be written when it is full, as a file that `freeRoom` removes. Zeros are written,
 * since a file with a size alone takes no room.
 *
 * @throws Error with the code ENOSPC when there is not that much; then none is taken.
 */
export function takeRoom(path: string, bytes: number): void {
  freeRoom(path);
  const file = openSync(path, 'wx', 0o600);
  try {
    const zeros = Buffer.alloc(PIECE);
    for (let left = bytes; left > 0; left -= PIECE) writeAll(file, zeros.subarray(0, Math.min(PIECE, left)));
  } catch (error) {
    freeRoom(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Gives the room back; when there is none, nothing happens. */
export function freeRoom(path: string): void {
  rmSync(path, { force: true });
}

/** A write to a disk that is almost full may end early without an error. */
function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
