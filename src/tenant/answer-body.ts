import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Dispatcher } from 'undici';
import { TransportError } from './failure.ts';

/** 1,000 states with a message each take about 0.5 MB; a far larger body is not an answer and must not fill the memory. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** An answer whose body is still to be read. */
export interface OpenAnswer {
  readonly status: number;
  /** Of the answer; undefined when it has no such header. */
  readonly contentEncoding: string | undefined;
  readonly body: Dispatcher.ResponseData['body'];
}

/**
 * Reads the text of an answer up to a limit, before and after decoding. Compression is not asked for, but proxies and load
 * balancers compress anyway, and some leave the header out, or leave it in after they have decompressed.
 *
 * A part of an error answer is enough: proxies often send 413 and close the connection.
 *
 * @throws TransportError when an answer below 300 is too large or cannot be decoded; the error of a body that breaks off.
 */
export async function readText({ status, contentEncoding, body }: OpenAnswer): Promise<string> {
  const isError = status >= 300;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MAX_ANSWER_BYTES) break;
      chunks.push(chunk);
    }
  } catch (error) {
    if (!isError) throw error;
  }
  if (bytes > MAX_ANSWER_BYTES && !isError) throw tooLarge(status);
  return new TextDecoder().decode(await decoded(Buffer.concat(chunks), contentEncoding, status));
}

async function decoded(received: Buffer, contentEncoding: string | undefined, status: number): Promise<Buffer> {
  let bytes = received;
  // The last encoding was applied last (RFC 9110, section 8.4).
  const names = (contentEncoding ?? '').toLowerCase().split(',').reverse();
  const encodings = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  for (const name of encodings.length === 0 && isGzip(bytes) ? ['gzip'] : encodings) {
    const decode = DECODERS[name];
    if (decode === undefined) {
      if (status >= 300) return bytes;
      throw unreadable(KNOWN_ENCODINGS.has(name) ? `is encoded as ${name}` : 'is encoded as something unknown', status);
    }
    try {
      bytes = await decode(bytes, status >= 300);
    } catch (cause) {
      // What a proxy has decompressed already.
      if (looksLikeText(bytes)) continue;
      if (status >= 300) return Buffer.alloc(0);
      throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? tooLarge(status)
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

type Decoder = (bytes: Buffer, isPart: boolean) => Promise<Buffer>;

const limit = { maxOutputLength: MAX_ANSWER_BYTES };
/** With it, what there is of a body that broke off is decoded. */
const { Z_SYNC_FLUSH, Z_FINISH, BROTLI_OPERATION_FLUSH, BROTLI_OPERATION_FINISH, ZSTD_e_flush, ZSTD_e_end } =
  zlib.constants;
const flush = (isPart: boolean) => ({ ...limit, finishFlush: isPart ? Z_SYNC_FLUSH : Z_FINISH });

const gunzip: Decoder = (bytes, isPart) =>
  promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip)(bytes, flush(isPart));
const inflate = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate);
const inflateRaw = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);
const unbrotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);
const unzstd = promisify<Buffer, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress);

const DECODERS: { readonly [name: string]: Decoder | undefined } = {
  gzip: gunzip,
  'x-gzip': gunzip,
  // Many servers leave out the zlib header that `deflate` should have.
  deflate: (bytes, isPart) => (((bytes[0] ?? 8) & 0x0f) === 8 ? inflate : inflateRaw)(bytes, flush(isPart)),
  br: (bytes, isPart) =>
    unbrotli(bytes, { ...limit, finishFlush: isPart ? BROTLI_OPERATION_FLUSH : BROTLI_OPERATION_FINISH }),
  zstd: (bytes, isPart) => unzstd(bytes, { ...limit, finishFlush: isPart ? ZSTD_e_flush : ZSTD_e_end }),
};

function isGzip(bytes: Buffer): boolean {
  return bytes.length > 2 && bytes.readUInt16BE() === 0x1f8b;
}

function looksLikeText(bytes: Buffer): boolean {
  return /^\s*[[{<]/.test(bytes.toString('latin1', 0, 100)) || bytes.length === 0;
}

function tooLarge(status: number): TransportError {
  return unusable(`The answer is larger than ${MAX_ANSWER_BYTES / 1024 / 1024} MB.`, status);
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
