import type { HashVariant } from './hash-variants.ts';
import type { PasswordHash } from './password-hash.ts';
import { isDigest } from './phc-text.ts';

/** Readings in which a secret of the source that was given plays another part; `names` are those of the secrets. */
export function secretVariants(hash: PasswordHash, names: readonly string[]): readonly HashVariant[] {
  const variants = names.flatMap((name) => variantsWith(hash, name));
  return hash.kind === 'pbkdf2' && hash.secret !== undefined ? [...variants, withoutSecret(hash)] : variants;
}

function variantsWith(hash: PasswordHash, secret: string): HashVariant[] {
  switch (hash.kind) {
    case 'bcrypt':
      return bcryptVariants(hash.text, secret, null);
    case 'prehashed-bcrypt':
      return bcryptVariants(hash.bcrypt, secret, hash);
    case 'pbkdf2':
      if (hash.secret === secret) return [];
      return [{ hash: { ...hash, secret }, cause: `the secret \`${secret}\` came after the salt` }];
    case 'digest':
    case 'peppered-digest':
      return digestVariants(hash, secret);
    case 'iterated-digest':
      if (hash.secret === secret) return [];
      return [{ hash: { ...hash, secret }, cause: `the secret \`${secret}\` were hashed too` }];
    default:
      return [];
  }
}

function bcryptVariants(
  bcrypt: string,
  secret: string,
  given: Extract<PasswordHash, { kind: 'prehashed-bcrypt' }> | null,
): HashVariant[] {
  const causes = {
    pepper: `the source hashed the password with the secret \`${secret}\` after it, as Devise does`,
    'hmac-sha256': `the source hashed the password with HMAC-SHA-256 under the secret \`${secret}\` first`,
  };
  return (['pepper', 'hmac-sha256'] as const)
    .filter((scheme) => given?.scheme !== scheme || given.secret !== secret)
    .map((scheme) => ({
      hash: { kind: 'prehashed-bcrypt', scheme, secret, text: bcrypt, bcrypt },
      cause: causes[scheme],
    }));
}

function digestVariants(
  hash: Extract<PasswordHash, { kind: 'digest' | 'peppered-digest' }>,
  secret: string,
): HashVariant[] {
  const { digest, encoding, value } = hash;
  if (!isDigest(digest)) return [];
  const none = new Uint8Array();
  const texts =
    hash.kind === 'peppered-digest'
      ? { before: hash.before, after: hash.after }
      : {
          before: hash.position === 'prefix' ? hash.salt.bytes : none,
          after: hash.position === 'suffix' ? hash.salt.bytes : none,
        };
  return (['prefix', 'suffix'] as const)
    .filter((position) => hash.kind === 'digest' || hash.secret !== secret || hash.position !== position)
    .map((position) => ({
      hash: { kind: 'peppered-digest', digest, secret, position, ...texts, encoding, value },
      cause: `the secret \`${secret}\` were ${position === 'prefix' ? 'before' : 'after'} everything else`,
    }));
}

function withoutSecret({ secret: _, ...hash }: Extract<PasswordHash, { kind: 'pbkdf2' }>): HashVariant {
  return { hash, cause: 'there were no secret after the salt' };
}
