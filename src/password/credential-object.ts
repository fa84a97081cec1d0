import { akamaiPassword, gigyaPassword } from './ciam-credentials.ts';
import { auth0Hash, fusionauthUser, oktaHash } from './credential-imports.ts';
import type { HashParts } from './hash-parts.ts';
import { isPlainObject, type JsonObject, member, objectMember, textMember } from './json-object.ts';
import { isKeycloakCredential, keycloakCredential } from './keycloak-credential.ts';
import { noPassword, type RecognisedHash, unknown } from './recognised-hash.ts';

/** Reads a text, with what else is known of the password. */
export type TextReader = (text: string, parts: HashParts) => RecognisedHash;

/** Keys under which systems keep a text that names its own encoding. */
const TEXT_KEYS = ['passwordHash', 'password_hash', 'hashed_password', 'hash', 'value', 'encoded'] as const;

/**
 * Reads an object that holds a password's hash and its parameters, by the keys that each system writes; `readText` reads a
 * plain text in an object.
 */
export function credentialObject(object: JsonObject, parts: HashParts, readText: TextReader): RecognisedHash {
  if (Object.keys(object).length === 0) return noPassword('empty');
  if (isKeycloakCredential(object)) return keycloakCredential(object);
  if (Object.hasOwn(object, 'hashSettings')) return gigyaPassword(object);
  if (Object.hasOwn(object, 'encryptionScheme')) return fusionauthUser(object);
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
  return TEXT_KEYS.some((name) => Object.hasOwn(inner, name)) ? noPassword('empty') : unknown();
}
