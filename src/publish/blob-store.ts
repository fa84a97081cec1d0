import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Dispatcher } from 'undici';
import { isLoopback } from '../tenant/tenant-url.ts';
import { shownName } from '../text/escape.ts';
import { DamagedArtifact } from './artifact-problem.ts';
import { nameProblem } from './zip-name.ts';

/** Bytes of an artifact in the blob store. */
export interface StoredBlob {
  readonly isZip: boolean;
  /** Of an un-zipped artifact; `fallback` when the store does not say it. */
  readonly fileName: string;
}

const CONNECT_TIMEOUT_MS = 10_000;
/** The same as that of `@actions/artifact`. */
const CHUNK_TIMEOUT_MS = 30_000;
const ZIP_TYPES = ['application/zip', 'application/x-zip-compressed', 'application/zip-compressed'];

/** A way to the blob store and the runtime service, through the proxy of the environment. Loads undici when it is needed. */
export async function openWeb(): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await import('undici');
  return new EnvHttpProxyAgent({
    ...{ connectTimeout: CONNECT_TIMEOUT_MS, headersTimeout: CHUNK_TIMEOUT_MS, bodyTimeout: CHUNK_TIMEOUT_MS },
  });
}

/**
 * Downloads what a signed address leads to into a new file that only the current user can read.
 *
 * @param maxBytes a longer answer is not what was uploaded.
 * @throws AnswerError for any answer but 200; DamagedArtifact; errors of the network and of the file system.
 */
export async function downloadBlob(
  {
    url,
    path,
    maxBytes,
    fallback,
  }: {
    readonly url: string;
    readonly path: string;
    readonly maxBytes: number;
    readonly fallback: string;
  },
  hash: { update(chunk: Buffer): unknown },
  signal: AbortSignal,
): Promise<StoredBlob> {
  const address = checkedAddress(url);
  await using web = closing(await openWeb());
  const { request } = await import('undici');
  const { statusCode, headers, body } = await request(address, { dispatcher: web.dispatcher, signal });
  if (statusCode !== 200) throw new AnswerError('The blob store', statusCode);
  await using file = await open(path, 'wx', 0o600);
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes)
      throw new DamagedArtifact('The artifact is damaged: the blob store sends more bytes than were uploaded.');
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  const type = textOf(headers['content-type']).split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const isZip = ZIP_TYPES.includes(type) || address.pathname.toLowerCase().endsWith('.zip');
  return { isZip, fileName: isZip ? '' : fileNameOf(textOf(headers['content-disposition']), fallback) };
}

/** An answer with another status than 200. */
export class AnswerError extends Error {
  /** As `gitHubFailure` reads it. A signature that is refused is not a missing permission. */
  readonly status: number | undefined;

  constructor(who: string, status: number) {
    super(`${who} answered ${status}`);
    this.name = 'AnswerError';
    this.status = status === 401 || status === 403 ? undefined : status;
  }
}

/** Not a word of the address may be shown: it contains the signature. */
function checkedAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : null;
  const isSafe = address?.protocol === 'https:' || (address?.protocol === 'http:' && isLoopback(address.hostname));
  if (address === null || !isSafe) throw new Error('GitHub returned no https address of the artifact');
  return address;
}

/** @throws DamagedArtifact when no file can have this name. */
function fileNameOf(disposition: string, fallback: string): string {
  const [, encoded] = /filename\*\s*=\s*UTF-8''([^;\r\n]*)/i.exec(disposition) ?? [];
  const [, plain] = /(?<!\*)filename\s*=\s*['"]?([^;\r\n"']*)['"]?/i.exec(disposition) ?? [];
  const name = basename(decoded((encoded ?? '').trim()) || (plain ?? '').trim() || fallback);
  const problem = nameProblem(name);
  if (problem === null) return name;
  throw new DamagedArtifact(`The artifact is not used: its file ${shownName(name)} ${problem}. Upload it again.`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function textOf(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header[0] : header) ?? '';
}

function closing(dispatcher: Dispatcher): AsyncDisposable & { readonly dispatcher: Dispatcher } {
  return { dispatcher, [Symbol.asyncDispose]: () => dispatcher.destroy() };
}
