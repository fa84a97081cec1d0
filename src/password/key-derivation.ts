import * as crypto from 'node:crypto';
import { promisify } from 'node:util';
import { UncheckableHash } from './uncheckable-hash.ts';

/**
 * Argon2 1.3; `memory` in KiB, `tagLength` in bytes.
 *
 * @throws UncheckableHash when this Node has no Argon2.
 */
export async function argon2(
  variant: 'argon2id' | 'argon2i' | 'argon2d',
  message: Uint8Array,
  nonce: Uint8Array,
  work: { readonly memory: number; readonly passes: number; readonly parallelism: number },
  tagLength: number,
): Promise<Uint8Array> {
  // In Node since 24.7; imported as a namespace, since a name that is missing would keep everything from loading.
  if (typeof crypto.argon2 !== 'function') throw new UncheckableHash('Argon2 needs Node 24.7 or later');
  const { memory, passes, parallelism } = work;
  return promisify(crypto.argon2)(variant, { message, nonce, memory, passes, parallelism, tagLength });
}

/**
 * scrypt; `cost` is N.
 *
 * @throws UncheckableHash when OpenSSL takes no such parameters.
 */
export async function scrypt(
  password: Uint8Array,
  salt: Uint8Array,
  work: { readonly cost: number; readonly blockSize: number; readonly parallelism?: number },
  keylen: number,
): Promise<Uint8Array> {
  const { cost, blockSize, parallelism = 1 } = work;
  const maxmem = 128 * blockSize * (cost + parallelism + 2);
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: blockSize, p: parallelism, maxmem };
    try {
      crypto.scrypt(password, salt, keylen, options, (error, key) => (error === null ? resolve(key) : reject(error)));
    } catch (cause) {
      // Not every N goes with every r and p.
      reject(new UncheckableHash('scrypt refuses its parameters', { cause }));
    }
  });
}
