import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import { maskText } from './mask.ts';

/**
 * The tenant's message about these users with everything that is theirs masked, before it is written down: names, address
 * and custom fields too, which nobody knows any more when the report is written.
 */
export function maskTenantMessage(message: string, users: readonly OutgoingUser[]): string {
  // A tenant decides how long its message is; nobody reads more of it.
  const text = message.slice(0, READ_CHARACTERS);
  return maskText(
    text,
    users.flatMap(({ body }) => valuesOf(JSON.parse(body))),
  );
}

const READ_CHARACTERS = 16_384;

/** Fields whose values are words of cidaas or of everybody: masking them would hide what the message is about. */
const COMMON = new Set([
  'algorithmTypeId',
  'consents',
  'gender',
  'groups',
  'iterations',
  'keylen',
  'locale',
  'provider',
  'roles',
  'userStatus',
  'zoneinfo',
]);

function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => (COMMON.has(key) ? [] : valuesOf(child)));
}
