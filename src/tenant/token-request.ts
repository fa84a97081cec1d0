import type { Clock } from '../runtime/clock.ts';
import type { BulkReply } from './bulk-answer.ts';
import { readTransportError } from './bulk-reply.ts';
import { TransportError } from './failure.ts';
import type { Http, HttpReply } from './http.ts';
import { isAboutTheWay, TenantRefused, TenantUnavailable } from './refusal.ts';
import { ownError } from './tenant-error.ts';
import { say, TenantText } from './tenant-text.ts';
import type { TokenSource } from './token.ts';

/** What requests to the tenant are sent with. */
export interface TokenRequestPorts {
  readonly http: Http;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  /** Called when a request ends; `status` is null when no HTTP answer came. */
  readonly onRequest: (request: {
    readonly status: number | null;
    readonly ms: number;
    readonly users: number;
  }) => void;
}

/** A request that needs the token of this client. */
export interface TokenRequest<Reply> {
  /** How many users it is about, for the statistics. */
  readonly users: number;
  /** Sends it; `authorization` is the header. @throws TransportError when there is no usable answer. */
  readonly send: (authorization: string) => Promise<HttpReply>;
  readonly read: (answer: HttpReply) => Reply;
  /** Aborts the wait for a token, which may take long. */
  readonly waiting: AbortSignal;
}

type Unanswered = Exclude<BulkReply, { kind: 'answered' }>;

/** Sends a request, and once more when a 401 shows that the token is no longer valid. Every failure is a reply. */
export async function sendWithToken<Reply extends { readonly kind: string; readonly status: number | null }>(
  ports: TokenRequestPorts,
  request: TokenRequest<Reply>,
): Promise<Reply | Unanswered> {
  const first = await sendOnce(ports, request);
  if (first.token === null || !refusesToken(first.reply)) return first.reply;
  ports.tokens.invalidate(first.token);
  return (await sendOnce(ports, request)).reply;
}

function refusesToken({ kind, status }: { readonly kind: string; readonly status: number | null }): boolean {
  return (kind === 'forbidden' || kind === 'blocked') && status === 401;
}

/** One request. `token` is null when there was none to send it with. */
async function sendOnce<Reply>(
  { tokens, clock, onRequest }: TokenRequestPorts,
  { users, send, read, waiting }: TokenRequest<Reply>,
): Promise<{ reply: Reply | Unanswered; token: string | null }> {
  let token: string;
  try {
    token = await tokens.getImpatiently(waiting);
  } catch (error) {
    return { reply: replyWithoutToken(error, waiting), token: null };
  }
  const startedAt = clock.now();
  const observe = (status: number | null) => onRequest({ status, ms: clock.now() - startedAt, users });
  let answer: HttpReply;
  try {
    answer = await send(`Bearer ${token}`);
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    observe(error.status);
    return { reply: readTransportError(error), token };
  }
  observe(answer.status);
  return { reply: read(answer), token };
}

/** The reply for a request that was not sent because there is no token. */
export function replyWithoutToken(error: unknown, signal: AbortSignal): Unanswered {
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
