import { damaged, found, type RecognisedHash, unsupported } from './recognised-hash.ts';
import { wholeNumber } from './whole-number.ts';

const BCRYPT = /^\$2([aby])\$(\d\d)\$[./A-Za-z0-9]{53}$/;
const WORDPRESS = '$wp';
const DJANGO = 'bcrypt_sha256$';
const PHPASS = /^\$[PH]\$([./0-9A-Za-z])([./0-9A-Za-z]{8})[./0-9A-Za-z]{22}$/;
const MD5_CRYPT = /^\$1\$([^$:\s]{0,8})\$[./0-9A-Za-z]{22}$/;
const SHA_CRYPT = /^\$([56])\$(?:rounds=(\d{1,9})\$)?([^$:\s]{0,16})\$([./0-9A-Za-z]+)$/;
const DES_CRYPT = /^([./0-9A-Za-z]{2})[./0-9A-Za-z]{11}$/;

/** The digits of crypt(3)'s own base64, lowest first. */
export const CRYPT_DIGITS = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `$2a$`, `$2b$`, `$2y$`, two digits of cost, 53 characters. */
export function bcryptText(text: string): RecognisedHash {
  const match = BCRYPT.exec(text);
  if (match === null) {
    const faulty = /^\$2(x?)\$/.exec(text);
    if (faulty !== null) return unsupported(`bcrypt of the faulty variant 2${faulty[1]}`);
    return damaged('bcrypt');
  }
  const [, letter, digits] = match;
  const cost = wholeNumber(digits, 4, 31);
  if (cost === null) return damaged('bcrypt');
  const variant = letter === 'a' ? '2a' : letter === 'b' ? '2b' : '2y';
  return found({ kind: 'bcrypt', variant, cost, text });
}

/** WordPress 6.8 and later: `$wp$2y$…`. Without its `$wp` it would look like plain bcrypt and never match. */
export function wordpressText(text: string): RecognisedHash {
  return prehashed('wordpress', text, WORDPRESS);
}

/** Django: `bcrypt_sha256$$2b$…`. */
export function djangoBcryptSha256Text(text: string): RecognisedHash {
  return prehashed('django-sha256', text, DJANGO);
}

function prehashed(scheme: 'wordpress' | 'django-sha256', text: string, mark: string): RecognisedHash {
  const bcrypt = text.slice(mark.length);
  const inner = bcryptText(bcrypt);
  if (inner.kind !== 'hash') return damaged('bcrypt of a pre-hashed password');
  return found({ kind: 'prehashed-bcrypt', scheme, text, bcrypt });
}

/** phpass, as WordPress, phpBB and Drupal wrote it: `$P$B…` and `$H$9…`. */
export function phpassText(text: string): RecognisedHash {
  const match = PHPASS.exec(text);
  const logRounds = CRYPT_DIGITS.indexOf(match?.[1] ?? '!');
  // phpass itself refuses fewer than 2^7 rounds and more than 2^30.
  if (match === null || logRounds < 7 || logRounds > 30) return damaged('phpass');
  return found({ kind: 'phpass', logRounds, salt: match[2] ?? '', text });
}

/** crypt(3): `$1$`, `$5$` and `$6$`; also as Kratos writes them, `$md5-crypt$` and so on. */
export function unixCryptText(given: string): RecognisedHash {
  const text = given.replace(/^\$(?:md5|sha256|sha512)-crypt\$/, (name) => UNIX_NAMES[name] ?? name);
  const md5 = MD5_CRYPT.exec(text);
  if (md5 !== null) return found({ kind: 'unix-crypt', variant: '1', rounds: null, salt: md5[1] ?? '', text });
  const [, variant, roundsText, salt = '', digits = ''] = SHA_CRYPT.exec(text) ?? [];
  const rounds = roundsText === undefined ? null : wholeNumber(roundsText, 1000, 999_999_999);
  if ((variant !== '5' && variant !== '6') || digits.length !== (variant === '5' ? 43 : 86)) return damaged('crypt');
  if (roundsText !== undefined && rounds === null) return damaged('crypt');
  return found({ kind: 'unix-crypt', variant, rounds, salt, text });
}

const UNIX_NAMES: Readonly<Record<string, string>> = {
  '$md5-crypt$': '$1$',
  '$sha256-crypt$': '$5$',
  '$sha512-crypt$': '$6$',
};

/** The 13 characters of crypt(3)'s first algorithm: only recognised after `{CRYPT}`. */
export function desCryptText(text: string): RecognisedHash {
  const match = DES_CRYPT.exec(text);
  if (match === null) return damaged('crypt');
  return found({ kind: 'unix-crypt', variant: 'des', rounds: null, salt: match[1] ?? '', text });
}
