import { isObject } from '../text/is-object.ts';
import type { Behaviour } from './behaviour.ts';
import type { IncomingIdentity, IncomingUser } from './incoming-user.ts';
import type { StoredAccount, StoredIdentity } from './stored-account.ts';

type Fields = Record<string, unknown>;

/** Merges a user into the stored account (null for a new one). Does not change its arguments. */
export function mergeAccount(
  stored: StoredAccount | null,
  sub: string,
  user: IncomingUser,
  behaviour: Behaviour,
): StoredAccount {
  const base = behaviour.absentField === 'kept' ? stored : null;
  const account: Fields = { ...base };
  for (const key of Object.keys(user.account)) {
    const value = user.account[key];
    if (key === 'password_hash_info' && stored?.password_hash_info && behaviour.resentHash === 'ignored') continue;
    write(account, key, mergeValue(key, account[key], value, behaviour), behaviour);
  }
  const identities = mergeIdentities(base?.identities ?? [], user.identities, behaviour);
  // Every value has passed the check of its field in `readUser`.
  const checked = account as Partial<StoredAccount>;
  return { sub, userStatus: 'VERIFIED', ...checked, identities };
}

function mergeIdentities(
  stored: readonly StoredIdentity[],
  sent: readonly IncomingIdentity[],
  behaviour: Behaviour,
): StoredIdentity[] {
  const merged = [...stored];
  for (const identity of sent) {
    const at = merged.findIndex((one) => isSameIdentity(one, identity));
    const fields: Fields = { ...merged[at] };
    for (const key of Object.keys(identity)) {
      write(fields, key, mergeValue(key, fields[key], identity[key], behaviour), behaviour);
    }
    const complete: StoredIdentity = { ...fields, provider: identity.provider };
    if (at < 0) merged.push(complete);
    else merged[at] = complete;
  }
  return merged;
}

/** A provider can have an account twice, under two ids. */
function isSameIdentity(stored: StoredIdentity, sent: IncomingIdentity): boolean {
  if (stored.provider !== sent.provider) return false;
  const id = sent.providerUserId;
  return id == null || stored.providerUserId == null || stored.providerUserId === id;
}

function mergeValue(key: string, stored: unknown, sent: unknown, behaviour: Behaviour): unknown {
  switch (key) {
    case 'address':
    case 'customFields': {
      if (!isObject(sent)) return sent;
      const fields: Fields = behaviour[key] === 'merge' && isObject(stored) ? { ...stored } : {};
      for (const part of Object.keys(sent)) write(fields, part, sent[part], behaviour);
      return Object.keys(fields).length === 0 ? null : fields;
    }
    case 'roles':
      return mergeList(stored, sent, behaviour.roles, (role) => role);
    case 'groups':
      return mergeList(stored, sent, behaviour.groups, (group) => isObject(group) && group.groupId);
    case 'consents':
      return mergeList(stored, sent, behaviour.consents, (consent) => isObject(consent) && consent.fieldKey);
    default:
      return sent;
  }
}

function mergeList(
  stored: unknown,
  sent: unknown,
  how: 'merge' | 'replace',
  keyOf: (item: unknown) => unknown,
): unknown {
  if (!Array.isArray(sent) || !Array.isArray(stored) || how === 'replace') return sent;
  const merged = new Map<unknown, unknown>(stored.map((item) => [keyOf(item), item]));
  for (const item of sent) merged.set(keyOf(item), item);
  return [...merged.values()];
}

function write(fields: Fields, key: string, value: unknown, behaviour: Behaviour): void {
  if (value !== null) fields[key] = value;
  else if (behaviour.nullField === 'clears') delete fields[key];
}
