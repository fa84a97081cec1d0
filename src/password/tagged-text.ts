import { braceText } from './brace-text.ts';
import { bcryptText, djangoBcryptSha256Text, phpassText, unixCryptText, wordpressText } from './crypt-text.ts';
import { hmacText, kratosDigestText, packedDigestText, packedShopwareText } from './digest-text.ts';
import { djangoText } from './django-text.ts';
import { packedMagentoText } from './magento-text.ts';
import { argon2Text, firescryptText, pbkdf2Text, scryptText } from './phc-text.ts';
import { type RecognisedHash, unknown } from './recognised-hash.ts';

/**
 * Reads a text that names its encoding: `$id$…` (crypt, PHC), `{SCHEME}…` (LDAP and others), `algorithm$…` (Django). Null when
 * it has no such prefix.
 */
export function taggedText(text: string): RecognisedHash | null {
  if (text.startsWith('$')) return dollarText(text);
  if (text.startsWith('{') && !text.startsWith('{"')) return braceText(text, dollarText);
  if (text.startsWith('bcrypt_sha256$')) return djangoBcryptSha256Text(text);
  return djangoText(text, dollarText);
}

/** `$id$…`. */
function dollarText(text: string): RecognisedHash {
  const parts = text.slice(1).split('$');
  const id = parts[0] ?? '';
  switch (id) {
    case '2':
    case '2a':
    case '2b':
    case '2x':
    case '2y':
      return bcryptText(text);
    case 'wp':
      return wordpressText(text);
    case 'P':
    case 'H':
      return phpassText(text);
    case '1':
    case '5':
    case '6':
    case 'md5-crypt':
    case 'sha256-crypt':
    case 'sha512-crypt':
      return unixCryptText(text);
    case 'argon2id':
    case 'argon2i':
    case 'argon2d':
      return argon2Text(parts);
    case 'scrypt':
      return scryptText(parts);
    case 'firescrypt':
      return firescryptText(parts);
    case 'md5':
    case 'sha1':
    case 'sha256':
    case 'sha384':
    case 'sha512':
      return kratosDigestText(parts);
    case 'shopware-sha256':
      return packedShopwareText(parts);
    case 'magento':
      return packedMagentoText(parts);
  }
  if (id === 'pbkdf2' || id.startsWith('pbkdf2-')) return pbkdf2Text(parts);
  if (id.startsWith('hmac-')) return hmacText(parts);
  if (id.startsWith('digest-')) return packedDigestText(parts);
  return unknown();
}
