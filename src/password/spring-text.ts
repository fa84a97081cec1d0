import { digestBytes, iterationsOf, saltOf } from './declared-digest.ts';
import type { Reader } from './django-text.ts';
import { bytesOfBase64, bytesOfHex } from './encoded-bytes.ts';
import type { HashParts } from './hash-parts.ts';
import { byteSalt, type Digest, noSalt, type PlainDigest, textSalt } from './password-hash.ts';
import { isScryptCost } from './phc-text.ts';
import { clearText, damaged, found, incomplete, type RecognisedHash, unknown } from './recognised-hash.ts';

const ID = /^\{([^{}]{1,40})\}(.*)$/s;
const SALTED = /^\{([^{}]*)\}(.*)$/s;
const SCRYPT = /^\$([0-9a-f]{5,8})\$([A-Za-z0-9+/]+={0,2})\$([A-Za-z0-9+/]+={0,2})$/;
const V5_8 = '@SpringSecurity_v5_8';
const STANDARD_ROUNDS = 1024;
const STANDARD_SALT = 8;
const KEY = 32;

type Settings = Pick<HashParts, 'secret' | 'iterations'>;

/**
 * `{id}value` of Spring Security's DelegatingPasswordEncoder; its ids are case-sensitive. Null when it is not an id of its own, or when the
 * value could be one of LDAP, which has similar marks. Source: PasswordEncoderFactories and the encoders that it names.
 */
export function springText(text: string, settings: Settings): RecognisedHash | null {
  const [, id = '', rest = ''] = ID.exec(text) ?? [];
  switch (id) {
    case 'MD4':
      return springDigest(rest, 'md4', {});
    case 'MD5':
      return rest.startsWith('{') ? springDigest(rest, 'md5', {}) : null;
    case 'SHA-1':
      return springDigest(rest, 'sha1', {});
    case 'SHA-256':
      return isDigestForm(rest, 'sha256') ? springDigest(rest, 'sha256', {}) : null;
    case 'sha256':
      return rest.length === 2 * (STANDARD_SALT + KEY) ? springStandard(rest, settings) : null;
    case 'pbkdf2':
      return /[:$]/.test(rest) ? null : springPbkdf2(rest, 'sha1', settings);
    case `pbkdf2${V5_8}`:
      return springPbkdf2(rest, 'sha256', settings);
    case 'scrypt':
    case `scrypt${V5_8}`:
      return springScrypt(rest) ?? damaged("Spring's scrypt");
    default:
      return null;
  }
}

/** The same when the mapping declares Spring Security: nothing is read as a mark of LDAP. `inner` reads `$2a$…` and the like. */
export function declaredSpringText(text: string, settings: Settings, inner: Reader): RecognisedHash {
  const [, id = '', rest = ''] = ID.exec(text) ?? [];
  switch (id) {
    case 'bcrypt':
      return rest.startsWith('$2') ? inner(rest) : damaged('bcrypt');
    case 'argon2':
    case `argon2${V5_8}`:
      return rest.startsWith('$argon2') ? inner(rest) : damaged('Argon2');
    case 'noop':
      return clearText();
    case 'ldap':
      // Its encoder compares a text without a mark of LDAP with the password itself.
      return rest.startsWith('{') ? inner(rest) : clearText();
    case 'MD5':
      return springDigest(rest, 'md5', {});
    case 'SHA-256':
      return springDigest(rest, 'sha256', {});
    case 'sha256':
      return springStandard(rest, settings);
    case 'pbkdf2':
      return springPbkdf2(rest, 'sha1', settings);
    default:
      return springText(text, settings) ?? unknown();
  }
}

function isDigestForm(rest: string, digest: PlainDigest): boolean {
  return rest.startsWith('{') || digestBytes(rest, digest) !== null;
}

/** MessageDigestPasswordEncoder: `{salt}` and hexadecimal or base64; the digest is of the password and `{salt}` with its braces. */
export function springDigest(text: string, digest: PlainDigest, parts: Partial<HashParts>): RecognisedHash {
  const [, inline, rest = text] = SALTED.exec(text) ?? [];
  const value = digestBytes(rest, digest);
  if (value === null) return damaged('a digest of Spring Security');
  const column = inline === undefined ? saltOf({ value: null, ...parts }) : textSalt(inline);
  if (column === 'unreadable' || (column !== null && column.text === null))
    return incomplete('a digest of Spring Security', 'a salt that is text');
  if (column === null || column.text === '')
    return found({ kind: 'digest', digest, position: 'none', salt: noSalt(), encoding: 'utf8', value });
  const salt = textSalt(`{${column.text}}`);
  return found({ kind: 'digest', digest, position: 'suffix', salt, encoding: 'utf8', value });
}

/** StandardPasswordEncoder: hexadecimal of 8 bytes of salt and SHA-256, iterated 1,024 times. */
export function springStandard(text: string, { secret }: Settings): RecognisedHash {
  const bytes = bytesOfHex(text);
  if (bytes?.length !== STANDARD_SALT + KEY) return damaged("Spring's StandardPasswordEncoder");
  return found({
    kind: 'iterated-digest',
    digest: 'sha256',
    rounds: STANDARD_ROUNDS,
    position: 'prefix',
    roundInput: 'sum',
    salt: bytes.subarray(0, STANDARD_SALT),
    secret: secret ?? null,
    encoding: 'utf8',
    value: bytes.subarray(STANDARD_SALT),
  });
}

/** Pbkdf2PasswordEncoder: salt (8 bytes, 16 since 5.8) and 32 bytes of key, in hexadecimal or base64. */
export function springPbkdf2(text: string, digest: 'sha1' | 'sha256', settings: Settings): RecognisedHash {
  const bytes = bytesOfHex(text) ?? bytesOfBase64(text);
  const saltBytes = (bytes?.length ?? 0) - KEY;
  if (bytes === null || (saltBytes !== 8 && saltBytes !== 16)) return damaged("Spring's PBKDF2");
  const iterations = iterationsOf({ value: null, ...settings }) ?? DEFAULT_ITERATIONS[digest];
  const secret = settings.secret === undefined ? {} : { secret: settings.secret };
  const salt = byteSalt(bytes.subarray(0, saltBytes));
  return found({ kind: 'pbkdf2', digest, iterations, salt, ...secret, key: bytes.subarray(saltBytes) });
}

const DEFAULT_ITERATIONS: Readonly<Record<Extract<Digest, 'sha1' | 'sha256'>, number>> = {
  sha1: 185_000,
  sha256: 310_000,
};

/** SCryptPasswordEncoder: `$e0801$salt$key`; the number is log2(N), r and p. Null for any other text. */
export function springScrypt(text: string): RecognisedHash | null {
  const [, digits = '', saltText = '', keyText = ''] = SCRYPT.exec(text) ?? [];
  const work = Number.parseInt(digits, 16);
  const [cost, blockSize, parallelism] = [2 ** (work >>> 16), (work >>> 8) & 0xff, work & 0xff];
  const [salt, key] = [bytesOfBase64(saltText), bytesOfBase64(keyText)];
  if (salt === null || key === null || !isScryptCost(cost) || blockSize === 0 || parallelism === 0) return null;
  return found({ kind: 'scrypt', cost, blockSize, parallelism, salt: byteSalt(salt), key });
}
