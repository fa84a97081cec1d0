import type { OutgoingUser } from './bulk-answer.ts';
import type { TenantError } from './tenant-error.ts';
import type { TenantText } from './tenant-text.ts';

/**
 * Turns texts of the tenant into something that can be printed: one line of limited length, without secrets in any spelling,
 * without hashes, and with the values of the users that it is about masked. The result is not escaped for an output format.
 * `users`: whose data the tenant may quote.
 */
export interface TenantDoor {
  /** The message, and the reference number if it is one. */
  describe(error: TenantError, users: readonly OutgoingUser[]): string;
  /** The code for reports and tallies: the body's own if it looks like a code and is nothing else, otherwise ours. */
  code(error: TenantError, users: readonly OutgoingUser[]): string;
  /** A sub that the tenant gave to this user, to store and to print; null when it is none. */
  sub(text: TenantText, user: OutgoingUser): string | null;
  /** A name in the set-up; null when it must not be shown. */
  name(text: TenantText): string | null;
}
