import { bcryptText } from './crypt-text.ts';
import { declaredDigest, declaredHmac, declaredPbkdf2, digestBytes, isPlainDigest } from './declared-digest.ts';
import { bytesOfBase64 } from './encoded-bytes.ts';
import type { DeclaredAlgorithm, HashParts } from './hash-parts.ts';
import { earlyMagentoText, MAGENTO, magentoText } from './magento-text.ts';
import { type Digest, noSalt, textSalt } from './password-hash.ts';
import { isDigest } from './phc-text.ts';
import {
  clearText,
  damaged,
  found,
  incomplete,
  placeholder,
  type RecognisedHash,
  unknown,
  unsupported,
} from './recognised-hash.ts';
import { springDigest } from './spring-text.ts';
import { membershipValue, symfonyValue, systemValue } from './system-value.ts';
import { wholeNumber } from './whole-number.ts';

/** Reads a value that does not name its encoding as what the mapping declares. `text` is trimmed and not empty. */
export function declaredValue(text: string, algorithm: DeclaredAlgorithm, parts: HashParts): RecognisedHash {
  switch (algorithm) {
    case 'bcrypt':
      return splitBcrypt(text, parts);
    case 'firebase-scrypt':
      return firebaseScrypt(text, parts);
    case 'shopware-md5':
      return digestAndSalt(text, 'md5', 'suffix', 'a hash of Shopware');
    case 'magento':
      // A version in the value counts more than the mapping: it must not be read as a part of the salt.
      return MAGENTO.test(text) ? magentoText(text) : earlyMagentoText(text);
    case 'clear-text':
      return clearText();
    case 'encrypted':
      return unsupported('a password that the source encrypted with a key of its own');
  }
  if (isPlainDigest(algorithm)) return MAGENTO.test(text) ? magentoText(text) : declaredDigest(text, algorithm, parts);
  const [, family = '', name = ''] =
    /^(hmac|pbkdf2|symfony|spring|aspnet-membership(?:-hmac)?)-(\w+)$/.exec(algorithm) ?? [];
  if (family === 'spring' && isPlainDigest(name)) return springDigest(text, name, parts);
  if (!isDigest(name)) return systemValue(text, algorithm, parts);
  switch (family) {
    case 'hmac':
      return declaredHmac(text, name, parts);
    case 'pbkdf2':
      return declaredPbkdf2(text, name, parts);
    case 'symfony':
      return symfonyValue(text, name, parts);
    case 'aspnet-membership':
    case 'aspnet-membership-hmac':
      return membershipValue(text, name, family === 'aspnet-membership-hmac', parts);
    default:
      return unknown();
  }
}

/** Salt and hash in columns of their own, as FusionAuth and Okta have them. */
function splitBcrypt(text: string, parts: HashParts): RecognisedHash {
  const salt = trimmed(parts.salt);
  const cost = wholeNumber(trimmed(parts.iterations), 4, 31);
  if (cost === null || typeof salt !== 'string' || salt === '') return incomplete('bcrypt', 'its salt or its cost');
  return bcryptText(`$2b$${String(cost).padStart(2, '0')}$${salt}${text}`);
}

function firebaseScrypt(text: string, { salt, firebase }: HashParts): RecognisedHash {
  const name = "Firebase's scrypt";
  const value = bytesOfBase64(text);
  const saltText = trimmed(salt);
  if (value === null) return damaged(name);
  if (firebase === undefined) return incomplete(name, "the project's hash parameters");
  const bytes = typeof saltText === 'string' ? bytesOfBase64(saltText) : null;
  if (bytes === null) return incomplete(name, 'its salt in base64');
  const { blockSize, memCost, separator } = firebase;
  // A masked export of Firebase has a short text instead of a hash: a hash is as long as the signer key.
  if (value.length < 32) return placeholder();
  return found({
    kind: 'firebase-scrypt',
    cost: 2 ** memCost,
    blockSize,
    salt: bytes,
    separator,
    value,
    signerKey: null,
  });
}

/** `hash` or `hash:salt`. */
function digestAndSalt(text: string, name: Digest, position: 'prefix' | 'suffix', what: string): RecognisedHash {
  const end = text.indexOf(':');
  const value = digestBytes(end < 0 ? text : text.slice(0, end), name);
  const salt = end < 0 ? '' : text.slice(end + 1);
  if (value === null) return damaged(what);
  if (salt === '')
    return found({ kind: 'digest', digest: name, position: 'none', salt: noSalt(), encoding: 'utf8', value });
  return found({ kind: 'digest', digest: name, position, salt: textSalt(salt), encoding: 'utf8', value });
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
