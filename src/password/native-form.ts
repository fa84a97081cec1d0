import type { PasswordHashInfo } from '../user/cidaas-user.ts';
import { base64Of, hexOf } from './encoded-bytes.ts';
import { argon2Phc } from './pack.ts';
import type { PasswordHash } from './password-hash.ts';

/** Why cidaas cannot check a hash in this form, however the tenant is set up. */
export type UnsupportedForm = 'byte-salt' | 'cost' | 'encoding' | 'secret';

/** cidaas rejects bcrypt with a higher cost. */
const MAX_BCRYPT_COST = 20;

/**
 * Why cidaas cannot check this hash itself; null when it can. Source: docs.cidaas.com, password hashing: bcrypt up to cost 20.
 * Its examples have texts as salts; the encoding of bytes is not documented, so they are not sent.
 */
export function unsupportedFormOf(hash: PasswordHash): UnsupportedForm | null {
  switch (hash.kind) {
    case 'bcrypt':
      return hash.cost > MAX_BCRYPT_COST ? 'cost' : null;
    case 'pbkdf2':
      if (hash.secret !== undefined) return 'secret';
      return hash.salt.text === null ? 'byte-salt' : null;
    case 'digest':
      if (hash.encoding !== 'utf8') return 'encoding';
      return hash.position !== 'none' && hash.salt.text === null ? 'byte-salt' : null;
    case 'hmac':
      if (hash.secret !== undefined) return 'secret';
      if (hash.encoding !== 'utf8') return 'encoding';
      return hash.key.text === null ? 'byte-salt' : null;
    case 'argon2':
    case 'prehashed-bcrypt':
    case 'scrypt':
    case 'firebase-scrypt':
    case 'peppered-digest':
    case 'iterated-digest':
    case 'digest-chain':
    case 'self-hmac':
    case 'upgraded-md5':
    case 'jtl':
    case 'phpass':
    case 'unix-crypt':
    case 'shopware-sha256':
    case 'magento-chain':
      return null;
  }
}

/** The form that cidaas checks itself, with this id; null when there is none for the hash. Source: as above; SHA and HMAC in hex. */
export function nativeInfo(hash: PasswordHash, id: string | null): PasswordHashInfo | null {
  if (id === null || unsupportedFormOf(hash) !== null) return null;
  switch (hash.kind) {
    case 'bcrypt': {
      // $2y$ is PHP's name for $2b$, the form in cidaas's examples; libraries that know only the latter refuse it.
      const passwordHash = hash.variant === '2y' ? `$2b${hash.text.slice(3)}` : hash.text;
      return { algorithmTypeId: id.replace(/_n$/, `_${hash.cost}`), passwordHash };
    }
    case 'argon2':
      return { algorithmTypeId: id, passwordHash: argon2Phc(hash) };
    case 'pbkdf2': {
      const { key, iterations } = hash;
      const hData = { salt: hash.salt.text ?? '', iterations: String(iterations), keylen: String(key.length) };
      return { algorithmTypeId: id, passwordHash: base64Of(key), hData };
    }
    case 'digest': {
      const passwordHash = hexOf(hash.value);
      if (hash.position === 'none') return { algorithmTypeId: id, passwordHash };
      return { algorithmTypeId: id, passwordHash, hData: { salt: hash.salt.text ?? '' } };
    }
    case 'hmac':
      return { algorithmTypeId: id, passwordHash: hexOf(hash.value), hData: { salt: hash.key.text ?? '' } };
    case 'prehashed-bcrypt':
    case 'scrypt':
    case 'firebase-scrypt':
    case 'peppered-digest':
    case 'iterated-digest':
    case 'digest-chain':
    case 'self-hmac':
    case 'upgraded-md5':
    case 'jtl':
    case 'phpass':
    case 'unix-crypt':
    case 'shopware-sha256':
    case 'magento-chain':
      return null;
  }
}
