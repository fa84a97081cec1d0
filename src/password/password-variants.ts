import { createHash } from 'node:crypto';
import { wordpressPreHash } from './bcrypt-check.ts';

/** Other bytes that a source may have hashed for the same password. */
export interface PasswordVariant {
  readonly bytes: Uint8Array;
  /** Completes "It would match if …". */
  readonly cause: string;
}

/** The most likely first, since each check of a slow hash takes long. */
export function passwordVariants(plaintext: string): readonly PasswordVariant[] {
  const own = Buffer.from(plaintext, 'utf8');
  const variants: PasswordVariant[] = [];
  const add = (bytes: Uint8Array, cause: string) => {
    if (!own.equals(bytes) && variants.every((other) => !Buffer.from(other.bytes).equals(bytes)))
      variants.push({ bytes, cause });
  };
  const text = (value: string, cause: string) => add(Buffer.from(value, 'utf8'), cause);

  text(plaintext.trim(), 'the password had no white space around it: the canary has some');
  for (const digest of ['md5', 'sha1', 'sha256', 'sha512'] as const) {
    const name = digest.toUpperCase().replace('SHA', 'SHA-');
    text(
      hashed(digest, own).toString('hex'),
      `the source hashed the password with ${name} first (hexadecimal, lower case)`,
    );
  }
  text(
    wordpressPreHash(own),
    'this were a hash of WordPress 6.8 whose $wp was cut off (the source hashed the password with HMAC-SHA-384 first)',
  );
  add(Buffer.from(plaintext, 'utf16le'), 'the source hashed the password as UTF-16 (little endian)');
  add(Buffer.from(plaintext, 'utf16le').swap16(), 'the source hashed the password as UTF-16 (big endian)');
  if (/^[\0-\xff]*$/.test(plaintext))
    add(Buffer.from(plaintext, 'latin1'), 'the source hashed the password as Latin-1');
  text(plaintext.normalize('NFC'), 'the accents of the password were composed (NFC): the canary has them decomposed');
  text(plaintext.normalize('NFD'), 'the accents of the password were decomposed (NFD): the canary has them composed');
  for (const end of ['\n', '\r\n', ' '])
    text(plaintext + end, 'the source hashed the password with white space or a line break after it');
  text(` ${plaintext}`, 'the source hashed the password with white space before it');
  for (const [digest, systems] of [
    ['sha384', ', as TYPO3 does'],
    ['sha512', ', as Symfony does with long passwords'],
  ] as const) {
    const name = digest.toUpperCase().replace('SHA', 'SHA-');
    text(
      hashed(digest, own).toString('base64'),
      `the source hashed the password with ${name} first (base64)${systems}`,
    );
  }
  for (const digest of ['md5', 'sha1', 'sha256'] as const) {
    const name = digest.toUpperCase().replace('SHA', 'SHA-');
    text(
      hashed(digest, own).toString('hex').toUpperCase(),
      `the source hashed the password with ${name} first (hexadecimal, upper case)`,
    );
    text(hashed(digest, own).toString('base64'), `the source hashed the password with ${name} first (base64)`);
    add(hashed(digest, own), `the source hashed the password with ${name} first (bytes)`);
  }
  return variants;
}

function hashed(digest: string, bytes: Uint8Array): Buffer {
  return createHash(digest).update(bytes).digest();
}
