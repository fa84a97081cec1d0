import { USER_FIELDS } from '../user/cidaas-fields.ts';

/** The field of the tenant's field setup that applies to a field of a user. */
export interface TenantKey {
  readonly kind: 'system' | 'custom';
  readonly key: string;
  /** The field group; when it is disabled, so are its fields. */
  readonly group: string | null;
}

/** Fields that every account has, regardless of the field setup. Source: OpenAPI of the migration API. */
const ACCOUNT_FIELDS: ReadonlySet<string> = new Set([
  'sub',
  'identityId',
  'provider',
  'providerUserId',
  'userStatus',
  'user_status_reason',
  'mfa_enabled',
  'roles',
  'groups',
  'consents',
  'identities',
]);
const CUSTOM = 'customFields.';
const ADDRESS = 'address.';

/** Looks up the dotted name of mappings and reports; null for fields that the field setup does not cover. */
export function tenantKey(name: string): TenantKey | null {
  if (name.startsWith(CUSTOM)) return { kind: 'custom', key: name.slice(CUSTOM.length), group: null };
  if (ACCOUNT_FIELDS.has(name) || name.startsWith('password_hash_info.') || USER_FIELDS[name] === undefined)
    return null;
  if (name.startsWith(ADDRESS)) return { kind: 'system', key: name.slice(ADDRESS.length), group: 'address' };
  return { kind: 'system', key: name, group: null };
}
