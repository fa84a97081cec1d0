import { bytesOfBase64, bytesOfHex } from './encoded-bytes.ts';
import { byteSalt, DIGEST_BYTES, noSalt, type PasswordEncoding, type PasswordHash } from './password-hash.ts';
import { type DollarParts, isDigest, parameters } from './phc-text.ts';
import { damaged, found, type RecognisedHash, unsupported } from './recognised-hash.ts';
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
  if (!isDigest(digest) || parts.length !== 4 || encoding === null) return damaged('a packed digest');
  if (position !== 'none' && position !== 'prefix' && position !== 'suffix') return damaged('a packed digest');
  const salt = parts[2] === '' ? new Uint8Array() : bytesOfBase64(parts[2] ?? '');
  const value = bytesOfBase64(parts[3] ?? '');
  if (salt === null || (salt.length === 0) !== (position === 'none') || value?.length !== DIGEST_BYTES[digest])
    return damaged('a packed digest');
  return found({ kind: 'digest', digest, position, salt: byteSalt(salt), encoding, value });
}

/** Kratos: `$hmac-sha256$hash$key`, the hash being base64 of hex. Ours, packed: `$hmac-sha256$pw=utf8$key$hash`. */
export function hmacText(parts: DollarParts): RecognisedHash {
  const digest = (parts[0] ?? '').slice('hmac-'.length);
  if (!isDigest(digest)) return unsupported('HMAC on a digest that is not supported');
  const ours = parts.length === 4;
  const encoding = ours ? passwordEncoding(parameters(parts[1] ?? '')?.get('pw')) : 'utf8';
  const key = bytesOfBase64(parts[2] ?? '');
  const given = bytesOfBase64(parts[ours ? 3 : 1] ?? '');
  const value = given === null || ours ? given : bytesOfHex(Buffer.from(given).toString('latin1'));
  if ((!ours && parts.length !== 3) || encoding === null || key === null || value?.length !== DIGEST_BYTES[digest])
    return damaged('HMAC');
  return found({ kind: 'hmac', digest, key: byteSalt(key), encoding, value });
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

function passwordEncoding(name: string | undefined): PasswordEncoding | null {
  return name === 'utf8' || name === 'utf16le' || name === 'latin1' ? name : null;
}
