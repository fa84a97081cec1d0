import { type Random, shuffled } from '../runtime/random.ts';
import type { CidaasUser, Identity } from '../user/cidaas-user.ts';
import type { Behaviour } from './behaviour.ts';

/** The result of one user of a bulk request. */
export interface UserResult {
  /** As sent, not validated. */
  readonly user: CidaasUser;
  readonly state: 'CREATED' | 'UPDATED' | 'FAILED';
  /** `ANONYMOUS` for a failed user, as documented. */
  readonly sub: string;
  /** Only for a failed user. */
  readonly message?: string;
}

/** An entry of `process_states`. */
export type ProcessStateEntry = Readonly<Record<string, unknown>>;

/** The code of users-srv for every problem with a user. */
export const GENERIC_CODE = 507;

/** The entries of `process_states`, in the shape and order of the tenant. */
export function processStateEntries(
  results: readonly UserResult[],
  behaviour: Behaviour,
  random: Random,
): ProcessStateEntry[] {
  const entries = results.map((result) => entryOf(result, behaviour));
  switch (behaviour.entryOrder) {
    case 'request':
      return entries;
    case 'reversed':
      return entries.reverse();
    case 'shuffled':
      return shuffled(random, entries);
    default:
      return behaviour.entryOrder satisfies never;
  }
}

function entryOf({ user, state, sub, message }: UserResult, behaviour: Behaviour): ProcessStateEntry {
  const entry: Record<string, unknown> = { sub };
  const identifier = identifierOf(user, behaviour);
  if (identifier !== undefined) entry.identifier = identifier;
  entry[behaviour.stateKey] = state;
  if (message !== undefined) {
    entry.message = behaviour.failedCode === 'in-message' ? `${GENERIC_CODE}: ${message}` : message;
    if (behaviour.failedCode === 'number') entry.code = GENERIC_CODE;
    if (behaviour.failedCode === 'string') entry.code = String(GENERIC_CODE);
  }
  return entry;
}

function identifierOf(user: CidaasUser | null, behaviour: Behaviour): unknown {
  const identity: Identity = user?.identities?.[0] ?? user ?? {};
  switch (behaviour.identifier) {
    case 'object': {
      const { email, mobile_number, username } = identity;
      return { email, mobile_number, username };
    }
    case 'email-only':
      return { email: identity.email };
    case 'string':
      return identity.email ?? identity.username ?? identity.mobile_number ?? undefined;
    case 'absent':
      return undefined;
    default:
      return behaviour.identifier satisfies never;
  }
}
