import { type Random, seededUuid } from '../runtime/random.ts';
import type { AccessTokens, TokenGrant } from './access-tokens.ts';
import type { AccountStore } from './account-store.ts';
import type { Behaviour } from './behaviour.ts';
import type { FieldRules } from './field-rules.ts';
import { type ErrorShape, errorReply, type Reply } from './reply.ts';
import type { TenantSetup } from './tenant-setup.ts';

/** Everything that the endpoints of one sandbox share. */
export interface SandboxTenant {
  readonly url: string;
  readonly client: ClientCredentials;
  readonly grant: TokenGrant;
  readonly tokenLifetimeSeconds: number;
  /** Most users that one bulk request may hold. */
  readonly maxUsers: number;
  readonly behaviour: Behaviour;
  readonly setup: TenantSetup;
  readonly rules: FieldRules;
  readonly store: AccountStore;
  readonly tokens: AccessTokens;
  readonly counters: Counters;
  readonly seed: number;
  readonly random: Random;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The one app that may ask for tokens. */
export interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
}

/** What the sandbox has done since it started. Entries are counted as they happened, whatever a fault let the client see. */
export interface Counters {
  created: number;
  updated: number;
  failed: number;
  bulkRequests: number;
  tokenRequests: number;
  /** Bytes of bodies of bulk requests. */
  bulkBytes: number;
}

/** An error of users-srv, with a reference number of its own. */
export function serviceError(tenant: SandboxTenant, status: number, code: number, message: string): Reply {
  return sandboxError(tenant, 'service', status, code, message);
}

/** An error in one of the known shapes, with a reference number of its own. `code` is text where the tenant wants it so. */
export function sandboxError(
  tenant: SandboxTenant,
  shape: ErrorShape,
  status: number,
  code: number | string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const reference = `${tenant.now()}-${seededUuid(tenant.random)}`;
  const shown = tenant.behaviour.errorCode === 'string' ? String(code) : code;
  return errorReply(shape, { status, code: shown, message, reference }, headers);
}

/** The answer to a request without a good token, or one whose token lacks the scope; null when it may pass. */
export function accessError(tenant: SandboxTenant, authorization: string | undefined, scope: string): Reply | null {
  const scopes = tenant.tokens.scopesOf(authorization);
  if (scopes?.has(scope) === true) return null;
  const status = scopes === null ? 401 : tenant.behaviour.missingScopeStatus;
  const message = 'Access denied for this resource';
  return status === 401
    ? sandboxError(tenant, 'guard', 401, 401, message)
    : serviceError(tenant, 403, 403, `${message}, scope missing: ${scope}`);
}
