import { createHash } from 'node:crypto';
import { CRYPT_DIGITS } from './crypt-text.ts';

/** The 22 digits of phpass's portable hash: MD5 of salt and password, then 2^`logRounds` times MD5 of that and the password. */
export function phpassDigits(password: Uint8Array, salt: string, logRounds: number): string {
  let sum = createHash('md5').update(salt, 'latin1').update(password).digest();
  for (let round = 2 ** logRounds; round > 0; round--) sum = createHash('md5').update(sum).update(password).digest();
  return littleEndianBase64(sum);
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
