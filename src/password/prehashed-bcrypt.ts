import { bcryptText } from './crypt-text.ts';
import type { BcryptInput } from './password-hash.ts';
import { type DollarParts, parameters } from './phc-text.ts';
import { damaged, found, foundAsDeclared, incomplete, type RecognisedHash } from './recognised-hash.ts';
import { isSecretId } from './secret-id.ts';

const NAME = 'bcrypt of a pre-hashed password';
const WORDPRESS = '$wp';
const DJANGO = 'bcrypt_sha256$';
/** Schemes that take a secret of the source, and those that do not; WordPress and Django have marks of their own. */
const TAKES_SECRET: Readonly<Record<Exclude<BcryptInput, 'wordpress' | 'django-sha256'>, boolean>> = {
  'md5-hex': false,
  'sha1-hex': false,
  'sha256-hex': false,
  'sha512-hex': false,
  'sha384-base64': false,
  'long-sha512': false,
  'hmac-sha256': true,
  pepper: true,
  double: false,
};
type PackedInput = keyof typeof TAKES_SECRET;

/** WordPress 6.8 and later: `$wp$2y$…`. Without its `$wp` it would look like plain bcrypt and never match. */
export function wordpressText(text: string): RecognisedHash {
  return marked('wordpress', text, WORDPRESS);
}

/** Django: `bcrypt_sha256$$2b$…`. */
export function djangoBcryptSha256Text(text: string): RecognisedHash {
  return marked('django-sha256', text, DJANGO);
}

function marked(scheme: BcryptInput, text: string, mark: string): RecognisedHash {
  const bcrypt = text.slice(mark.length);
  if (bcryptText(bcrypt).kind !== 'hash') return damaged(NAME);
  return found({ kind: 'prehashed-bcrypt', scheme, secret: null, text, bcrypt });
}

/**
 * `$2y$…` whose mark does not show what was hashed: the mapping declares it. `secret` is the name of the source's secret.
 */
export function declaredBcrypt(bcrypt: string, scheme: PackedInput, secret: string | null): RecognisedHash {
  const read = bcryptText(bcrypt);
  if (read.kind !== 'hash') return read;
  const takesSecret = TAKES_SECRET[scheme];
  if (takesSecret && secret === null) return incomplete('bcrypt under a secret', 'the name of the secret (`secret`)');
  const used = takesSecret ? secret : null;
  const text = `$bcrypt$pre=${scheme}${used === null ? '' : `,secret=${used}`}${bcrypt}`;
  return foundAsDeclared({ kind: 'prehashed-bcrypt', scheme, secret: used, text, bcrypt });
}

/** Ours, packed: `$bcrypt$pre=sha384-base64$2y$10$…`, with `secret=NAME` for schemes that take a secret. */
export function packedBcryptText(parts: DollarParts): RecognisedHash {
  const given = parameters(parts[1] ?? '');
  const scheme = given?.get('pre') ?? '';
  const secret = given?.get('secret');
  if (!isPackedInput(scheme) || given?.size !== (secret === undefined ? 1 : 2)) return damaged(NAME);
  if (TAKES_SECRET[scheme] !== (secret !== undefined) || (secret !== undefined && !isSecretId(secret)))
    return damaged(NAME);
  const read = declaredBcrypt(`$${parts.slice(2).join('$')}`, scheme, secret ?? null);
  return read.kind === 'hash' ? found(read.hash) : damaged(NAME);
}

function isPackedInput(name: string): name is PackedInput {
  return Object.hasOwn(TAKES_SECRET, name);
}
