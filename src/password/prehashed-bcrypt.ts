import { bcryptText } from './crypt-text.ts';
import { BCRYPT_INPUTS } from './hash-parts.ts';
import type { BcryptInput } from './password-hash.ts';
import { type DollarParts, parameters } from './phc-text.ts';
import { damaged, found, foundAsDeclared, incomplete, type RecognisedHash } from './recognised-hash.ts';
import { isSecretId } from './secret-id.ts';

const NAME = 'bcrypt of a pre-hashed password';
const WORDPRESS = '$wp';
const DJANGO = 'bcrypt_sha256$';
/** The schemes that hash a secret of the source. */
const WITH_SECRET: readonly BcryptInput[] = ['hmac-sha256', 'pepper'];
type DeclaredInput = (typeof BCRYPT_INPUTS)[number];

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
export function declaredBcrypt(bcrypt: string, scheme: DeclaredInput, secret: string | null): RecognisedHash {
  const read = bcryptText(bcrypt);
  if (read.kind !== 'hash') return read;
  const takesSecret = WITH_SECRET.includes(scheme);
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
  if (!isDeclaredInput(scheme) || given?.size !== (secret === undefined ? 1 : 2)) return damaged(NAME);
  if (WITH_SECRET.includes(scheme) !== (secret !== undefined) || (secret !== undefined && !isSecretId(secret)))
    return damaged(NAME);
  const read = declaredBcrypt(`$${parts.slice(2).join('$')}`, scheme, secret ?? null);
  return read.kind === 'hash' ? found(read.hash) : damaged(NAME);
}

function isDeclaredInput(name: string): name is DeclaredInput {
  return (BCRYPT_INPUTS as readonly string[]).includes(name);
}
