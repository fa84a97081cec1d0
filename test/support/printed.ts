import { createTenantDoor } from '../../src/report/tenant-door.ts';
import type { OutgoingUser } from '../../src/tenant/bulk-answer.ts';
import { KnownSecrets } from '../../src/tenant/known-secrets.ts';
import type { TenantDoor } from '../../src/tenant/tenant-door.ts';
import { ownError, type TenantError } from '../../src/tenant/tenant-error.ts';
import { TenantText } from '../../src/tenant/tenant-text.ts';

/** A door that knows no secret. */
export const plainDoor: TenantDoor = createTenantDoor(new KnownSecrets(), 'masked');

/** The text as a report has it. */
export function messageOf(text: TenantText, door = plainDoor, users: readonly OutgoingUser[] = []): string {
  return door.describe(ownError('tenant.failed', text), users);
}

/**
 * The value with every text of the tenant in it as a report would have it, so that tests can compare it: as it is, no test can
 * tell two of them apart.
 */
// biome-ignore lint/suspicious/noExplicitAny: what comes out has the shape of what went in, with strings for texts
export function printed(value: unknown, door = plainDoor): any {
  if (value instanceof TenantText) return messageOf(value, door);
  if (Array.isArray(value)) return value.map((each) => printed(each, door));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return printed({ ...value, name: value.name, message: value.message }, door);
  const { bodyCode, ...rest } = value as Partial<TenantError>;
  const entries = Object.entries(rest).map(([key, each]) => [
    key,
    key === 'sub' && each instanceof TenantText ? door.sub(each, { row: 1, body: '{}' }) : printed(each, door),
  ]);
  const shown = Object.fromEntries(entries);
  if (bodyCode === undefined) return shown;
  const error = value as TenantError;
  const reference = /\(reference (\S+)\)$/.exec(door.describe(error, []))?.[1] ?? null;
  return { ...shown, code: door.code(error, []), reference };
}
