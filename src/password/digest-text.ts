import { isPlainDigest } from './declared-digest.ts';
import { bytesOfBase64, bytesOfHex } from './encoded-bytes.ts';
import { byteSalt, DIGEST_BYTES, noSalt, type PasswordHash, PLAIN_DIGEST_BYTES } from './password-hash.ts';
import { bytesOrEmpty, type DollarParts, isDigest, parameters, passwordEncoding } from './phc-text.ts';
import { damaged, found, type RecognisedHash, unsupported } from './recognised-hash.ts';
import { isSecretId } from './secret-id.ts';
import { wholeNumber } from './whole-number.ts';

type SaltPosition = Extract<PasswordHash, { kind: 'digest' }>['position'];

/**
 * Kratos: `$md5$hash` without a salt, `$sha256$pf=…$salt$hash` with one; `pf` is base64 of a template such as
 * `{SALT}{PASSWORD}`.
 */
export function kratosDigestText(parts: DollarParts): RecognisedHash {
  const [digest = ''] = parts;
  if (!isDigest(digest)) return damaged('a digest');
  const value = bytesOfBase64(parts.at(-1) ?? '');
  if (value?.length !== DIGEST_BYTES[digest]) return damaged(digest);
  if (parts.length === 2)
    return found({ kind: 'digest', digest, position: 'none', salt: noSalt(), encoding: 'utf8', value });
  const template = bytesOfBase64(parameters(parts[1] ?? '')?.get('pf') ?? '');
  const salt = bytesOfBase64(parts[2] ?? '');
  if (parts.length !== 4 || template === null || salt === null) return damaged(digest);
  const position = positionOf(Buffer.from(template).toString('latin1'));
  if (position === null) return unsupported(`${digest} of more than salt and password`);
  return found({ kind: 'digest', digest, position, salt: byteSalt(salt), encoding: 'utf8', value });
}

function positionOf(template: string): SaltPosition | null {
  if (template === '{SALT}{PASSWORD}') return 'prefix';
  return template === '{PASSWORD}{SALT}' ? 'suffix' : null;
}

/** Ours, packed: `$digest-md5$salt=suffix,pw=utf8$salt$hash`. */
export function packedDigestText(parts: DollarParts): RecognisedHash {
  const digest = (parts[0] ?? '').slice('digest-'.length);
  const given = parameters(parts[1] ?? '');
  const position = given?.get('salt');
  const encoding = passwordEncoding(given?.get('pw'));
  if (!isPlainDigest(digest) || parts.length !== 4 || encoding === null) return damaged('a packed digest');
  if (position !== 'none' && position !== 'prefix' && position !== 'suffix') return damaged('a packed digest');
  const salt = parts[2] === '' ? new Uint8Array() : bytesOfBase64(parts[2] ?? '');
  const value = bytesOfBase64(parts[3] ?? '');
  if (salt === null || (salt.length === 0) !== (position === 'none') || value?.length !== PLAIN_DIGEST_BYTES[digest])
    return damaged('a packed digest');
  return found({ kind: 'digest', digest, position, salt: byteSalt(salt), encoding, value });
}

/** Ours, packed: `$peppered-md5$secret=NAME,at=prefix,pw=utf8$before$after$hash`. */
export function packedPepperedText(parts: DollarParts): RecognisedHash {
  const digest = (parts[0] ?? '').slice('peppered-'.length);
  const given = parameters(parts[1] ?? '');
  const secret = given?.get('secret') ?? '';
  const position = given?.get('at');
  const encoding = passwordEncoding(given?.get('pw'));
  const [before, after] = parts.slice(2, 4).map(bytesOrEmpty);
  const value = bytesOfBase64(parts[4] ?? '');
  if (!isDigest(digest) || parts.length !== 5 || given?.size !== 3 || !isSecretId(secret)) return damaged(PEPPERED);
  if (encoding === null || !before || !after || value?.length !== DIGEST_BYTES[digest]) return damaged(PEPPERED);
  if (position !== 'prefix' && position !== 'suffix') return damaged(PEPPERED);
  return found({ kind: 'peppered-digest', digest, secret, position, before, after, encoding, value });
}

const PEPPERED = 'a packed digest with a secret';

/** Ours, packed: `$selfhmac-sha1$pw=utf16le$$hash`. */
export function packedSelfHmacText(parts: DollarParts): RecognisedHash {
  const digest = (parts[0] ?? '').slice('selfhmac-'.length);
  const encoding = passwordEncoding(parameters(parts[1] ?? '')?.get('pw'));
  const value = bytesOfBase64(parts[3] ?? '');
  if (!isDigest(digest) || parts.length !== 4 || parts[2] !== '' || encoding === null) return damaged('HMAC');
  if (value?.length !== DIGEST_BYTES[digest]) return damaged('HMAC');
  return found({ kind: 'self-hmac', digest, encoding, value });
}

/**
 * Kratos: `$hmac-sha256$hash$key`, the hash being base64 of hex. Ours, packed: `$hmac-sha256$pw=utf8$key$hash`, or without a key and with
 * `secret=NAME`.
 */
export function hmacText(parts: DollarParts): RecognisedHash {
  const digest = (parts[0] ?? '').slice('hmac-'.length);
  if (!isDigest(digest)) return unsupported('HMAC on a digest that is not supported');
  const ours = parts.length === 4;
  const settings = ours ? parameters(parts[1] ?? '') : null;
  const encoding = ours ? passwordEncoding(settings?.get('pw')) : 'utf8';
  const secret = settings?.get('secret');
  const key = secret === undefined ? bytesOfBase64(parts[2] ?? '') : parts[2] === '' ? new Uint8Array() : null;
  const given = bytesOfBase64(parts[ours ? 3 : 1] ?? '');
  const value = given === null || ours ? given : bytesOfHex(Buffer.from(given).toString('latin1'));
  if ((!ours && parts.length !== 3) || encoding === null || key === null || value?.length !== DIGEST_BYTES[digest])
    return damaged('HMAC');
  if (secret === undefined) return found({ kind: 'hmac', digest, key: byteSalt(key), encoding, value });
  return isSecretId(secret) ? found({ kind: 'hmac', digest, key: noSalt(), secret, encoding, value }) : damaged('HMAC');
}

/** Ours, packed: `$shopware-sha256$i=100000$salt$hash`. */
export function packedShopwareText(parts: DollarParts): RecognisedHash {
  const iterations = wholeNumber(parameters(parts[1] ?? '')?.get('i'), 1, 0xffff_ffff);
  const salt = bytesOfBase64(parts[2] ?? '');
  const value = bytesOfBase64(parts[3] ?? '');
  if (parts.length !== 4 || iterations === null || salt === null || value?.length !== DIGEST_BYTES.sha256)
    return damaged("Shopware's sha256");
  return found({ kind: 'shopware-sha256', iterations, salt: Buffer.from(salt).toString('utf8'), value });
}
