import { createHash } from 'node:crypto';
import { CRYPT_DIGITS } from './crypt-text.ts';

/**
 * MD5-crypt (`$1$`), as FreeBSD made it and crypt(3) of every Unix has it.
 * Returns the whole text that crypt(3) would give.
 */
export function md5Crypt(password: Uint8Array, saltText: string): string {
  const salt = Buffer.from(saltText, 'latin1');
  const inner = md5(password, salt, password);
  const first = createHash('md5').update(password).update('$1$').update(salt).update(repeated(inner, password.length));
  // For each bit of the length, lowest first: a zero byte, or the password's first.
  for (let bits = password.length; bits > 0; bits >>= 1) {
    first.update(bits & 1 ? Buffer.alloc(1) : password.subarray(0, 1));
  }
  let sum: Buffer = first.digest();
  for (let round = 0; round < 1000; round++) {
    const odd = round % 2 === 1;
    sum = md5(
      odd ? password : sum,
      round % 3 === 0 ? NOTHING : salt,
      round % 7 === 0 ? NOTHING : password,
      odd ? sum : password,
    );
  }
  return `$1$${saltText}$${cryptDigits(sum, MD5_ORDER)}`;
}

/** SHA-crypt (`$5$` is SHA-256, `$6$` SHA-512) as Ulrich Drepper specified it; `rounds` null means 5,000, not written in the text. */
export function shaCrypt(variant: '5' | '6', password: Uint8Array, saltText: string, rounds: number | null): string {
  const algorithm = variant === '5' ? 'sha256' : 'sha512';
  const hash = (...parts: Uint8Array[]) => digestOf(algorithm, parts);
  const salt = Buffer.from(saltText, 'latin1');
  const inner = hash(password, salt, password);
  const parts = [password, salt, repeated(inner, password.length)];
  for (let bits = password.length; bits > 0; bits >>= 1) parts.push(bits & 1 ? inner : password);
  let sum: Buffer = hash(...parts);
  const passwordSum = hash(...Array.from({ length: password.length }, () => password));
  const passwordBytes = repeated(passwordSum, password.length);
  const saltSum = hash(...Array.from({ length: 16 + (sum[0] ?? 0) }, () => salt));
  const saltBytes = repeated(saltSum, salt.length);
  for (let round = 0; round < (rounds ?? 5000); round++) {
    const odd = round % 2 === 1;
    sum = hash(
      odd ? passwordBytes : sum,
      round % 3 === 0 ? NOTHING : saltBytes,
      round % 7 === 0 ? NOTHING : passwordBytes,
      odd ? sum : passwordBytes,
    );
  }
  const named = rounds === null ? '' : `rounds=${rounds}$`;
  return `$${variant}$${named}${saltText}$${cryptDigits(sum, variant === '5' ? SHA256_ORDER : SHA512_ORDER)}`;
}

const NOTHING = Buffer.alloc(0);

/** Bytes in the order in which three at a time become four digits, highest first; -1 is a zero byte. */
type ByteOrder = readonly (readonly [number, number, number])[];

const MD5_ORDER: ByteOrder = [
  [0, 6, 12],
  [1, 7, 13],
  [2, 8, 14],
  [3, 9, 15],
  [4, 10, 5],
  [-1, -1, 11],
];
const SHA256_ORDER: ByteOrder = [
  [0, 10, 20],
  [21, 1, 11],
  [12, 22, 2],
  [3, 13, 23],
  [24, 4, 14],
  [15, 25, 5],
  [6, 16, 26],
  [27, 7, 17],
  [18, 28, 8],
  [9, 19, 29],
  [-1, 31, 30],
];
const SHA512_ORDER: ByteOrder = [
  [0, 21, 42],
  [22, 43, 1],
  [44, 2, 23],
  [3, 24, 45],
  [25, 46, 4],
  [47, 5, 26],
  [6, 27, 48],
  [28, 49, 7],
  [50, 8, 29],
  [9, 30, 51],
  [31, 52, 10],
  [53, 11, 32],
  [12, 33, 54],
  [34, 55, 13],
  [56, 14, 35],
  [15, 36, 57],
  [37, 58, 16],
  [59, 17, 38],
  [18, 39, 60],
  [40, 61, 19],
  [62, 20, 41],
  [-1, -1, 63],
];

function cryptDigits(bytes: Uint8Array, order: ByteOrder): string {
  let text = '';
  for (const [high, middle, low] of order) {
    let bits = (at(bytes, high) << 16) | (at(bytes, middle) << 8) | at(bytes, low);
    const digits = high >= 0 ? 4 : middle >= 0 ? 3 : 2;
    for (let digit = 0; digit < digits; digit++) {
      text += CRYPT_DIGITS.charAt(bits & 63);
      bits >>= 6;
    }
  }
  return text;
}

function at(bytes: Uint8Array, index: number): number {
  return index < 0 ? 0 : (bytes[index] ?? 0);
}

/** The bytes, repeated up to `length`. */
function repeated(bytes: Uint8Array, length: number): Buffer {
  return length === 0 ? NOTHING : Buffer.alloc(length, bytes);
}

function md5(...parts: Uint8Array[]): Buffer {
  return digestOf('md5', parts);
}

function digestOf(algorithm: string, parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
