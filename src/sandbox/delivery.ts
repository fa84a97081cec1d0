import { editEntries } from './entry-edit.ts';
import type { Fault, FaultReply, FaultRequest } from './fault.ts';
import { entriesOf } from './process-state.ts';
import { mulberry32, seedFor } from './random.ts';
import { html, json, type Reply } from './reply.ts';
import type { Answer } from './routes.ts';
import { type Tenant, tenantError } from './tenant.ts';

/** What happens on the wire in the end. */
export type Delivery =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'truncate'; readonly reply: Reply }
  | { readonly kind: 'drop' }
  | { readonly kind: 'hang' };

/** The first fault that keeps a request from being carried out, or null when none does. */
export function interruption(tenant: Tenant, faults: readonly Fault[], request: FaultRequest): Delivery | null {
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
          return reply(html(413, 'Request Entity Too Large'));
        }
        break;
      case 'poison':
        if (request.users.some(fault.hits)) return reply(faultReply(tenant, fault.reply));
        break;
      case 'revoke':
        tenant.tokens.revokeAll();
        break;
      default:
        break;
    }
  }
  return null;
}

/** How the answer to a request that was carried out reaches the client: edited, replaced, cut or not at all. */
export function deliver(tenant: Tenant, answer: Answer, faults: readonly Fault[], request: FaultRequest): Delivery {
  const whole = answer.kind === 'reply' ? answer.reply : statesReply(tenant, answer.results, faults, request);
  for (const fault of faults) {
    if (fault.kind === 'reply') return reply(faultReply(tenant, fault.reply));
    if (fault.kind === 'drop' || fault.kind === 'hang') return { kind: fault.kind };
    if (fault.kind === 'truncate') return { kind: 'truncate', reply: whole };
  }
  return reply(whole);
}

function statesReply(
  tenant: Tenant,
  results: (Answer & { kind: 'results' })['results'],
  faults: readonly Fault[],
  request: FaultRequest,
): Reply {
  const random = mulberry32(seedFor(tenant.seed, 'entries', request.n));
  let entries = entriesOf(results, tenant.behaviour, random);
  for (const fault of faults) if (fault.kind === 'entries') entries = editEntries(entries, fault.edit, random);
  return json(200, { process_states: entries });
}

function faultReply(tenant: Tenant, wanted: FaultReply): Reply {
  if ('body' in wanted) return wanted;
  return tenantError(tenant, wanted.shape, wanted.status, wanted.code, wanted.message, wanted.headers);
}

function reply(whole: Reply): Delivery {
  return { kind: 'reply', reply: whole };
}
