import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Dispatcher } from 'undici';
import { type AnswerBudget, ERROR_BUDGET, excessOf } from './answer-budget.ts';
import { TransportError } from './failure.ts';

/** An answer whose body is still to be read. */
export interface OpenAnswer {
  readonly status: number;
  /** Of the answer; undefined when it has no such header. */
  readonly contentEncoding: string | undefined;
  readonly body: Dispatcher.ResponseData['body'];
}

/**
 * Reads the text of an answer within its budget, before and after decoding. Compression is not asked for, but proxies and load
 * balancers compress anyway, and some leave the header out, or leave it in after they have decompressed.
 *
 * An error has a budget of its own, and a part of it is enough: proxies often send 413 and close the connection.
 *
 * @throws TransportError when an answer below 300 is too large or cannot be decoded; the error of a body that breaks off.
 */
export async function readText({ status, contentEncoding, body }: OpenAnswer, given: AnswerBudget): Promise<string> {
  const isError = status >= 300;
  const budget = isError ? ERROR_BUDGET : given;
  const received = new GrowingBuffer(budget.bytes);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) if (!received.add(chunk)) break;
  } catch (error) {
    if (!isError) throw error;
  }
  if (received.isFull && !isError) throw tooLarge(sizeText(budget), status);
  const text = new TextDecoder().decode(await decoded(received.bytes, contentEncoding, status, budget));
  const excess = excessOf(text, budget);
  if (excess === null) return text;
  if (isError) return `The answer cannot be read: it has ${excess}.`;
  throw unusable(`The answer has ${excess}, far more than its request has.`, status);
}

/** Bytes in one piece: an answer in millions of tiny chunks must not become millions of buffers. */
class GrowingBuffer {
  readonly #maxBytes: number;
  #buffer = Buffer.alloc(0);
  #length = 0;
  isFull = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  /** False when there is no room for all of the chunk. */
  add(chunk: Buffer): boolean {
    const length = Math.min(this.#length + chunk.length, this.#maxBytes);
    if (length > this.#buffer.length) {
      const larger = Buffer.alloc(Math.min(this.#maxBytes, Math.max(length, this.#buffer.length * 2)));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    this.isFull = length < this.#length + chunk.length;
    chunk.copy(this.#buffer, this.#length, 0, length - this.#length);
    this.#length = length;
    return !this.isFull;
  }
}

/** Each encoding may multiply the work, and a header has room for thousands. */
const MAX_ENCODINGS = 2;

async function decoded(
  received: Buffer,
  contentEncoding: string | undefined,
  status: number,
  budget: AnswerBudget,
): Promise<Buffer> {
  let bytes = received;
  // The last encoding was applied last (RFC 9110, section 8.4).
  const names = (contentEncoding ?? '').toLowerCase().split(',').reverse();
  const encodings = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > MAX_ENCODINGS) {
    if (status >= 300) return Buffer.alloc(0);
    throw unreadable(`is encoded ${encodings.length} times`, status);
  }
  for (const name of encodings.length === 0 && isGzip(bytes) ? ['gzip'] : encodings) {
    const decode = DECODERS[name];
    if (decode === undefined) {
      if (status >= 300) return bytes;
      throw unreadable(KNOWN_ENCODINGS.has(name) ? `is encoded as ${name}` : 'is encoded as something unknown', status);
    }
    try {
      bytes = await decode(bytes, { maxOutputLength: budget.bytes, isPart: status >= 300 });
    } catch (cause) {
      // What a proxy has decompressed already.
      if (looksLikeText(bytes)) continue;
      if (status >= 300) return Buffer.alloc(0);
      throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? tooLarge(sizeText(budget), status)
        : unreadable(`is damaged: it cannot be decoded (${name})`, status);
    }
  }
  return bytes;
}

/** Those of IANA that cannot be decoded here: any other name may be a text of the tenant. */
const KNOWN_ENCODINGS: ReadonlySet<string> = new Set([
  'aes128gcm',
  'compress',
  'x-compress',
  'dcb',
  'dcz',
  'exi',
  'pack200-gzip',
]);

interface DecodeOptions {
  readonly maxOutputLength: number;
  /** What there is of a body that broke off is decoded. */
  readonly isPart: boolean;
}

type Decoder = (bytes: Buffer, options: DecodeOptions) => Promise<Buffer>;

const { Z_SYNC_FLUSH, Z_FINISH, BROTLI_OPERATION_FLUSH, BROTLI_OPERATION_FINISH, ZSTD_e_flush, ZSTD_e_end } =
  zlib.constants;
/** 8 MB, the largest window that HTTP allows (RFC 9659); Node would allocate up to 128 MB. */
const ZSTD_PARAMS = { [zlib.constants.ZSTD_d_windowLogMax]: 23 };
const flush = ({ maxOutputLength, isPart }: DecodeOptions) => {
  return { maxOutputLength, finishFlush: isPart ? Z_SYNC_FLUSH : Z_FINISH };
};

const gunzip: Decoder = (bytes, options) =>
  promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip)(bytes, flush(options));
const inflate = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate);
const inflateRaw = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);
const unbrotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);
const unzstd = promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress);

const DECODERS: { readonly [name: string]: Decoder | undefined } = {
  gzip: gunzip,
  'x-gzip': gunzip,
  // Many servers leave out the zlib header that `deflate` should have.
  deflate: (bytes, options) => (((bytes[0] ?? 8) & 0x0f) === 8 ? inflate : inflateRaw)(bytes, flush(options)),
  br: (bytes, { maxOutputLength, isPart }) =>
    unbrotli(bytes, { maxOutputLength, finishFlush: isPart ? BROTLI_OPERATION_FLUSH : BROTLI_OPERATION_FINISH }),
  zstd: (bytes, { maxOutputLength, isPart }) =>
    unzstd(bytes, { maxOutputLength, finishFlush: isPart ? ZSTD_e_flush : ZSTD_e_end, params: ZSTD_PARAMS }),
};

function isGzip(bytes: Buffer): boolean {
  return bytes.length > 2 && bytes.readUInt16BE() === 0x1f8b;
}

function looksLikeText(bytes: Buffer): boolean {
  return /^\s*[[{<]/.test(bytes.toString('latin1', 0, 100)) || bytes.length === 0;
}

function sizeText({ bytes }: AnswerBudget): string {
  return bytes < 1024 * 1024
    ? `${Math.round(bytes / 1024)} kB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`;
}

function tooLarge(size: string, status: number): TransportError {
  return unusable(`The answer is larger than ${size}, far more than its request.`, status);
}

function unreadable(what: string, status: number): TransportError {
  return unusable(
    `The answer ${what}, although no compression was asked for. A proxy or load balancer in front of the tenant changes answers: have it pass them on as they are.`,
    status,
  );
}

function unusable(message: string, status: number): TransportError {
  return new TransportError(
    { code: 'tenant.answer_unusable', message, mayHaveArrived: true, permanent: false },
    { status },
  );
}
