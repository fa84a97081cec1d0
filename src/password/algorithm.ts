import type { BcryptInput, Digest, PasswordHash, PlainDigest } from './password-hash.ts';

/** Names of algorithms in reports and in `ids` of a mapping. */
export type AlgorithmName =
  | 'bcrypt'
  | `bcrypt-${BcryptInput}`
  | 'argon2id'
  | 'argon2i'
  | 'argon2d'
  | `pbkdf2-${Digest}`
  | 'scrypt'
  | 'firebase-scrypt'
  | PlainDigest
  | `${PlainDigest}-salted`
  | 'peppered-digest'
  | 'iterated-digest'
  | 'digest-chain'
  | `hmac-${Digest}`
  | 'self-hmac'
  | 'phpass'
  | 'phpass-sha1'
  | 'phpass-sha512'
  | 'upgraded-md5'
  | 'jtl'
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
    case 'phpass':
      return hash.digest === 'md5' ? 'phpass' : `phpass-${hash.digest}`;
    case 'unix-crypt':
      return UNIX_CRYPT[hash.variant];
    case 'bcrypt':
    case 'scrypt':
    case 'firebase-scrypt':
    case 'peppered-digest':
    case 'iterated-digest':
    case 'digest-chain':
    case 'self-hmac':
    case 'upgraded-md5':
    case 'jtl':
    case 'shopware-sha256':
    case 'magento-chain':
      return hash.kind;
  }
}

const UNIX_CRYPT = { '1': 'md5-crypt', '5': 'sha256-crypt', '6': 'sha512-crypt', des: 'des-crypt' } as const;
