import { isObject } from '../text/is-object.ts';
import {
  customFieldCheck,
  emailCheck,
  type FieldCheck,
  groupsCheck,
  isConsents,
  isDate,
  isMobile,
  isPasswordHash,
  isStatus,
  isString,
  isUrl,
  isZonedInstant,
  rolesCheck,
} from './field-checks.ts';
import { allFields, BUILT_IN_GROUPS, type TenantSetup } from './tenant-setup.ts';

/** The checks of the tenant's fields. A key without a check is unknown or disabled, and ignored. */
export interface FieldRules {
  readonly account: ReadonlyMap<string, FieldCheck>;
  readonly identity: ReadonlyMap<string, FieldCheck>;
  readonly address: ReadonlySet<string>;
  /** Null if every custom field is accepted. */
  readonly custom: ReadonlyMap<string, FieldCheck> | null;
  /** Identifiers besides email, username and mobile_number: custom fields of the type USERNAME. */
  readonly customIdentifiers: readonly string[];
}

/** Compiles the setup of a tenant to field checks; once per sandbox. */
export function compileFieldRules(setup: TenantSetup): FieldRules {
  const fields = allFields(setup);
  const disabled = new Set(fields.filter((field) => !field.enabled).map((field) => field.fieldKey));
  const custom = fields.filter((field) => field.fieldType === 'CUSTOM' && field.enabled);
  const roles = setup.roles === null ? null : new Set(setup.roles);
  const groups =
    setup.groups === null ? null : new Set([...BUILT_IN_GROUPS, ...setup.groups].map((group) => group.groupId));
  const enabled = (rules: readonly (readonly [string, FieldCheck])[]) =>
    new Map(rules.filter(([key]) => !disabled.has(key)));

  return {
    account: enabled([
      ['userStatus', isStatus],
      ['user_status_reason', isString],
      ['customFields', isObject],
      ['password_hash_info', isPasswordHash],
      ['mfa_enabled', (value) => typeof value === 'boolean'],
      ['roles', rolesCheck(roles)],
      ['groups', groupsCheck(groups, roles)],
      ['consents', isConsents],
      ['createdTime', isZonedInstant],
      ['lastLoggedInTime', isZonedInstant],
    ]),
    identity: enabled([
      ['identityId', isString],
      ['provider', isString],
      ['providerUserId', isString],
      ['username', isString],
      ['email', emailCheck(new Set(setup.undeliverableDomains))],
      ['mobile_number', isMobile],
      ['phone_number', isString],
      ['given_name', isString],
      ['family_name', isString],
      ['middle_name', isString],
      ['nickname', isString],
      ['gender', isString],
      ['birthdate', isDate],
      ['locale', isString],
      ['zoneinfo', isString],
      ['profile', isUrl],
      ['picture', isUrl],
      ['website', isUrl],
      ['address', (value) => isObject(value) && Object.values(value).every((part) => part === null || isString(part))],
    ]),
    address: new Set(
      ['formatted', 'street_address', 'locality', 'region', 'postal_code', 'country'].filter(
        (key) => !disabled.has(key),
      ),
    ),
    custom: setup.fields === null ? null : new Map(custom.map((field) => [field.fieldKey, customFieldCheck(field)])),
    customIdentifiers: custom.filter((field) => field.dataType === 'USERNAME').map((field) => field.fieldKey),
  };
}
