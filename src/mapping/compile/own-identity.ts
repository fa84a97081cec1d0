import { USER_FIELDS } from '../../user/cidaas-fields.ts';
import type { CidaasUser } from '../../user/cidaas-user.ts';
import { OWN_PROVIDER } from '../../user/identity-keys.ts';
import type { Target } from './set-path.ts';

/**
 * A user with identities of other providers cannot have personal fields on the account: these become the first identity, the
 * user's own. Users without other identities stay flat.
 */
export function withOwnIdentity(user: Target): Target {
  const { identities } = user;
  if (!Array.isArray(identities)) return user;
  const account: Target = {};
  const own: Target = {};
  for (const [key, value] of Object.entries(user)) {
    if (key === 'address' || USER_FIELDS[key]?.level === 'identity') own[key] = value;
    else account[key] = value;
  }
  if (Object.keys(own).some((key) => key !== 'provider'))
    account.identities = [{ provider: OWN_PROVIDER, ...own }, ...(identities as unknown[])];
  return account;
}

/** Gives memberships the user's own sub, which the bulk API requires in each of them. */
export function withGroupSubs(user: Target): CidaasUser {
  const { sub, groups } = user;
  if (typeof sub === 'string' && Array.isArray(groups)) {
    for (const group of groups as Target[]) group.sub ??= sub;
  }
  return user as CidaasUser;
}
