import { akamaiPassword, gigyaPassword, isGigyaPassword } from './ciam-credentials.ts';
import { auth0Hash, fusionauthUser, oktaHash } from './credential-imports.ts';
import type { HashParts } from './hash-parts.ts';
import { isPlainObject, type JsonObject, member, objectMember, textMember } from './json-object.ts';
import { isKeycloakCredential, keycloakCredential } from './keycloak-credential.ts';
import { noPassword, type RecognisedHash, unknown } from './recognised-hash.ts';

/** Reads a text, with what else is known of the password. */
export type TextReader = (text: string, parts: HashParts) => RecognisedHash;

/** Keys under which systems keep a text that names its own encoding. */
const TEXT_KEYS = [
  ...['passwordHash', 'password_hash', 'hashedPassword', 'hashed_password', 'hash', 'value', 'encoded'],
] as const;

/** Keys that name a hash, in whatever spelling; not those that only describe one. */
const HASH_KEY = /hash|passw|pwd|digest|secret|encoded|^value$/i;
const SETTING_KEY =
  /settings|algorithm|iterations|rounds|salt|format|scheme|type|encoding|hasher|temporary|changed?|date|time|created|updated/i;
/** Keys of a whole record that has its password in it; other keys such as `passwordChangeRequired` hold none. */
const PASSWORD_KEYS = [
  ...['password', 'passwordHash', 'password_hash', 'hashedPassword', 'hashed_password', 'compoundHashedPassword'],
  ...['encryptionScheme', 'encryption_scheme', 'credentials'],
] as const;

/** Keys of a record that are read when a password is made from the record as a whole. */
export const RECORD_KEYS: readonly string[] = [
  ...['factor', 'salt', 'hashSettings', 'custom_password_hash', 'pwHashAlgorithm', 'pwHashSalt', 'pwBinaryHashSalt'],
  ...['pwHashRounds', 'pwHashFormat'],
  ...PASSWORD_KEYS,
  ...TEXT_KEYS,
];

/**
 * Reads an object that holds a password's hash and its parameters, by the keys that each system writes; `readText` reads a
 * plain text in an object. An object whose hash is under a key that is not known still has a password: it is never
 * taken for one without.
 */
export function credentialObject(object: JsonObject, parts: HashParts, readText: TextReader): RecognisedHash {
  const read = byKeys(object, parts, readText);
  if (read.kind !== 'none' || read.why !== 'empty') return read;
  const keys = parts.isRecord ? PASSWORD_KEYS : Object.keys(object).filter(namesHash);
  return keys.some((key) => isFilled(member(object, key))) ? unknown() : read;
}

function byKeys(object: JsonObject, parts: HashParts, readText: TextReader): RecognisedHash {
  if (Object.keys(object).length === 0) return noPassword('empty');
  if (isKeycloakCredential(object)) return keycloakCredential(object);
  if (isGigyaPassword(object)) return gigyaPassword(object);
  if (Object.hasOwn(object, 'encryptionScheme') || Object.hasOwn(object, 'encryption_scheme'))
    return fusionauthUser(object);
  const auth0 = objectMember(object, 'custom_password_hash') ?? object;
  if (textMember(auth0, 'algorithm') !== '' && isPlainObject(member(auth0, 'hash'))) return auth0Hash(auth0);
  if (textMember(object, 'type').startsWith('password-')) return akamaiPassword(object);
  if (textMember(object, 'algorithm') !== '' && textMember(object, 'value') !== '') return oktaHash(object);
  return plainObject(object, parts, readText);
}

/** One text, and perhaps a salt next to it (Firebase). */
function plainObject(object: JsonObject, parts: HashParts, readText: TextReader): RecognisedHash {
  const inner = objectMember(object, 'hashedPassword') ?? object;
  const key = TEXT_KEYS.find((name) => textMember(inner, name) !== '');
  if (key !== undefined)
    return readText(textMember(inner, key), { ...parts, salt: parts.salt ?? member(inner, 'salt') });
  const isEmpty = parts.isRecord || TEXT_KEYS.some((name) => Object.hasOwn(inner, name));
  return isEmpty ? noPassword('empty') : unknown();
}

function namesHash(key: string): boolean {
  return HASH_KEY.test(key) && !SETTING_KEY.test(key);
}

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return typeof value === 'number';
}
