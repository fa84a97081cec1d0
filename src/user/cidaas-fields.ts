import { didYouMean } from '../text/nearest.ts';

/** What a field holds; decides how a value is converted and which rule checks it afterwards. */
export type FieldType =
  | 'text'
  | 'email'
  | 'phone'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'locale'
  | 'zone'
  | 'url'
  | 'list'
  | 'groups'
  | 'consents'
  | 'identities'
  | 'custom';

export interface FieldKind {
  readonly type: FieldType;
  /** Where the field belongs when a user has `identities`; `both` only for `sub`. In the flat shape all are at one level. */
  readonly level: 'account' | 'identity' | 'both';
  /** May be null, which asks the tenant to clear it. */
  readonly clearable: boolean;
}

/** An object that has fields: a flat user, the account of a user with identities, and the entries of its lists. */
export type Shape = 'user' | 'account' | 'identity' | 'group' | 'consent';

/** A field of a shape, by the dotted name that mappings and reports use. */
export interface CidaasField extends FieldKind {
  readonly name: string;
  /** The keys that lead to it; only the first dot of `customFields.a.b` separates keys, the rest is the tenant's field key. */
  readonly path: readonly string[];
}

const identityText = { type: 'text', level: 'identity', clearable: true } as const;
const accountText = { type: 'text', level: 'account', clearable: true } as const;
const hashText = { type: 'text', level: 'account', clearable: false } as const;
const entryText = { type: 'text', level: 'both', clearable: false } as const;

/** Every documented field of a user entity but the custom ones. Source: OpenAPI of the migration API, user migration docs. */
export const USER_FIELDS: { readonly [name: string]: FieldKind } = {
  sub: { type: 'text', level: 'both', clearable: false },
  identityId: identityText,
  username: identityText,
  email: { type: 'email', level: 'identity', clearable: true },
  mobile_number: { type: 'phone', level: 'identity', clearable: true },
  phone_number: identityText,
  given_name: identityText,
  family_name: identityText,
  middle_name: identityText,
  nickname: identityText,
  gender: identityText,
  birthdate: { type: 'date', level: 'identity', clearable: true },
  locale: { type: 'locale', level: 'identity', clearable: true },
  profile: { type: 'url', level: 'identity', clearable: true },
  picture: { type: 'url', level: 'identity', clearable: true },
  website: { type: 'url', level: 'identity', clearable: true },
  zoneinfo: { type: 'zone', level: 'identity', clearable: true },
  'address.formatted': identityText,
  'address.street_address': identityText,
  'address.locality': identityText,
  'address.region': identityText,
  'address.postal_code': identityText,
  'address.country': identityText,
  provider: identityText,
  providerUserId: identityText,
  userStatus: { type: 'text', level: 'account', clearable: false },
  user_status_reason: accountText,
  'password_hash_info.algorithmTypeId': hashText,
  'password_hash_info.passwordHash': hashText,
  'password_hash_info.hData.salt': hashText,
  'password_hash_info.hData.iterations': hashText,
  'password_hash_info.hData.keylen': hashText,
  mfa_enabled: { type: 'boolean', level: 'account', clearable: true },
  roles: { type: 'list', level: 'account', clearable: true },
  groups: { type: 'groups', level: 'account', clearable: true },
  consents: { type: 'consents', level: 'account', clearable: true },
  createdTime: { type: 'instant', level: 'account', clearable: true },
  lastLoggedInTime: { type: 'instant', level: 'account', clearable: true },
  identities: { type: 'identities', level: 'account', clearable: false },
};

const GROUP_FIELDS: { readonly [name: string]: FieldKind } = {
  sub: entryText,
  groupId: entryText,
  roles: { type: 'list', level: 'both', clearable: false },
};

const CONSENT_FIELDS: { readonly [name: string]: FieldKind } = {
  fieldKey: entryText,
  state: entryText,
  consentId: entryText,
  versionId: entryText,
  time: { type: 'instant', level: 'both', clearable: false },
};

const CUSTOM_PREFIX = 'customFields.';
/** A tenant's field key: printable, and none of the names that would reach into the prototype of an object. */
const CUSTOM_KEY = /^(?!__proto__$|constructor$|prototype$)[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u;

/** The field that `name` is in `shape`, or undefined. Custom fields belong to the account. */
export function findField(shape: Shape, name: string): CidaasField | undefined {
  const fields = fieldsOf(shape);
  if (Object.hasOwn(fields, name)) {
    const kind = fields[name];
    if (kind === undefined || !isFieldOf(kind, shape)) return undefined;
    return { name, path: name.split('.'), ...kind };
  }
  if ((shape === 'user' || shape === 'account') && name.startsWith(CUSTOM_PREFIX)) {
    const key = name.slice(CUSTOM_PREFIX.length);
    if (CUSTOM_KEY.test(key)) {
      return { name, path: ['customFields', key], type: 'custom', level: 'account', clearable: true };
    }
  }
  return undefined;
}

/** The names of a shape's fields, without `customFields.…`. */
export function fieldNames(shape: Shape): string[] {
  return Object.entries(fieldsOf(shape))
    .filter(([, kind]) => isFieldOf(kind, shape))
    .map(([name]) => name);
}

/** Why `name` is not a field of `shape`, in two sentences at most: what it is, or which name was probably meant. */
export function explainUnknown(shape: Shape, name: string): string {
  if (shape === 'account' && Object.hasOwn(USER_FIELDS, name)) {
    return `"${name}" belongs in an entry of \`identities\` when a mapping has them.`;
  }
  if (shape === 'identity' && (Object.hasOwn(USER_FIELDS, name) || name.startsWith(CUSTOM_PREFIX))) {
    return `"${name}" belongs to the account: put it under \`fields\`.`;
  }
  if (name === 'password' || name === 'password_echo') {
    return `"${name}" is rejected: clear-text passwords are never sent. Map a hash to password_hash_info.algorithmTypeId and password_hash_info.passwordHash.`;
  }
  if (name === 'address' || name === 'customFields' || name === 'password_hash_info') {
    const example = { address: 'postal_code', customFields: 'customer_no', password_hash_info: 'passwordHash' }[name];
    return `"${name}" has fields of its own: name one with a dot, such as ${name}.${example}.`;
  }
  if (shape === 'group' || shape === 'consent') {
    return `"${name}" is not a field of a ${shape}, whose fields are ${fieldNames(shape).join(', ')}.`;
  }
  const unknown = UNDOCUMENTED.includes(name)
    ? `"${name}" is not in any documented version of the bulk API, so it is not sent.`
    : `"${name}" is not a cidaas field.`;
  return unknown + didYouMean(name, fieldNames(shape));
}

/** Seen in examples and SDKs only. */
const UNDOCUMENTED: readonly string[] = [
  'generate_password',
  'need_reset_password',
  'rawJSON',
  'trackId',
  'no_event',
  'consent_track_ids',
  'ignore_default_roles',
  'street_address',
  'mobile_number_obj',
  'phone_number_obj',
  'email_verified',
  'mobile_number_verified',
  'phone_number_verified',
  'identityCustomFields',
  'providerBusinessIds',
  'originalProviderUserId',
  'user_status',
];

function fieldsOf(shape: Shape): { readonly [name: string]: FieldKind } {
  switch (shape) {
    case 'user':
    case 'account':
    case 'identity':
      return USER_FIELDS;
    case 'group':
      return GROUP_FIELDS;
    case 'consent':
      return CONSENT_FIELDS;
  }
}

function isFieldOf(kind: FieldKind, shape: Shape): boolean {
  if (kind.level === 'both' || shape === 'user') return true;
  return kind.level === (shape === 'identity' ? 'identity' : 'account');
}
