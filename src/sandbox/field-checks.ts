import type { FieldDataType, FieldSetup } from './tenant-setup.ts';

/** Whether a value that is not null fits its field. */
export type FieldCheck = (value: unknown) => boolean;

/** Any text, the empty one too. */
export const isText: FieldCheck = (value) => typeof value === 'string';

/** A JSON object, no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of texts. */
const isTextList: FieldCheck = (value) => Array.isArray(value) && value.every(isText);

/** Calendar date YYYY-MM-DD; a date that does not exist (30 February) is none. */
export const isDate: FieldCheck = (value) => {
  const found = typeof value === 'string' ? /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(value) : null;
  if (found === null) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  // Every month has 28 days; only for the rest is a calendar worth its time.
  return day <= 28 || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
};

/** ISO 8601 with date, time and zone. */
export const isInstant: FieldCheck = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/** E.164; the field of the tenant takes 5 to 15 digits. */
export const isMobile: FieldCheck = (value) => typeof value === 'string' && /^\+[1-9]\d{4,14}$/.test(value);

/** An absolute URL. */
export const isUrl: FieldCheck = (value) => typeof value === 'string' && URL.canParse(value);

/** The states of an account that the specification lists. */
export const isStatus: FieldCheck = (value) =>
  typeof value === 'string' && /^(VERIFIED|PENDING|DELETED|DECLINED|LOCKED|COMBINED)$/.test(value);

/**
 * An e-mail address that the tenant takes: plausible syntax (longer or stranger ones are the planner's to judge), and a
 * domain that has a mail server. No name is ever looked up: undeliverable are `.invalid` and the listed domains.
 */
export function emailCheck(undeliverable: ReadonlySet<string>): FieldCheck {
  return (value) => {
    if (typeof value !== 'string' || !/^[^\s@]+@([^\s@.]+\.)+[^\s@.]{2,}$/.test(value)) return false;
    const domain = value.slice(value.lastIndexOf('@') + 1).toLowerCase();
    return !domain.endsWith('.invalid') && !undeliverable.has(domain);
  };
}

/** Ids as documented: the exact spelling of ARGON and HMAC ids is not, so any with that prefix passes. */
export const isPasswordHash: FieldCheck = (value) => {
  if (!isObject(value)) return false;
  const { algorithmTypeId, passwordHash, hData } = value;
  if (typeof algorithmTypeId !== 'string' || typeof passwordHash !== 'string' || passwordHash === '') return false;
  if (hData !== undefined && hData !== null && !isObject(hData)) return false;
  if (algorithmTypeId.startsWith('PBKDF2')) return isObject(hData) && isText(hData.salt) && isText(hData.iterations);
  return /^(BCRYPT_([1-9]|1\d|20)|ARGON.*|SHA1|SHA256|HMAC.+|CUSTOM.*)$/.test(algorithmTypeId);
};

/** `sub` and `groupId` are required; groups and roles have to exist when the tenant's are known. */
export function groupsCheck(groups: ReadonlySet<string> | null, roles: ReadonlySet<string> | null): FieldCheck {
  const isRoles = rolesCheck(roles);
  return (value) =>
    Array.isArray(value) &&
    value.every(
      (group) =>
        isObject(group) &&
        isText(group.sub) &&
        typeof group.groupId === 'string' &&
        (groups === null || groups.has(group.groupId)) &&
        (group.roles === undefined || group.roles === null || isRoles(group.roles)),
    );
}

/** A list of roles; they have to exist, in the same case, when the tenant's are known. */
export function rolesCheck(roles: ReadonlySet<string> | null): FieldCheck {
  return (value) => Array.isArray(value) && value.every((role) => isText(role) && (roles === null || roles.has(role)));
}

/** The form of the schema, not that of its examples. */
export const isConsents: FieldCheck = (value) =>
  Array.isArray(value) &&
  value.every(
    (consent) =>
      isObject(consent) && isText(consent.fieldKey) && /^(ACCEPTED|REVOKED|SKIPPED)$/.test(String(consent.state)),
  );

/** The JSON value that a custom field of this type takes. */
export function customFieldCheck(field: FieldSetup): FieldCheck {
  const type = typeCheck(field.dataType);
  if (field.options === undefined) return type;
  const options = new Set<unknown>(field.options);
  return (value) => type(value) && (Array.isArray(value) ? value.every((one) => options.has(one)) : options.has(value));
}

function typeCheck(dataType: FieldDataType): FieldCheck {
  switch (dataType) {
    case 'TEXT':
    case 'TEXTAREA':
    case 'SELECT':
    case 'RADIO':
    case 'EMAIL':
    case 'USERNAME':
      return isText;
    case 'NUMBER':
      return (value) => typeof value === 'number';
    case 'CONSENT':
      return (value) => typeof value === 'boolean';
    // A checkbox with options holds a list.
    case 'CHECKBOX':
      return (value) => typeof value === 'boolean' || Array.isArray(value);
    case 'MULTISELECT':
    case 'ARRAY':
      return isTextList;
    case 'DATE':
      return (value) => isDate(value) || isInstant(value);
    case 'DAYDATE':
      return isDate;
    case 'URL':
      return isUrl;
    case 'MOBILE':
      return isMobile;
    case 'JSON_STRING':
      return isJsonText;
    case 'GROUPING':
      return () => false;
    default:
      return dataType satisfies never;
  }
}

const isJsonText: FieldCheck = (value) => {
  if (typeof value !== 'string') return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
};
