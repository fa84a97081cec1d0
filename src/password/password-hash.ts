/** Message digests that password hashes are built on. */
export const DIGEST_BYTES = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const;
export type Digest = keyof typeof DIGEST_BYTES;

/** How the source turned a password into bytes before hashing it; UTF-8 unless the source has another one. */
export type PasswordEncoding = 'utf8' | 'utf16le' | 'latin1';

/** A salt (or the key of an HMAC) as it goes into the hash. */
export interface Salt {
  readonly bytes: Uint8Array;
  /** The source's text when the source hashes that text as it is written; null for a salt of bytes. */
  readonly text: string | null;
}

/** Unix `crypt` variants: 1 is MD5, 5 SHA-256, 6 SHA-512. */
type UnixCryptVariant = '1' | '5' | '6' | 'des';

/** One step of Magento's chain of upgrades; each takes the hex text of the one before as its password. */
export type MagentoStep =
  | { readonly kind: 'digest'; readonly digest: 'md5' | 'sha256' }
  /** Argon2id 1.3 with one lane, as libsodium computes it: `memory` in KiB, `keylen` in bytes. */
  | { readonly kind: 'argon2id'; readonly keylen: number; readonly passes: number; readonly memory: number };

/** A password hash with everything that checking a password against it takes. */
export type PasswordHash =
  /** `text` is the 60-character `$2y$10$…`. */
  | {
      readonly kind: 'bcrypt';
      readonly variant: '2a' | '2b' | '2y';
      readonly cost: number;
      readonly text: string;
    }
  /**
   * bcrypt of something made from the password: plain bcrypt never matches it. WordPress: base64 of
   * HMAC-SHA-384 under the key `wp-sha384`. Django: hex of SHA-256. `text` is the source's own, `bcrypt` the part of 60.
   */
  | {
      readonly kind: 'prehashed-bcrypt';
      readonly scheme: 'wordpress' | 'django-sha256';
      readonly text: string;
      readonly bcrypt: string;
    }
  /** `version` 19 is Argon2 1.3, 16 is 1.0; `memory` in KiB. */
  | {
      readonly kind: 'argon2';
      readonly variant: 'argon2id' | 'argon2i' | 'argon2d';
      readonly version: 16 | 19;
      readonly memory: number;
      readonly passes: number;
      readonly parallelism: number;
      readonly salt: Uint8Array;
      readonly key: Uint8Array;
    }
  /** The derived key's length in bytes is `key.length`. */
  | {
      readonly kind: 'pbkdf2';
      readonly digest: Digest;
      readonly iterations: number;
      readonly salt: Salt;
      readonly key: Uint8Array;
    }
  /** `cost` is N. */
  | {
      readonly kind: 'scrypt';
      readonly cost: number;
      readonly blockSize: number;
      readonly parallelism: number;
      readonly salt: Salt;
      readonly key: Uint8Array;
    }
  /** Firebase's own: the key of scrypt encrypts the project's signer key. `cost` is N. */
  | {
      readonly kind: 'firebase-scrypt';
      readonly cost: number;
      readonly blockSize: number;
      readonly salt: Uint8Array;
      readonly separator: Uint8Array;
      readonly value: Uint8Array;
      /** A secret of the project, not of the user; never sent. Null when it is not known here. */
      readonly signerKey: Uint8Array | null;
    }
  /** One round of a digest over the password, with a salt before (`prefix`) or after it (`suffix`), or none. */
  | {
      readonly kind: 'digest';
      readonly digest: Digest;
      readonly position: 'none' | 'prefix' | 'suffix';
      readonly salt: Salt;
      readonly encoding: PasswordEncoding;
      readonly value: Uint8Array;
    }
  /** HMAC of the password. */
  | {
      readonly kind: 'hmac';
      readonly digest: Digest;
      readonly key: Salt;
      readonly encoding: PasswordEncoding;
      readonly value: Uint8Array;
    }
  /** `text` is the 34-character `$P$B…`; 2^`logRounds` rounds of MD5. */
  | { readonly kind: 'phpass'; readonly logRounds: number; readonly salt: string; readonly text: string }
  /** `text` is what crypt(3) gives. */
  | {
      readonly kind: 'unix-crypt';
      readonly variant: UnixCryptVariant;
      /** Null when the text names none: 5,000 for SHA, fixed for the others. */
      readonly rounds: number | null;
      readonly salt: string;
      readonly text: string;
    }
  /** Shopware 5: `iterations` + 1 times `h = hex(sha256(h + password + salt))`, beginning with an empty `h`. */
  | {
      readonly kind: 'shopware-sha256';
      readonly iterations: number;
      readonly salt: string;
      readonly value: Uint8Array;
    }
  /** Magento hashes that were hashed again when the algorithm was changed, oldest step first. */
  | {
      readonly kind: 'magento-chain';
      readonly steps: readonly MagentoStep[];
      readonly salt: string;
      readonly value: Uint8Array;
    };

/** No salt at all. */
export function noSalt(): Salt {
  return { bytes: new Uint8Array(), text: null };
}

export function textSalt(text: string): Salt {
  return { bytes: Buffer.from(text, 'utf8'), text };
}

export function byteSalt(bytes: Uint8Array): Salt {
  return { bytes, text: null };
}
