import { answerBulk } from './bulk-endpoint.ts';
import type { Fault, RequestKind } from './fault.ts';
import { answerLogin } from './login-endpoint.ts';
import type { UserResult } from './process-state.ts';
import type { Reply } from './reply.ts';
import {
  answerField,
  answerFields,
  answerGroup,
  answerGroups,
  answerGroupTypes,
  answerRoles,
} from './setup-endpoints.ts';
import { accessError, type SandboxTenant, serviceError } from './tenant.ts';
import { answerToken, readForm } from './token-endpoint.ts';
import { answerExistence, answerPurge, answerStatus, answerUser } from './user-endpoints.ts';

/** A request whose body has been read. */
export interface ParsedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly contentType: string;
  readonly authorization: string | undefined;
  readonly body: string;
  /** The body as JSON; undefined if it is not JSON or has another content type. */
  readonly json: unknown;
}

/** The answer to a request; `results` of a bulk request are converted to `process_states` later. */
export type Answer =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'results'; readonly results: readonly UserResult[] };

/** The kind of a request, by exact path: as on the tenant, a double or trailing slash is not found. */
export function kindOf({ method, path, body, contentType }: ParsedRequest): RequestKind {
  switch (`${method} ${path}`) {
    case 'POST /token-srv/token':
      return readForm(body, contentType)?.get('grant_type') === 'password' ? 'login' : 'token';
    case 'POST /users-srv/user/bulk':
      return 'bulk';
    case 'POST /useractions-srv/userexistence':
      return 'existence';
    case 'POST /fieldsetup-srv/graph/fields':
    case 'GET /registration-setup-srv/fields/list':
    case 'POST /groups-srv/graph/roles':
    case 'GET /groups-srv/graph/roles':
    case 'POST /groups-srv/graph/grouptypes':
    case 'POST /groups-srv/graph/usergroups':
      return 'setup';
    default:
      if (method === 'PATCH') return STATUS_PATH.test(path) ? 'status' : 'other';
      if (method === 'DELETE') return path.startsWith(PURGE_PATH) ? 'purge' : 'other';
      if (method !== 'GET') return 'other';
      if (path.startsWith(USER_PATH)) return 'user';
      return path.startsWith(FIELD_PATH) || path.startsWith(GROUP_PATH) ? 'setup' : 'other';
  }
}

/** Answers like the tenant without faults, except for faults that change what is stored. */
export async function answer(
  tenant: SandboxTenant,
  kind: RequestKind,
  call: ParsedRequest,
  faults: readonly Fault[],
): Promise<Answer> {
  if (kind === 'bulk') {
    const refusal = accessError(tenant, call.authorization, 'cidaas:bulk_user_create');
    if (refusal !== null) return { kind: 'reply', reply: refusal };
    const result = answerBulk(tenant, call.json, faults);
    return result.kind === 'done'
      ? { kind: 'results', results: result.results }
      : { kind: 'reply', reply: result.reply };
  }
  // A password hash is slow to check; everything else is processed without a pause, so requests never interleave.
  const reply = kind === 'login' ? await answerLogin(tenant, call.body, call.contentType) : replyTo(tenant, kind, call);
  return { kind: 'reply', reply };
}

const USER_PATH = '/user-srv/users/';
const STATUS_PATH = /^\/user-srv\/users\/([^/]+)\/status$/;
const PURGE_PATH = '/users-srv/user/purge/';
const FIELD_PATH = '/fieldsetup-srv/fields/';
const GROUP_PATH = '/groups-srv/usergroups/';

function replyTo(tenant: SandboxTenant, kind: Exclude<RequestKind, 'bulk' | 'login'>, call: ParsedRequest): Reply {
  switch (kind) {
    case 'token':
      return answerToken(tenant, call.body, call.contentType);
    case 'existence':
      return accessError(tenant, call.authorization, 'cidaas:users_read') ?? answerExistence(tenant, call.json);
    case 'user':
      return (
        accessError(tenant, call.authorization, 'cidaas:users_read') ?? answerUser(tenant, lastPart(call, USER_PATH))
      );
    case 'status': {
      const refusal = accessError(tenant, call.authorization, 'cidaas:users_write');
      return refusal ?? answerStatus(tenant, decode(STATUS_PATH.exec(call.path)?.[1] ?? ''), call.json);
    }
    case 'purge':
      return (
        accessError(tenant, call.authorization, 'cidaas:users_delete') ??
        answerPurge(tenant, lastPart(call, PURGE_PATH))
      );
    case 'setup':
      return answerSetup(tenant, call);
    case 'other':
      return serviceError(tenant, 404, 404, 'no such service');
    default:
      return kind satisfies never;
  }
}

function answerSetup(tenant: SandboxTenant, call: ParsedRequest): Reply {
  const { path } = call;
  if (path.startsWith('/groups-srv/graph/roles')) {
    return accessError(tenant, call.authorization, 'cidaas:roles_read') ?? answerRoles(tenant);
  }
  if (path === '/groups-srv/graph/grouptypes') {
    return accessError(tenant, call.authorization, 'cidaas:group_type_read') ?? answerGroupTypes(tenant);
  }
  if (path.startsWith('/groups-srv/')) {
    const refusal = accessError(tenant, call.authorization, 'cidaas:groups_read');
    if (refusal !== null) return refusal;
    return path.startsWith(GROUP_PATH) ? answerGroup(tenant, lastPart(call, GROUP_PATH)) : answerGroups(tenant);
  }
  const refusal = accessError(tenant, call.authorization, 'cidaas:field_setup_read');
  if (refusal !== null) return refusal;
  return path.startsWith(FIELD_PATH) ? answerField(tenant, lastPart(call, FIELD_PATH)) : answerFields(tenant);
}

function lastPart({ path }: ParsedRequest, prefix: string): string {
  return decode(path.slice(prefix.length));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
