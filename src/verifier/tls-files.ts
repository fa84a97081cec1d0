import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import { InputError } from '../runtime/input-error.ts';

/** Paths of PEM files: the certificate with its chain, and its key. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** The PEM texts themselves. */
export interface TlsTexts {
  readonly cert: string;
  readonly key: string;
}

/** @throws InputError when a file cannot be read, or the two do not belong together. */
export async function readTlsFiles({ cert, key }: TlsFiles): Promise<TlsTexts> {
  const texts = { cert: await readPem('--tls-cert', cert), key: await readPem('--tls-key', key) };
  const problem = pairProblem(texts);
  if (problem !== null) throw new InputError([`--tls-cert and --tls-key: ${problem} (${cert}, ${key})`]);
  return texts;
}

/** A file may be read while it is being written, and OpenSSL takes a server without a certificate. */
function pairProblem({ cert, key }: TlsTexts): string | null {
  try {
    if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)))
      return 'the key is not that of the certificate';
    createSecureContext({ cert, key });
    return null;
  } catch (error) {
    return `no certificate with its key, in PEM and without a passphrase (${(error as NodeJS.ErrnoException).code ?? 'unreadable'})`;
  }
}

/** Takes over renewed files, and returns what the server has then. @throws InputError as `readTlsFiles` does; the server keeps what it had. */
export async function renewTls(server: Server, files: TlsFiles, current: TlsTexts): Promise<TlsTexts> {
  const texts = await readTlsFiles(files);
  if (texts.cert === current.cert && texts.key === current.key) return current;
  server.setSecureContext(texts);
  return texts;
}

async function readPem(flag: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const problem = `${flag}: ${path} cannot be read (${(cause as NodeJS.ErrnoException).code}). Name a PEM file that this user may read.`;
    throw new InputError([problem], { cause });
  }
}
