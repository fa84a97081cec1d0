import type { CidaasUser } from '../user/cidaas-user.ts';
import { applyUser } from './apply-user.ts';
import { dropFields } from './drop-fields.ts';
import type { Fault } from './fault.ts';
import { Refusal, readUser } from './incoming-user.ts';
import { GENERIC_CODE, type UserResult } from './process-state.ts';
import type { Reply } from './reply.ts';
import { type SandboxTenant, serviceError } from './tenant.ts';

/** A bulk request that was processed, or refused as a whole. */
export type BulkResult =
  | { readonly kind: 'done'; readonly results: readonly UserResult[] }
  | { readonly kind: 'refused'; readonly reply: Reply };

/**
 * `POST /users-srv/user/bulk` after authorisation: `users` is the parsed body (undefined if it is not JSON). A batch is
 * processed synchronously, so requests never interleave.
 */
export function answerBulk(tenant: SandboxTenant, users: unknown, faults: readonly Fault[]): BulkResult {
  if (!Array.isArray(users) || users.length === 0) {
    return refuse(serviceError(tenant, 400, GENERIC_CODE, 'the body has to be a JSON array of at least one user'));
  }
  if (users.length > tenant.maxUsers) {
    return refuse(serviceError(tenant, 413, 413, `more than ${tenant.maxUsers} users`));
  }
  const { badUser } = tenant.behaviour;
  const results: UserResult[] = [];
  const undo: (() => void)[] = [];
  for (const user of users) {
    const result = storeUser(tenant, user, faults, undo);
    if (result.state === 'FAILED' && badUser !== 'failed') {
      if (badUser === 'refuses-batch') for (const step of undo.reverse()) step();
      else count(tenant, results);
      return refuse(
        serviceError(tenant, tenant.behaviour.refusalStatus, GENERIC_CODE, result.message ?? 'validation failed'),
      );
    }
    results.push(result);
  }
  count(tenant, results);
  return { kind: 'done', results };
}

function storeUser(
  tenant: SandboxTenant,
  user: CidaasUser,
  faults: readonly Fault[],
  undo: (() => void)[],
): UserResult {
  const { rules, behaviour, store } = tenant;
  for (const fault of faults) {
    if (fault.kind === 'reject' && fault.hits(user)) return failed(user, fault.message);
  }
  const incoming = readUser(dropFields(user, faults), rules, behaviour);
  if (incoming instanceof Refusal) return failed(user, incoming.reason);
  const applied = applyUser(store, incoming, rules, behaviour, tenant.seed);
  if (applied instanceof Refusal) return failed(user, applied.reason);
  const { sub, previous } = applied;
  undo.push(() => store.restore(sub, previous));
  store.note(sub, { updatedTime: new Date(tenant.now()).toISOString() });
  return { user, state: applied.state, sub };
}

function failed(user: CidaasUser, message: string): UserResult {
  return { user, state: 'FAILED', sub: 'ANONYMOUS', message };
}

function count(tenant: SandboxTenant, results: readonly UserResult[]): void {
  for (const { state } of results) {
    if (state === 'CREATED') tenant.counters.created++;
    else if (state === 'UPDATED') tenant.counters.updated++;
    else tenant.counters.failed++;
  }
}

function refuse(reply: Reply): BulkResult {
  return { kind: 'refused', reply };
}
