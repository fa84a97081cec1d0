import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { InputError } from './input-error.ts';

/**
 * Opens a regular file for reading; links are followed. Anything else could block a thread until somebody writes to it, or
 * never end.
 *
 * @param what the file in messages, at the beginning of a sentence: `users.csv`.
 * @throws InputError that names what the path leads to instead, or why it cannot be opened (`cause` has the system's error).
 */
export async function openRegularFile(path: string, what: string): Promise<FileHandle> {
  // Looked at before it is opened, since that alone changes the state of some devices.
  const before = await unlessUnreadable(stat(path), what);
  refuseIrregular(before, what);
  // It may have been replaced since. Windows has no such flag and no such files.
  const handle = await unlessUnreadable(open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)), what);
  try {
    refuseIrregular(await handle.stat(), what);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function unlessUnreadable<T>(work: Promise<T>, what: string): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new InputError(
      [`${what} cannot be opened${reason}. Check that it exists and that its permissions allow reading.`],
      { cause },
    );
  }
}

function refuseIrregular(found: Stats, what: string): void {
  if (found.isFile()) return;
  throw new InputError([`${what} is ${kindOf(found)}, not a file. Give the path of a regular file.`]);
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a named pipe';
  return found.isSocket() ? 'a socket' : 'a device';
}
