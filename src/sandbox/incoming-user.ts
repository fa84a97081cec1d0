import { isObject } from '../text/is-object.ts';
import type { Behaviour } from './behaviour.ts';
import type { FieldCheck } from './field-checks.ts';
import type { FieldRules } from './field-rules.ts';
import { DEFAULT_PROVIDER } from './stored-account.ts';

/** A user of a bulk request, in either shape, after the checks of the tenant. Values as sent; null clears a field. */
export interface IncomingUser {
  readonly sub: string | null;
  readonly account: Readonly<Record<string, unknown>>;
  readonly identities: readonly IncomingIdentity[];
}

/** An identity after the checks; `provider` defaults to the default provider. */
export type IncomingIdentity = Readonly<Record<string, unknown>> & { readonly provider: string };

/** Why a user cannot be stored, in the words of the tenant. */
export class Refusal {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** The documented message for an address that is malformed, disposable or without mail server (code 507). */
const INVALID_EMAIL = 'invalid email passed';

type Fields = Record<string, unknown>;

/** Checks a user against the field setup; leaves out fields that the tenant ignores. */
export function readUser(value: unknown, rules: FieldRules, behaviour: Behaviour): IncomingUser | Refusal {
  if (!isObject(value)) return new Refusal('a user has to be an object');
  const account = readFields(value, rules.account, behaviour);
  if (account instanceof Refusal) return account;
  if (isObject(account.customFields)) {
    const custom = readCustomFields(account.customFields, rules, behaviour);
    if (custom instanceof Refusal) return custom;
    account.customFields = custom;
  }

  const sent = value.identities ?? [value];
  if (!Array.isArray(sent) || sent.length === 0)
    return new Refusal('identities has to be a list of at least one identity');
  const identities: IncomingIdentity[] = [];
  const subs = new Set<unknown>();
  for (const one of [value, ...sent]) if (isObject(one) && one.sub != null) subs.add(one.sub);
  if (subs.size > 1) return new Refusal('identities of one account name different subs');
  const sub = subs.values().next().value ?? null;
  if (sub !== null && (typeof sub !== 'string' || sub === '')) return new Refusal('sub has to be a text');

  for (const one of sent) {
    if (!isObject(one)) return new Refusal('an identity has to be an object');
    const identity = readFields(one, rules.identity, behaviour);
    if (identity instanceof Refusal) return identity;
    if (isObject(identity.address)) identity.address = pickKeys(identity.address, rules.address);
    identities.push(Object.assign(identity, { provider: String(identity.provider ?? DEFAULT_PROVIDER) }));
  }
  if (!hasIdentifier(account, identities, rules)) {
    return new Refusal('at least one identifier (email, mobile_number or username) is needed');
  }
  return { sub, account, identities };
}

function readFields(
  sent: Readonly<Record<string, unknown>>,
  rules: ReadonlyMap<string, FieldCheck>,
  behaviour: Behaviour,
): Fields | Refusal {
  const fields: Fields = {};
  for (const key of Object.keys(sent)) {
    const check = rules.get(key);
    if (check === undefined) continue;
    const value = sent[key];
    if (value === null || check(value)) fields[key] = value;
    else if (key === 'email') return new Refusal(INVALID_EMAIL);
    else if (behaviour.wrongType === 'failed') return new Refusal(`invalid value passed for ${key}`);
  }
  return fields;
}

function readCustomFields(
  sent: Readonly<Record<string, unknown>>,
  rules: FieldRules,
  behaviour: Behaviour,
): Fields | Refusal {
  return rules.custom === null ? { ...sent } : readFields(sent, rules.custom, behaviour);
}

function pickKeys(sent: Readonly<Record<string, unknown>>, keys: ReadonlySet<string>): Fields {
  return Object.fromEntries(Object.entries(sent).filter(([key]) => keys.has(key)));
}

function hasIdentifier(account: Fields, identities: readonly IncomingIdentity[], rules: FieldRules): boolean {
  if (identities.some((one) => one.email || one.username || one.mobile_number)) return true;
  const custom = account.customFields;
  return isObject(custom) && rules.customIdentifiers.some((key) => Boolean(custom[key]));
}
