import { createHash } from 'node:crypto';
import { hexOf } from './encoded-bytes.ts';
import { plainDigest } from './old-digests.ts';
import type { PasswordHash, RoundInput } from './password-hash.ts';

type OfKind<Kind extends PasswordHash['kind']> = Extract<PasswordHash, { kind: Kind }>;

/** The digest after all rounds; `secret` is the bytes of the source's secret, empty without one. */
export function iteratedDigest(password: Uint8Array, hash: OfKind<'iterated-digest'>, secret: Uint8Array): Uint8Array {
  const first =
    hash.position === 'prefix'
      ? Buffer.concat([hash.salt, secret, password])
      : Buffer.concat([secret, password, hash.salt]);
  let sum = plainDigest(hash.digest, first);
  for (let round = 1; round < hash.rounds; round++)
    sum = plainDigest(hash.digest, ...roundParts(hash.roundInput, sum, first, password));
  return sum;
}

function roundParts(input: RoundInput, sum: Uint8Array, first: Uint8Array, password: Uint8Array): Uint8Array[] {
  switch (input) {
    case 'sum':
      return [sum];
    case 'sum-first':
      return [sum, first];
    case 'password-sum':
      return [password, sum];
  }
}

/** Each step over the hex text of the one before. */
export function digestChain(password: Uint8Array, { digest, steps, salt }: OfKind<'digest-chain'>): Uint8Array {
  const saltBytes = Buffer.from(salt, 'utf8');
  let input: Uint8Array = password;
  let sum: Uint8Array = password;
  for (const step of steps) {
    const parts = { none: [input], prefix: [saltBytes, input], suffix: [input, saltBytes] }[step];
    sum = plainDigest(digest, ...parts);
    input = Buffer.from(hexOf(sum));
  }
  return sum;
}

/** Shopware 5: see the kind `shopware-sha256`; hexadecimal. */
export function shopwareDigits(password: Uint8Array, { salt, iterations }: OfKind<'shopware-sha256'>): string {
  const rest = Buffer.concat([password, Buffer.from(salt, 'utf8')]);
  let sum = '';
  for (let round = 0; round <= iterations; round++) sum = createHash('sha256').update(sum).update(rest).digest('hex');
  return sum;
}

/**
 * JTL-Shop's cryptPasswort: the stored value has a salt of max(5, 10 - n) characters at position n, the length of the password, or at its
 * end. The rest is SHA-1 of a SHA-1 of the password into which that salt was put in the same place.
 */
export function jtlDigits(password: Uint8Array, stored: string): string {
  const saltLength = Math.max(5, 10 - password.length);
  const at = Math.min(password.length, stored.length - saltLength);
  const salt = stored.slice(at, at + saltLength);
  const inner = hexOf(plainDigest('sha1', password));
  const salted = `${inner.slice(0, at)}${salt}${inner.slice(at)}`;
  const outer = hexOf(plainDigest('sha1', Buffer.from(salted))).slice(saltLength);
  return `${outer.slice(0, at)}${salt}${outer.slice(at)}`;
}
