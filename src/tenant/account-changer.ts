import { USER_BUDGET } from './answer-budget.ts';
import type { BulkReply } from './bulk-answer.ts';
import { readErrorReply } from './bulk-reply.ts';
import { isFailureBody, parseErrorBody } from './error-body.ts';
import type { HttpReply } from './http.ts';
import { jsonObject, tryParseJson } from './json-object.ts';
import { type Reading, readPart, type SetupPart, type SetupRequests } from './setup-request.ts';
import { ownError } from './tenant-error.ts';
import { say } from './tenant-text.ts';
import { sendWithToken, type TokenRequestPorts } from './token-request.ts';
import { createUserReader, type UserReader } from './user-reader.ts';

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
  /** When the account was used and changed last; null when there is none. */
  activity(sub: string, signal: AbortSignal): Promise<Reading<AccountActivity | null>>;
}

/** Times in milliseconds since 1970; 0 where the tenant names none. */
export interface AccountActivity {
  readonly loggedInAt: number;
  readonly updatedAt: number;
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
export function createAccountChanger(ports: TokenRequestPorts, requests: SetupRequests): AccountChanger {
  const { http, clock } = ports;
  const users = createUserReader(requests);
  return {
    activity: (sub, signal) => readPart(requests, activityPart(sub), signal),
    async change(change, sub, signal, stop) {
      const name = encodeURIComponent(sub.toWellFormed());
      const limits = { signal, budget: USER_BUDGET };
      const reply = await sendWithToken<ChangeReply>(ports, {
        users: 1,
        send: (authorization) =>
          change === 'block'
            ? http.patch(`/user-srv/users/${name}/status`, { authorization }, BLOCKED, limits)
            : http.delete(`/users-srv/user/purge/${name}`, { authorization }, limits),
        read: (answer) => readReply(answer, change, clock.wallNow()),
        waiting: stop,
      });
      return reply.kind === 'absent' ? confirmed(reply, sub, users, signal) : reply;
    },
  };
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
  const message = say`The tenant answers 404, but the user exists: this tenant may not serve this API.`;
  return { kind: 'refused', status: absent.status, error: ownError('tenant.not_found', message) };
}

const BLOCKED = JSON.stringify({ userStatus: 'DECLINED' });

function readReply(reply: HttpReply, change: AccountChange, nowMs: number): ChangeReply {
  const { status, text } = reply;
  const body = parseErrorBody(text);
  if (status < 300 && !isFailureBody(tryParseJson(text))) {
    if (body.shape !== 'html') return { kind: 'changed', status };
    const message = body.message ?? say`The answer is a page.`;
    const error = { ...ownError('tenant.answer_unusable', message), reference: body.reference };
    return { kind: 'unavailable', status, error, retryAfterMs: null, mayHaveBeenApplied: true };
  }
  const effective = status < 300 ? (body.status ?? 417) : status;
  if (effective === 404 && body.shape === 'service') return { kind: 'absent', status };
  return readErrorReply(effective, body, reply, nowMs, CHANGE_SCOPES[change]);
}

/** Source: docs.cidaas.com openapi 3.102-4.0.6 (`GET /user-srv/users/{sub}`); the name of the second time is not documented. */
function activityPart(sub: string): SetupPart<AccountActivity | null> {
  return {
    calls: [{ method: 'GET', path: `/user-srv/users/${encodeURIComponent(sub.toWellFormed())}`, budget: USER_BUDGET }],
    read: (data) => {
      const user = jsonObject(data);
      if (user === null) return null;
      // An account that was deleted and created again meanwhile is another one; an imported time is in the past.
      const updatedAt = Math.max(latest(user, 'updatedTime'), latest(user, 'createdTime'));
      return { value: { loggedInAt: latest(user, 'lastLoggedInTime'), updatedAt } };
    },
    absent: { value: null },
    scope: 'cidaas:users_read',
  };
}

/** The latest time with this name, of the account or one of its identities. */
function latest(user: Readonly<Record<string, unknown>>, name: string): number {
  const identities: unknown[] = Array.isArray(user.identities) ? user.identities : [];
  const times = [user, ...identities].map((one) => Date.parse(String(jsonObject(one)?.[name])));
  return Math.max(0, ...times.filter((time) => !Number.isNaN(time)));
}
