import { jsonObject } from './json-object.ts';
import { type Reading, readPart, type SetupCall, type SetupPart, type SetupRequests } from './setup-request.ts';
import { TenantText } from './tenant-text.ts';
import { TenantWords } from './tenant-words.ts';
import { scopesOf } from './token.ts';

/** A field as the tenant has set it up. Null: not in the answer. */
export interface TenantField {
  readonly key: TenantText;
  /** System fields are on the identity and the account, custom ones in `customFields`. */
  readonly kind: 'system' | 'custom';
  /** Null also when it is none that we know. */
  readonly dataType: FieldDataType | null;
  /** The type of a value; null also when it is none that we know. */
  readonly baseDataType: (typeof BASE_DATA_TYPES)[number] | null;
  /** A disabled field is skipped silently. */
  readonly enabled: boolean;
  readonly required: boolean;
  /** Holds no value itself but contains other fields. */
  readonly isGroup: boolean;
  /** Holds a password: it is no field that a mapping fills. */
  readonly isPassword: boolean;
  /** The keys that are allowed as values; null when any value is. */
  readonly options: TenantWords | null;
}

/** Source: Cidaas/terraform-provider-cidaas. */
const DATA_TYPES = [
  ...['TEXT', 'TEXTAREA', 'URL', 'EMAIL', 'USERNAME', 'MOBILE', 'SELECT', 'RADIO', 'NUMBER', 'CONSENT'],
  ...['CHECKBOX', 'MULTISELECT', 'ARRAY', 'DATE', 'DAYDATE', 'JSON_STRING', 'PASSWORD', 'GROUPING'],
] as const;
type FieldDataType = (typeof DATA_TYPES)[number];
const BASE_DATA_TYPES = [
  ...['string', 'double', 'float', 'number', 'integer', 'int', 'long'],
  ...['bool', 'boolean', 'array', 'datetime', 'date'],
] as const;

export interface TenantGroup {
  readonly type: TenantText | null;
}

/** Which roles the members of groups of a type may have. */
export interface TenantGroupType {
  readonly type: TenantText;
  readonly roleMode: 'any_roles' | 'no_roles' | 'allowed_roles' | 'roles_required' | null;
  readonly allowedRoles: TenantWords;
}

/**
 * Reads what an administrator has set up. Each part needs its own scope, which an app need not have: a part that cannot be
 * read is a result, not an exception. Throws only what the token source throws, and the signal's reason.
 */
export interface SetupReader {
  /** The scopes in the token; null when it has no such claim. */
  scopes(signal: AbortSignal): Promise<TenantWords | null>;
  fields(signal: AbortSignal): Promise<Reading<readonly TenantField[]>>;
  /** One field by its key; null when there is none. */
  field(key: string, signal: AbortSignal): Promise<Reading<TenantField | null>>;
  /** The names of all roles. */
  roles(signal: AbortSignal): Promise<Reading<TenantWords>>;
  /** One group by its id; null when there is none. */
  group(id: string, signal: AbortSignal): Promise<Reading<TenantGroup | null>>;
  groupTypes(signal: AbortSignal): Promise<Reading<readonly TenantGroupType[]>>;
}

/**
 * The calls, newest first; an older tenant serves the next one. Source: Cidaas/terraform-provider-cidaas (3.5) and
 * docs.cidaas.com (3.102).
 */
export function createSetupReader(requests: SetupRequests): SetupReader {
  const all = <T>(
    calls: readonly SetupCall[],
    scope: string,
    row: (row: unknown) => T | null,
  ): SetupPart<readonly T[]> => {
    return { calls, scope, read: listOf(row), absent: null };
  };
  const single = <T>(path: string, scope: string, row: (row: unknown) => T | null): SetupPart<T | null> => {
    return { calls: [get(path)], scope, read: oneOf(row), absent: { value: null } };
  };
  const fields = nonEmpty(
    all([post('/fieldsetup-srv/graph/fields'), get('/registration-setup-srv/fields/list')], FIELDS, readField),
  );
  const roles = all([post('/groups-srv/graph/roles'), get('/groups-srv/graph/roles')], 'cidaas:roles_read', readRole);
  const types = all([post('/groups-srv/graph/grouptypes')], 'cidaas:group_type_read', readGroupType);
  const field = (key: string) =>
    single(`/fieldsetup-srv/fields/${encodeURIComponent(key.toWellFormed())}`, FIELDS, readField);
  const group = (id: string) =>
    single(`/groups-srv/usergroups/${encodeURIComponent(id.toWellFormed())}`, 'cidaas:groups_read', readGroup);
  return {
    scopes: async (signal) => {
      const scopes = scopesOf(await requests.tokens.get(signal));
      return scopes === null ? null : new TenantWords(scopes);
    },
    fields: (signal) => readPart(requests, fields, signal),
    field: (key, signal) => readPart(requests, field(key), signal),
    roles: async (signal) => {
      const reading = await readPart(requests, roles, signal);
      return reading.kind === 'read' ? { ...reading, value: new TenantWords(reading.value) } : reading;
    },
    group: (id, signal) => readPart(requests, group(id), signal),
    groupTypes: (signal) => readPart(requests, types, signal),
  };
}

const FIELDS = 'cidaas:field_setup_read';

function post(path: string): SetupCall {
  return { method: 'POST', path };
}

function get(path: string): SetupCall {
  return { method: 'GET', path };
}

/** Reads a list and skips rows that cannot be read; no content is an empty list. */
function listOf<T>(read: (row: unknown) => T | null): SetupPart<readonly T[]>['read'] {
  return (data) => {
    const list = data ?? [];
    if (!Array.isArray(list)) return null;
    const rows = (list as unknown[]).map(read).filter((row) => row !== null);
    // When all of them have another shape, it is another kind of answer.
    return rows.length === 0 && list.length > 0 ? null : { value: rows };
  };
}

/** Every tenant has system fields: an empty list is not a valid answer. */
function nonEmpty<T>(part: SetupPart<readonly T[]>): SetupPart<readonly T[]> {
  const read: typeof part.read = (data) => {
    const found = part.read(data);
    return found === null || found.value.length === 0 ? null : found;
  };
  return { ...part, read };
}

/** Reads one object; no content is null. */
function oneOf<T>(read: (row: unknown) => T | null): SetupPart<T | null>['read'] {
  return (data) => {
    if (data === undefined || data === null) return { value: null };
    const row = read(data);
    return row === null ? null : { value: row };
  };
}

function readField(row: unknown): TenantField | null {
  const field = jsonObject(row);
  const key = text(field?.fieldKey);
  if (field === null || key === null) return null;
  const options = jsonObject(field.fieldDefinition)?.attributesKeys;
  const keys = Array.isArray(options) ? options.filter((option) => typeof option === 'string') : [];
  return {
    key: TenantText.theirs(key),
    kind: field.fieldType === 'CUSTOM' ? 'custom' : 'system',
    dataType: DATA_TYPES.find((known) => known === text(field.dataType)?.toUpperCase()) ?? null,
    baseDataType: BASE_DATA_TYPES.find((known) => known === text(field.baseDataType)?.toLowerCase()) ?? null,
    // A field is only reported as disabled when the answer says so.
    enabled: field.enabled !== false,
    required: field.required === true,
    isGroup: field.is_group === true || field.dataType === 'GROUPING',
    isPassword: key.startsWith('password'),
    options: keys.length === 0 ? null : new TenantWords(keys),
  };
}

function readRole(row: unknown): string | null {
  return text(jsonObject(row)?.role);
}

function readGroup(row: unknown): TenantGroup | null {
  const group = jsonObject(row);
  const type = text(group?.groupType);
  return text(group?.groupId) === null ? null : { type: type === null ? null : TenantText.theirs(type) };
}

function readGroupType(row: unknown): TenantGroupType | null {
  const found = jsonObject(row);
  const type = text(found?.groupType);
  if (type === null) return null;
  const mode = ROLE_MODES.find((known) => known === found?.roleMode) ?? null;
  const roles = Array.isArray(found?.allowedRoles) ? found.allowedRoles : [];
  return {
    type: TenantText.theirs(type),
    roleMode: mode,
    allowedRoles: new TenantWords(roles.filter((role) => typeof role === 'string')),
  };
}

const ROLE_MODES = ['any_roles', 'no_roles', 'allowed_roles', 'roles_required'] as const;

/** Longer than any name of a field, role or group: it would only make comparing and printing names slow. */
const MAX_NAME_LENGTH = 300;

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= MAX_NAME_LENGTH ? value : null;
}
