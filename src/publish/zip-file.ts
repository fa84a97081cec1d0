import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { ZipEntry } from './zip-entries.ts';

const CHUNK_BYTES = 64 * 1024;

/** The list of the entries of a zip file on disk. @throws Error when there is none. */
export async function openZip(file: FileHandle, bytes: number): Promise<ZipFile> {
  const options = { decodeStrings: false, autoClose: false };
  return fromRandomAccessReaderPromise(new BoundedReader(file, bytes), bytes, options);
}

/** Positions come from the zip: one outside of the file must be an error of the zip, and not an exception that nobody catches. */
class BoundedReader extends RandomAccessReader {
  readonly #file: FileHandle;
  readonly #bytes: number;

  constructor(file: FileHandle, bytes: number) {
    super();
    this.#file = file;
    this.#bytes = bytes;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const isInside = Number.isSafeInteger(position) && position >= 0 && position + length <= this.#bytes;
    if (!isInside) return void setImmediate(callback, new Error('a position outside of the zip file'));
    this.#file.read(buffer, offset, length, position).then(
      ({ bytesRead }) => callback(null, bytesRead),
      (error: Error) => callback(error),
    );
  }
}

/** The unpacked bytes of an entry. @throws Error when they are damaged; without a look at their number and checksum. */
export async function* entryBytes(file: FileHandle, zip: ZipFile, { entry }: ZipEntry): AsyncGenerator<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = rangeOf(file, fileDataStart, fileDataStart + entry.compressedSize);
  if (entry.compressionMethod === STORED) yield* packed;
  // The callback is empty: an error of the source destroys the result, and reading from it throws the error.
  else yield* pipeline(packed, createInflateRaw({ chunkSize: CHUNK_BYTES }), () => {}) as AsyncIterable<Buffer>;
}

const STORED = 0;

async function* rangeOf(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const wanted = Math.min(CHUNK_BYTES, end - at);
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, at);
    if (bytesRead === 0) throw new Error('the zip file is cut off');
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}
