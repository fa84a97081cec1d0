import { bytesOfBase64 } from './encoded-bytes.ts';
import { textSalt } from './password-hash.ts';
import { isDigest, isScryptCost } from './phc-text.ts';
import { damaged, found, foundInSystemForm, type RecognisedHash } from './recognised-hash.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

/** Reads the text after a prefix of Django or LDAP, which has another encoding: `$2b$…`. */
export type Reader = (text: string) => RecognisedHash;

/**
 * Django's `algorithm$…`; null when the text does not begin with one. Its salts are texts that are used as written.
 * Source: django.contrib.auth.hashers.
 */
export function djangoText(text: string, inner: Reader): RecognisedHash | null {
  const end = text.indexOf('$');
  switch (text.slice(0, Math.max(0, end))) {
    case 'pbkdf2_sha256':
    case 'pbkdf2_sha1':
    case 'pbkdf2_sha512':
      return pbkdf2(text.split('$'));
    case 'scrypt':
      return scrypt(text.split('$'));
    // Django only puts its own name before the text of another encoding.
    case 'argon2':
      return text.startsWith('argon2$argon2') ? inner(text.slice('argon2'.length)) : damaged('Argon2');
    case 'bcrypt':
      return text.startsWith('bcrypt$$2') ? inner(text.slice('bcrypt$'.length)) : damaged('bcrypt');
    default:
      return null;
  }
}

/** `pbkdf2_sha256$iterations$salt$hash`. */
function pbkdf2([name = '', work, salt = '', keyText = '', ...more]: readonly string[]): RecognisedHash {
  const digest = name.slice('pbkdf2_'.length);
  const iterations = wholeNumber(work, 1, MAX_ITERATIONS);
  const key = bytesOfBase64(keyText);
  if (!isDigest(digest) || iterations === null || key === null || salt === '' || more.length > 0)
    return damaged("Django's PBKDF2");
  return foundInSystemForm({ kind: 'pbkdf2', digest, iterations, salt: textSalt(salt), key });
}

/** `scrypt$N$salt$r$p$hash`. */
function scrypt([, n, salt = '', r, p, keyText = '', ...more]: readonly string[]): RecognisedHash {
  const cost = wholeNumber(n, 2, 2 ** 31);
  const blockSize = wholeNumber(r, 1, 0xffff);
  const parallelism = wholeNumber(p, 1, 0xffff);
  const key = bytesOfBase64(keyText);
  if (cost === null || !isScryptCost(cost) || blockSize === null || parallelism === null)
    return damaged("Django's scrypt");
  if (key === null || salt === '' || more.length > 0) return damaged("Django's scrypt");
  return found({ kind: 'scrypt', cost, blockSize, parallelism, salt: textSalt(salt), key });
}
