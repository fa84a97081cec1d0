import { USER_BUDGET } from './answer-budget.ts';
import { type BulkClientOptions, replyWithoutToken } from './bulk.ts';
import type { BulkReply } from './bulk-answer.ts';
import { readErrorReply, readTransportError } from './bulk-reply.ts';
import { isFailureBody, parseErrorBody } from './error-body.ts';
import { TransportError } from './failure.ts';
import type { HttpReply } from './http.ts';
import { tryParseJson } from './json-object.ts';
import { withoutSecrets } from './secret-text.ts';
import type { UserReader } from './user-reader.ts';

/** What is done to one account. */
export type AccountChange = 'block' | 'delete';

/** The result of a change: it was made, or there was no such user (any more); else as for a bulk request of one user. */
export type ChangeReply =
  | { readonly kind: 'changed'; readonly status: number }
  | { readonly kind: 'absent'; readonly status: number }
  | Exclude<BulkReply, { kind: 'answered' }>;

/** Blocks and deletes single accounts. */
export interface AccountChanger {
  /**
   * Every failure is a reply; it throws only for bugs of this tool. `signal` aborts the request, `stop`, which aborts no later,
   * the wait for a token.
   */
  change(change: AccountChange, sub: string, signal: AbortSignal, stop: AbortSignal): Promise<ChangeReply>;
  /** The account before a change. */
  readonly user: UserReader['user'];
}

/** The scope that each change needs; that of a deletion is not documented, so a tenant may name it otherwise. */
export const CHANGE_SCOPES: { readonly [change in AccountChange]: string } = {
  block: 'cidaas:users_write',
  delete: 'cidaas:users_delete',
};

/**
 * Sources: docs.cidaas.com (`PATCH /user-srv/users/{sub}/status`; `DELETE /users-srv/user/purge/{sub}`, 3.102.2). The body of
 * the first is not documented.
 */
export function createAccountChanger(options: BulkClientOptions, users: UserReader): AccountChanger {
  return {
    user: users.user,
    async change(change, sub, signal, stop) {
      const first = await sendOnce(options, { change, sub }, signal, stop);
      let { reply } = first;
      if (first.token !== null && isTokenRefused(reply)) {
        options.tokens.invalidate(first.token);
        reply = (await sendOnce(options, { change, sub }, signal, stop)).reply;
      }
      return reply.kind === 'absent' ? confirmed(reply, sub, users, signal) : reply;
    },
  };
}

function isTokenRefused(reply: ChangeReply): boolean {
  return (reply.kind === 'forbidden' || reply.kind === 'blocked') && reply.status === 401;
}

/** A tenant that does not serve this address answers 404 too: then the user still exists. An app that may not ask is not asked. */
async function confirmed(
  absent: ChangeReply & { kind: 'absent' },
  sub: string,
  users: Pick<UserReader, 'exists'>,
  signal: AbortSignal,
): Promise<ChangeReply> {
  const exists = await users.exists(sub, signal).catch(() => null);
  if (exists?.kind !== 'read' || !exists.value) return absent;
  const message = 'The tenant answers 404, but the user exists: this tenant may not serve this API.';
  return { kind: 'refused', status: absent.status, error: { code: 'tenant.not_found', message, reference: null } };
}

interface OneChange {
  readonly change: AccountChange;
  readonly sub: string;
}

async function sendOnce(
  { http, tokens, secrets, clock, onRequest }: BulkClientOptions,
  { change, sub }: OneChange,
  signal: AbortSignal,
  waiting: AbortSignal,
): Promise<{ reply: ChangeReply; token: string | null }> {
  let token: string;
  try {
    token = await tokens.getImpatiently(waiting);
  } catch (error) {
    return { reply: replyWithoutToken(error, waiting), token: null };
  }
  const startedAt = clock.now();
  const observe = (status: number | null) => onRequest({ status, ms: clock.now() - startedAt, users: 1 });
  const authorization = `Bearer ${token}`;
  const name = encodeURIComponent(sub.toWellFormed());
  const limits = { signal, budget: USER_BUDGET };
  let answer: HttpReply;
  try {
    answer =
      change === 'block'
        ? await http.patch(`/user-srv/users/${name}/status`, { authorization }, BLOCKED, limits)
        : await http.delete(`/users-srv/user/purge/${name}`, { authorization }, limits);
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    observe(error.status);
    return { reply: readTransportError(error), token };
  }
  observe(answer.status);
  const text = withoutSecrets(answer.text, [token, ...secrets]);
  return { reply: readReply({ ...answer, text }, change, clock.wallNow()), token };
}

const BLOCKED = JSON.stringify({ userStatus: 'DECLINED' });

function readReply(reply: HttpReply, change: AccountChange, nowMs: number): ChangeReply {
  const { status, text } = reply;
  const body = parseErrorBody(text);
  if (status < 300 && !isFailureBody(tryParseJson(text))) {
    if (body.shape !== 'html') return { kind: 'changed', status };
    const error = { code: 'tenant.answer_unusable', message: body.message, reference: body.reference } as const;
    return { kind: 'unavailable', status, error, retryAfterMs: null, mayHaveBeenApplied: true };
  }
  const effective = status < 300 ? (body.status ?? 417) : status;
  if (effective === 404 && body.shape === 'service') return { kind: 'absent', status };
  return readErrorReply(effective, body, reply, nowMs, CHANGE_SCOPES[change]);
}
