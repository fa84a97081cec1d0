import type { IncomingMessage } from 'node:http';
import { isObject } from '../text/is-object.ts';
import type { HashTask } from './hash-task.ts';

/** More than any password, hash and wrapping need, in bytes. */
export const MAX_BODY_BYTES = 8 * 1024;

/**
 * The body, at most `MAX_BODY_BYTES`; `too-large` when there is more. The caller wipes the bytes: they hold a password.
 * Rejects when the connection ends before the body does.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer | 'too-large'> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 'too-large';
  const chunks: Buffer[] = [];
  try {
    let length = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAX_BODY_BYTES) return 'too-large';
    }
    return Buffer.concat(chunks);
  } finally {
    for (const chunk of chunks) chunk.fill(0);
  }
}

/**
 * What cidaas asks to compare: `password`, and `passwordHash` inside `passwordVerification` or next to it. Other members are
 * ignored. A text says what is wrong with the body, without a part of it.
 */
export function readComparison(body: Uint8Array): HashTask | string {
  const value = parsed(body);
  if (!isObject(value)) return 'the body must be a JSON object in UTF-8';
  const nested = value.passwordVerification;
  const passwordHash = (isObject(nested) ? nested.passwordHash : undefined) ?? value.passwordHash;
  if (typeof value.password !== 'string') return '`password` must be a text';
  if (typeof passwordHash !== 'string' || passwordHash === '')
    return '`passwordVerification.passwordHash` must be a text that is not empty';
  return { passwordHash, password: new TextEncoder().encode(value.password) };
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
