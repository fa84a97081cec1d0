import { mulberry32, seedFor } from '../runtime/random.ts';
import { editEntries } from './entry-edit.ts';
import type { Fault, FaultReply, FaultRequest } from './fault.ts';
import { processStateEntries } from './process-state.ts';
import { htmlReply, jsonReply, type Reply } from './reply.ts';
import type { Answer } from './routes.ts';
import { type SandboxTenant, sandboxError } from './tenant.ts';

/** What the client receives. */
export type ResponseAction =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'truncate'; readonly reply: Reply }
  | { readonly kind: 'drop' }
  | { readonly kind: 'hang' };

/** The result of the first fault that prevents processing of the request; null if none does. */
export function faultBeforeApply(
  tenant: SandboxTenant,
  faults: readonly Fault[],
  request: FaultRequest,
): ResponseAction | null {
  for (const fault of faults) {
    switch (fault.kind) {
      case 'reply':
        if (!fault.applied) return reply(faultReply(tenant, fault.reply));
        break;
      case 'drop':
      case 'hang':
        if (!fault.applied) return { kind: fault.kind };
        break;
      case 'limit':
        if (request.users.length > fault.users || request.bytes > fault.bytes) {
          return reply(htmlReply(413, 'Request Entity Too Large'));
        }
        break;
      case 'poison':
        if (request.users.some(fault.hits)) return reply(faultReply(tenant, fault.reply));
        break;
      case 'revoke':
        tenant.tokens.revokeAll();
        break;
      // These act later: before the answer, while users are stored, or on the answer.
      case 'delay':
      case 'truncate':
      case 'reject':
      case 'drop-fields':
      case 'entries':
        break;
      default:
        fault satisfies never;
    }
  }
  return null;
}

/** The response to a processed request after faults: changed, replaced, truncated or missing. */
export function responseAfterApply(
  tenant: SandboxTenant,
  answer: Answer,
  faults: readonly Fault[],
  request: FaultRequest,
): ResponseAction {
  const complete = answer.kind === 'reply' ? answer.reply : statesReply(tenant, answer.results, faults, request);
  for (const fault of faults) {
    if (fault.kind === 'reply') return reply(faultReply(tenant, fault.reply));
    if (fault.kind === 'drop' || fault.kind === 'hang') return { kind: fault.kind };
    if (fault.kind === 'truncate') return { kind: 'truncate', reply: complete };
  }
  return reply(complete);
}

function statesReply(
  tenant: SandboxTenant,
  results: (Answer & { kind: 'results' })['results'],
  faults: readonly Fault[],
  request: FaultRequest,
): Reply {
  const random = mulberry32(seedFor(tenant.seed, 'entries', request.n));
  let entries = processStateEntries(results, tenant.behaviour, random);
  for (const fault of faults) if (fault.kind === 'entries') entries = editEntries(entries, fault.edit, random);
  return jsonReply(200, { process_states: entries });
}

function faultReply(tenant: SandboxTenant, wanted: FaultReply): Reply {
  if ('body' in wanted) return wanted;
  return sandboxError(tenant, wanted.shape, wanted.status, wanted.code, wanted.message, wanted.headers);
}

function reply(whole: Reply): ResponseAction {
  return { kind: 'reply', reply: whole };
}
