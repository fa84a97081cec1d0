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
import { isDigest } from './phc-text.ts';
import { damaged, found, incomplete, noPassword, type RecognisedHash, unsupported } from './recognised-hash.ts';
import { MAX_ITERATIONS, wholeNumber } from './whole-number.ts';

const GIGYA = "SAP CDC's password";
const AKAMAI = "Akamai's password";
/** Its own `pbkdf2` is SHA-1 with a key of 16 bytes; the length comes from the hash. */
const GIGYA_PBKDF2: Readonly<Record<string, Digest>> = {
  pbkdf2: 'sha1',
  pbkdf2_sha1: 'sha1',
  pbkdf2_sha256: 'sha256',
};

/** What SAP CDC says of a hash, under the names of its export. */
interface GigyaSettings {
  readonly algorithm: string;
  readonly rounds: unknown;
  readonly salt: string;
  readonly format: string;
  /** `pwBinaryHashSalt`: the salt is base64 of bytes, whatever the format says. */
  readonly isBinarySalt: boolean;
}

/** Whether the object has keys of SAP CDC: those of an export, of an import, or of an import with all of them side by side. */
export function isGigyaPassword(object: JsonObject): boolean {
  return ['hashSettings', 'compoundHashedPassword', 'pwHashAlgorithm'].some((key) => Object.hasOwn(object, key));
}

/**
 * SAP CDC (Gigya): `{hash, hashSettings: {algorithm, rounds, salt, format}}`, the algorithm being that of the user, not of
 * the site: accounts that were imported keep theirs until their first login. Files that were made for an import have
 * `hashedPassword` or `compoundHashedPassword`, and `pwHashAlgorithm`, `pwHashSalt`, `pwHashRounds`, `pwHashFormat`.
 */
export function gigyaPassword(object: JsonObject): RecognisedHash {
  const settings = gigyaSettings(objectMember(object, 'hashSettings') ?? object);
  const hash = firstText(object, 'hash', 'hashedPassword', 'compoundHashedPassword');
  if (hash === '') return noPassword('empty');
  const { algorithm } = settings;
  const tagged = namedText(hash, algorithm);
  if (tagged !== null) return tagged;
  if (algorithm === '') return incomplete(GIGYA, 'the algorithm in its hashSettings');
  if (Object.hasOwn(GIGYA_PBKDF2, algorithm)) return gigyaPbkdf2(GIGYA_PBKDF2[algorithm] ?? 'sha1', hash, settings);
  if (isDigest(algorithm)) return gigyaDigest(algorithm, hash, settings);
  return unsupported(`${GIGYA} of an algorithm that is not supported`);
}

function gigyaSettings(object: JsonObject): GigyaSettings {
  const binary = textMember(object, 'pwBinaryHashSalt');
  return {
    algorithm: firstText(object, 'algorithm', 'pwHashAlgorithm').toLowerCase(),
    rounds: member(object, 'rounds') ?? member(object, 'pwHashRounds'),
    salt: binary === '' ? firstText(object, 'salt', 'pwHashSalt') : binary,
    format: firstText(object, 'format', 'pwHashFormat'),
    isBinarySalt: binary !== '',
  };
}

function firstText(object: JsonObject, ...keys: readonly string[]): string {
  return textMember(object, keys.find((key) => textMember(object, key) !== '') ?? '');
}

function gigyaPbkdf2(digest: Digest, hash: string, settings: GigyaSettings): RecognisedHash {
  const key = bytesOfBase64(hash);
  const salt = bytesOfBase64(settings.salt);
  const iterations = wholeNumber(settings.rounds, 1, MAX_ITERATIONS);
  if (key === null || key.length < 16) return damaged(GIGYA);
  if (salt === null) return incomplete(GIGYA, 'its salt');
  if (iterations === null) return incomplete(GIGYA, 'the number of rounds');
  return found({ kind: 'pbkdf2', digest, iterations, salt: byteSalt(salt), key });
}

/** One round of a digest; `format` is a template such as `$salt$password` or `$password:utf16le$salt:base64`. */
function gigyaDigest(digest: Digest, hash: string, settings: GigyaSettings): RecognisedHash {
  const value = bytesOfLength(hash, DIGEST_BYTES[digest]);
  if (value === null) return damaged(GIGYA);
  const rounds = settings.rounds ?? 1;
  if (rounds !== 1 && rounds !== '1' && rounds !== 0) return unsupported(`${GIGYA} of ${digest} with several rounds`);
  const { salt: saltText, format, isBinarySalt } = settings;
  if (saltText === '' && (format === '' || format === '$password'))
    return found({ kind: 'digest', digest, position: 'none', salt: noSalt(), encoding: 'utf8', value });
  if (format === '') return incomplete(GIGYA, 'the format with the position of the salt');
  const template = gigyaTemplate(format);
  if (template === null) return unsupported(`${GIGYA} with a format of more than salt and password`);
  const salt = saltIn(saltText, isBinarySalt ? 'base64' : template.saltEncoding);
  if (salt === null) return incomplete(GIGYA, 'a salt in the encoding that its format names');
  const { position, encoding } = template;
  return found({ kind: 'digest', digest, position, salt, encoding, value });
}

interface Template {
  readonly position: 'prefix' | 'suffix';
  readonly saltEncoding: string;
  readonly encoding: PasswordEncoding;
}

function gigyaTemplate(format: string): Template | null {
  const [, first, firstMode = '', second, secondMode = ''] =
    /^\$(salt|password)(?::([a-z0-9-]+))?\$(salt|password)(?::([a-z0-9-]+))?$/i.exec(format) ?? [];
  if (first === undefined || first === second) return null;
  const prefix = first === 'salt';
  const encoding = passwordEncoding(prefix ? secondMode : firstMode);
  if (encoding === null) return null;
  return { position: prefix ? 'prefix' : 'suffix', saltEncoding: prefix ? firstMode : secondMode, encoding };
}

function passwordEncoding(mode: string): PasswordEncoding | null {
  const name = mode.toLowerCase().replaceAll('-', '');
  if (name === '' || name === 'utf8') return 'utf8';
  return name === 'utf16le' || name === 'latin1' ? name : null;
}

function saltIn(text: string, encoding: string): Salt | null {
  if (text === '') return null;
  if (encoding === '' || encoding === 'utf8') return textSalt(text);
  const bytes = encoding === 'hex' ? bytesOfHex(text) : encoding === 'base64' ? bytesOfBase64(text) : null;
  return bytes === null ? null : byteSalt(bytes);
}

/**
 * Akamai (Janrain): `{type: "password-bcrypt", value}`; `password-md5-salted-right-base64` has a `salt` to the right of
 * the password.
 */
export function akamaiPassword(object: JsonObject): RecognisedHash {
  const value = textMember(object, 'value');
  if (value === '') return noPassword('empty');
  const tagged = namedText(value, textMember(object, 'type'));
  if (tagged !== null) return tagged;
  const [, name = '', side] =
    /^password-(md5|sha1|sha256|sha512)(?:-salted-(left|right))?(?:-(?:base64|hex))?$/.exec(
      textMember(object, 'type').toLowerCase(),
    ) ?? [];
  if (!isDigest(name)) return unsupported(`${AKAMAI} of a type that is not supported`);
  const bytes = bytesOfLength(value, DIGEST_BYTES[name]);
  if (bytes === null) return damaged(AKAMAI);
  const salt = textMember(object, 'salt');
  if (side === undefined && salt === '')
    return found({ kind: 'digest', digest: name, position: 'none', salt: noSalt(), encoding: 'utf8', value: bytes });
  if (side === undefined || salt === '') return incomplete(AKAMAI, 'its salt or the position of the salt');
  const position = side === 'left' ? 'prefix' : 'suffix';
  return found({ kind: 'digest', digest: name, position, salt: textSalt(salt), encoding: 'utf8', value: bytes });
}
