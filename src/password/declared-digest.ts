import { bytesOfBase64, bytesOfHex, bytesOfLength } from './encoded-bytes.ts';
import type { HashParts } from './hash-parts.ts';
import {
  byteSalt,
  type Digest,
  noSalt,
  PLAIN_DIGEST_BYTES,
  type PlainDigest,
  type Salt,
  textSalt,
} from './password-hash.ts';
import { isDigest } from './phc-text.ts';
import { damaged, found, incomplete, type RecognisedHash, unsupported } from './recognised-hash.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

const NOTHING = new Uint8Array();
const READABLE_SALT = 'a salt in the encoding that the mapping names';

/** One round of a digest: the salt in a column of its own, behind a colon in the value, or none. */
export function declaredDigest(text: string, name: PlainDigest, parts: HashParts): RecognisedHash {
  const given = saltOf(parts);
  const [digits = '', ...behind] = given === null ? text.split(':') : [text];
  const value = digestBytes(digits, name);
  if (value === null || (behind.length > 0 && behind.join(':') === '')) return damaged(name);
  if (given === 'unreadable') return incomplete(name, READABLE_SALT);
  const salt = behind.length > 0 ? textSalt(behind.join(':')) : given;
  const encoding = parts.passwordEncoding ?? 'utf8';
  const position = parts.saltPosition;
  const isSalted = salt !== null && position !== 'none';
  if (behind.length > 0 && position === 'none') return damaged(name);
  if (isSalted && position === undefined) return incomplete(`${name} with a salt`, 'the position of the salt');
  if (parts.secret !== undefined) {
    if (!isDigest(name)) return unsupported(`${name} with a secret`);
    if (parts.secretPosition === undefined) return incomplete(`${name} with a secret`, 'the position of the secret');
    const bytes = isSalted ? salt.bytes : NOTHING;
    const [before, after] = position === 'suffix' ? [NOTHING, bytes] : [bytes, NOTHING];
    const secret = { secret: parts.secret, position: parts.secretPosition };
    return found({ kind: 'peppered-digest', digest: name, ...secret, before, after, encoding, value });
  }
  if (!isSalted || position === undefined)
    return found({ kind: 'digest', digest: name, position: 'none', salt: noSalt(), encoding, value });
  return found({ kind: 'digest', digest: name, position, salt, encoding, value });
}

/** HMAC under the salt, or under a secret of the source. */
export function declaredHmac(text: string, name: Digest, parts: HashParts): RecognisedHash {
  const value = digestBytes(text, name);
  if (value === null) return damaged(`HMAC of ${name}`);
  const encoding = parts.passwordEncoding ?? 'utf8';
  const key = saltOf(parts);
  if (parts.secret !== undefined) {
    if (key !== null) return unsupported('HMAC with a secret and a salt');
    return found({ kind: 'hmac', digest: name, key: noSalt(), secret: parts.secret, encoding, value });
  }
  if (key === 'unreadable') return incomplete('HMAC', READABLE_SALT);
  if (key === null) return incomplete('HMAC', 'the salt that is its key');
  return found({ kind: 'hmac', digest: name, key, encoding, value });
}

/** PBKDF2 with salt and iterations in columns, or all in the value: `iterations:salt:key`, in hexadecimal or base64. */
export function declaredPbkdf2(text: string, name: Digest, parts: HashParts): RecognisedHash {
  const [work, saltText = '', keyText = '', ...more] = text.split(':');
  const isWhole = keyText !== '' && more.length === 0;
  const secret = parts.secret === undefined ? {} : { secret: parts.secret };
  if (isWhole) {
    const read = bytesOfHex(saltText + keyText) === null ? bytesOfBase64 : bytesOfHex;
    const iterations = wholeNumber(work, 1, MAX_ITERATIONS);
    const [salt, key] = [read(saltText), read(keyText)];
    if (iterations === null || salt === null || key === null || key.length < 8) return damaged('PBKDF2');
    return found({ kind: 'pbkdf2', digest: name, iterations, salt: byteSalt(salt), ...secret, key });
  }
  const key = bytesOfHex(text) ?? bytesOfBase64(text);
  if (key === null || key.length < 8) return damaged('PBKDF2');
  const salt = parts.saltPosition === 'none' ? noSalt() : saltOf(parts);
  if (salt === 'unreadable') return incomplete('PBKDF2', READABLE_SALT);
  if (salt === null) return incomplete('PBKDF2', 'a salt');
  const iterations = iterationsOf(parts);
  if (iterations === null) return incomplete('PBKDF2', 'the number of iterations');
  return found({ kind: 'pbkdf2', digest: name, iterations, salt, ...secret, key });
}

/** The declared number of iterations, or null. */
export function iterationsOf({ iterations }: HashParts): number | null {
  return wholeNumber(typeof iterations === 'string' ? iterations.trim() : iterations, 1, MAX_ITERATIONS);
}

/** Hexadecimal (without SQL Server's `0x`) or base64, whichever has the digest's length. */
export function digestBytes(text: string, name: PlainDigest): Uint8Array | null {
  return bytesOfLength(text.replace(/^0x/i, ''), PLAIN_DIGEST_BYTES[name]);
}

/** The salt's column; null without one. */
export function saltOf({ salt, saltEncoding }: HashParts): Salt | null | 'unreadable' {
  if (salt === undefined || salt === null || salt === '') return null;
  if (typeof salt === 'number') return textSalt(String(salt));
  if (typeof salt !== 'string') return 'unreadable';
  if (saltEncoding === undefined || saltEncoding === 'text') return textSalt(salt);
  const bytes = saltEncoding === 'hex' ? bytesOfHex(salt.trim().replace(/^0x/i, '')) : bytesOfBase64(salt.trim());
  return bytes === null ? 'unreadable' : byteSalt(bytes);
}

export function isPlainDigest(name: string): name is PlainDigest {
  return Object.hasOwn(PLAIN_DIGEST_BYTES, name);
}
