import { byteSalt, type Digest, noSalt, type PasswordHash, type Salt, textSalt } from './password-hash.ts';
import { isDigest } from './phc-text.ts';
import { saltVariants } from './salt-variants.ts';

/** Another reading of the same value. */
export interface HashVariant {
  readonly hash: PasswordHash;
  /** Completes "It would match if …". */
  readonly cause: string;
}

/** Defaults of Keycloak, Django, ASP.NET, OWASP and others: likely when the number of iterations is not in the export. */
const ITERATIONS = [1, 1000, 4096, 10_000, 24_000, 27_500, 29_000, 100_000, 210_000, 260_000, 310_000, 600_000];
const DIGESTS: readonly Digest[] = ['sha256', 'sha1', 'sha512', 'md5'];
const ARGON2 = ['argon2id', 'argon2i', 'argon2d'] as const;

/** The readings to try when this one does not match, the most likely first. */
export function hashVariants(hash: PasswordHash): readonly HashVariant[] {
  switch (hash.kind) {
    case 'pbkdf2':
      return pbkdf2Variants(hash);
    case 'digest':
      return digestVariants(hash);
    case 'hmac':
      return hmacVariants(hash);
    case 'scrypt':
      return saltVariants(hash.salt).map(({ salt, cause }) => ({ hash: { ...hash, salt }, cause }));
    case 'argon2':
      return [
        ...ARGON2.filter((variant) => variant !== hash.variant).map((variant) => ({
          hash: { ...hash, variant },
          cause: `the variant were ${variant}`,
        })),
        ...saltVariants(byteSalt(hash.salt)).map(({ salt, cause }) => ({ hash: { ...hash, salt: salt.bytes }, cause })),
      ];
    case 'shopware-sha256':
      return [
        ...iterationsNear(hash.iterations).map((iterations) => withIterations({ ...hash, iterations })),
        {
          hash: {
            kind: 'pbkdf2',
            digest: 'sha256',
            iterations: hash.iterations,
            salt: textSalt(hash.salt),
            key: hash.value,
          },
          cause: 'it were PBKDF2 with SHA-256 and not the scheme of Shopware',
        },
      ];
    case 'firebase-scrypt':
      return [
        { hash: { ...hash, separator: Buffer.of(7) }, cause: 'the salt separator were the default Bw==' },
        { hash: { ...hash, separator: new Uint8Array() }, cause: 'there were no salt separator' },
        { hash: { ...hash, cost: 2 ** 14, blockSize: 8 }, cause: 'mem_cost were 14 and rounds 8, the defaults' },
      ];
    case 'bcrypt':
      return [
        {
          hash: { kind: 'prehashed-bcrypt', scheme: 'double', secret: null, text: hash.text, bcrypt: hash.text },
          cause: 'the source hashed the password with bcrypt twice, as WoltLab does',
        },
      ];
    case 'prehashed-bcrypt':
      return [prehashedVariant(hash)];
    case 'peppered-digest':
    case 'iterated-digest':
    case 'digest-chain':
    case 'self-hmac':
    case 'upgraded-md5':
    case 'jtl':
    case 'phpass':
    case 'unix-crypt':
    case 'magento-chain':
      return [];
  }
}

function prehashedVariant({ bcrypt }: Extract<PasswordHash, { kind: 'prehashed-bcrypt' }>): HashVariant {
  const variant = bcrypt.slice(1, 3) as '2a' | '2b' | '2y';
  return {
    hash: { kind: 'bcrypt', variant, cost: Number(bcrypt.slice(4, 6)), text: bcrypt },
    cause: 'it were plain bcrypt of the password itself: an extension or an earlier version may have written it',
  };
}

function pbkdf2Variants(hash: Extract<PasswordHash, { kind: 'pbkdf2' }>): readonly HashVariant[] {
  return [
    ...saltVariants(hash.salt).map(({ salt, cause }) => ({ hash: { ...hash, salt }, cause })),
    ...DIGESTS.filter((digest) => digest !== hash.digest).map((digest) => ({
      hash: { ...hash, digest },
      cause: `the digest were ${digest}`,
    })),
    ...[...iterationsNear(hash.iterations), ...ITERATIONS.filter((count) => count !== hash.iterations)].map(
      (iterations) => withIterations({ ...hash, iterations }),
    ),
  ];
}

function digestVariants(hash: Extract<PasswordHash, { kind: 'digest' }>): readonly HashVariant[] {
  if (hash.position === 'none') return [];
  const { digest, salt, encoding, value } = hash;
  const other = hash.position === 'prefix' ? 'suffix' : 'prefix';
  const swapped = `the salt were ${other === 'prefix' ? 'before' : 'after'} the password`;
  const salts = saltVariants(salt);
  const hmac = (key: Salt, cause: string): HashVariant[] =>
    isDigest(digest) ? [{ hash: { kind: 'hmac', digest, key, encoding, value }, cause }] : [];
  return [
    { hash: { ...hash, position: other }, cause: swapped },
    ...salts.map((variant) => ({ hash: { ...hash, salt: variant.salt }, cause: variant.cause })),
    ...salts.map((variant) => ({
      hash: { ...hash, salt: variant.salt, position: other } as const,
      cause: `${swapped} and ${variant.cause}`,
    })),
    { hash: { ...hash, position: 'none', salt: noSalt() }, cause: 'the password were hashed without the salt' },
    ...hmac(salt, 'it were an HMAC with the salt as its key'),
    ...salts.flatMap((variant) => hmac(variant.salt, `it were an HMAC with the salt as its key and ${variant.cause}`)),
  ];
}

function hmacVariants(hash: Extract<PasswordHash, { kind: 'hmac' }>): readonly HashVariant[] {
  const { digest, key: salt, encoding, value } = hash;
  return [
    ...saltVariants(salt).map((variant) => ({ hash: { ...hash, key: variant.salt }, cause: variant.cause })),
    ...(['prefix', 'suffix'] as const).map((position) => ({
      hash: { kind: 'digest', digest, position, salt, encoding, value } as const,
      cause: `it were a plain digest with the salt ${position === 'prefix' ? 'before' : 'after'} the password`,
    })),
  ];
}

function iterationsNear(count: number): readonly number[] {
  return [count - 1, count + 1].filter((near) => near > 0);
}

function withIterations(hash: Extract<PasswordHash, { iterations: number }>): HashVariant {
  return { hash, cause: `the number of iterations were ${hash.iterations}` };
}
