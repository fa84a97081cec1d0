import type { AlgorithmName } from '../../src/password/algorithm.ts';

/**
 * What a verifier receives as `passwordHash` for an algorithm. `salt`, `hash`, `key` and `separator` stand for base64 without
 * padding, `…` for everything else that changes.
 */
export function packedForm(algorithm: AlgorithmName): string {
  switch (algorithm) {
    case 'bcrypt':
      return '$2b$…';
    case 'bcrypt-wordpress':
      return '$wp$2y$…';
    case 'bcrypt-django-sha256':
      return 'bcrypt_sha256$$2b$…';
    case 'bcrypt-md5-hex':
    case 'bcrypt-sha1-hex':
    case 'bcrypt-sha256-hex':
    case 'bcrypt-sha512-hex':
    case 'bcrypt-sha384-base64':
    case 'bcrypt-long-sha512':
    case 'bcrypt-double':
      return `$bcrypt$pre=${algorithm.slice('bcrypt-'.length)}$2b$…`;
    case 'bcrypt-hmac-sha256':
    case 'bcrypt-pepper':
      return `$bcrypt$pre=${algorithm.slice('bcrypt-'.length)},secret=…$2b$…`;
    case 'peppered-digest':
      return '$peppered-…$secret=…,at=…,pw=…$before$after$hash';
    case 'iterated-digest':
      return '$iterated-…$i=…,salt=…,round=…,pw=…$salt$hash';
    case 'digest-chain':
      return '$chain-…$v=…$salt$hash';
    case 'self-hmac':
      return '$selfhmac-…$pw=…$$hash';
    case 'phpass-sha1':
      return '$Q$…';
    case 'phpass-sha512':
      return '$S$…';
    case 'upgraded-md5':
      return 'M$P$…';
    case 'jtl':
      return '$jtl$v=1$$hash';
    case 'argon2id':
    case 'argon2i':
    case 'argon2d':
      return `$${algorithm}$v=…$m=…,t=…,p=…$salt$hash`;
    case 'scrypt':
      return '$scrypt$ln=…,r=…,p=…$salt$hash';
    case 'firebase-scrypt':
      return '$firescrypt$ln=…,r=…,p=1$salt$hash$separator';
    case 'phpass':
      return '$P$…';
    case 'md5-crypt':
      return '$1$…';
    case 'sha256-crypt':
      return '$5$…';
    case 'sha512-crypt':
      return '$6$…';
    case 'des-crypt':
      return '{CRYPT}…';
    case 'shopware-sha256':
      return '$shopware-sha256$i=…$salt$hash';
    case 'magento-chain':
      return '$magento$v=…$salt$hash';
    default:
      return digestForm(algorithm);
  }
}

function digestForm(algorithm: string): string {
  if (algorithm.startsWith('pbkdf2-')) return `$${algorithm}$i=…,l=…$salt$hash`;
  if (algorithm.startsWith('hmac-')) return `$${algorithm}$pw=…$key$hash`;
  const [digest, salted] = algorithm.split('-');
  return salted === undefined ? `$digest-${digest}$salt=none,pw=…$$hash` : `$digest-${digest}$salt=…,pw=…$salt$hash`;
}
