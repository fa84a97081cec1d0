import { USER_FIELDS } from '../user/cidaas-fields.ts';

/** Which field of the tenant's set-up decides about a field of a user. */
export interface TenantKey {
  readonly kind: 'system' | 'custom';
  readonly key: string;
  /** The group that it stands in; when that is disabled, so is what stands in it. */
  readonly group: string | null;
}

/** What belongs to every account, whatever fields the tenant has. Source: OpenAPI of the migration API. */
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

/** By the dotted name that mappings and reports use; null for what is no matter of the field setup. */
export function tenantKey(name: string): TenantKey | null {
  if (name.startsWith(CUSTOM)) return { kind: 'custom', key: name.slice(CUSTOM.length), group: null };
  if (ACCOUNT_FIELDS.has(name) || name.startsWith('password_hash_info.') || USER_FIELDS[name] === undefined)
    return null;
  if (name.startsWith(ADDRESS)) return { kind: 'system', key: name.slice(ADDRESS.length), group: 'address' };
  return { kind: 'system', key: name, group: null };
}
