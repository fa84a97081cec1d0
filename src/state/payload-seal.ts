import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { PayloadSeal } from '../queue/payload-seal.ts';
import type { Keys } from './keys.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals what a fleet keeps in its database: zstd, then AES-256-GCM with the run's own key. Run, kind and name are authenticated,
 * so that no payload can take the place of another one.
 */
export function createPayloadSeal(keys: Keys, salt: Uint8Array, run: string): PayloadSeal {
  const key = keys.ofFile(salt);
  const bound = (kind: string, name: string): Buffer =>
    Buffer.from(JSON.stringify(['cidaas-migrate fleet 1', keys.binding.tenant, run, kind, name]));
  return {
    fingerprint: keys.fingerprint,
    seal(kind, name, text) {
      // Many payloads share the key, so each has a nonce of its own: 96 random bits, safe for 2^32 of them (NIST SP 800-38D).
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(kind, name));
      const body = Buffer.concat([cipher.update(zstdCompressSync(text)), cipher.final()]);
      return Buffer.concat([nonce, body, cipher.getAuthTag()]);
    },
    open(kind, name, sealed) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
        decipher.setAAD(bound(kind, name)).setAuthTag(sealed.subarray(-TAG_BYTES));
        const body = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
        return zstdDecompressSync(body).toString();
      } catch {
        return null;
      }
    },
  };
}
