import { braceText } from './brace-text.ts';
import { bcryptText, phpassText, unixCryptText } from './crypt-text.ts';
import {
  hmacText,
  kratosDigestText,
  packedDigestText,
  packedPepperedText,
  packedSelfHmacText,
  packedShopwareText,
} from './digest-text.ts';
import { djangoText } from './django-text.ts';
import { packedChainText, packedIteratedText } from './iterated-text.ts';
import { packedMagentoText } from './magento-text.ts';
import { jakartaPbkdf2 } from './pbkdf2-blob.ts';
import { argon2Text, firescryptText, pbkdf2Text, scryptText, supertokensText } from './phc-text.ts';
import { djangoBcryptSha256Text, packedBcryptText, wordpressText } from './prehashed-bcrypt.ts';
import { damaged, found, type RecognisedHash, unknown } from './recognised-hash.ts';
import { packedJtlText, xtcModifiedText } from './shop-text.ts';
import { springScrypt } from './spring-text.ts';
import { woltlabText } from './woltlab-text.ts';

/**
 * Reads a text that names its encoding: `$id$…` (crypt, PHC), `{SCHEME}…` (LDAP and others), `algorithm$…` (Django). Null when
 * it has no such prefix.
 */
export function taggedText(text: string): RecognisedHash | null {
  if (text.startsWith('$')) return dollarText(text);
  if (text.startsWith('{') && !text.startsWith('{"')) return braceText(text, dollarText);
  if (text.startsWith('bcrypt_sha256$')) return djangoBcryptSha256Text(text);
  if (/^[MCU]\$\w/.test(text)) return upgradedText(text);
  if (text.startsWith('bcrypt=>')) return dollarText(text.slice('bcrypt=>'.length));
  return djangoText(text, dollarText) ?? jakartaPbkdf2(text) ?? woltlabText(text, dollarText);
}

/**
 * A hash that a system made of another one when it changed its algorithm. TYPO3: `M$P$…` of the hex MD5 of the password, `C$P$…` of the
 * password itself. Drupal: `U$S$…` and `U$P$…`, of the hex MD5.
 */
function upgradedText(text: string): RecognisedHash {
  const mark = text.charAt(0);
  const inner = dollarText(text.slice(1));
  if (inner.kind !== 'hash' || mark === 'C') return inner;
  // Only these were ever the outer hash.
  const isOuter = ['phpass', 'unix-crypt', 'bcrypt', 'prehashed-bcrypt', 'pbkdf2'].includes(inner.hash.kind);
  return isOuter
    ? found({ kind: 'upgraded-md5', mark: mark === 'U' ? 'U' : 'M', inner: inner.hash })
    : damaged('a hash of MD5');
}

/** `$id$…`. */
export function dollarText(text: string): RecognisedHash {
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
    case 'S':
    case 'Q':
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
    case 'f_scrypt':
      return supertokensText(parts);
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
    case 'bcrypt':
      return packedBcryptText(parts);
    case 'jtl':
      return packedJtlText(parts);
  }
  if (id === 'pbkdf2' || id.startsWith('pbkdf2-')) return pbkdf2Text(parts);
  if (id.startsWith('hmac-')) return hmacText(parts);
  if (id.startsWith('digest-')) return packedDigestText(parts);
  if (id.startsWith('peppered-')) return packedPepperedText(parts);
  if (id.startsWith('iterated-')) return packedIteratedText(parts);
  if (id.startsWith('chain-')) return packedChainText(parts);
  if (id.startsWith('selfhmac-')) return packedSelfHmacText(parts);
  return springScrypt(text) ?? xtcModifiedText(text) ?? unknown();
}
