import { createHmac, createSecretKey, hkdfSync, type KeyObject, scryptSync } from 'node:crypto';

/** What stored files belong to: those of one workflow, repository and tenant are never used for another. */
export interface Binding {
  /** `owner/name`; empty for the command. */
  readonly repository: string;
  /** Empty for the command. */
  readonly workflow: string;
  /** Origin of the tenant. */
  readonly tenant: string;
}

/** Identifies a text without revealing it: equal texts have equal fingerprints under one key. */
export type Fingerprint = (text: string) => string;

/** In base64url: 132 bits, half of a SHA-256. Among a billion users the chance of any collision is about 1 in 10^22. */
export const FINGERPRINT_CHARACTERS = 22;

/** The keys for files kept between runs, derived from a secret and a binding. */
export interface Keys {
  readonly binding: Binding;
  /**
   * HMAC-SHA-256; the same secret and binding give the same fingerprints in every run. Testing whether a certain user is in a
   * file of fingerprints needs the key.
   */
  readonly fingerprint: Fingerprint;
  /** The key of `fingerprint`, for another thread. */
  readonly fingerprintKey: () => KeyObject;
  /** The AES-256 key of the one file that has this salt. */
  ofFile(salt: Uint8Array): KeyObject;
}

/** 32 MiB of memory, about 80 ms: makes guessing a weak `state-key` from an artifact slow. RFC 7914. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;

/**
 * The slow step (scrypt) runs once, when a key is first needed; with a state that is before the plan uses much memory. All
 * keys are derived from its result with HKDF (RFC 5869).
 */
export function createKeys(secret: string, binding: Binding): Keys {
  const { repository, workflow, tenant } = binding;
  const owner = JSON.stringify(['cidaas-migrate keys v2', repository, workflow, tenant]);
  let stretched: KeyObject | undefined;
  const derive = (what: string, salt: Uint8Array): KeyObject => {
    stretched ??= createSecretKey(scryptSync(secret, owner, 32, SCRYPT));
    return createSecretKey(Buffer.from(hkdfSync('sha256', stretched, salt, what, 32)));
  };
  // A key object: passing the bytes for every text would cost four times as much as the HMAC.
  let forFingerprints: KeyObject | undefined;
  const fingerprintKey = (): KeyObject => {
    forFingerprints ??= derive('fingerprint', NO_SALT);
    return forFingerprints;
  };
  return {
    binding,
    fingerprint: (text) => keyedFingerprint(fingerprintKey(), text),
    fingerprintKey,
    ofFile: (salt) => derive('sealed file', salt),
  };
}

/** The fingerprint of a text under the key of `fingerprintKey`. */
export function keyedFingerprint(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, FINGERPRINT_CHARACTERS);
}

const NO_SALT = new Uint8Array();
