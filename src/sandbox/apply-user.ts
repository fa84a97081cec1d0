import { createHash } from 'node:crypto';
import { type AccountStore, identifierKey, type StoreRecord } from './account-store.ts';
import type { Behaviour } from './behaviour.ts';
import type { FieldRules } from './field-rules.ts';
import { type IncomingUser, Refusal } from './incoming-user.ts';
import { mergeAccount } from './merge-account.ts';
import type { StoredAccount } from './stored-account.ts';

/** A user that was stored; `previous` undoes it. */
export interface Applied {
  readonly state: 'CREATED' | 'UPDATED';
  readonly sub: string;
  readonly previous: StoreRecord | undefined;
}

/** Kinds of identifier that lead to an account, besides custom fields of the type USERNAME. */
export const IDENTIFIER_KINDS = ['email', 'username', 'mobile_number', 'providerUserId'] as const;

/**
 * Creates or updates a user: found by its sub, otherwise by its identifiers in the same provider, otherwise a new account
 * with a sub derived from `seed` and the identifiers. Refused if identifiers belong to another account: people are never merged.
 */
export function applyUser(
  store: AccountStore,
  user: IncomingUser,
  rules: FieldRules,
  behaviour: Behaviour,
  seed: number,
): Applied | Refusal {
  const sub = user.sub ?? findSub(store, user, rules, seed);
  if (sub instanceof Refusal) return sub;
  const held = store.get(sub);
  const stored = held?.account ?? null;
  if (stored?.password_hash_info && user.account.password_hash_info && behaviour.resentHash === 'fails') {
    return new Refusal('password of an existing user cannot be overwritten');
  }
  const account = mergeAccount(stored, sub, user, behaviour);
  const keys = identifierKeys(account, rules);
  for (const key of keys) {
    const owner = store.owner(key);
    if (owner !== undefined && owner !== account.sub) return new Refusal('identifier belongs to another user');
  }
  return { state: held === undefined ? 'CREATED' : 'UPDATED', sub: account.sub, previous: store.put(account, keys) };
}

function findSub(store: AccountStore, user: IncomingUser, rules: FieldRules, seed: number): string | Refusal {
  const keys = identifierKeys(user, rules);
  const owners = new Set<string>();
  for (const key of keys) {
    const owner = store.owner(key);
    if (owner !== undefined) owners.add(owner);
  }
  if (owners.size > 1) return new Refusal('identifiers belong to different users');
  return owners.values().next().value ?? newSub(store, keys, seed);
}

/** Derived from the identifiers, so that it does not depend on the order of requests. */
function newSub(store: AccountStore, keys: readonly string[], seed: number): string {
  for (let attempt = 0; ; attempt++) {
    const hex = createHash('sha256')
      .update(JSON.stringify([seed, attempt, keys]))
      .digest('hex');
    const sub = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    // Used by an account that had these identifiers before.
    if (store.get(sub) === undefined) return sub;
  }
}

function identifierKeys(user: IncomingUser | StoredAccount, rules: FieldRules): string[] {
  const keys: string[] = [];
  for (const identity of user.identities) {
    for (const kind of IDENTIFIER_KINDS) {
      const value = identity[kind];
      if (typeof value === 'string' && value !== '') keys.push(identifierKey(kind, identity.provider, value));
    }
  }
  if (rules.customIdentifiers.length > 0) {
    const custom = 'account' in user ? user.account.customFields : user.customFields;
    for (const kind of rules.customIdentifiers) {
      const value = (custom as Readonly<Record<string, unknown>> | null | undefined)?.[kind];
      if (typeof value === 'string' && value !== '') keys.push(identifierKey(`customFields.${kind}`, '*', value));
    }
  }
  return keys;
}
