import type { Reader } from './django-text.ts';
import { bytesOfHex } from './encoded-bytes.ts';
import { DIGEST_BYTES, type Digest } from './password-hash.ts';
import { declaredBcrypt } from './prehashed-bcrypt.ts';
import { damaged, found, noPassword, type RecognisedHash, unsupported } from './recognised-hash.ts';

/** Names that WoltLab Suite 5.4 and later puts before a colon; those with digits are of forums that it took users over from. */
const NAMED =
  /^(Bcrypt|Argon2|DoubleBcrypt|Phpass|Wcf1|invalid|wcf[12]\w*|phpbb3|vb[345]|wbb[234]|ipb[23]|mybb1?|smf[12]|xf1\w*|cryptMD5|joomla[123]):(.*)$/s;

/** `Name:value` of WoltLab Suite; null when the text does not begin with such a name. Source: WoltLab/WCF, password algorithms. */
export function woltlabText(text: string, dollar: Reader): RecognisedHash | null {
  const [, name = '', value = ''] = NAMED.exec(text) ?? [];
  switch (name) {
    case '':
      return null;
    case 'Bcrypt':
      return value.startsWith('$2') ? dollar(value) : damaged('bcrypt');
    case 'Argon2':
      return value.startsWith('$argon2') ? dollar(value) : damaged('Argon2');
    case 'DoubleBcrypt':
    case 'wcf2':
      return marked(declaredBcrypt(value.replace(/:$/, ''), 'double', null));
    case 'Phpass':
    case 'phpbb3':
      return /^\$[PH]\$/.test(value) ? dollar(value.replace(/:$/, '')) : damaged('phpass');
    case 'Wcf1':
    case 'wcf1':
      return wcf1Text(value);
    case 'vb3':
    case 'vb4':
    case 'vb5':
      return chainText(value, 'md5', ['none', 'suffix']);
    case 'invalid':
      return noPassword('unusable');
    default:
      return unsupported('a hash that WoltLab took over from another forum');
  }
}

/** The name shows what the hash is. */
function marked(read: RecognisedHash): RecognisedHash {
  return read.kind === 'hash' ? found(read.hash) : read;
}

/** Burning Board 3: `hash:salt`, hex SHA-1 of salt and SHA-1 of salt and SHA-1 of the password. */
export function wcf1Text(text: string): RecognisedHash {
  return chainText(text, 'sha1', ['none', 'prefix', 'prefix']);
}

/** vBulletin 3 and 4: `hash:salt`, MD5 of the hex MD5 of the password and the salt. */
export function vbulletinText(text: string): RecognisedHash {
  return chainText(text, 'md5', ['none', 'suffix']);
}

function chainText(text: string, digest: Digest, steps: readonly ('none' | 'prefix' | 'suffix')[]): RecognisedHash {
  const colon = text.indexOf(':');
  const value = bytesOfHex(text.slice(0, Math.max(0, colon)));
  const salt = text.slice(colon + 1);
  if (value?.length !== DIGEST_BYTES[digest] || salt === '') return damaged('a hash with its salt');
  return found({ kind: 'digest-chain', digest, steps, salt, value });
}
