import { openTenantValue, type TenantValue } from '../tenant/tenant-value.ts';
import { isObject } from '../text/is-object.ts';
import type { CidaasUser, Group, Identity } from '../user/cidaas-user.ts';

/** A user as returned by the tenant: fields of the account with a list of identities, or all fields flat. */
type TenantUser = Readonly<Record<string, unknown>>;

/** Fields that the tenant does not return, or sets itself, or that are compared separately. */
const NOT_COMPARED = new Set([
  'sub',
  'password_hash_info',
  'identities',
  'identityId',
  'provider',
  'groups',
  'roles',
  'consents',
]);
const CASE_INSENSITIVE = new Set(['email', 'username']);

/**
 * The fields (dotted paths) that the tenant stores differently from what was sent, including fields that it ignored. Tolerant
 * where tenants normalize values: extra roles and groups, letter case of identifiers, precision of times. Password hashes and
 * consents are not compared, since the tenant does not return them.
 */
export function storedMismatches(sent: CidaasUser, stored: TenantValue): string[] {
  const value = openTenantValue(stored);
  const shown: TenantUser = isObject(value) ? value : {};
  const identities = listOf(shown.identities);
  const own = identityOf(identities, sent.provider ?? 'self') ?? {};
  const found = compare(sent, { ...own, ...shown });
  for (const identity of sent.identities ?? []) {
    const provider = identity.provider ?? 'self';
    const theirs = identityOf(identities, provider);
    const place = `identities.${printableKey(provider)}`;
    if (theirs === undefined) found.push(place);
    else for (const field of compare(identity, theirs)) found.push(`${place}.${field}`);
  }
  if (!listOf(sent.roles).every((role) => listOf(shown.roles).includes(role))) found.push('roles');
  if (!(sent.groups ?? []).every((group) => isMember(group, listOf(shown.groups)))) found.push('groups');
  return found;
}

function compare(sent: CidaasUser | Identity, shown: TenantUser): string[] {
  const entries = Object.entries(sent).filter(([field]) => !NOT_COMPARED.has(field));
  return entries.flatMap(([field, value]) =>
    isSame(field, value, shown[field]) ? [] : differingPaths(field, value, shown[field]),
  );
}

/** For an object, only the parts that differ. */
function differingPaths(field: string, sent: unknown, shown: unknown): string[] {
  if (!isObject(sent)) return [field];
  const theirs = isObject(shown) ? shown : {};
  return Object.entries(sent).flatMap(([key, value]) =>
    isSame(key, value, theirs[key]) ? [] : [`${field}.${printableKey(key)}`],
  );
}

/** Names of providers and custom fields may come from the export. */
function printableKey(key: string): string {
  const isName = /^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u.test(key) && !/\d{5}|[\da-f]{16}/i.test(key);
  return isName ? key : '***';
}

function isSame(field: string, sent: unknown, shown: unknown): boolean {
  const value = unwrap(shown);
  if (sent === null) return value === undefined || value === null || value === '';
  if (typeof sent === 'string' && typeof value === 'string') return sent === value || sameText(field, sent, value);
  if (Array.isArray(sent))
    return (
      Array.isArray(value) && sent.length === value.length && sent.every((one, at) => isSame(field, one, value[at]))
    );
  if (isObject(sent))
    return isObject(value) && Object.entries(sent).every(([key, one]) => isSame(key, one, value[key]));
  return sent === value;
}

function sameText(field: string, sent: string, shown: string): boolean {
  if (CASE_INSENSITIVE.has(field)) return sent.toLowerCase() === shown.toLowerCase();
  // A date may be returned as a date and time, and a time in another precision.
  const isTime = /^\d{4}-\d\d-\d\d/.test(sent) && /^\d{4}-\d\d-\d\d/.test(shown);
  return isTime && (Date.parse(sent) === Date.parse(shown) || (sent.length === 10 && shown.startsWith(sent)));
}

/** Other APIs of cidaas wrap custom fields as `{value}` or `{fieldKey, value}`. */
function unwrap(shown: unknown): unknown {
  return isObject(shown) && 'value' in shown && Object.keys(shown).every((key) => key === 'value' || key === 'fieldKey')
    ? shown.value
    : shown;
}

function isMember({ groupId, roles = [] }: Group, shown: readonly unknown[]): boolean {
  const group = shown.filter(isObject).find((one) => one.groupId === groupId);
  return group !== undefined && roles.every((role) => listOf(group.roles).includes(role));
}

function identityOf(identities: readonly unknown[], provider: string): TenantUser | undefined {
  return identities.filter(isObject).find((identity) => (identity.provider ?? 'self') === provider);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
