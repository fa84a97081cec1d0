import { bytesOfAdaptedBase64, bytesOfBase64 } from './encoded-bytes.ts';
import { byteSalt, DIGEST_BYTES, type Digest, type PasswordEncoding } from './password-hash.ts';
import { damaged, found, type RecognisedHash, unsupported } from './recognised-hash.ts';
import { isSecretId } from './secret-id.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

/** The parts between the `$` of a text, without the empty one before the first. */
export type DollarParts = readonly string[];

/** `a=1,b=x` as a map; null for any other text. */
export function parameters(text: string): ReadonlyMap<string, string> | null {
  const map = new Map<string, string>();
  for (const pair of text.split(',')) {
    const at = pair.indexOf('=');
    if (at < 1 || map.has(pair.slice(0, at))) return null;
    map.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return map;
}

export function isDigest(name: string): name is Digest {
  return Object.hasOwn(DIGEST_BYTES, name);
}

/** `$argon2id$v=19$m=65536,t=3,p=4$salt$hash`; without `v` it is version 1.0. */
export function argon2Text(parts: DollarParts): RecognisedHash {
  const [variant = '', ...rest] = parts;
  if (variant !== 'argon2id' && variant !== 'argon2i' && variant !== 'argon2d') return damaged('Argon2');
  const version = rest[0]?.startsWith('v=') ? rest.shift() : 'v=16';
  if (version !== 'v=19' && version !== 'v=16') return unsupported('Argon2 of an unknown version');
  const given = parameters(rest[0] ?? '');
  if (rest.length !== 3 || given === null) return damaged('Argon2');
  if (given.has('keyid') || given.has('data')) return unsupported('Argon2 with a secret key or associated data');
  const memory = wholeNumber(given.get('m'), 8, MAX_ITERATIONS);
  const passes = wholeNumber(given.get('t'), 1, MAX_ITERATIONS);
  const parallelism = wholeNumber(given.get('p'), 1, 0xff_ffff);
  const salt = bytesOfBase64(rest[1] ?? '');
  const key = bytesOfBase64(rest[2] ?? '');
  if (memory === null || passes === null || parallelism === null || given.size !== 3) return damaged('Argon2');
  // RFC 9106: at least 8 KiB a lane, 8 bytes of salt, 4 of key.
  if (memory < 8 * parallelism || salt === null || salt.length < 8 || key === null || key.length < 4)
    return damaged('Argon2');
  const number = version === 'v=19' ? 19 : 16;
  return found({ kind: 'argon2', variant, version: number, memory, passes, parallelism, salt, key });
}

/**
 * `$pbkdf2-sha256$i=100000,l=32$salt$hash` (PHC: Auth0, Kratos) and `$pbkdf2-sha256$29000$salt$hash` (passlib, TYPO3), where
 * plain `pbkdf2` means SHA-1.
 */
export function pbkdf2Text(parts: DollarParts): RecognisedHash {
  const [name = '', work = '', saltText = '', keyText = ''] = parts;
  const digest = name === 'pbkdf2' ? 'sha1' : name.slice('pbkdf2-'.length);
  if (!isDigest(digest)) return unsupported('PBKDF2 on a digest that is not supported');
  const given = work.includes('=') ? parameters(work) : new Map([['i', work]]);
  const iterations = wholeNumber(given?.get('i'), 1, MAX_ITERATIONS);
  const length = given?.get('l');
  // Only ours names a length for a hash without a salt: elsewhere a salt was lost.
  const salt = saltText === '' && length !== undefined ? new Uint8Array() : bytesOfAdaptedBase64(saltText);
  const key = bytesOfAdaptedBase64(keyText);
  if (parts.length !== 4 || iterations === null || salt === null || key === null) return damaged('PBKDF2');
  // A length other than the hash's shows that a column cut the hash off.
  if (length !== undefined && length !== String(key.length)) return damaged('PBKDF2');
  const secret = given?.get('secret');
  if (secret !== undefined && !isSecretId(secret)) return damaged('PBKDF2');
  return found({
    ...{ kind: 'pbkdf2', digest, iterations, salt: byteSalt(salt), key },
    ...(secret !== undefined && { secret }),
  });
}

/** `$scrypt$ln=14,r=8,p=1$salt$hash`; `ln` is log2(N), or N itself as Kratos writes it. Ours names a normalization with `pw=nfkc`. */
export function scryptText(parts: DollarParts): RecognisedHash {
  const work = scryptWork(parts[1] ?? '');
  const salt = bytesOfBase64(parts[2] ?? '');
  const key = bytesOfBase64(parts[3] ?? '');
  if (parts.length !== 4 || work === null || salt === null || key === null) return damaged('scrypt');
  const normalized = parameters(parts[1] ?? '')?.get('pw');
  if (normalized !== undefined && normalized !== 'nfkc') return damaged('scrypt');
  return found({
    ...{ kind: 'scrypt', ...work, salt: byteSalt(salt), key },
    ...(normalized !== undefined && { normalization: 'NFKC' }),
  });
}

/** `$firescrypt$ln=14,r=8,p=1$salt$hash$separator`, as Kratos writes it with the signer key as one more part. */
export function firescryptText(parts: DollarParts): RecognisedHash {
  const name = "Firebase's scrypt";
  const work = scryptWork(parts[1] ?? '');
  const [salt, value, separator] = parts.slice(2, 5).map(bytesOrEmpty);
  if (parts.length < 5 || parts.length > 6 || work === null || work.parallelism !== 1) return damaged(name);
  const signerKey = parts.length === 6 ? bytesOfBase64(parts[5] ?? '') : null;
  if (!salt || !separator || !value || value.length === 0 || (parts.length === 6 && signerKey === null))
    return damaged(name);
  const { cost, blockSize } = work;
  return found({ kind: 'firebase-scrypt', cost, blockSize, salt, separator, value, signerKey });
}

/** SuperTokens, for users that came from Firebase: `$f_scrypt$hash$salt$m=14$r=8$s=separator`. */
export function supertokensText(parts: DollarParts): RecognisedHash {
  const name = "Firebase's scrypt";
  const given = parameters(parts.slice(3).join(','));
  const memCost = wholeNumber(given?.get('m'), 1, 30);
  const blockSize = wholeNumber(given?.get('r'), 1, 64);
  const [value, salt, separator] = [parts[1] ?? '', parts[2] ?? '', given?.get('s') ?? ''].map(bytesOrEmpty);
  if (parts.length !== 6 || given?.size !== 3 || !given.has('s')) return damaged(name);
  if (memCost === null || blockSize === null || !value || value.length < 32 || !salt || !separator)
    return damaged(name);
  return found({ kind: 'firebase-scrypt', cost: 2 ** memCost, blockSize, salt, separator, value, signerKey: null });
}

function scryptWork(text: string): { cost: number; blockSize: number; parallelism: number } | null {
  const given = parameters(text);
  const ln = wholeNumber(given?.get('ln'), 1, 2 ** 31);
  const blockSize = wholeNumber(given?.get('r'), 1, 0xffff);
  const parallelism = wholeNumber(given?.get('p'), 1, 0xffff);
  if (ln === null || blockSize === null || parallelism === null) return null;
  // No N is as small as 31, and no logarithm as large as 32.
  const cost = ln <= 31 ? 2 ** ln : ln;
  return isScryptCost(cost) ? { cost, blockSize, parallelism } : null;
}

/** scrypt's N is a power of two above 1. */
export function isScryptCost(cost: number): boolean {
  return cost >= 2 && Number.isInteger(Math.log2(cost));
}

/** How the source turned passwords into bytes, as our packed texts name it. */
export function passwordEncoding(name: string | undefined): PasswordEncoding | null {
  return name === 'utf8' || name === 'utf16le' || name === 'latin1' ? name : null;
}

/** base64 that may be of no bytes at all. */
export function bytesOrEmpty(text: string): Uint8Array | null {
  return text === '' ? new Uint8Array() : bytesOfBase64(text);
}
