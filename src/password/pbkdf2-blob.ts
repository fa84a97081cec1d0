import { bytesOfBase64, bytesOfHex } from './encoded-bytes.ts';
import { byteSalt, type Digest } from './password-hash.ts';
import { damaged, found, type RecognisedHash } from './recognised-hash.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

/** Java's names of PBKDF2's algorithms: Liferay, Jackrabbit Oak and Jakarta EE write them in front of their hashes. */
const JAVA = /^PBKDF2WithHmacSHA(1|256|384|512)$/;
const HEADER_389 = 4;
const SALT_389 = 64;
const KEY_389 = 256;
const SALT_ATLASSIAN = 16;
const ATLASSIAN = { bytes: 48, iterations: 10_000 };
/** Oak's keys have 128 bits whatever their digest. */
const OAK_KEY = 16;

/** The digest of a name such as `PBKDF2WithHmacSHA256`, or null. */
export function javaDigest(name: string): Digest | null {
  const bits = JAVA.exec(name)?.[1];
  if (bits === undefined) return null;
  return bits === '1' ? 'sha1' : bits === '256' ? 'sha256' : bits === '384' ? 'sha384' : 'sha512';
}

/**
 * What comes after `{PBKDF2WithHmacSHA1}`. Liferay: base64 of bits of the key and rounds (32 bits each, highest byte first), salt,
 * key. Jackrabbit Oak (AEM): `salt-iterations-key` in hexadecimal.
 */
export function javaPbkdf2(digest: Digest, rest: string): RecognisedHash {
  const oak = /^([0-9a-f]+)-(?:(\d{1,10})-)?([0-9a-f]+)$/i.exec(rest);
  return oak === null ? liferay(digest, rest) : oakPbkdf2(digest, oak[1] ?? '', oak[2] ?? '1', oak[3] ?? '');
}

function liferay(digest: Digest, rest: string): RecognisedHash {
  const bytes = bytesOfBase64(rest);
  if (bytes === null || bytes.length < 8) return damaged("Liferay's PBKDF2");
  const header = new DataView(bytes.buffer, bytes.byteOffset, 8);
  const [bits, iterations] = [header.getUint32(0), header.getUint32(4)];
  const saltBytes = bytes.length - 8 - bits / 8;
  // Liferay's salts have 8 bytes (6.2 to 7.4) or 16.
  if (bits % 8 !== 0 || bits < 128 || iterations === 0 || (saltBytes !== 8 && saltBytes !== 16))
    return damaged("Liferay's PBKDF2");
  const end = 8 + saltBytes;
  return found({
    kind: 'pbkdf2',
    digest,
    iterations,
    salt: byteSalt(bytes.subarray(8, end)),
    key: bytes.subarray(end),
  });
}

function oakPbkdf2(digest: Digest, saltText: string, work: string, keyText: string): RecognisedHash {
  const [salt, key] = [bytesOfHex(saltText), bytesOfHex(keyText)];
  const iterations = wholeNumber(work, 1, MAX_ITERATIONS);
  if (salt === null || key?.length !== OAK_KEY || iterations === null) return damaged("Jackrabbit Oak's PBKDF2");
  return found({ kind: 'pbkdf2', digest, iterations, salt: byteSalt(salt), key });
}

/** Jakarta EE: `PBKDF2WithHmacSHA256:iterations:salt:key` in base64; null when the text does not begin with such a name. */
export function jakartaPbkdf2(text: string): RecognisedHash | null {
  // Asked of every text without a mark.
  if (!text.startsWith('PBKDF2With')) return null;
  const [name = '', work, saltText = '', keyText = '', ...more] = text.split(':');
  const digest = javaDigest(name);
  if (digest === null) return null;
  const iterations = wholeNumber(work, 1, MAX_ITERATIONS);
  const [salt, key] = [bytesOfBase64(saltText), bytesOfBase64(keyText)];
  // Jakarta EE's own lower limits for salt and key.
  if (iterations === null || salt === null || salt.length < 16 || key === null || key.length < 16 || more.length > 0)
    return damaged("Jakarta EE's PBKDF2");
  return found({ kind: 'pbkdf2', digest, iterations, salt: byteSalt(salt), key });
}

/** 389 Directory Server's `{PBKDF2_SHA256}`: base64 of rounds (32 bits, highest byte first), 64 bytes of salt, 256 of key. */
export function pbkdf2Of389(rest: string): RecognisedHash {
  const bytes = bytesOfBase64(rest);
  if (bytes?.length !== HEADER_389 + SALT_389 + KEY_389) return damaged('{PBKDF2_SHA256}');
  const iterations = new DataView(bytes.buffer, bytes.byteOffset, HEADER_389).getUint32(0);
  if (iterations === 0) return damaged('{PBKDF2_SHA256}');
  const end = HEADER_389 + SALT_389;
  return found({
    kind: 'pbkdf2',
    digest: 'sha256',
    iterations,
    salt: byteSalt(bytes.subarray(HEADER_389, end)),
    key: bytes.subarray(end),
  });
}

/** Atlassian's `{PKCS5S2}`: base64 of 16 bytes of salt and 32 of key. */
export function atlassianPbkdf2(rest: string): RecognisedHash {
  const bytes = bytesOfBase64(rest);
  if (bytes?.length !== ATLASSIAN.bytes) return damaged('{PKCS5S2}');
  return found({
    kind: 'pbkdf2',
    digest: 'sha1',
    iterations: ATLASSIAN.iterations,
    salt: byteSalt(bytes.subarray(0, SALT_ATLASSIAN)),
    key: bytes.subarray(SALT_ATLASSIAN),
  });
}
