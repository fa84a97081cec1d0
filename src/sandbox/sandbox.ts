import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../runtime/clock.ts';
import { mulberry32 } from '../runtime/random.ts';
import { AccessTokens, type TokenGrant } from './access-tokens.ts';
import { AccountStore } from './account-store.ts';
import { type Behaviour, defaultBehaviour } from './behaviour.ts';
import type { FaultPlan } from './fault.ts';
import { compileFieldRules } from './field-rules.ts';
import type { LoginVerifier } from './login-verifier.ts';
import { requestListener } from './request-listener.ts';
import { type LoggedRequest, RequestLog } from './request-log.ts';
import type { StoredAccount } from './stored-account.ts';
import type { ClientCredentials, Counters, SandboxTenant } from './tenant.ts';
import { defaultSetup, type TenantSetup } from './tenant-setup.ts';

/** Options of a sandbox. */
export interface SandboxOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `sandbox` with the secret `sandbox-secret`. */
  readonly client?: ClientCredentials;
  /** Another app, which has the password grant; default: none. */
  readonly loginClient?: ClientCredentials;
  /** Checks passwords of users whose hash has an id that begins with CUSTOM; default: the sandbox itself. */
  readonly verifier?: LoginVerifier;
  /** Permissions of tokens; default: all scopes of the sandbox. */
  readonly grant?: Partial<TokenGrant>;
  /** Default 86,400, as in cidaas. */
  readonly tokenLifetimeSeconds?: number;
  /** Maximum number of users in one bulk request; default 1000. */
  readonly maxUsers?: number;
  /** Additional delay of each response in milliseconds; default 0. */
  readonly latencyMs?: number;
  /** Seed of subs, reference numbers and shuffled entries; default 1. */
  readonly seed?: number;
  /** `index` stores only subs and identifiers; default `full`. */
  readonly store?: 'full' | 'index';
  /** `users` keeps the users of each bulk request as well; default `requests`. The newest 100,000 are kept. */
  readonly log?: 'requests' | 'users';
  readonly behaviour?: Partial<Behaviour>;
  readonly setup?: Partial<TenantSetup>;
  /** Default: no faults. */
  readonly faults?: FaultPlan;
  /** Milliseconds since 1970; default: system clock. Determines when tokens expire. */
  readonly now?: () => number;
  /** Default: timers. */
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/** A running sandbox. Closed by `close`, or by `await using`. */
export interface Sandbox extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly client: ClientCredentials;
  /** Every account as stored, by sub; a snapshot. Throws with `store: 'index'`. */
  users(): Map<string, StoredAccount>;
  readonly userCount: number;
  /** In the order of arrival. */
  readonly requests: readonly LoggedRequest[];
  readonly counters: Readonly<Counters>;
  /** All tokens issued so far get a 401 from now on. */
  revokeTokens(): void;
  /** Closes all connections, including hanging ones. */
  close(): Promise<void>;
}

/**
 * Starts a local substitute for a cidaas tenant over HTTP on 127.0.0.1: client-credentials tokens, the bulk API with its
 * documented create-or-update, logins, changes of status, deletions, and requests that read users and setup. Rejects if the port is in use.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const server = createServer({ keepAliveTimeout: 60_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const tenant = setUpTenant(options, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const log = new RequestLog(LOGGED_REQUESTS);
  const listenerOptions = {
    faults: options.faults ?? (() => null),
    latencyMs: options.latencyMs ?? 0,
    keepUsers: options.log === 'users',
    sleep: options.sleep ?? ((ms: number) => wait(ms)),
  };
  server.on('request', requestListener(tenant, listenerOptions, log));
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return closing;
  };
  return {
    url: tenant.url,
    client: tenant.client,
    users: () => tenant.store.accounts(),
    get userCount() {
      return tenant.store.size;
    },
    get requests() {
      return log.entries;
    },
    counters: tenant.counters,
    revokeTokens: () => tenant.tokens.revokeAll(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

const LOGGED_REQUESTS = 100_000;

const ALL_SCOPES: readonly string[] = [
  'cidaas:bulk_user_create',
  'cidaas:users_read',
  'cidaas:users_write',
  'cidaas:users_delete',
  'cidaas:field_setup_read',
  'cidaas:roles_read',
  'cidaas:groups_read',
  'cidaas:group_type_read',
];

function setUpTenant(options: SandboxOptions, url: string): SandboxTenant {
  const setup = { ...defaultSetup(), ...options.setup };
  const now = options.now ?? systemClock.wallNow;
  const seed = options.seed ?? 1;
  const tokenLifetimeSeconds = options.tokenLifetimeSeconds ?? 86_400;
  return {
    url,
    client: options.client ?? { id: 'sandbox', secret: 'sandbox-secret' },
    loginClient: options.loginClient ?? null,
    verifier: options.verifier ?? null,
    grant: { scopes: ALL_SCOPES, roles: ['USER_READ'], ...options.grant },
    tokenLifetimeSeconds,
    maxUsers: options.maxUsers ?? 1000,
    behaviour: { ...defaultBehaviour(), ...options.behaviour },
    setup,
    rules: compileFieldRules(setup),
    store: new AccountStore(options.store ?? 'full'),
    tokens: new AccessTokens(now, tokenLifetimeSeconds),
    counters: {
      ...{ created: 0, updated: 0, failed: 0, bulkRequests: 0, tokenRequests: 0, bulkBytes: 0 },
      ...{ logins: 0, statusChanges: 0, deleted: 0 },
    },
    seed,
    random: mulberry32(seed),
    now,
  };
}
