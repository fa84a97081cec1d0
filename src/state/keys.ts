import { createHmac, createSecretKey, hkdfSync, type KeyObject, scryptSync } from 'node:crypto';

/** What a run belongs to: memory of one workflow, repository and tenant is never used for another. */
export interface Binding {
  /** `owner/name`; empty for the command. */
  readonly repository: string;
  /** Empty for the command. */
  readonly workflow: string;
  /** Origin of the tenant. */
  readonly tenant: string;
}

/** Names a user without telling anything of it: equal texts have equal fingerprints under one key. */
export type Fingerprint = (text: string) => string;

/** Of base64url, 132 bits, half of a SHA-256: two of a billion users meet by chance with 1 : 10^21. */
export const FINGERPRINT_CHARACTERS = 22;

/** The keys for what a run remembers, made of its secret and bound to where it belongs. */
export interface Keys {
  readonly binding: Binding;
  /**
   * HMAC-SHA-256; the same secret and binding give the same fingerprints in every run. Without the key nobody can test whether
   * some user is in a file of fingerprints.
   */
  readonly fingerprint: Fingerprint;
  /** For AES-256 in the one file that has this salt. */
  ofFile(salt: Uint8Array): KeyObject;
}

/** Memory 32 MiB, about 80 ms: a weak `state-key` is not to be guessed from an artifact. RFC 7914. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;

/**
 * The slow step (scrypt) is made once, when a key is first asked for; where a state is kept, before the plan has grown the
 * process. From its result every key is derived with HKDF (RFC 5869).
 */
export function createKeys(secret: string, binding: Binding): Keys {
  const { repository, workflow, tenant } = binding;
  const owner = JSON.stringify(['cidaas-migrate keys v2', repository, workflow, tenant]);
  let stretched: KeyObject | undefined;
  const derive = (what: string, salt: Uint8Array): KeyObject => {
    stretched ??= createSecretKey(scryptSync(secret, owner, 32, SCRYPT));
    return createSecretKey(Buffer.from(hkdfSync('sha256', stretched, salt, what, 32)));
  };
  // As a key object: making one of the bytes for every text would cost four times the HMAC.
  let forFingerprints: KeyObject | undefined;
  return {
    binding,
    fingerprint: (text) => {
      forFingerprints ??= derive('fingerprint', NO_SALT);
      return createHmac('sha256', forFingerprints).update(text).digest('base64url').slice(0, FINGERPRINT_CHARACTERS);
    },
    ofFile: (salt) => derive('sealed file', salt),
  };
}

const NO_SALT = new Uint8Array();
