import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ZipFile } from 'yauzl';
import { UnpacksToTooMuch, unpackLimit } from '../source/unpack-limit.ts';
import { shownName } from '../text/escape.ts';
import { ArtifactProblem, DamagedArtifact } from './artifact-problem.ts';
import { readEntries, type ZipEntry } from './zip-entries.ts';
import { entryBytes, openZip } from './zip-file.ts';

export interface UnzipOptions {
  /** The input `max-unpacked`; null: the default. */
  readonly maxUnpacked: number | null;
  readonly stop: AbortSignal;
}

/**
 * Unpacks a zip into a new folder. Files get the mode 0600 and folders 0700, whatever the zip says. Nothing is written before all
 * entries have been checked.
 *
 * @throws DamagedArtifact when the zip is damaged or holds anything but files and folders with harmless names; UnpacksToTooMuch;
 * the reason of `stop`; errors of the file system.
 */
export async function unzip(path: string, folder: string, { maxUnpacked, stop }: UnzipOptions): Promise<void> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const maxBytes = unpackLimit(size, maxUnpacked);
  const tooMuch = () => new UnpacksToTooMuch('The artifact', maxBytes, maxUnpacked);
  try {
    const zip = await openZip(file, size);
    const entries = await readEntries(zip, { maxBytes, tooMuch, stop });
    await mkdir(folder, { mode: 0o700 });
    for (const entry of entries) await unpack({ file, zip, folder, stop }, entry);
  } catch (cause) {
    stop.throwIfAborted();
    throw isDamage(cause) ? notAZip(cause) : cause;
  }
}

interface OpenZip {
  readonly file: FileHandle;
  readonly zip: ZipFile;
  readonly folder: string;
  readonly stop: AbortSignal;
}

async function unpack({ file, zip, folder, stop }: OpenZip, entry: ZipEntry): Promise<void> {
  const path = join(folder, entry.name);
  await mkdir(entry.isFolder ? path : dirname(path), { recursive: true, mode: 0o700 });
  if (entry.isFolder) return;
  const { uncompressedSize, crc32: expected } = entry.entry;
  await using written = await open(path, 'wx', 0o600);
  let bytes = 0;
  let sum = 0;
  for await (const chunk of entryBytes(file, zip, entry)) {
    stop.throwIfAborted();
    bytes += chunk.length;
    if (bytes > uncompressedSize) break;
    sum = crc32(chunk, sum);
    await written.writeFile(chunk);
  }
  if (bytes !== uncompressedSize || sum !== expected)
    throw new DamagedArtifact(
      `The artifact is damaged: its entry ${shownName(entry.name)} has another size or checksum than the list of entries says.`,
    );
}

/** Not an error of this code or of the file system: those of zlib begin with `Z_`, those of yauzl have no code. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof ArtifactProblem || error instanceof UnpacksToTooMuch) return false;
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined || code.startsWith('Z_');
}

/** The reason of the library may quote the zip, so it is only the cause. */
function notAZip(cause: unknown): DamagedArtifact {
  return new DamagedArtifact('The artifact is damaged: it is not a complete zip file. Upload it again.', { cause });
}
