import { hashVariants } from './hash-variants.ts';
import type { PasswordHash } from './password-hash.ts';
import { passwordVariants } from './password-variants.ts';
import { secretVariants } from './secret-variants.ts';
import { systemVariants } from './system-variants.ts';
import { UncheckableHash } from './uncheckable-hash.ts';
import { type SourceSecrets, verifyHash } from './verify.ts';

/**
 * Looks for the mistake in the reading of a hash whose password does not match: tries the most common ones, one at a time, and
 * pairs of them where a check is cheap. Returns a clause ("the salt were before the password"), or null.
 */
export async function likelyCause(
  hash: PasswordHash,
  plaintext: string,
  secrets: SourceSecrets,
): Promise<string | null> {
  const passwords = passwordVariants(plaintext);
  const others = [...systemVariants(hash), ...secretVariants(hash, [...(secrets.named?.keys() ?? [])])];
  const hashes = hashVariants(hash);
  for (const { bytes, cause } of passwords) if (await matches(hash, bytes, secrets)) return cause;
  for (const variant of [...hashes, ...others])
    if (await matches(variant.hash, plaintext, secrets)) return variant.cause;
  if (hash.kind !== 'digest' && hash.kind !== 'hmac') return null;
  for (const variant of hashes) {
    for (const { bytes, cause } of passwords) {
      if (await matches(variant.hash, bytes, secrets)) return `${variant.cause} and ${cause}`;
    }
  }
  return null;
}

async function matches(hash: PasswordHash, password: string | Uint8Array, secrets: SourceSecrets): Promise<boolean> {
  try {
    return await verifyHash(hash, password, secrets);
  } catch (error) {
    // A variant may be impossible to compute (a salt that became too short): it is not the cause then.
    if (error instanceof UncheckableHash || error instanceof RangeError || error instanceof TypeError) return false;
    throw error;
  }
}
