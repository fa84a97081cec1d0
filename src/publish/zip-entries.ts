import { type Entry, getFileNameLowLevel, type LocalFileHeader, parseExtraFields, type ZipFile } from 'yauzl';
import { shownName } from '../text/escape.ts';
import { DamagedArtifact } from './artifact-problem.ts';
import { nameKey, nameProblem } from './zip-name.ts';

/** An entry of a zip that may be unpacked. */
export interface ZipEntry {
  /** Relative, with `/` between folders, without one at its end. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly entry: Entry;
}

const MAX_ENTRIES = 10_000;

/** The types of Unix files in the upper half of `externalFileAttributes`. */
const TYPE = 0o170000;
const FILE = 0o100000;
const FOLDER = 0o040000;
/** Systems whose attributes are those of Unix: Unix itself and macOS. */
const UNIX = [3, 19];
/** Bit of `generalPurposeBitFlag`: sizes and checksum follow the data. */
const SIZES_FOLLOW = 0x8;
const IN_EXTRA_FIELD = 0xffffffff;
/** Id of the extra field with the sizes of zip64. */
const ZIP64 = 1;
const DESCRIPTOR_BYTES = 12;

/**
 * Reads and checks the list of all entries before any of them is unpacked: names, kinds, sizes, and that the list says the same
 * as the headers in front of the data, which other programs go by.
 *
 * @param maxBytes what all entries together may unpack to; `tooMuch` makes the error.
 * @throws DamagedArtifact that names the entry; what `tooMuch` makes; errors of yauzl for a damaged zip.
 */
export async function readEntries(
  zip: ZipFile,
  { maxBytes, tooMuch, stop }: { readonly maxBytes: number; readonly tooMuch: () => Error; readonly stop: AbortSignal },
): Promise<readonly ZipEntry[]> {
  if (zip.entryCount > MAX_ENTRIES) throw unusable(`it has more than ${MAX_ENTRIES.toLocaleString('en')} entries`);
  const entries: ZipEntry[] = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    stop.throwIfAborted();
    entries.push(checkedEntry(entry));
    bytes += entry.uncompressedSize;
    if (bytes > maxBytes) throw tooMuch();
  }
  refuseCollisions(entries);
  await refuseLies(zip, entries, stop);
  return entries;
}

function checkedEntry(entry: Entry): ZipEntry {
  const raw = entry.fileName as unknown as Buffer;
  const full = getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true);
  const isFolder = full.endsWith('/');
  const name = isFolder ? full.slice(0, -1) : full;
  const problem = nameProblem(name) ?? kindProblem(entry, isFolder);
  if (problem !== null) throw unusable(`its entry ${shownName(full)} ${problem}`);
  return { name, isFolder, entry };
}

function kindProblem(entry: Entry, isFolder: boolean): string | null {
  const type = UNIX.includes(entry.versionMadeBy >> 8) ? (entry.externalFileAttributes >>> 16) & TYPE : 0;
  if (type === FOLDER && !isFolder) return 'is a folder in place of a file';
  if (type === FILE && isFolder) return 'is a file in place of a folder';
  if (type !== 0 && type !== FOLDER && type !== FILE) return 'is neither a file nor a folder, such as a link';
  if (isFolder && entry.uncompressedSize > 0) return 'is a folder that contains data';
  if (entry.isEncrypted()) return 'is encrypted';
  if (!entry.canDecodeFileData()) return 'is compressed in an unknown way';
  return null;
}

/** Every file must have a path of its own, on every file system. */
function refuseCollisions(entries: readonly ZipEntry[]): void {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const { name, isFolder } of entries) {
    const key = nameKey(name);
    if (!isFolder && files.has(key)) throw unusable(`its entry ${shownName(name)} occurs twice, or in another case`);
    (isFolder ? folders : files).add(key);
    for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) folders.add(key.slice(0, at));
  }
  for (const { name, isFolder } of entries) {
    if (!isFolder && folders.has(nameKey(name))) throw unusable(`its entry ${shownName(name)} is a file and a folder`);
  }
}

/** Compares each entry with the header in front of its data, and the places of all entries with each other. */
async function refuseLies(zip: ZipFile, entries: readonly ZipEntry[], stop: AbortSignal): Promise<void> {
  const sorted = [...entries].sort((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { name, entry } of sorted) {
    stop.throwIfAborted();
    if (entry.relativeOffsetOfLocalHeader < end) throw unusable(`its entry ${shownName(name)} overlaps another one`);
    const local = await zip.readLocalFileHeaderPromise(entry);
    const { sizesFollow, compressedSize, uncompressedSize, crc32 } = localSizes(local);
    const isSame =
      local.fileName.equals(entry.fileNameRaw) &&
      local.compressionMethod === entry.compressionMethod &&
      ((sizesFollow && compressedSize === 0) || compressedSize === entry.compressedSize) &&
      ((sizesFollow && uncompressedSize === 0) || uncompressedSize === entry.uncompressedSize) &&
      ((sizesFollow && crc32 === 0) || crc32 === entry.crc32);
    if (!isSame) throw unusable(`the two headers of its entry ${shownName(name)} differ`);
    end = local.fileDataStart + entry.compressedSize + (sizesFollow ? DESCRIPTOR_BYTES : 0);
  }
  if (end > zip.fileSize) throw unusable('its last entry is longer than the file');
}

/** The sizes in the header in front of the data; those of zip64 are in an extra field. */
function localSizes({ generalPurposeBitFlag, extraField, crc32, ...small }: LocalFileHeader): {
  readonly sizesFollow: boolean;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly crc32: number;
} {
  const large = parseExtraFields(extraField).find(({ id }) => id === ZIP64)?.data ?? Buffer.alloc(0);
  let at = 0;
  const sizeOf = (given: number): number => {
    if (given !== IN_EXTRA_FIELD || at + 8 > large.length) return given;
    at += 8;
    return Number(large.readBigUInt64LE(at - 8));
  };
  const uncompressedSize = sizeOf(small.uncompressedSize);
  const compressedSize = sizeOf(small.compressedSize);
  return { sizesFollow: (generalPurposeBitFlag & SIZES_FOLLOW) !== 0, compressedSize, uncompressedSize, crc32 };
}

function unusable(why: string): DamagedArtifact {
  return new DamagedArtifact(`The artifact is not used: ${why}. Upload it again with actions/upload-artifact.`);
}
