import { createHash, createHmac } from 'node:crypto';
import type { BcryptInput } from './password-hash.ts';
import { UncheckableHash } from './uncheckable-hash.ts';

/** Whether `text` is bcrypt of the password. @throws UncheckableHash for bytes that are not UTF-8. */
export async function matchesBcrypt(password: Uint8Array, text: string): Promise<boolean> {
  const { default: bcryptjs } = await import('bcryptjs');
  return bcryptjs.compare(textOf(password), text);
}

/** Whether `text` is bcrypt of bcrypt, both with the same salt. @throws UncheckableHash for bytes that are not UTF-8. */
export async function matchesDoubleBcrypt(password: Uint8Array, text: string): Promise<boolean> {
  const { default: bcryptjs } = await import('bcryptjs');
  return bcryptjs.compare(await bcryptjs.hash(textOf(password), text.slice(0, SALT_END)), text);
}

/** Where the salt of `$2a$08$…` ends. */
const SALT_END = 29;

/** bcryptjs takes texts only, and would write other bytes than these. */
function textOf(password: Uint8Array): string {
  const text = Buffer.from(password).toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(password)) throw new UncheckableHash('bcrypt of a password that is not UTF-8');
  return text;
}

/** What a source hashed with bcrypt in place of the password. `double` is not made here: it takes bcrypt itself. */
export function bcryptInput(
  password: Uint8Array,
  scheme: Exclude<BcryptInput, 'double'>,
  secret: Uint8Array,
): Uint8Array {
  const digest = (name: string) => createHash(name).update(password).digest();
  switch (scheme) {
    case 'wordpress':
      return Buffer.from(wordpressPreHash(password));
    case 'md5-hex':
      return Buffer.from(digest('md5').toString('hex'));
    case 'sha1-hex':
      return Buffer.from(digest('sha1').toString('hex'));
    case 'django-sha256':
    case 'sha256-hex':
      return Buffer.from(digest('sha256').toString('hex'));
    case 'sha512-hex':
      return Buffer.from(digest('sha512').toString('hex'));
    case 'sha384-base64':
      return Buffer.from(digest('sha384').toString('base64'));
    case 'long-sha512':
      // bcrypt reads 72 bytes, and PHP's only what comes before a NUL.
      return password.length > 72 || password.includes(0) ? Buffer.from(digest('sha512').toString('base64')) : password;
    case 'hmac-sha256':
      return Buffer.from(createHmac('sha256', secret).update(password).digest('hex'));
    case 'pepper':
      return Buffer.concat([password, secret]);
  }
}

/** What WordPress hashes with bcrypt instead of the password. */
export function wordpressPreHash(password: Uint8Array): string {
  return createHmac('sha384', 'wp-sha384').update(password).digest('base64');
}
