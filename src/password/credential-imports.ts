import { bcryptText } from './crypt-text.ts';
import { bytesOfBase64, bytesOfHex, bytesOfLength } from './encoded-bytes.ts';
import { type JsonObject, member, objectMember, textMember } from './json-object.ts';
import { namedText } from './named-text.ts';
import {
  byteSalt,
  DIGEST_BYTES,
  type Digest,
  noSalt,
  type PasswordEncoding,
  type Salt,
  textSalt,
} from './password-hash.ts';
import { isDigest, isScryptCost } from './phc-text.ts';
import { damaged, found, incomplete, noPassword, type RecognisedHash, unsupported } from './recognised-hash.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

const FUSIONAUTH = "FusionAuth's password";
const OKTA = "Okta's password";
const AUTH0 = "Auth0's password";
const FUSIONAUTH_PBKDF2: Readonly<Record<string, Digest>> = {
  'salted-pbkdf2-hmac-sha256': 'sha256',
  'salted-pbkdf2-hmac-sha256-512': 'sha256',
  'salted-pbkdf2-hmac-sha512-512': 'sha512',
};

/** FusionAuth: `{encryptionScheme, factor, salt, password}`; bcrypt in three parts, PBKDF2 with base64. */
export function fusionauthUser(object: JsonObject): RecognisedHash {
  const scheme = textMember(object, 'encryptionScheme') || textMember(object, 'encryption_scheme');
  const password = textMember(object, 'password');
  const salt = textMember(object, 'salt');
  if (password === '') return scheme === '' && salt === '' ? noPassword('empty') : incomplete(FUSIONAUTH, 'its hash');
  if (scheme === '') return incomplete(FUSIONAUTH, 'its encryptionScheme');
  if (scheme === 'bcrypt')
    return password.startsWith('$2') ? bcryptText(password) : joined(member(object, 'factor'), salt, password);
  const digest = Object.hasOwn(FUSIONAUTH_PBKDF2, scheme) ? FUSIONAUTH_PBKDF2[scheme] : undefined;
  if (digest === undefined)
    return namedText(password, scheme) ?? unsupported(`${FUSIONAUTH} of a scheme that is not supported`);
  return pbkdf2(FUSIONAUTH, digest, password, salt, member(object, 'factor'));
}

/** What Okta's import takes: `{algorithm, value, salt, saltOrder, workFactor, iterationCount, digestAlgorithm}`. */
export function oktaHash(object: JsonObject): RecognisedHash {
  const algorithm = textMember(object, 'algorithm').toUpperCase();
  const value = textMember(object, 'value');
  const salt = textMember(object, 'salt');
  const tagged = namedText(value, algorithm);
  if (tagged !== null) return tagged;
  if (algorithm === 'BCRYPT') return joined(member(object, 'workFactor'), salt, value);
  if (algorithm === 'PBKDF2') {
    const digest = textMember(object, 'digestAlgorithm')
      .replace(/_HMAC$/, '')
      .toLowerCase();
    if (!isDigest(digest)) return unsupported(`${OKTA} of an algorithm that is not supported`);
    return pbkdf2(OKTA, digest, value, salt, member(object, 'iterationCount'));
  }
  const digest = algorithm.replace('-', '').toLowerCase();
  if (!isDigest(digest)) return unsupported(`${OKTA} of an algorithm that is not supported`);
  const bytes = bytesOfLength(value, DIGEST_BYTES[digest]);
  if (bytes === null) return damaged(OKTA);
  if (salt === '')
    return found({ kind: 'digest', digest, position: 'none', salt: noSalt(), encoding: 'utf8', value: bytes });
  const order = textMember(object, 'saltOrder').toUpperCase();
  const saltBytes = bytesOfBase64(salt);
  if (saltBytes === null || (order !== 'PREFIX' && order !== 'POSTFIX')) return incomplete(OKTA, 'a salt or its order');
  const position = order === 'PREFIX' ? 'prefix' : 'suffix';
  return found({ kind: 'digest', digest, position, salt: byteSalt(saltBytes), encoding: 'utf8', value: bytes });
}

/** `custom_password_hash` of Auth0's import. */
export function auth0Hash(object: JsonObject): RecognisedHash {
  const algorithm = textMember(object, 'algorithm').toLowerCase();
  const hash = objectMember(object, 'hash') ?? {};
  const text = textMember(hash, 'value');
  const tagged = namedText(text, algorithm);
  if (tagged !== null) return tagged;
  if (text === '') return noPassword('empty');
  const salt = objectMember(object, 'salt');
  const given = salt === null ? null : saltOf(salt);
  if (given === 'unreadable') return incomplete(AUTH0, 'a salt in the encoding that it names');
  const name = textMember(objectMember(object, 'password') ?? {}, 'encoding').toLowerCase();
  const encoding = passwordEncoding(name);
  if (encoding === null) return unsupported(`${AUTH0} of an encoding that is not supported`);
  if (algorithm === 'scrypt') return auth0Scrypt(object, text, given);
  if (algorithm === 'hmac') return given === null ? auth0Hmac(hash, text, encoding) : unsupported('HMAC with a salt');
  if (!isDigest(algorithm)) return unsupported(`${AUTH0} of an algorithm that is not supported`);
  const value = bytesOfLength(text, DIGEST_BYTES[algorithm]);
  if (value === null) return damaged(AUTH0);
  const after = textMember(salt ?? {}, 'position') === 'suffix';
  const position = given === null ? 'none' : after ? 'suffix' : 'prefix';
  return found({ kind: 'digest', digest: algorithm, position, salt: given ?? noSalt(), encoding, value });
}

function auth0Scrypt(object: JsonObject, text: string, salt: Salt | null): RecognisedHash {
  const cost = wholeNumber(member(object, 'cost') ?? 16384, 2, 2 ** 31);
  const blockSize = wholeNumber(member(object, 'blockSize') ?? 8, 1, 0xffff);
  const parallelism = wholeNumber(member(object, 'parallelization') ?? 1, 1, 0xffff);
  const keylen = wholeNumber(member(object, 'keylen'), 8, 1024);
  if (keylen === null || salt === null) return incomplete(AUTH0, 'its salt or the length of the key');
  const key = bytesOfLength(text, keylen);
  if (key === null || cost === null || !isScryptCost(cost) || blockSize === null || parallelism === null)
    return damaged(AUTH0);
  return found({ kind: 'scrypt', cost, blockSize, parallelism, salt, key });
}

function auth0Hmac(hash: JsonObject, text: string, encoding: PasswordEncoding): RecognisedHash {
  const digest = textMember(hash, 'digest').toLowerCase();
  const key = saltOf(objectMember(hash, 'key') ?? {});
  if (!isDigest(digest)) return unsupported('HMAC on a digest that is not supported');
  if (key === 'unreadable') return incomplete('HMAC', 'its key');
  const value = bytesOfLength(text, DIGEST_BYTES[digest]);
  return value === null ? damaged('HMAC') : found({ kind: 'hmac', digest, key, encoding, value });
}

/** `{value, encoding}`, the encoding being utf8 unless given. */
function saltOf(object: JsonObject): Salt | 'unreadable' {
  const value = member(object, 'value');
  if (typeof value !== 'string' || value === '') return 'unreadable';
  const encoding = textMember(object, 'encoding').toLowerCase();
  if (encoding === '' || encoding === 'utf8') return textSalt(value);
  const bytes = encoding === 'hex' ? bytesOfHex(value) : encoding === 'base64' ? bytesOfBase64(value) : null;
  return bytes === null ? 'unreadable' : byteSalt(bytes);
}

function passwordEncoding(name: string): PasswordEncoding | null {
  if (name === '' || name === 'utf8' || name === 'ascii') return 'utf8';
  if (name === 'utf16le' || name === 'ucs2') return 'utf16le';
  return name === 'latin1' || name === 'binary' ? 'latin1' : null;
}

function pbkdf2(name: string, digest: Digest, value: string, saltText: string, factor: unknown): RecognisedHash {
  const key = bytesOfBase64(value);
  const salt = bytesOfBase64(saltText);
  const iterations = wholeNumber(factor, 1, MAX_ITERATIONS);
  if (key === null || key.length < 8) return damaged(name);
  if (salt === null || iterations === null) return incomplete(name, 'its salt or the number of iterations');
  return found({ kind: 'pbkdf2', digest, iterations, salt: byteSalt(salt), key });
}

/** bcrypt in three parts: cost, 22 characters of salt, 31 of hash. */
function joined(factor: unknown, salt: string, hash: string): RecognisedHash {
  const cost = wholeNumber(factor, 4, 31);
  if (cost === null || salt === '') return incomplete('bcrypt', 'its salt or its cost');
  return bcryptText(`$2b$${String(cost).padStart(2, '0')}$${salt}${hash}`);
}
