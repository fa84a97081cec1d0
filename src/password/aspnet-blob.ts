import { bytesOfBase64 } from './encoded-bytes.ts';
import { byteSalt, type Digest } from './password-hash.ts';
import { found, type RecognisedHash } from './recognised-hash.ts';

const V2_SALT = 16;
const V2_KEY = 32;
const V3_HEADER = 13;
const V3_DIGESTS: readonly Digest[] = ['sha1', 'sha256', 'sha512'];
/** ASP.NET's own lower limit for salt and key. */
const V3_MIN_BYTES = 16;
/** Far above every default so far (100,000): bytes with a larger number only look like a blob of ASP.NET. */
const V3_MAX_ITERATIONS = 100_000_000;

/**
 * ASP.NET Identity's base64: version 2 is `00 salt16 key32` (PBKDF2-HMAC-SHA-1, 1,000 rounds), version 3
 * `01 prf:u32be iterations:u32be saltlen:u32be salt key`. Null when the bytes do not add up to either.
 * Source: Microsoft.AspNetCore.Identity PasswordHasher.
 */
export function aspnetBlob(text: string): RecognisedHash | null {
  // Both versions begin with a byte of 00 or 01: the first digit of base64 is always an A.
  if (!text.startsWith('A')) return null;
  const bytes = bytesOfBase64(text);
  if (bytes === null) return null;
  if (bytes[0] === 0) return version2(bytes);
  return bytes[0] === 1 ? version3(bytes) : null;
}

function version2(bytes: Uint8Array): RecognisedHash | null {
  if (bytes.length !== 1 + V2_SALT + V2_KEY) return null;
  const salt = byteSalt(bytes.subarray(1, 1 + V2_SALT));
  return found({ kind: 'pbkdf2', digest: 'sha1', iterations: 1000, salt, key: bytes.subarray(1 + V2_SALT) });
}

function version3(bytes: Uint8Array): RecognisedHash | null {
  if (bytes.length < V3_HEADER + 2 * V3_MIN_BYTES) return null;
  const header = new DataView(bytes.buffer, bytes.byteOffset, V3_HEADER);
  const digest = V3_DIGESTS[header.getUint32(1)];
  const iterations = header.getUint32(5);
  const saltLength = header.getUint32(9);
  if (digest === undefined || iterations < 1 || iterations > V3_MAX_ITERATIONS) return null;
  if (saltLength < V3_MIN_BYTES || bytes.length - V3_HEADER - saltLength < V3_MIN_BYTES) return null;
  const salt = byteSalt(bytes.subarray(V3_HEADER, V3_HEADER + saltLength));
  return found({ kind: 'pbkdf2', digest, iterations, salt, key: bytes.subarray(V3_HEADER + saltLength) });
}
