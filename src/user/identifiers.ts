import type { CidaasUser, Identifiers } from './cidaas-user.ts';
import { looksLikeHash } from './hash-shape.ts';
import { subOf } from './identity-keys.ts';

/** Fields that identify a person or an account. */
export const IDENTIFIERS: ReadonlySet<string> = new Set([
  ...['sub', 'identityId', 'providerUserId', 'email', 'username', 'mobile_number'],
]);

/**
 * What a planned user can be found by: each identifier of the account, else of the first identity that has it. For a user that
 * did not pass the rules take `reportableIdentifiers`.
 */
export function identifiersOf(user: CidaasUser): Identifiers {
  const identifiers: Identifiers = {};
  const sub = subOf(user);
  if (sub !== undefined) identifiers.sub = sub;
  for (const name of ['email', 'username', 'mobile_number'] as const) {
    const value = user[name] ?? user.identities?.find((identity) => identity[name])?.[name];
    if (typeof value === 'string') identifiers[name] = value;
  }
  return identifiers;
}

/**
 * The same for a user whom no rule has checked yet: only texts, and none that looks like a password hash, since these
 * identifiers are printed in reports.
 */
export function reportableIdentifiers(user: CidaasUser): Identifiers {
  const found: Identifiers = {};
  addReportable(user, found);
  for (const identity of user.identities ?? []) addReportable(identity, found);
  return found;
}

const NAMES = ['sub', 'email', 'username', 'mobile_number'] as const;

function addReportable(from: { readonly [name in (typeof NAMES)[number]]?: unknown }, found: Identifiers): void {
  for (const name of NAMES) {
    const value = from[name];
    if (found[name] === undefined && typeof value === 'string' && value !== '' && !looksLikeHash(value)) {
      found[name] = value;
    }
  }
}
