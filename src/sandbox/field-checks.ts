import { isObject } from '../text/is-object.ts';
import type { FieldDataType, FieldSetup } from './tenant-setup.ts';

/** Whether a value other than null is valid for its field. */
export type FieldCheck = (value: unknown) => boolean;

/** Any string, including the empty one. */
export const isString: FieldCheck = (value) => typeof value === 'string';

/** A list of strings. */
const isStringList: FieldCheck = (value) => Array.isArray(value) && value.every(isString);

/** An existing calendar date YYYY-MM-DD (not 30 February). */
export const isDate: FieldCheck = (value) => {
  const found = typeof value === 'string' ? /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(value) : null;
  if (found === null) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  // Every month has 28 days; only the rest needs a calendar.
  return day <= 28 || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
};

/** ISO 8601 with date, time and offset. */
export const isZonedInstant: FieldCheck = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/** E.164; the field of the tenant accepts 5 to 15 digits. */
export const isMobile: FieldCheck = (value) => typeof value === 'string' && /^\+[1-9]\d{4,14}$/.test(value);

/** An absolute URL. */
export const isUrl: FieldCheck = (value) => typeof value === 'string' && URL.canParse(value);

/** The states of an account that the specification lists. */
export const isStatus: FieldCheck = (value) =>
  typeof value === 'string' && /^(VERIFIED|PENDING|DELETED|DECLINED|LOCKED|COMBINED)$/.test(value);

/**
 * An e-mail address that the tenant accepts: plausible syntax, and a domain with a mail server. No DNS lookups: `.invalid`
 * and the listed domains count as undeliverable.
 */
export function emailCheck(undeliverable: ReadonlySet<string>): FieldCheck {
  return (value) => {
    if (typeof value !== 'string' || !/^[^\s@]+@([^\s@.]+\.)+[^\s@.]{2,}$/.test(value)) return false;
    const domain = value.slice(value.lastIndexOf('@') + 1).toLowerCase();
    return !domain.endsWith('.invalid') && !undeliverable.has(domain);
  };
}

/** Documented ids; the exact spelling of ARGON and HMAC ids is not documented, so any id with that prefix is valid. */
export const isPasswordHash: FieldCheck = (value) => {
  if (!isObject(value)) return false;
  const { algorithmTypeId, passwordHash, hData } = value;
  if (typeof algorithmTypeId !== 'string' || typeof passwordHash !== 'string' || passwordHash === '') return false;
  if (hData !== undefined && hData !== null && !isObject(hData)) return false;
  if (algorithmTypeId.startsWith('PBKDF2'))
    return isObject(hData) && isString(hData.salt) && isString(hData.iterations);
  return /^(BCRYPT_([1-9]|1\d|20)|ARGON.*|SHA1|SHA256|HMAC.+|CUSTOM.*)$/.test(algorithmTypeId);
};

/** `sub` and `groupId` are required; groups and roles must exist if those of the tenant are known. */
export function groupsCheck(groups: ReadonlySet<string> | null, roles: ReadonlySet<string> | null): FieldCheck {
  const areRoles = rolesCheck(roles);
  return (value) =>
    Array.isArray(value) &&
    value.every(
      (group) =>
        isObject(group) &&
        isString(group.sub) &&
        typeof group.groupId === 'string' &&
        (groups === null || groups.has(group.groupId)) &&
        (group.roles === undefined || group.roles === null || areRoles(group.roles)),
    );
}

/** A list of roles, which must exist (case-sensitive) if those of the tenant are known. */
export function rolesCheck(roles: ReadonlySet<string> | null): FieldCheck {
  return (value) =>
    Array.isArray(value) && value.every((role) => isString(role) && (roles === null || roles.has(role)));
}

/** Consents as in the schema, not as in its examples. */
export const isConsents: FieldCheck = (value) =>
  Array.isArray(value) &&
  value.every(
    (consent) =>
      isObject(consent) && isString(consent.fieldKey) && /^(ACCEPTED|REVOKED|SKIPPED)$/.test(String(consent.state)),
  );

/** The JSON value that a custom field of this type accepts. */
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
      return isString;
    case 'NUMBER':
      return (value) => typeof value === 'number';
    case 'CONSENT':
      return (value) => typeof value === 'boolean';
    // The value of a checkbox with options is a list.
    case 'CHECKBOX':
      return (value) => typeof value === 'boolean' || Array.isArray(value);
    case 'MULTISELECT':
    case 'ARRAY':
      return isStringList;
    case 'DATE':
      return (value) => isDate(value) || isZonedInstant(value);
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
