import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import { maskText } from './mask.ts';

/**
 * The tenant's message about these users with all their values masked, for writing it to the ledger: names, address and
 * custom fields too, which are no longer at hand when the report is written.
 */
export function maskTenantMessage(message: string, users: readonly OutgoingUser[]): string {
  // The tenant decides the length of its message; the rest of a long one is of no use.
  const text = message.slice(0, MAX_READ_CHARACTERS);
  const values = users.flatMap(({ body }) => valuesOf(JSON.parse(body)));
  return maskText(withoutCutValue(text, values), values);
}

/** The tenant client shortens a long message, perhaps in the middle of a value: the rest of that value is still personal. */
function withoutCutValue(text: string, values: readonly string[]): string {
  if (!text.endsWith('…')) return text;
  const kept = text.slice(0, -1);
  const folded = kept.toLowerCase();
  let cut = 0;
  for (const value of values) {
    const full = value.trim().toLowerCase();
    for (let length = Math.min(full.length - 1, kept.length); length > Math.max(cut, 2); length--) {
      if (folded.endsWith(full.slice(0, length))) cut = length;
    }
  }
  return `${kept.slice(0, kept.length - cut)}…`;
}

const MAX_READ_CHARACTERS = 16_384;

/** Fields whose values are not personal: masking them would hide what the message is about. */
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
