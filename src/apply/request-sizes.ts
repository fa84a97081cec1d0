import type { BulkReply, OutgoingUser } from '../tenant/bulk-answer.ts';

/**
 * What connections that broke off show about the size of requests: some firewalls and load balancers answer a body that is too
 * large for them not with 413 but with a reset. One is only blamed on the size after a smaller request was answered in between.
 */
export class RequestSizes {
  /** Of the smallest request that was too large; null when there is none. */
  #tooLarge: { readonly size: number; readonly users: number } | null = null;
  #answered = { size: 0, users: 0 };

  /** The request was answered, whatever the answer. */
  answered(users: readonly OutgoingUser[]): void {
    const size = sizeOf(users);
    if (size > this.#answered.size) this.#answered = { size, users: users.length };
    // It is not the size, but perhaps what some users contain.
    if (this.#tooLarge !== null && size >= this.#tooLarge.size) this.#tooLarge = null;
  }

  /** The connection broke off with these users, but not with fewer of them. */
  brokeOff(users: readonly OutgoingUser[]): void {
    const size = sizeOf(users);
    // A larger one was answered: it is what these users contain.
    if (size <= this.#answered.size) this.#tooLarge = null;
    else if (this.#tooLarge === null || size < this.#tooLarge.size) this.#tooLarge = { size, users: users.length };
  }

  /** Whether a request with these users would break off too. */
  isTooLarge(users: readonly OutgoingUser[]): boolean {
    return users.length > 1 && this.#tooLarge !== null && sizeOf(users) >= this.#tooLarge.size;
  }

  /** What to tell the operator, as sentences; null when no request was too large. */
  advice(): string | null {
    if (this.#tooLarge === null) return null;
    const { users, size } = this.#tooLarge;
    const fits = this.#answered;
    return `Requests with ${users} users (${kilobytes(size)}) broke off without an answer, requests with ${fits.users} (${kilobytes(fits.size)}) did not: a firewall, proxy or load balancer in front of the tenant seems to limit the size of requests. The users were sent in smaller ones. Set \`batch-size: ${fits.users}\`, or have the limit raised.`;
  }
}

/** The connection ended before there was any answer. */
export function isReset({ status, error }: BulkReply & { kind: 'unavailable' }): boolean {
  return status === null && error.code === 'tenant.connection_lost';
}

/** In characters, which is near enough: the bodies of the users are most of the request. */
function sizeOf(users: readonly OutgoingUser[]): number {
  return users.reduce((sum, { body }) => sum + body.length, 0);
}

function kilobytes(size: number): string {
  return `${Math.max(1, Math.round(size / 1024))} kB`;
}
