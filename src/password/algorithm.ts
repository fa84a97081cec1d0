import type { Digest, PasswordHash } from './password-hash.ts';

/** Names of algorithms in reports and in `ids` of a mapping. */
export type AlgorithmName =
  | 'bcrypt'
  | 'bcrypt-wordpress'
  | 'bcrypt-django-sha256'
  | 'argon2id'
  | 'argon2i'
  | 'argon2d'
  | `pbkdf2-${Digest}`
  | 'scrypt'
  | 'firebase-scrypt'
  | Digest
  | `${Digest}-salted`
  | `hmac-${Digest}`
  | 'phpass'
  | 'md5-crypt'
  | 'sha256-crypt'
  | 'sha512-crypt'
  | 'des-crypt'
  | 'shopware-sha256'
  | 'magento-chain';

/** The name of a hash's algorithm: what users are counted by. Parameters (cost, iterations, salt) are not part of it. */
export function algorithmOf(hash: PasswordHash): AlgorithmName {
  switch (hash.kind) {
    case 'prehashed-bcrypt':
      return `bcrypt-${hash.scheme}`;
    case 'argon2':
      return hash.variant;
    case 'pbkdf2':
    case 'hmac':
      return `${hash.kind}-${hash.digest}`;
    case 'digest':
      return hash.position === 'none' ? hash.digest : `${hash.digest}-salted`;
    case 'unix-crypt':
      return UNIX_CRYPT[hash.variant];
    case 'bcrypt':
    case 'scrypt':
    case 'firebase-scrypt':
    case 'phpass':
    case 'shopware-sha256':
    case 'magento-chain':
      return hash.kind;
  }
}

const UNIX_CRYPT = { '1': 'md5-crypt', '5': 'sha256-crypt', '6': 'sha512-crypt', des: 'des-crypt' } as const;
