import { declaredDigest, declaredPbkdf2, digestBytes, iterationsOf, saltOf } from './declared-digest.ts';
import { bytesOfBase64, bytesOfHex } from './encoded-bytes.ts';
import type { DeclaredAlgorithm, HashParts } from './hash-parts.ts';
import { byteSalt, DIGEST_BYTES, type Digest, textSalt } from './password-hash.ts';
import { clearText, damaged, found, incomplete, type RecognisedHash, unknown } from './recognised-hash.ts';
import { jtlText } from './shop-text.ts';
import { springPbkdf2, springStandard } from './spring-text.ts';
import { vbulletinText, wcf1Text } from './woltlab-text.ts';

const SECRET = 'the name of the secret (`secret`)';

/** Reads a value without a mark of its own as the declared system writes it. */
export function systemValue(text: string, algorithm: DeclaredAlgorithm, parts: HashParts): RecognisedHash {
  switch (algorithm) {
    case 'oxid':
      return oxidValue(text, parts);
    case 'sap-commerce':
      return sapCommerceValue(text, parts);
    case 'jtl':
      return text.length === 32 ? declaredDigest(text, 'md5', { value: text }) : jtlText(text);
    case 'modified':
      return declaredDigest(text, 'md5', { value: text, saltPosition: 'prefix' });
    case 'woltlab':
      return wcf1Text(text);
    case 'vbulletin':
      return vbulletinText(withColumn(text, parts));
    case 'neos':
      return neosValue(text, parts);
    case 'umbraco':
      return umbracoValue(text);
    case 'better-auth':
      return betterAuthValue(text);
    case 'spring-standard':
      return springStandard(text, parts);
    case 'spring-pbkdf2':
      return springPbkdf2(text, 'sha1', parts);
    case 'spring-pbkdf2-sha256':
      return springPbkdf2(text, 'sha256', parts);
    default:
      return unknown();
  }
}

/** OXID: 32 digits are md5(password + decoded salt), 128 are sha512(password + salt as written), whose salt is hexadecimal too. */
function oxidValue(text: string, parts: HashParts): RecognisedHash {
  const value = bytesOfHex(text);
  const salt = typeof parts.salt === 'string' ? parts.salt.trim() : '';
  const digest = value?.length === DIGEST_BYTES.md5 ? 'md5' : value?.length === DIGEST_BYTES.sha512 ? 'sha512' : null;
  if (value === null || digest === null) return damaged("OXID's hash");
  if (salt === '') return incomplete("OXID's hash", 'its salt (`salt: OXPASSSALT`)');
  const decoded = bytesOfHex(salt);
  if (decoded === null && digest === 'md5') return incomplete("OXID's hash", 'a salt in hexadecimal');
  const used = digest === 'sha512' || decoded === null ? textSalt(salt) : byteSalt(decoded);
  return found({ kind: 'digest', digest, position: 'suffix', salt: used, encoding: 'utf8', value });
}

const SAP_ENCODINGS: Readonly<Record<string, Digest | 'pbkdf2'>> = {
  md5: 'md5',
  'sha-256': 'sha256',
  'sha-512': 'sha512',
  pbkdf2: 'pbkdf2',
};

/**
 * SAP Commerce: hex digest of `system salt::password::uid`, the digest told by its length, or `iterations:salt:key` of PBKDF2 with
 * SHA-1; in ImpEx with the name of the encoding and a colon before it. `salt` is the uid, `secret` the system salt.
 */
function sapCommerceValue(text: string, parts: HashParts): RecognisedHash {
  const [, name = '', rest = text] = /^(\*|plain|md5|sha-256|sha-512|pbkdf2):(.*)$/s.exec(text) ?? [];
  if (name === '*' || name === 'plain') return clearText();
  const encoding = SAP_ENCODINGS[name];
  if (/^\d+:/.test(rest)) {
    const read = declaredPbkdf2(rest, 'sha1', { value: rest });
    const isPbkdf2 = read.kind === 'hash' && (encoding === undefined || encoding === 'pbkdf2');
    return isPbkdf2 ? read : damaged("SAP Commerce's hash");
  }
  const value = bytesOfHex(rest);
  const digest = (['md5', 'sha256', 'sha512'] as const).find((each) => DIGEST_BYTES[each] === value?.length);
  if (value === null || digest === undefined || (encoding !== undefined && encoding !== digest))
    return damaged("SAP Commerce's hash");
  const uid = typeof parts.salt === 'string' ? parts.salt.trim() : '';
  if (uid === '') return incomplete("SAP Commerce's hash", 'the uid of the user (`salt: uid`)');
  if (parts.secret === undefined) return incomplete("SAP Commerce's hash", SECRET);
  return found({
    kind: 'peppered-digest',
    digest,
    secret: parts.secret,
    position: 'prefix',
    before: Buffer.from('::'),
    after: Buffer.from(`::${uid}`),
    encoding: 'utf8',
    value,
  });
}

/** Symfony's MessageDigestPasswordHasher: the password with `{salt}` after it, 5,000 rounds unless the mapping has a number. */
export function symfonyValue(text: string, digest: Digest, parts: HashParts): RecognisedHash {
  const value = digestBytes(text, digest);
  if (value === null) return damaged("Symfony's hash");
  const salt = parts.saltPosition === 'none' ? null : saltOf(parts);
  if (salt === 'unreadable' || (salt !== null && salt.text === null))
    return incomplete("Symfony's hash", 'a salt that is text');
  return found({
    kind: 'iterated-digest',
    digest,
    rounds: iterationsOf(parts) ?? SYMFONY_ROUNDS,
    position: 'suffix',
    roundInput: 'sum-first',
    salt: Buffer.from(salt === null ? '' : `{${salt.text}}`),
    secret: null,
    encoding: parts.passwordEncoding ?? 'utf8',
    value,
  });
}

const SYMFONY_ROUNDS = 5000;

/**
 * ASP.NET Membership: base64 of a digest of salt and UTF-16 password, or of an HMAC of the password whose key is the salt, cut or
 * repeated to the length of the key that .NET makes by default.
 */
export function membershipValue(text: string, digest: Digest, isHmac: boolean, parts: HashParts): RecognisedHash {
  const value = digestBytes(text, digest);
  if (value === null) return damaged("ASP.NET Membership's hash");
  const salt = typeof parts.salt === 'string' ? bytesOfBase64(parts.salt.trim()) : null;
  if (salt === null) return incomplete("ASP.NET Membership's hash", 'its salt in base64 (`salt: PasswordSalt`)');
  const encoding = 'utf16le';
  if (!isHmac) return found({ kind: 'digest', digest, position: 'prefix', salt: byteSalt(salt), encoding, value });
  const key = byteSalt(Buffer.alloc(digest === 'sha384' || digest === 'sha512' ? 128 : 64, salt));
  return found({ kind: 'hmac', digest, key, encoding, value });
}

/** Neos: `pbkdf2=>salt,key` in base64 with SHA-256, 10,000 rounds unless the mapping has a number; a static salt comes after the salt. */
function neosValue(text: string, parts: HashParts): RecognisedHash {
  const [, saltText = '', keyText = ''] = /^(?:pbkdf2=>)?([^,]+),([^,]+)$/.exec(text) ?? [];
  const [salt, key] = [bytesOfBase64(saltText), bytesOfBase64(keyText)];
  if (salt === null || key === null || key.length < 16) return damaged("Neos's PBKDF2");
  if (parts.secret === undefined) return incomplete("Neos's PBKDF2", SECRET);
  const iterations = iterationsOf(parts) ?? 10_000;
  return found({ kind: 'pbkdf2', digest: 'sha256', iterations, salt: byteSalt(salt), secret: parts.secret, key });
}

/** Umbraco 7: base64 of the HMAC of the UTF-16 password under itself; SHA-1, or SHA-256, told by the length. */
function umbracoValue(text: string): RecognisedHash {
  const bytes = bytesOfBase64(text);
  const digest = (['sha1', 'sha256'] as const).find((each) => DIGEST_BYTES[each] === bytes?.length);
  if (bytes === null || digest === undefined) return damaged("Umbraco's hash");
  return found({ kind: 'self-hmac', digest, encoding: 'utf16le', value: bytes });
}

/** better-auth: `salt:key` in hexadecimal, scrypt with the salt's digits as text and the password in NFKC. */
function betterAuthValue(text: string): RecognisedHash {
  const [, salt = '', digits = ''] = /^([0-9a-f]{32}):([0-9a-f]{128})$/i.exec(text) ?? [];
  const key = bytesOfHex(digits);
  if (key === null) return damaged("better-auth's hash");
  const work = { cost: 16_384, blockSize: 16, parallelism: 1 };
  return found({ kind: 'scrypt', ...work, salt: textSalt(salt), normalization: 'NFKC', key });
}

/** `hash` and a column of salts as `hash:salt`. */
function withColumn(text: string, { salt }: HashParts): string {
  return typeof salt === 'string' && salt !== '' && !text.includes(':') ? `${text}:${salt}` : text;
}
