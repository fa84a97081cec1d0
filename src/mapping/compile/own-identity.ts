import { USER_FIELDS } from '../../user/cidaas-fields.ts';
import type { Target } from './set-path.ts';

/** The provider of accounts that the tenant keeps itself. */
const OWN_PROVIDER = 'self';

/**
 * A user who has identities of other providers cannot keep personal fields on the account: they become the first identity,
 * the user's own. Users without other identities stay flat.
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
