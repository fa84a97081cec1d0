import { bcryptText } from './crypt-text.ts';
import { bytesOfBase64, bytesOfHex, bytesOfLength } from './encoded-bytes.ts';
import type { DeclaredAlgorithm, HashParts } from './hash-parts.ts';
import { earlyMagentoText, MAGENTO, magentoText } from './magento-text.ts';
import { byteSalt, DIGEST_BYTES, type Digest, noSalt, type Salt, textSalt } from './password-hash.ts';
import { isDigest } from './phc-text.ts';
import { damaged, found, incomplete, placeholder, type RecognisedHash, unknown } from './recognised-hash.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

/** Reads a value that does not name its encoding as what the mapping declares. `text` is trimmed and not empty. */
export function declaredValue(text: string, algorithm: DeclaredAlgorithm, parts: HashParts): RecognisedHash {
  switch (algorithm) {
    case 'bcrypt':
      return splitBcrypt(text, parts);
    case 'firebase-scrypt':
      return firebaseScrypt(text, parts);
    case 'shopware-md5':
      return digestAndSalt(text, 'md5', 'suffix', 'a hash of Shopware');
    case 'magento':
      // A version in the value counts more than the mapping: it must not be read as a part of the salt.
      return MAGENTO.test(text) ? magentoText(text) : earlyMagentoText(text);
  }
  if (isDigest(algorithm)) return digest(text, algorithm, parts);
  const [family, name = ''] = algorithm.split('-');
  if (!isDigest(name)) return unknown();
  return family === 'hmac' ? hmac(text, name, parts) : pbkdf2(text, name, parts);
}

function digest(text: string, name: Digest, parts: HashParts): RecognisedHash {
  const value = digestBytes(text, name);
  if (value === null) return damaged(name);
  const salt = saltOf(parts);
  if (salt === 'unreadable') return incomplete(name, 'a salt in the encoding that the mapping names');
  const encoding = parts.passwordEncoding ?? 'utf8';
  if (salt === null) return found({ kind: 'digest', digest: name, position: 'none', salt: noSalt(), encoding, value });
  if (parts.saltPosition === undefined) return incomplete(`${name} with a salt`, 'the position of the salt');
  return found({ kind: 'digest', digest: name, position: parts.saltPosition, salt, encoding, value });
}

function hmac(text: string, name: Digest, parts: HashParts): RecognisedHash {
  const value = digestBytes(text, name);
  if (value === null) return damaged(`HMAC of ${name}`);
  const key = saltOf(parts);
  if (key === 'unreadable') return incomplete('HMAC', 'a salt in the encoding that the mapping names');
  if (key === null) return incomplete('HMAC', 'the salt that is its key');
  return found({ kind: 'hmac', digest: name, key, encoding: parts.passwordEncoding ?? 'utf8', value });
}

function pbkdf2(text: string, name: Digest, parts: HashParts): RecognisedHash {
  const key = bytesOfHex(text) ?? bytesOfBase64(text);
  if (key === null || key.length < 8) return damaged('PBKDF2');
  const salt = saltOf(parts);
  if (salt === 'unreadable') return incomplete('PBKDF2', 'a salt in the encoding that the mapping names');
  if (salt === null) return incomplete('PBKDF2', 'a salt');
  const iterations = wholeNumber(trimmed(parts.iterations), 1, MAX_ITERATIONS);
  if (iterations === null) return incomplete('PBKDF2', 'the number of iterations');
  return found({ kind: 'pbkdf2', digest: name, iterations, salt, key });
}

/** Salt and hash in columns of their own, as FusionAuth and Okta have them. */
function splitBcrypt(text: string, parts: HashParts): RecognisedHash {
  const salt = trimmed(parts.salt);
  const cost = wholeNumber(trimmed(parts.iterations), 4, 31);
  if (cost === null || typeof salt !== 'string' || salt === '') return incomplete('bcrypt', 'its salt or its cost');
  return bcryptText(`$2b$${String(cost).padStart(2, '0')}$${salt}${text}`);
}

function firebaseScrypt(text: string, { salt, firebase }: HashParts): RecognisedHash {
  const name = "Firebase's scrypt";
  const value = bytesOfBase64(text);
  const saltText = trimmed(salt);
  if (value === null) return damaged(name);
  if (firebase === undefined) return incomplete(name, "the project's hash parameters");
  const bytes = typeof saltText === 'string' ? bytesOfBase64(saltText) : null;
  if (bytes === null) return incomplete(name, 'its salt in base64');
  const { blockSize, memCost, separator } = firebase;
  // A masked export of Firebase has a short text instead of a hash: a hash is as long as the signer key.
  if (value.length < 32) return placeholder();
  return found({
    kind: 'firebase-scrypt',
    cost: 2 ** memCost,
    blockSize,
    salt: bytes,
    separator,
    value,
    signerKey: null,
  });
}

/** `hash` or `hash:salt`. */
function digestAndSalt(text: string, name: Digest, position: 'prefix' | 'suffix', what: string): RecognisedHash {
  const end = text.indexOf(':');
  const value = digestBytes(end < 0 ? text : text.slice(0, end), name);
  const salt = end < 0 ? '' : text.slice(end + 1);
  if (value === null) return damaged(what);
  if (salt === '')
    return found({ kind: 'digest', digest: name, position: 'none', salt: noSalt(), encoding: 'utf8', value });
  return found({ kind: 'digest', digest: name, position, salt: textSalt(salt), encoding: 'utf8', value });
}

/** Hexadecimal (without SQL Server's `0x`) or base64, whichever has the digest's length. */
function digestBytes(text: string, name: Digest): Uint8Array | null {
  return bytesOfLength(text.replace(/^0x/i, ''), DIGEST_BYTES[name]);
}

function saltOf({ salt, saltEncoding }: HashParts): Salt | null | 'unreadable' {
  if (salt === undefined || salt === null || salt === '') return null;
  if (typeof salt === 'number') return textSalt(String(salt));
  if (typeof salt !== 'string') return 'unreadable';
  if (saltEncoding === undefined || saltEncoding === 'text') return textSalt(salt);
  const bytes = saltEncoding === 'hex' ? bytesOfHex(salt.trim().replace(/^0x/i, '')) : bytesOfBase64(salt.trim());
  return bytes === null ? 'unreadable' : byteSalt(bytes);
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
