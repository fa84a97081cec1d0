import { desCryptText } from './crypt-text.ts';
import type { Reader } from './django-text.ts';
import { bytesOfAdaptedBase64, bytesOfBase64, bytesOfHex, bytesOfLength } from './encoded-bytes.ts';
import { isshaText, oakDigestText } from './iterated-text.ts';
import {
  byteSalt,
  DIGEST_BYTES,
  type Digest,
  noSalt,
  PLAIN_DIGEST_BYTES,
  type PlainDigest,
  textSalt,
} from './password-hash.ts';
import { atlassianPbkdf2, javaDigest, javaPbkdf2, pbkdf2Of389 } from './pbkdf2-blob.ts';
import { isDigest } from './phc-text.ts';
import { clearText, damaged, found, noPassword, type RecognisedHash, unknown } from './recognised-hash.ts';
import { springText } from './spring-text.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

const SCHEME = /^\{([A-Za-z0-9_@-]{1,40})\}(.*)$/s;
/** Liferay writes the names with a hyphen. */
const DIGESTS: Readonly<Record<string, PlainDigest>> = {
  MD2: 'md2',
  MD5: 'md5',
  SHA: 'sha1',
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  'SHA-256': 'sha256',
  SHA384: 'sha384',
  'SHA-384': 'sha384',
  SHA512: 'sha512',
  'SHA-512': 'sha512',
};
/** `{SHA256}hex:salt` of Joomla, which hashes the salt after the password. */
const JOOMLA = /^([0-9a-f]{64}):([^:]+)$/i;

/**
 * `{SCHEME}…` of LDAP servers, ForgeRock, Spring, Liferay, Joomla, Jackrabbit Oak and others: where they share a mark, the form after it is of
 * one of them only. `dollar` reads a text after the scheme that has a `$id$` prefix.
 * Sources: RFC 2307, OpenLDAP (base64 of digest and salt, the password hashed before the salt), OpenDJ's storage schemes.
 */
export function braceText(text: string, dollar: Reader): RecognisedHash {
  return springText(text, {}) ?? isshaText(text) ?? otherText(text, dollar) ?? ldapText(text, dollar);
}

/** Liferay, Jackrabbit Oak, Atlassian, 389 Directory Server and Joomla; null for a text of another system. */
function otherText(text: string, dollar: Reader): RecognisedHash | null {
  const [, name = '', rest = ''] = SCHEME.exec(text) ?? [];
  const digest = javaDigest(name);
  if (digest !== null) return javaPbkdf2(digest, rest);
  switch (name) {
    case 'PKCS5S2':
      return atlassianPbkdf2(rest);
    case 'PBKDF2_SHA256':
      return pbkdf2Of389(rest);
    case 'ldap':
      return rest.startsWith('{') ? ldapText(rest, dollar) : clearText();
  }
  const plain = DIGESTS[name];
  if (plain === undefined || !isDigest(plain)) return null;
  const [, digits, salt] = (name === 'SHA256' && JOOMLA.exec(rest)) || [];
  const value = bytesOfHex(digits ?? '');
  if (value === null || salt === undefined) return oakDigestText(plain, rest);
  return found({ kind: 'digest', digest: plain, position: 'suffix', salt: textSalt(salt), encoding: 'utf8', value });
}

/** `{SCHEME}…` of RFC 2307 and LDAP servers; `dollar` as for `braceText`. */
export function ldapText(text: string, dollar: Reader): RecognisedHash {
  const [, name = '', rest = ''] = SCHEME.exec(text) ?? [];
  const scheme = name.toUpperCase();
  switch (scheme) {
    case 'CRYPT':
    case 'UFC-CRYPT':
      if (/^[!*x]/.test(rest) || rest === '') return noPassword('unusable');
      return rest.startsWith('$') ? dollar(rest) : (inBase64(rest, '$', dollar) ?? desCryptText(rest));
    case 'BCRYPT':
    case 'BLF-CRYPT':
      return wrapped(rest, '$2', 'bcrypt', dollar);
    case 'ARGON2':
    case 'ARGON2I':
    case 'ARGON2ID':
    case 'ARGON2@SPRINGSECURITY_V5_8':
      return wrapped(rest, '$argon2', 'Argon2', dollar);
    case 'CLEAR':
    case 'CLEARTEXT':
    case 'PLAIN':
    case 'NOOP':
    case 'NONE':
      return clearText();
    case 'SASL':
      return noPassword('elsewhere');
  }
  if (scheme.startsWith('PBKDF2')) return pbkdf2(scheme, rest);
  const unsalted = DIGESTS[scheme];
  if (unsalted !== undefined) return plainDigest(unsalted, rest);
  const salted = scheme.startsWith('S') ? DIGESTS[scheme.slice(1)] : undefined;
  return salted === undefined || !isDigest(salted) ? unknown() : saltedDigest(salted, scheme, rest);
}

/** The text of another encoding, as it is or (Janssen, Gluu) in base64. */
function wrapped(text: string, start: string, name: string, dollar: Reader): RecognisedHash {
  return text.startsWith(start) ? dollar(text) : (inBase64(text, start, dollar) ?? damaged(name));
}

function inBase64(text: string, start: string, dollar: Reader): RecognisedHash | null {
  const inner = Buffer.from(bytesOfBase64(text) ?? []).toString('latin1');
  return inner.startsWith(start) ? dollar(inner) : null;
}

function plainDigest(digest: PlainDigest, text: string): RecognisedHash {
  const value = bytesOfLength(text, PLAIN_DIGEST_BYTES[digest]);
  if (value === null) return damaged(`{${digest.toUpperCase()}}`);
  return found({ kind: 'digest', digest, position: 'none', salt: noSalt(), encoding: 'utf8', value });
}

/** base64 of the digest with the salt behind it. */
function saltedDigest(digest: Digest, scheme: string, text: string): RecognisedHash {
  const bytes = bytesOfBase64(text);
  const length = DIGEST_BYTES[digest];
  if (bytes === null || bytes.length <= length) return damaged(`{${scheme}}`);
  const salt = byteSalt(bytes.subarray(length));
  return found({
    kind: 'digest',
    digest,
    position: 'suffix',
    salt,
    encoding: 'utf8',
    value: bytes.subarray(0, length),
  });
}

const PBKDF2: Readonly<Record<string, Digest>> = {
  PBKDF2: 'sha1',
  'PBKDF2-SHA1': 'sha1',
  'PBKDF2-SHA256': 'sha256',
  'PBKDF2-SHA512': 'sha512',
  'PBKDF2-HMAC-SHA1': 'sha1',
  'PBKDF2-HMAC-SHA256': 'sha256',
  'PBKDF2-HMAC-SHA512': 'sha512',
};

/** OpenLDAP, 389: `iterations$salt$key`. OpenDJ, ForgeRock: `iterations:base64(key, salt)`, the key as long as its digest. */
function pbkdf2(scheme: string, rest: string): RecognisedHash {
  const digest = PBKDF2[scheme];
  if (digest === undefined) return unknown();
  const [, work, separator, first = '', second] =
    /^(\d{1,10})([:$])([A-Za-z0-9+/.]+={0,2})(?:\$([A-Za-z0-9+/.]+={0,2}))?$/.exec(rest) ?? [];
  const iterations = wholeNumber(work, 1, MAX_ITERATIONS);
  if (iterations === null) return damaged(`{${scheme}}`);
  if (separator === ':') {
    const bytes = bytesOfBase64(first);
    const length = DIGEST_BYTES[digest];
    if (bytes === null || bytes.length <= length || second !== undefined) return damaged(`{${scheme}}`);
    const salt = byteSalt(bytes.subarray(length));
    return found({ kind: 'pbkdf2', digest, iterations, salt, key: bytes.subarray(0, length) });
  }
  const salt = bytesOfAdaptedBase64(first);
  const key = bytesOfAdaptedBase64(second ?? '');
  if (salt === null || key === null) return damaged(`{${scheme}}`);
  return found({ kind: 'pbkdf2', digest, iterations, salt: byteSalt(salt), key });
}
