import type { CidaasUser } from '../user/cidaas-user.ts';

/**
 * Fields that a delta sends for new users only, unless the mapping lists others: what cidaas itself, its users and its
 * administrators change after the migration.
 */
export const CREATE_ONLY: readonly string[] = [
  'userStatus',
  'consents',
  'roles',
  'groups',
  'createdTime',
  'lastLoggedInTime',
];

/** What a delta compares of a user: the text of what it would send of a known user, and of the password. */
export interface UserTexts {
  readonly content: string;
  /** Null for a user without a password. */
  readonly password: string | null;
}

/** The two texts change exactly when a delta has something to send. `createOnly` names fields by dotted path. */
export function userTexts(user: CidaasUser, createOnly: readonly string[]): UserTexts {
  const { password_hash_info: password, ...rest } = user;
  return {
    content: JSON.stringify(without(rest, createOnly)),
    password: password === undefined ? null : JSON.stringify(password),
  };
}

/** What is sent of a user that the state knows: nothing that is create-only, and the password only when it changed. */
export function knownUserUpdate(user: CidaasUser, createOnly: readonly string[], passwordChanged: boolean): CidaasUser {
  const { password_hash_info: password, ...rest } = user;
  const update = without(rest, createOnly);
  return passwordChanged && password !== undefined ? { ...update, password_hash_info: password } : update;
}

function without(user: CidaasUser, paths: readonly string[]): CidaasUser {
  return paths.reduce<Record<string, unknown>>((rest, path) => withoutPath(rest, path.split('.')), { ...user });
}

function withoutPath(
  object: Record<string, unknown>,
  [key = '', ...inner]: readonly string[],
): Record<string, unknown> {
  if (!(key in object)) return object;
  const { [key]: value, ...rest } = object;
  if (inner.length === 0) return rest;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return object;
  const left = withoutPath(value as Record<string, unknown>, inner);
  return Object.keys(left).length === 0 ? rest : { ...object, [key]: left };
}
