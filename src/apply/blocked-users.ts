import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { TenantError } from '../tenant/tenant-error.ts';

/** A user whose request, with this user alone, was blocked before it reached the tenant. */
export interface BlockedUser {
  readonly user: OutgoingUser;
  readonly error: TenantError;
}

/** So many users in a row are no coincidence: this client is blocked. */
const MAX_IN_A_ROW = 3;

/**
 * Holds blocked users until the tenant accepts another one: then these users are the cause. When several are blocked in a row,
 * the cause is something else, and none of them has failed.
 */
export class BlockedUsers {
  #held: BlockedUser[] = [];

  /** False when too many users in a row are blocked. */
  hold(blocked: BlockedUser): boolean {
    this.#held.push(blocked);
    return this.#held.length < MAX_IN_A_ROW;
  }

  /** The users held so far, once each. */
  release(): readonly BlockedUser[] {
    return this.#held.splice(0);
  }
}
