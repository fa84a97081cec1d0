import { createHash } from 'node:crypto';
import { CRYPT_DIGITS, PHPASS_DIGITS } from './crypt-text.ts';
import type { PhpassDigest } from './password-hash.ts';

/**
 * The digits of phpass's portable hash: the digest of salt and password, then 2^`logRounds` times that of the sum and the password; as many
 * digits as systems keep.
 */
export function phpassDigits(digest: PhpassDigest, password: Uint8Array, salt: string, logRounds: number): string {
  let sum = createHash(digest).update(salt, 'latin1').update(password).digest();
  for (let round = 2 ** logRounds; round > 0; round--) sum = createHash(digest).update(sum).update(password).digest();
  return littleEndianBase64(sum).slice(0, PHPASS_DIGITS[digest]);
}

/** phpass's base64: each group of three bytes, the first one lowest, six bits at a time. */
function littleEndianBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 3) {
    const group = bytes.subarray(start, start + 3);
    let bits = (group[0] ?? 0) | ((group[1] ?? 0) << 8) | ((group[2] ?? 0) << 16);
    for (let digit = 0; digit <= group.length; digit++) {
      text += CRYPT_DIGITS.charAt(bits & 63);
      bits >>= 6;
    }
  }
  return text;
}
