import { bulkBudget } from './answer-budget.ts';
import type { BulkReply, OutgoingUser } from './bulk-answer.ts';
import { readBulkReply } from './bulk-reply.ts';
import { sendWithToken, type TokenRequestPorts } from './token-request.ts';

/** Sends users to the tenant's bulk API. */
export interface BulkClient {
  /**
   * Creates or updates users in one request (plus one more when a 401 shows that the token is no longer valid). Every failure
   * is a reply; it throws only for bugs of this tool. When `signal` aborts, the reply is `unavailable` with the code
   * `tenant.cancelled`. `stop`, which aborts no later, does the same while waiting for a token, which may take long.
   */
  send(users: readonly OutgoingUser[], signal: AbortSignal, stop?: AbortSignal): Promise<BulkReply>;
}

const BULK_PATH = '/users-srv/user/bulk';

export function createBulkClient(ports: TokenRequestPorts): BulkClient {
  const { http, clock } = ports;
  return {
    send: async (users, signal, stop) => {
      if (users.length === 0) throw new RangeError('A bulk request needs at least one user.');
      // The bodies are already JSON: parsing and serialising them again would cost time and could change a number.
      const body = `[${users.map((user) => user.body).join(',')}]`;
      const limits = { signal, budget: bulkBudget(users.length, body.length) };
      return await sendWithToken<BulkReply>(ports, {
        users: users.length,
        send: (authorization) => http.post(BULK_PATH, { authorization }, body, limits),
        read: (answer) => readBulkReply(users, answer, clock.wallNow()),
        waiting: stop ?? signal,
      });
    },
  };
}
