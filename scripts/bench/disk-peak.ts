import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const EVERY_MS = 200;
const BLOCK_BYTES = 512;

/** The most disk space that the files of a folder took while `work` ran, in MB, seen five times a second. */
export async function diskPeak<T>(
  folder: string,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly mb: number }> {
  let bytes = 0;
  const look = (): void => {
    try {
      bytes = Math.max(bytes, spaceOf(folder));
    } catch {
      // A folder in it was deleted meanwhile; the next look sees what is left.
    }
  };
  const timer = setInterval(look, EVERY_MS);
  try {
    const done = await work();
    return { done, mb: bytes / 1e6 };
  } finally {
    clearInterval(timer);
  }
}

function spaceOf(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) bytes += BLOCK_BYTES * (statSync(join(entry.parentPath, entry.name), QUIET)?.blocks ?? 0);
  return bytes;
}

/** A file may have been deleted since its folder was read. */
const QUIET = { throwIfNoEntry: false } as const;
