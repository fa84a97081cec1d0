import { bytesOfBase64, bytesOfHex, hexOf } from './encoded-bytes.ts';
import { DIGEST_BYTES, textSalt } from './password-hash.ts';
import { type DollarParts, parameters } from './phc-text.ts';
import { damaged, found, type RecognisedHash } from './recognised-hash.ts';

const XTC_MODIFIED = /^\$([^$\s]{8})\$([0-9a-f]{40})$/i;

/** xtcModified (2011): `$` 8 characters of salt `$` hex SHA-1 of salt and password. Null for any other text. */
export function xtcModifiedText(text: string): RecognisedHash | null {
  const [, salt = '', digits = ''] = XTC_MODIFIED.exec(text) ?? [];
  const value = bytesOfHex(digits);
  if (value === null) return null;
  return found({ kind: 'digest', digest: 'sha1', position: 'prefix', salt: textSalt(salt), encoding: 'utf8', value });
}

/** The 40 hexadecimal digits of JTL-Shop 3 and 4, which look like SHA-1. */
export function jtlText(text: string): RecognisedHash {
  if (bytesOfHex(text)?.length !== DIGEST_BYTES.sha1) return damaged("JTL-Shop's hash");
  return found({ kind: 'jtl', text: text.toLowerCase() });
}

/** Ours, packed: `$jtl$v=1$$hash`. */
export function packedJtlText(parts: DollarParts): RecognisedHash {
  const value = bytesOfBase64(parts[3] ?? '');
  if (parts.length !== 4 || parameters(parts[1] ?? '')?.get('v') !== '1' || parts[2] !== '')
    return damaged("JTL-Shop's hash");
  if (value?.length !== DIGEST_BYTES.sha1) return damaged("JTL-Shop's hash");
  return found({ kind: 'jtl', text: hexOf(value) });
}
