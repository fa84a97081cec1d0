import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import type { Binding, Keys } from './keys.ts';

/** Who wrote a sealed file, and for what. */
export interface SealOwner extends Binding {
  /** The branch of the run; empty for a tag and for the command. */
  readonly branch: string;
  /** Tells this sync from others of the same workflow, tenant and branch: the name of its state artifact; empty for the command. */
  readonly sync: string;
  /** The run that wrote it, as GitHub numbers it; empty for the command. */
  readonly runId: string;
  /** Of that run; later attempts have higher numbers. */
  readonly attempt: number;
}

/** The unencrypted header of a sealed file; changing any of it makes the file invalid. */
export interface Seal extends SealOwner {
  readonly kind: 'resume' | 'state';
  /** Version of the line format. */
  readonly version: number;
  /** Of a state: its position in their order. Of a resume file: the highest position that the run has seen; 0 for none. */
  readonly sequence: number;
  /** ISO 8601. */
  readonly writtenAt: string;
  /** Only of a resume file: when the first attempt of the run began. */
  readonly startedAt?: string;
  /** Only of a resume file: the salt of the one that it continues; without, it is whole so far. */
  readonly previous?: string;
  /** Only of a resume file: how many users may have been applied, without an answer that shows it. */
  readonly uncertain?: number;
}

/** A header as it is in the file. */
export interface FileSeal extends Seal {
  /** Fresh for each file, so it identifies the file; base64. */
  readonly salt: string;
}

/** The file cannot be used: damaged, forged, encrypted with another key, or of another owner. The message completes "… is not used:". */
export class SealedFileError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SealedFileError';
  }
}

/** The file was sealed with another key, or was damaged; nothing can tell which. */
export class WrongKeyError extends SealedFileError {}

const MAGIC = 'cidaas-migrate sealed file 1\n';
const TAG_BYTES = 16;
const SALT_BYTES = 16;
/** Each file has its own key (fresh salt), so the fixed nonce is used only once per key. */
const NONCE = Buffer.alloc(12);
const MAX_HEADER_BYTES = 4_096;

/**
 * Writes lines as one file that only these keys open: zstd, then AES-256-GCM with the file's own key (a fresh salt), with the
 * header as additional authenticated data. Streams; the file gets its name only when it is complete. Returns the salt.
 */
export async function writeSealed(
  path: string,
  seal: Seal,
  keys: Keys,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const written: FileSeal = { ...seal, salt: salt.toString('base64') };
  const header = Buffer.from(`${MAGIC}${JSON.stringify(written)}\n`);
  const cipher = createCipheriv('aes-256-gcm', keys.ofFile(salt), NONCE);
  cipher.setAAD(header);
  const part = `${path}.part`;
  await rm(part, { force: true });
  const file = createWriteStream(part, { flags: 'wx', mode: 0o600 });
  file.write(header);
  await pipeline(Readable.from(lines), createZstdCompress(), cipher, file, { end: false });
  await new Promise<void>((done, fail) =>
    file.end(cipher.getAuthTag(), (error?: Error | null) => (error ? fail(error) : done())),
  );
  const complete = await open(part, 'r+');
  await complete.sync().finally(() => complete.close());
  await rename(part, path);
  return written.salt;
}

/** Reads only the header, which is not authenticated yet. @throws SealedFileError when it is not a sealed file. */
export async function readSeal(path: string): Promise<FileSeal> {
  return (await readHeader(path)).seal;
}

/** What a file must be to be used. */
export type WantedSeal = Pick<Seal, 'kind' | 'version' | 'repository' | 'workflow' | 'tenant'>;

/**
 * Compares a seal with what is wanted. `storedBy` is the run that stored the file, as GitHub says it: a copy that another run
 * stored is never used.
 *
 * @throws SealedFileError when the file is not of this kind and version, belongs to another repository, workflow or tenant, or
 * was written by another run than the one that stored it.
 */
export function refuseForeign(seal: Seal, wanted: WantedSeal, storedBy: string): void {
  if (seal.kind !== wanted.kind) throw new SealedFileError(`it is a ${seal.kind} file`);
  if (seal.version !== wanted.version)
    throw new SealedFileError(`it has version ${seal.version}, this release reads version ${wanted.version}`);
  for (const part of ['repository', 'workflow', 'tenant'] as const) {
    if (seal[part] !== wanted[part]) throw new SealedFileError(`it belongs to another ${part}`);
  }
  if (seal.runId !== storedBy)
    throw new SealedFileError('it belongs to another run: somebody stored a copy of an older file');
}

/** A sealed file that was authenticated. */
export interface OpenedFile {
  /** Its lines, in chunks as they are decrypted. */
  lines(): AsyncGenerator<readonly string[]>;
}

/**
 * Opens a file after all of it has been authenticated: no data of a damaged or forged file is ever used.
 *
 * @throws SealedFileError when the file was not sealed with these keys, or was changed.
 */
export async function openSealed(path: string, keys: Keys): Promise<OpenedFile> {
  const { header, salt } = await readHeader(path);
  const key = keys.ofFile(salt);
  await verify(path, header, key);
  return {
    async *lines() {
      const { body, decipher } = await openBody(path, header, key);
      const unpacked = createZstdDecompress();
      const read = pipeline(body, decipher, unpacked);
      read.catch(() => undefined);
      yield* linesOf(unpacked.setEncoding('utf8'));
      await read;
    },
  };
}

async function verify(path: string, header: Buffer, key: KeyObject): Promise<void> {
  try {
    const { body, decipher } = await openBody(path, header, key);
    await pipeline(body, decipher, new Writable({ write: (_chunk, _encoding, done) => done() }));
  } catch (cause) {
    throw new WrongKeyError('it was not sealed with this key, or it was damaged or changed', { cause });
  }
}

/** Not readline: it also splits at U+2028, which a sub or code may contain. */
async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}

async function readHeader(path: string): Promise<{ seal: FileSeal; header: Buffer; salt: Buffer }> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_HEADER_BYTES), 0, MAX_HEADER_BYTES, 0);
    const end = buffer.indexOf(0x0a, MAGIC.length) + 1;
    const header = buffer.subarray(0, end);
    if (end === 0 || end > bytesRead || !header.toString('utf8').startsWith(MAGIC))
      throw new SealedFileError('it is not a sealed file of this tool');
    const seal = parseHeader(header.toString('utf8').slice(MAGIC.length));
    return { seal, header: Buffer.from(header), salt: Buffer.from(seal.salt, 'base64') };
  } finally {
    await file.close();
  }
}

/** Anyone may have written it, so its types are checked first. */
function parseHeader(json: string): FileSeal {
  let header: unknown;
  try {
    header = JSON.parse(json);
  } catch (cause) {
    throw new SealedFileError('its header cannot be read', { cause });
  }
  if (!isHeader(header)) throw new SealedFileError('its header was not written by this tool');
  return header;
}

function isHeader(header: unknown): header is FileSeal {
  if (typeof header !== 'object' || header === null) return false;
  const fields: { readonly [name: string]: unknown } = { ...header };
  const texts = ['kind', 'repository', 'workflow', 'tenant', 'branch', 'sync', 'runId', 'writtenAt', 'salt'];
  const numbers = ['version', 'attempt', 'sequence'];
  return (
    texts.every((name) => typeof fields[name] === 'string') &&
    numbers.every((name) => Number.isSafeInteger(fields[name])) &&
    ['string', 'undefined'].includes(typeof fields.previous) &&
    (fields.uncertain === undefined || Number.isSafeInteger(fields.uncertain))
  );
}

async function openBody(path: string, header: Buffer, key: KeyObject) {
  const { size } = await stat(path);
  const end = size - TAG_BYTES;
  if (end < header.length) throw new SealedFileError('it is truncated');
  const file = await open(path, 'r');
  const tag = Buffer.alloc(TAG_BYTES);
  await file.read(tag, 0, TAG_BYTES, end).finally(() => file.close());
  const decipher = createDecipheriv('aes-256-gcm', key, NONCE);
  decipher.setAAD(header).setAuthTag(tag);
  // `end` of a read stream is inclusive. The body is never empty: zstd writes a frame even for empty input.
  return { body: createReadStream(path, { start: header.length, end: end - 1 }), decipher };
}
