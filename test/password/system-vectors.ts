import { readFileSync } from 'node:fs';
import type { HashParts } from '../../src/password/hash-parts.ts';
import type { HashVector } from './hash-vectors.ts';

/** One entry of the file; what a family needs besides its hash is under keys of its own. */
interface SystemVector {
  readonly source: string;
  readonly family: string;
  readonly password: string;
  readonly hash?: string;
  readonly hash_hex?: string;
  readonly salt?: string;
  readonly salt_hex?: string;
  readonly salt_b64?: string;
  readonly uid?: string;
  readonly system_salt?: string;
  readonly pepper?: string;
  readonly iterations?: number;
}

interface Reading {
  readonly input: string | HashParts;
  readonly algorithm: string;
  readonly route?: 'native';
  readonly secret?: string;
}

/** Known passwords of further systems, read as a mapping for that system declares them. */
export function systemVectors(): readonly HashVector[] {
  const path = new URL('../fixtures/hash-vectors-systems.json', import.meta.url);
  const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as { vectors: readonly SystemVector[] };
  return vectors.map((vector) => {
    const { input, algorithm, route = 'custom', secret } = readingOf(vector);
    return {
      ...{ name: vector.source, password: vector.password, input, algorithm, route, uncheckable: false },
      secrets: secret === undefined ? {} : { named: new Map([[secretId(vector.family), Buffer.from(secret)]]) },
    };
  });
}

function secretId(family: string): string {
  return `${family}-secret`;
}

function readingOf(vector: SystemVector): Reading {
  const { family, hash = '', hash_hex: hex = '' } = vector;
  const declared = (algorithm: string, more: Partial<HashParts> = {}): HashParts => ({
    value: hash || hex,
    algorithm,
    ...more,
  });
  switch (family) {
    case 'typo3-bcrypt':
      return { input: declared('typo3'), algorithm: 'bcrypt-sha384-base64' };
    case 'typo3-M':
      return { input: declared('typo3'), algorithm: 'upgraded-md5' };
    case 'oxid-md5':
      return { input: declared('oxid', { salt: vector.salt_hex }), algorithm: 'md5-salted' };
    case 'oxid-sha512':
      return { input: declared('oxid', { salt: vector.salt }), algorithm: 'sha512-salted' };
    case 'sap-commerce':
      return {
        input: declared('sap-commerce', { salt: vector.uid, secret: secretId(family) }),
        algorithm: 'peppered-digest',
        secret: vector.system_salt ?? '',
      };
    case 'spring-digest':
      return { input: hash.startsWith('{THIS') ? declared('spring-md5') : hash, algorithm: nameIn(hash, SPRING) };
    case 'spring-standard':
      return { input: hash, algorithm: 'iterated-digest' };
    case 'spring-pbkdf2':
      return { input: hash.startsWith('{') ? hash : declared('spring-pbkdf2'), algorithm: 'pbkdf2-sha1' };
    case 'joomla':
      return {
        input: declared('md5', { saltPosition: 'suffix' }),
        algorithm: hash.startsWith('{SHA256}') ? 'sha256-salted' : 'md5-salted',
      };
    case 'jtl':
      return { input: declared('jtl'), algorithm: 'jtl' };
    case 'oscommerce':
      return { input: declared('md5', { saltPosition: 'prefix' }), algorithm: 'md5-salted' };
    case 'modified':
      return { input: declared('modified'), algorithm: 'phpass-sha1' };
    case 'woltlab':
      return { input: declared('woltlab'), algorithm: hash.startsWith('$2') ? 'bcrypt-double' : 'digest-chain' };
    case 'symfony':
      if (vector.iterations === undefined) return { input: hash, algorithm: 'sha512-crypt' };
      return {
        input: declared('pbkdf2-sha256', { saltPosition: 'none', iterations: vector.iterations }),
        algorithm: 'pbkdf2-sha256',
      };
    case 'symfony-digest':
      return { input: declared('symfony-sha512', { salt: vector.salt }), algorithm: 'iterated-digest' };
    case 'devise':
      return {
        input: declared('bcrypt-pepper', { secret: secretId(family) }),
        algorithm: 'bcrypt-pepper',
        secret: vector.pepper ?? '',
      };
    case 'aspnet-membership':
      return { input: declared('aspnet-membership-sha1', { salt: vector.salt_b64 }), algorithm: 'sha1-salted' };
    case 'umbraco':
      return { input: declared('umbraco'), algorithm: 'self-hmac' };
    default:
      return { input: hash, ...markedReading(hash) };
  }
}

const SPRING = [
  [/^\{MD5\}|^\{THIS/, 'md5-salted'],
  [/^\{SHA-256\}/, 'sha256-salted'],
] as const;

/** By the mark, which is enough for these. */
const MARKS = [
  [/^\{?[a-z]*\}?\$2[ay]\$/i, 'bcrypt', 'native'],
  [/^\{argon2\}/, 'argon2d', 'native'],
  [/^\{SHA\}/, 'sha1', 'native'],
  [/^\{SHA-384\}/, 'sha384'],
  [/^\{SSHA\}/, 'sha1-salted'],
  [/^\{UFC-CRYPT\}/, 'des-crypt'],
  [/^\{(?:PBKDF2WithHmacSHA1|PKCS5S2)\}|^\$pbkdf2\$/, 'pbkdf2-sha1'],
  [/^\$pbkdf2-sha256\$|^\{PBKDF2_SHA256\}/, 'pbkdf2-sha256'],
  [/^\{scrypt\}|^\$scrypt\$/, 'scrypt'],
  [/^\{(?:SHA-256\}[0-9a-f]+-|x-issha)/, 'iterated-digest'],
  [/^\$S\$/, 'phpass-sha512'],
  [/^\$P\$/, 'phpass'],
  [/^\$\w{8}\$[0-9a-f]{40}$/, 'sha1-salted'],
] as const;

function markedReading(hash: string): Pick<Reading, 'algorithm' | 'route'> {
  const [, algorithm = '?', route] = MARKS.find(([mark]) => mark.test(hash)) ?? [];
  return { algorithm, ...(route !== undefined && { route }) };
}

function nameIn(hash: string, names: readonly (readonly [RegExp, string])[]): string {
  return names.find(([mark]) => mark.test(hash))?.[1] ?? '?';
}
