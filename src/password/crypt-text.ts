import type { PhpassDigest } from './password-hash.ts';
import { damaged, found, type RecognisedHash, unsupported } from './recognised-hash.ts';
import { wholeNumber } from './whole-number.ts';

const BCRYPT = /^\$2([aby])\$(\d\d)\$[./A-Za-z0-9]{53}$/;
/** The digits after the salt: MD5 has 22; Drupal cuts SHA-512 to 43, and modified eCommerce takes SHA-1. */
const PHPASS = /^\$([PHSQ])\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]+)$/;
const PHPASS_DIGESTS = { P: 'md5', H: 'md5', S: 'sha512', Q: 'sha1' } as const;
export const PHPASS_DIGITS: Readonly<Record<PhpassDigest, number>> = { md5: 22, sha1: 27, sha512: 43 };
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

/** phpass, as WordPress, phpBB and Drupal 6 wrote it (`$P$B…`, `$H$9…`), Drupal's `$S$` and the `$Q$` of modified eCommerce. */
export function phpassText(text: string): RecognisedHash {
  const [, mark, rounds = '!', salt = '', digits = ''] = PHPASS.exec(text) ?? [];
  const logRounds = CRYPT_DIGITS.indexOf(rounds);
  const digest = PHPASS_DIGESTS[(mark ?? 'P') as keyof typeof PHPASS_DIGESTS];
  // phpass itself refuses fewer than 2^7 rounds and more than 2^30.
  if (digits.length !== PHPASS_DIGITS[digest] || logRounds < 7 || logRounds > 30) return damaged('phpass');
  return found({ kind: 'phpass', digest, logRounds, salt, text });
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
