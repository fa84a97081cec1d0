/** Message digests that password hashes are built on. */
export const DIGEST_BYTES = { md5: 16, sha1: 20, sha256: 32, sha384: 48, sha512: 64 } as const;
export type Digest = keyof typeof DIGEST_BYTES;

/** Digests of a single round: also those that only old systems have. */
export const PLAIN_DIGEST_BYTES = { ...DIGEST_BYTES, md2: 16, md4: 16 } as const;
export type PlainDigest = keyof typeof PLAIN_DIGEST_BYTES;

/** How the source turned a password into bytes before hashing it; UTF-8 unless the source has another one. */
export type PasswordEncoding = 'utf8' | 'utf16le' | 'latin1';

/** A salt (or the key of an HMAC) as it goes into the hash. */
export interface Salt {
  readonly bytes: Uint8Array;
  /** The source's text when the source hashes that text as it is written; null for a salt of bytes. */
  readonly text: string | null;
}

/**
 * What a source hashed with bcrypt instead of the password. `wordpress`: base64 of HMAC-SHA-384 under the key `wp-sha384`;
 * `django-sha256`: hex of SHA-256. `md5-hex` … `sha384-base64`: that digest, written that way. `long-sha512`: the password itself,
 * or base64 of SHA-512 if it has more than 72 bytes or a NUL. `hmac-sha256`: hex of HMAC-SHA-256 under a secret of the source.
 * `pepper`: the password with such a secret after it. `double`: bcrypt of the password with the same salt.
 */
export type BcryptInput =
  | 'wordpress'
  | 'django-sha256'
  | 'md5-hex'
  | 'sha1-hex'
  | 'sha256-hex'
  | 'sha512-hex'
  | 'sha384-base64'
  | 'long-sha512'
  | 'hmac-sha256'
  | 'pepper'
  | 'double';

/** phpass's portable hash with another digest: MD5 is phpass's own, `sha512` Drupal's, `sha1` that of modified eCommerce. */
export type PhpassDigest = 'md5' | 'sha1' | 'sha512';

/**
 * What one round of an iterated digest hashes. `sum`: the digest of the round before. `sum-first`: that and the first round's
 * input. `password-sum`: the password and that.
 */
export type RoundInput = 'sum' | 'sum-first' | 'password-sum';

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
   * bcrypt of something made from the password: plain bcrypt never matches it. `text` is the source's own where that shows the
   * scheme, otherwise ours, `bcrypt` the part of 60.
   */
  | {
      readonly kind: 'prehashed-bcrypt';
      readonly scheme: BcryptInput;
      /** The name of a secret of the source; null for schemes without one. */
      readonly secret: string | null;
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
      /** The name of a secret of the source that is appended to the salt. */
      readonly secret?: string;
      readonly key: Uint8Array;
    }
  /** `cost` is N. */
  | {
      readonly kind: 'scrypt';
      readonly cost: number;
      readonly blockSize: number;
      readonly parallelism: number;
      readonly salt: Salt;
      /** How the source changed the characters of the password before it hashed them. */
      readonly normalization?: 'NFKC';
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
      readonly digest: PlainDigest;
      readonly position: 'none' | 'prefix' | 'suffix';
      readonly salt: Salt;
      readonly encoding: PasswordEncoding;
      readonly value: Uint8Array;
    }
  /** One round over a secret of the source, the password and texts on both sides of the password. */
  | {
      readonly kind: 'peppered-digest';
      readonly digest: Digest;
      /** The secret's name. */
      readonly secret: string;
      /** Whether the secret is before or after everything else. */
      readonly position: 'prefix' | 'suffix';
      readonly before: Uint8Array;
      readonly after: Uint8Array;
      readonly encoding: PasswordEncoding;
      readonly value: Uint8Array;
    }
  /** A digest that is repeated: the first of `rounds` hashes salt, secret and password, or password and salt. */
  | {
      readonly kind: 'iterated-digest';
      readonly digest: Digest;
      readonly rounds: number;
      readonly position: 'prefix' | 'suffix';
      readonly roundInput: RoundInput;
      readonly salt: Uint8Array;
      /** The name of a secret that comes after a salt in front of the password; null without one. */
      readonly secret: string | null;
      readonly encoding: PasswordEncoding;
      readonly value: Uint8Array;
    }
  /** Digests of digests: each step hashes the hex text of the one before, with the same salt at its own side or without. */
  | {
      readonly kind: 'digest-chain';
      readonly digest: Digest;
      readonly steps: readonly ('none' | 'prefix' | 'suffix')[];
      readonly salt: string;
      readonly value: Uint8Array;
    }
  /** HMAC of the password. */
  | {
      readonly kind: 'hmac';
      readonly digest: Digest;
      readonly key: Salt;
      /** The name of the secret that is the key; `key` is empty then. */
      readonly secret?: string;
      readonly encoding: PasswordEncoding;
      readonly value: Uint8Array;
    }
  /** HMAC of the password under the password as its key. */
  | {
      readonly kind: 'self-hmac';
      readonly digest: Digest;
      readonly encoding: PasswordEncoding;
      readonly value: Uint8Array;
    }
  /** `text` is the 34-character `$P$B…`, or Drupal's `$S$D…` or `$Q$B…`; 2^`logRounds` rounds of the digest. */
  | {
      readonly kind: 'phpass';
      readonly digest: PhpassDigest;
      readonly logRounds: number;
      readonly salt: string;
      readonly text: string;
    }
  /** A hash of the hex MD5 of the password, made when a system changed its algorithm: TYPO3's `M$P$…`, Drupal's `U$S$…`. */
  | { readonly kind: 'upgraded-md5'; readonly mark: 'M' | 'U'; readonly inner: PasswordHash }
  /** JTL-Shop 3 and 4: SHA-1 of parts of a SHA-1 and a salt inside it. `text` has 40 hexadecimal digits in lower case. */
  | { readonly kind: 'jtl'; readonly text: string }
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
