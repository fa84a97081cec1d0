import type { Clock } from '../runtime/clock.ts';
import { bulkBudget } from './answer-budget.ts';
import type { BulkReply, OutgoingUser } from './bulk-answer.ts';
import { readBulkReply, readTransportError } from './bulk-reply.ts';
import { TransportError } from './failure.ts';
import type { Http, HttpReply } from './http.ts';
import { isAboutTheWay, TenantRefused, TenantUnavailable } from './refusal.ts';
import { ownError } from './tenant-error.ts';
import { say, TenantText } from './tenant-text.ts';
import type { TokenSource } from './token.ts';

/** Sends users to the tenant's bulk API. */
export interface BulkClient {
  /**
   * Creates or updates users in one request (plus one more when a 401 shows that the token is no longer valid). Every failure
   * is a reply; it throws only for bugs of this tool. When `signal` aborts, the reply is `unavailable` with the code
   * `tenant.cancelled`. `stop`, which aborts no later, does the same while waiting for a token, which may take long.
   */
  send(users: readonly OutgoingUser[], signal: AbortSignal, stop?: AbortSignal): Promise<BulkReply>;
}

export interface BulkClientOptions {
  readonly http: Http;
  readonly tokens: TokenSource;
  readonly clock: Pick<Clock, 'now' | 'wallNow'>;
  /** Called when a bulk request ends; `status` is null when no HTTP answer came. */
  readonly onRequest: (request: {
    readonly status: number | null;
    readonly ms: number;
    readonly users: number;
  }) => void;
}

const BULK_PATH = '/users-srv/user/bulk';

export function createBulkClient(options: BulkClientOptions): BulkClient {
  return {
    send: async (users, signal, stop) => {
      const waiting = stop ?? signal;
      if (users.length === 0) throw new RangeError('A bulk request needs at least one user.');
      // The bodies are already JSON: parsing and serialising them again would cost time and could change a number.
      const body = `[${users.map((user) => user.body).join(',')}]`;
      const first = await sendOnce(options, users, body, { signal, waiting });
      if (first.token === null || !refusesToken(first.reply)) return first.reply;
      options.tokens.invalidate(first.token);
      return (await sendOnce(options, users, body, { signal, waiting })).reply;
    },
  };
}

function refusesToken(reply: BulkReply): boolean {
  return (reply.kind === 'forbidden' || reply.kind === 'blocked') && reply.status === 401;
}

/** One request. `token` is null when there was none to send it with. */
async function sendOnce(
  options: BulkClientOptions,
  users: readonly OutgoingUser[],
  body: string,
  { signal, waiting }: { readonly signal: AbortSignal; readonly waiting: AbortSignal },
): Promise<{ reply: BulkReply; token: string | null }> {
  const { http, tokens, clock, onRequest } = options;
  let token: string;
  try {
    token = await tokens.getImpatiently(waiting);
  } catch (error) {
    return { reply: replyWithoutToken(error, waiting), token: null };
  }
  const startedAt = clock.now();
  const observe = (status: number | null) => onRequest({ status, ms: clock.now() - startedAt, users: users.length });
  let answer: HttpReply;
  try {
    answer = await http.post(BULK_PATH, { authorization: `Bearer ${token}` }, body, {
      signal,
      budget: bulkBudget(users.length, body.length),
    });
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    observe(error.status);
    return { reply: readTransportError(error), token };
  }
  observe(answer.status);
  return { reply: readBulkReply(users, answer, clock.wallNow()), token };
}

/** The reply for a request that was not sent because there is no token. */
function replyWithoutToken(error: unknown, signal: AbortSignal): BulkReply {
  const notSent = { kind: 'unavailable', retryAfterMs: null, mayHaveBeenApplied: false } as const;
  if (error instanceof TenantRefused) {
    const message = say`${error.text} ${TenantText.ours(error.hint)}`;
    return { kind: 'forbidden', status: error.status, error: { ...error.error, message } };
  }
  if (error instanceof TenantUnavailable) {
    const { retryAfterMs, isUnreached, text } = error;
    if (isUnreached) {
      const message = isAboutTheWay(error.error) ? text : say`${text} Check tenant-url, firewall and proxy.`;
      return { kind: 'forbidden', status: null, error: { ...error.error, message } };
    }
    return { ...notSent, status: error.status, error: { ...error.error, message: text }, retryAfterMs };
  }
  if (!signal.aborted) throw error;
  const message = say`The request was not sent because the run is stopping.`;
  return { ...notSent, status: null, error: ownError('tenant.cancelled', message) };
}
