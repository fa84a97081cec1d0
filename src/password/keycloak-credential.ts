import { bytesOfBase64 } from './encoded-bytes.ts';
import { type JsonObject, member, objectMember, textMember } from './json-object.ts';
import { namedText } from './named-text.ts';
import { byteSalt, type Digest, type PasswordHash } from './password-hash.ts';
import { damaged, found, incomplete, noPassword, type RecognisedHash, unsupported } from './recognised-hash.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

const NAME = "Keycloak's credential";
const PBKDF2: Readonly<Record<string, Digest>> = {
  pbkdf2: 'sha1',
  'pbkdf2-sha256': 'sha256',
  'pbkdf2-sha512': 'sha512',
};
const VARIANTS = { id: 'argon2id', i: 'argon2i', d: 'argon2d' } as const;

export function isKeycloakCredential(object: JsonObject): boolean {
  return ['secretData', 'credentialData', 'hashedSaltedValue'].some((key) => Object.hasOwn(object, key));
}

/**
 * A credential of a realm export: since version 8 `secretData` and `credentialData`, both JSON in a text, before that
 * `hashedSaltedValue`, `salt`, `hashIterations` and `algorithm`. `pbkdf2-sha256` has keys of 64 bytes (old) or 32
 * (new): the length is that of the value.
 */
export function keycloakCredential(object: JsonObject): RecognisedHash {
  const type = member(object, 'type');
  if (type !== undefined && textMember(object, 'type').toLowerCase() !== 'password') return noPassword('empty');
  if (Object.hasOwn(object, 'hashedSaltedValue'))
    return hashOf(textMember(object, 'hashedSaltedValue'), textMember(object, 'salt'), object);
  const secret = objectMember(object, 'secretData');
  const settings = objectMember(object, 'credentialData');
  if (secret === null || settings === null) return damaged(NAME);
  return hashOf(textMember(secret, 'value'), textMember(secret, 'salt'), settings);
}

function hashOf(value: string, saltText: string, settings: JsonObject): RecognisedHash {
  const algorithm = textMember(settings, 'algorithm');
  if (algorithm === '') return incomplete(NAME, 'its algorithm');
  const digest = Object.hasOwn(PBKDF2, algorithm) ? PBKDF2[algorithm] : undefined;
  // Extensions write a text of their own into the value, also under the name of an algorithm that Keycloak has itself.
  const tagged = namedText(value, algorithm);
  if (tagged !== null) return tagged;
  if (digest === undefined && algorithm !== 'argon2')
    return unsupported(`${NAME} of an algorithm that is not supported`);
  const key = bytesOfBase64(value);
  const salt = bytesOfBase64(saltText);
  const iterations = wholeNumber(member(settings, 'hashIterations'), 1, MAX_ITERATIONS);
  if (key === null || salt === null) return damaged(NAME);
  if (iterations === null) return incomplete(NAME, 'the number of iterations');
  if (digest !== undefined) return found({ kind: 'pbkdf2', digest, iterations, salt: byteSalt(salt), key });
  const argon2 = argon2Of(settings, iterations, salt, key);
  return argon2 === null ? incomplete(NAME, 'a parameter of Argon2') : found(argon2);
}

function argon2Of(settings: JsonObject, passes: number, salt: Uint8Array, key: Uint8Array): PasswordHash | null {
  const more = objectMember(settings, 'additionalParameters') ?? {};
  const memory = wholeNumber(first(more, 'memory'), 8, MAX_ITERATIONS);
  const parallelism = wholeNumber(first(more, 'parallelism'), 1, 0xff_ffff);
  const type = first(more, 'type');
  const version = first(more, 'version');
  if (memory === null || parallelism === null || memory < 8 * parallelism || salt.length < 8 || key.length < 4)
    return null;
  if ((type !== 'id' && type !== 'i' && type !== 'd') || (version !== '1.3' && version !== '1.0')) return null;
  return {
    kind: 'argon2',
    variant: VARIANTS[type],
    version: version === '1.3' ? 19 : 16,
    memory,
    passes,
    parallelism,
    salt,
    key,
  };
}

/** Keycloak writes each parameter as a list of one. */
function first(object: JsonObject, key: string): unknown {
  const value = member(object, key);
  return Array.isArray(value) ? value[0] : value;
}
