import { type Random, seededUuid } from '../runtime/random.ts';
import type { AccessTokens, TokenGrant } from './access-tokens.ts';
import type { AccountStore } from './account-store.ts';
import type { Behaviour } from './behaviour.ts';
import type { FieldRules } from './field-rules.ts';
import type { LoginVerifier } from './login-verifier.ts';
import { type ErrorShape, errorReply, type Reply } from './reply.ts';
import type { TenantSetup } from './tenant-setup.ts';

/** The shared state of the endpoints of one sandbox. */
export interface SandboxTenant {
  readonly url: string;
  readonly client: ClientCredentials;
  /** Another app, which has the password grant; null when there is none. */
  readonly loginClient: ClientCredentials | null;
  /** What checks passwords of users whose hash has an id that begins with CUSTOM; null: the sandbox itself. */
  readonly verifier: LoginVerifier | null;
  readonly grant: TokenGrant;
  readonly tokenLifetimeSeconds: number;
  /** Maximum number of users in one bulk request. */
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

/** The app that may request tokens. */
export interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
}

/** Counters since the start. They show what happened, regardless of faults in responses. */
export interface Counters {
  created: number;
  updated: number;
  failed: number;
  bulkRequests: number;
  /** Only client credentials. */
  tokenRequests: number;
  logins: number;
  /** Changes of a user's status, and deletions, that were applied. */
  statusChanges: number;
  deleted: number;
  /** Bytes of bodies of bulk requests. */
  bulkBytes: number;
}

/** An error of users-srv with a new reference number. */
export function serviceError(tenant: SandboxTenant, status: number, code: number, message: string): Reply {
  return sandboxError(tenant, 'service', status, code, message);
}

/** An error in one of the known shapes with a new reference number. The behaviour decides whether `code` is a string. */
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

/** The error for a request without a valid token or without the scope; null if access is allowed. */
export function accessError(tenant: SandboxTenant, authorization: string | undefined, scope: string): Reply | null {
  const scopes = tenant.tokens.scopesOf(authorization);
  if (scopes?.has(scope) === true) return null;
  const status = scopes === null ? 401 : tenant.behaviour.missingScopeStatus;
  const message = 'Access denied for this resource';
  return status === 401
    ? sandboxError(tenant, 'guard', 401, 401, message)
    : serviceError(tenant, 403, 403, `${message}, scope missing: ${scope}`);
}
