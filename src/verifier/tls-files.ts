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
  try {
    createSecureContext(texts);
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException;
    throw new InputError([`--tls-cert and --tls-key are no certificate with its key (${code}): ${cert}, ${key}`], {
      cause,
    });
  }
  return texts;
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
    throw new InputError([`${flag}: ${path} cannot be read (${(cause as NodeJS.ErrnoException).code})`], { cause });
  }
}
