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
  return jsonReply(200, { success: true, status: 200, data: shown });
}
