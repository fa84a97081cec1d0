import { IDENTIFIER_KINDS } from './apply-user.ts';
import { jsonReply, noContentReply, type Reply } from './reply.ts';
import { type SandboxTenant, serviceError } from './tenant.ts';

/** `POST /useractions-srv/userexistence` with {userId}: the sub of the account with this identifier, 204 if there is none. */
export function answerExistence(tenant: SandboxTenant, body: unknown): Reply {
  const userId = (body as { userId?: unknown } | null | undefined)?.userId;
  if (typeof userId !== 'string' || userId === '') return serviceError(tenant, 400, 400, 'userId is required');
  const custom = tenant.rules.customIdentifiers.map((key) => `customFields.${key}`);
  const sub = tenant.store.find(userId, [...IDENTIFIER_KINDS, ...custom]);
  return sub === undefined ? noContentReply() : jsonReply(200, { success: true, status: 200, data: { sub } });
}

/** `GET /user-srv/users/{sub}`: the account as stored, without its password hash. */
export function answerUser(tenant: SandboxTenant, sub: string): Reply {
  const account = tenant.store.get(sub)?.account;
  if (account === undefined || account === null) return serviceError(tenant, 404, 10301, 'user not found');
  const { password_hash_info: _, ...shown } = account;
  return jsonReply(200, { success: true, status: 200, data: { ...shown, ...tenant.store.activity(sub) } });
}

/** What `PATCH /user-srv/users/{sub}/status` accepts; the other statuses are refused. */
const SETTABLE: readonly unknown[] = ['VERIFIED', 'PENDING', 'DECLINED'];

/** `PATCH /user-srv/users/{sub}/status` with {userStatus}, or {status}: the documentation does not show the body. */
export function answerStatus(tenant: SandboxTenant, sub: string, body: unknown): Reply {
  const sent = body as { userStatus?: unknown; status?: unknown } | null | undefined;
  const userStatus = sent?.userStatus ?? sent?.status;
  if (!SETTABLE.includes(userStatus)) return serviceError(tenant, 400, 400, 'userStatus is not allowed');
  const held = tenant.store.get(sub);
  if (held === undefined) return serviceError(tenant, 404, 10301, 'user not found');
  if (held.account !== null) tenant.store.replaceAccount({ ...held.account, userStatus: String(userStatus) });
  tenant.store.note(sub, { updatedTime: new Date(tenant.now()).toISOString() });
  tenant.counters.statusChanges++;
  return jsonReply(200, { success: true, status: 200, data: { sub, userStatus } });
}

/** `DELETE /users-srv/user/purge/{sub}`: accepted, and gone at once. */
export function answerPurge(tenant: SandboxTenant, sub: string): Reply {
  if (!tenant.store.remove(sub)) return serviceError(tenant, 404, 10301, 'user not found');
  tenant.counters.deleted++;
  return jsonReply(202, { success: true, status: 202 });
}
