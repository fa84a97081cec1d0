import { createHmac, createSecretKey, scryptSync } from 'node:crypto';

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

/** Memory 32 MiB, about 80 ms: a weak `state-key` is not to be guessed from an artifact. RFC 7914; OWASP's parameters. */
export const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;

/**
 * Fingerprints as HMAC-SHA-256 under a key made from `secret` for this binding; the same secret and binding give the same
 * fingerprints in every run. Without the key nobody can test whether some user is in a file of fingerprints.
 */
export function createFingerprint(secret: string, { repository, workflow, tenant }: Binding): Fingerprint {
  const salt = JSON.stringify(['cidaas-migrate fingerprint v1', repository, workflow, tenant]);
  // As a key object: making one of the bytes for every text would cost four times the HMAC.
  const key = createSecretKey(scryptSync(secret, salt, 32, SCRYPT));
  return (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, FINGERPRINT_CHARACTERS);
}
