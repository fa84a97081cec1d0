import type { CidaasUser, Identifiers } from './cidaas-user.ts';
import { looksLikeHash } from './hash-shape.ts';

/**
 * What this user can be found by: of the account, else of the first identity that has it. A value that looks like a
 * password hash is left out, since identifiers end in reports.
 */
export function identifiersOf(user: CidaasUser): Identifiers {
  const found: Identifiers = {};
  take(user, found);
  for (const identity of user.identities ?? []) take(identity, found);
  return found;
}

const NAMES = ['sub', 'email', 'username', 'mobile_number'] as const;

function take(from: { readonly [name in (typeof NAMES)[number]]?: unknown }, found: Identifiers): void {
  for (const name of NAMES) {
    const value = from[name];
    if (found[name] === undefined && typeof value === 'string' && value !== '' && !looksLikeHash(value)) {
      found[name] = value;
    }
  }
}
