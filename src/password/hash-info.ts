import type { PasswordHashInfo } from '../user/cidaas-user.ts';
import { bytesOfHex, bytesOfLength } from './encoded-bytes.ts';
import { DIGEST_BYTES, type Digest, noSalt, type PasswordHash, textSalt } from './password-hash.ts';
import { recogniseHash } from './recognise.ts';
import { wholeNumber } from './whole-number.ts';

/** One way to read what is sent; `assumed` names the detail that cidaas does not document and that this reading assumes. */
export interface HashReading {
  readonly hash: PasswordHash;
  /** A clause ("the tenant puts the salt before the password"), or null when there is only one way. */
  readonly assumed: string | null;
}

/**
 * Reads what would be sent back into hashes, so that passwords are checked against that and not against the source's value.
 * Where cidaas's documentation leaves a detail open (PBKDF2's digest, the salt's position), each possibility is a reading of its
 * own, the most likely first. Empty when only the tenant or its verifier can read it.
 */
export function readHashInfo({ algorithmTypeId: id, passwordHash, hData }: PasswordHashInfo): readonly HashReading[] {
  const upper = id.toUpperCase();
  if (upper.startsWith('CUSTOM')) return textReading(passwordHash, null);
  const bcrypt = /^BCRYPT_(\d+)$/.exec(upper);
  if (bcrypt !== null)
    return textReading(
      passwordHash,
      ({ kind, ...hash }) => kind === 'bcrypt' && 'cost' in hash && hash.cost === Number(bcrypt[1]),
    );
  if (upper.startsWith('ARGON')) return textReading(passwordHash, ({ kind }) => kind === 'argon2');
  const named = digestIn(upper);
  if (upper.startsWith('PBKDF2')) return pbkdf2Readings(passwordHash, hData, named);
  if (upper.startsWith('HMAC')) return hmacReadings(passwordHash, hData?.salt, named);
  return named === null ? [] : digestReadings(passwordHash, hData?.salt, named);
}

function textReading(text: string, fits: ((hash: PasswordHash) => boolean) | null): readonly HashReading[] {
  const recognised = recogniseHash(text);
  if (recognised.kind !== 'hash' || fits?.(recognised.hash) === false) return [];
  return [{ hash: recognised.hash, assumed: null }];
}

/** `SHA256`, `HMAC-SHA-256` and so on. */
function digestIn(id: string): Digest | null {
  const name = /(MD5|SHA-?1|SHA-?256|SHA-?384|SHA-?512)$/.exec(id.replaceAll('_', '-'))?.[1];
  switch (name?.replace('-', '')) {
    case 'MD5':
      return 'md5';
    case 'SHA1':
      return 'sha1';
    case 'SHA256':
      return 'sha256';
    case 'SHA384':
      return 'sha384';
    case 'SHA512':
      return 'sha512';
    default:
      return null;
  }
}

function pbkdf2Readings(text: string, hData: PasswordHashInfo['hData'], named: Digest | null): readonly HashReading[] {
  const iterations = wholeNumber(hData?.iterations, 1, 999_999_999);
  const keylen = wholeNumber(hData?.keylen, 1, 4096);
  const key = keylen === null ? null : bytesOfLength(text, keylen);
  const salt = hData?.salt;
  if (iterations === null || key === null || salt === undefined) return [];
  const digests: readonly Digest[] = named === null ? ['sha256', 'sha1', 'sha512'] : [named];
  return digests.map((digest) => ({
    hash: { kind: 'pbkdf2', digest, iterations, salt: textSalt(salt), key },
    assumed: named === null ? `the tenant's PBKDF2 uses ${digest.toUpperCase().replace('SHA', 'SHA-')}` : null,
  }));
}

function hmacReadings(text: string, salt: string | undefined, digest: Digest | null): readonly HashReading[] {
  if (digest === null || salt === undefined) return [];
  const value = bytesOfLength(text, DIGEST_BYTES[digest]);
  if (value === null) return [];
  return [
    {
      hash: { kind: 'hmac', digest, key: textSalt(salt), encoding: 'utf8', value },
      assumed: 'the tenant takes the salt as the key of the HMAC',
    },
  ];
}

function digestReadings(text: string, salt: string | undefined, digest: Digest): readonly HashReading[] {
  const value = bytesOfHex(text);
  if (value?.length !== DIGEST_BYTES[digest]) return [];
  if (salt === undefined || salt === '')
    return [
      { hash: { kind: 'digest', digest, position: 'none', salt: noSalt(), encoding: 'utf8', value }, assumed: null },
    ];
  return (['prefix', 'suffix'] as const).map((position) => ({
    hash: { kind: 'digest', digest, position, salt: textSalt(salt), encoding: 'utf8', value },
    assumed: `the tenant puts the salt ${position === 'prefix' ? 'before' : 'after'} the password`,
  }));
}
