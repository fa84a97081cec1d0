/** A field of the tenant's field setup. Keys as in cidaas, except `options` for the list of option keys. */
export interface FieldSetup {
  readonly fieldKey: string;
  readonly fieldType: 'SYSTEM' | 'CUSTOM';
  readonly dataType: FieldDataType;
  /** A disabled field is ignored. */
  readonly enabled: boolean;
  readonly required?: boolean;
  /** Option keys of SELECT, RADIO and MULTISELECT. */
  readonly options?: readonly string[];
}

/** Data types of the field setup. */
export type FieldDataType =
  | 'TEXT'
  | 'TEXTAREA'
  | 'NUMBER'
  | 'SELECT'
  | 'MULTISELECT'
  | 'RADIO'
  | 'CHECKBOX'
  | 'DATE'
  | 'DAYDATE'
  | 'URL'
  | 'EMAIL'
  | 'MOBILE'
  | 'CONSENT'
  | 'JSON_STRING'
  | 'USERNAME'
  | 'ARRAY'
  | 'GROUPING';

/** A user group; its type determines which roles it may have. */
export interface GroupSetup {
  readonly groupId: string;
  readonly groupType: string;
}

/** A group type, and which roles members may have. Keys as in cidaas. */
interface GroupTypeSetup {
  readonly groupType: string;
  readonly roleMode: 'any_roles' | 'no_roles' | 'allowed_roles' | 'roles_required';
  readonly allowedRoles?: readonly string[];
}

/** The groups that every tenant has. */
export const BUILT_IN_GROUPS: readonly GroupSetup[] = [
  { groupId: 'CIDAAS_USERS', groupType: 'CIDAAS_USERS' },
  { groupId: 'CIDAAS_ADMINS', groupType: 'CIDAAS_ADMINS' },
];

/** The setup of the tenant by its administrator. */
export interface TenantSetup {
  /**
   * System fields that differ from the default, and all custom fields; null accepts every custom field. Parts of the setup
   * that are null cannot be read back.
   */
  readonly fields: readonly FieldSetup[] | null;
  /** Roles that exist (case-sensitive); null accepts any. */
  readonly roles: readonly string[] | null;
  /** Groups that exist; null accepts any. */
  readonly groups: readonly GroupSetup[] | null;
  /** Types of groups; null allows every role in every group. */
  readonly groupTypes: readonly GroupTypeSetup[] | null;
  /** Domains of e-mail addresses that are disposable or have no mail server, refused like everything under `.invalid`. */
  readonly undeliverableDomains: readonly string[];
}

/** A tenant in which everything is enabled and accepted. */
export function defaultSetup(): TenantSetup {
  return { fields: null, roles: null, groups: null, groupTypes: null, undeliverableDomains: ['no-mail.example.net'] };
}

/** All fields of the tenant: system fields, replaced by those of the setup, then custom fields. */
export function allFields(setup: TenantSetup): FieldSetup[] {
  const own = new Map((setup.fields ?? []).map((field) => [field.fieldKey, field]));
  const system = SYSTEM_FIELDS.map(([fieldKey, dataType]): FieldSetup => {
    const field = own.get(fieldKey);
    return field?.fieldType === 'SYSTEM' ? field : { fieldKey, fieldType: 'SYSTEM', dataType, enabled: true };
  });
  return [...system, ...(setup.fields ?? []).filter((field) => field.fieldType === 'CUSTOM')];
}

const SYSTEM_FIELDS: readonly (readonly [string, FieldDataType])[] = [
  ['email', 'EMAIL'],
  ['username', 'USERNAME'],
  ['mobile_number', 'MOBILE'],
  ['phone_number', 'TEXT'],
  ['given_name', 'TEXT'],
  ['family_name', 'TEXT'],
  ['middle_name', 'TEXT'],
  ['nickname', 'TEXT'],
  ['gender', 'TEXT'],
  ['birthdate', 'DATE'],
  ['locale', 'TEXT'],
  ['zoneinfo', 'TEXT'],
  ['profile', 'URL'],
  ['picture', 'URL'],
  ['website', 'URL'],
  ['address', 'TEXT'],
  ['formatted', 'TEXT'],
  ['street_address', 'TEXT'],
  ['locality', 'TEXT'],
  ['region', 'TEXT'],
  ['postal_code', 'TEXT'],
  ['country', 'TEXT'],
  ['createdTime', 'DATE'],
  ['lastLoggedInTime', 'DATE'],
];
