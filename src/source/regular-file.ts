import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import { untilStopped } from '../runtime/until-stopped.ts';

/** A path that must not be read; the message completes a sentence that begins with it. */
export class UnusableFile extends Error {}

/**
 * Opens a regular file for reading. A pipe or a device is neither read nor waited for, also when it takes the place of a file at
 * the last moment: what was opened is looked at, not the path.
 *
 * @param within the file must be in one of these folders, after all links are followed; null: it may be anywhere.
 * @throws UnusableFile, or the error of the operating system; the reason of `stop` once that aborts.
 */
export async function openRegularFile(
  path: string,
  within: readonly string[] | null,
  stop: AbortSignal | undefined,
): Promise<FileHandle> {
  // Looked at before it is opened, since that alone changes the state of some devices.
  const before = await untilStopped(stat(path, { bigint: true }), stop);
  if (!before.isFile()) throw new UnusableFile(notAFile(before));
  // It may have been replaced since. Windows has no such flag, and no pipes among its files.
  const opening = open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const handle = await untilStopped(opening, stop).catch((error: unknown) => {
    opening.then((late) => late.close()).catch(() => undefined);
    throw error;
  });
  try {
    const found = await untilStopped(handle.stat({ bigint: true }), stop);
    if (!found.isFile()) throw new UnusableFile(notAFile(found));
    if (within === null) return handle;
    const real = await untilStopped(realpath(path), stop);
    const { dev, ino } = await untilStopped(stat(real, { bigint: true }), stop);
    const isThere = dev === found.dev && ino === found.ino;
    if (!isThere || !(await isInside(real, within)))
      throw new UnusableFile(`leads out of ${within.join(' and ')}, also by a link; put the file itself there`);
    return handle;
  } catch (error) {
    handle.close().catch(() => undefined);
    throw error;
  }
}

function notAFile(found: BigIntStats): string {
  return `is ${kindOf(found)}, not a file. Give the path of a regular file`;
}

function kindOf(found: BigIntStats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a named pipe';
  return found.isSocket() ? 'a socket' : 'a device';
}

async function isInside(real: string, folders: readonly string[]): Promise<boolean> {
  const roots = await Promise.all(folders.map((folder) => realpath(folder)));
  return roots.some((root) => isBelow(root, real));
}

/** Whether a path is that of a folder or of something in it; both are absolute. Does not follow links. */
export function isBelow(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !/^\.\.[/\\]/.test(inside) && !isAbsolute(inside);
}
