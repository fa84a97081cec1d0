import { aspnetBlob } from './aspnet-blob.ts';
import { credentialObject } from './credential-object.ts';
import { markedText, undeclaredNeos } from './declared-marks.ts';
import { declaredValue } from './declared-value.ts';
import { bytesOfBase64, bytesOfHex } from './encoded-bytes.ts';
import { type HashParts, isDeclaredAlgorithm, needsProof } from './hash-parts.ts';
import { isPlainObject, textMember, tryParseJson } from './json-object.ts';
import { MAGENTO, magentoText } from './magento-text.ts';
import { namedText } from './named-text.ts';
import { DIGEST_BYTES, type PasswordHash } from './password-hash.ts';
import {
  bareDigest,
  damaged,
  found,
  foundAsDeclared,
  noPassword,
  placeholder,
  type RecognisedHash,
  unknown,
  unsupported,
} from './recognised-hash.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

/** SQL tools write `NULL` for an empty value, dumps `\N`. */
const EMPTY: readonly string[] = ['', 'NULL', 'null', '\\N'];
/** Markers that no password matches; Django's `!` and locked Unix accounts have more text after it. */
const UNUSABLE: readonly string[] = ['*', 'x', 'NP', '*LK*', '*NP*', '*0', '*1'];
/** Keycloak's partial export and other masked ones; the base64 is the placeholder in exports of Firebase. */
const PLACEHOLDER = /^(?:\*{3,}|\[?redacted\]?|REDACTED=*|UkVEQUNURUQ9PT0=)$/i;
const SHOPWARE_SHA256 = /^(\d{1,9}):([^:]+):([0-9a-f]{64})$/i;

/**
 * Recognises a password hash from a text that names its encoding, or from its parts. A prefix in the value (`$2b$`,
 * `{SSHA}`, `pbkdf2_sha256$`) counts more than a declared algorithm, which is for values without one; a declared system (`typo3`,
 * `bcrypt-pepper`) says what its prefixes mean. Never throws, and never puts a value into a message.
 */
export function recogniseHash(input: string | HashParts): RecognisedHash {
  const parts: HashParts = typeof input === 'string' ? { value: input } : input;
  const { value } = parts;
  if (value === undefined || value === null) return noPassword('empty');
  const read = typeof value === 'string' ? textHash(value.trim(), parts) : structure(value, parts);
  return read.kind === 'hash' && hasStraySalt(read.hash) ? damaged('a hash with its salt') : read;
}

/** Whether a salt begins or ends with a character without width, which came with a copy: no password would match. */
function hasStraySalt(hash: PasswordHash): boolean {
  return Object.values(hash).some(
    (part) => isPlainObject(part) && typeof part.text === 'string' && STRAY.test(part.text),
  );
}

const STRAY = /^[\u200b-\u200f\u2060\ufeff]|[\u200b-\u200f\u2060\ufeff]$/;

function structure(value: unknown, parts: HashParts): RecognisedHash {
  if (isPlainObject(value)) return credentialObject(value, parts, textHash);
  if (!Array.isArray(value)) return unknown();
  // Keycloak's credentials[] has other credentials, such as one-time-password devices, next to the password.
  const typed = value.length > 0 && value.every((entry) => isPlainObject(entry) && Object.hasOwn(entry, 'type'));
  const passwords = typed ? value.filter(isPassword) : value;
  const [only, ...more] = passwords;
  if (only === undefined || only === null) return noPassword('empty');
  if (more.length > 0) return unsupported('a list of several passwords');
  if (isPlainObject(only)) return credentialObject(only, parts, textHash);
  return typeof only === 'string' ? textHash(only.trim(), parts) : unknown();
}

function isPassword(entry: unknown): boolean {
  return isPlainObject(entry) && textMember(entry, 'type').toLowerCase() === 'password';
}

function textHash(text: string, parts: HashParts): RecognisedHash {
  if (EMPTY.includes(text)) return noPassword('empty');
  const algorithm = parts.algorithm ?? '';
  if (algorithm === 'clear-text' || algorithm === 'encrypted') return declaredValue(text, algorithm, parts);
  if (text.startsWith('!') || UNUSABLE.includes(text)) return noPassword('unusable');
  if (PLACEHOLDER.test(text)) return placeholder();
  if (/^(?:\{\s*["}]|\[)/.test(text)) {
    const value = tryParseJson(text);
    return typeof value === 'object' ? structure(value, parts) : unknown();
  }
  const tagged = isDeclaredAlgorithm(algorithm) ? markedText(text, algorithm, parts) : namedText(text, algorithm);
  if (tagged !== null) return tagged;
  if (algorithm === '' || algorithm === 'auto') return undeclaredNeos(text) ?? shapedText(text);
  if (!isDeclaredAlgorithm(algorithm)) return unsupported('declared as an algorithm that is not known here');
  const declared = declaredValue(text, algorithm, parts);
  if (declared.kind === 'hash') return needsProof(algorithm, parts.secret) ? foundAsDeclared(declared.hash) : declared;
  // Exports of shops mix the encodings of several years in one column.
  const shaped = shapedText(text);
  return shaped.kind === 'hash' ? shaped : declared;
}

/** Texts without a prefix whose form alone shows their encoding. */
function shapedText(text: string): RecognisedHash {
  if (MAGENTO.test(text)) return magentoText(text);
  const [, rounds, salt = '', digits = ''] = SHOPWARE_SHA256.exec(text) ?? [];
  const iterations = wholeNumber(rounds, 1, MAX_ITERATIONS);
  const value = bytesOfHex(digits);
  if (iterations !== null && value !== null) return found({ kind: 'shopware-sha256', iterations, salt, value });
  return aspnetBlob(text) ?? (looksBare(text) ? bareDigest() : unknown());
}

function looksBare(text: string): boolean {
  const [digits = '', ...salt] = text.replace(/^(?:0x|\*)/i, '').split(':');
  const bytes = bytesOfHex(digits) ?? (salt.length === 0 ? bytesOfBase64(digits) : null);
  return bytes !== null && Object.values<number>(DIGEST_BYTES).includes(bytes.length);
}
