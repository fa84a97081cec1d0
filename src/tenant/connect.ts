import type { Clock } from '../runtime/clock.ts';
import { type AccountChanger, createAccountChanger } from './account-changer.ts';
import { type BulkClient, createBulkClient } from './bulk.ts';
import { createHttp } from './http.ts';
import { KnownSecrets } from './known-secrets.ts';
import { createLoginClient, type LoginClient } from './login.ts';
import { retryPolicy } from './retry-policy.ts';
import { createSetupReader, type SetupReader } from './setup.ts';
import { ReadingPatience } from './setup-request.ts';
import { createTokenSource } from './token.ts';
import type { TokenRequestPorts } from './token-request.ts';
import { createUserReader, type UserReader } from './user-reader.ts';

export interface ConnectOptions {
  /** Of `parseTenantUrl`. */
  readonly origin: string;
  /** The client-credentials app. */
  readonly client: { readonly id: string; readonly secret: string };
  /** The app that has the password grant. */
  readonly loginClient: ConnectOptions['client'];
  readonly connections: number;
  /** For one request. */
  readonly timeoutMs: number;
  readonly maxAttempts: number;
  /** How long an outage of the tenant may last, in milliseconds. */
  readonly outagePatienceMs: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly toolVersion: string;
  readonly clock: Clock;
  readonly onSecret: (secret: string) => void;
  readonly onRequest: TokenRequestPorts['onRequest'];
}

/** For the whole check of the set-up. Reading users back takes as long as the operator's sample is large. */
export const MAX_SETUP_MS = 10 * 60_000;

/** The APIs of one tenant. */
export interface Connection extends BulkClient {
  /** Each reader has its own patience. */
  readonly openSetup: () => SetupReader;
  readonly users: UserReader;
  readonly logins: LoginClient;
  readonly accounts: AccountChanger;
  /** What the tenant may send back of what it was sent. */
  readonly secrets: KnownSecrets;
}

/**
 * Creates the clients of a tenant; disposing of the result ends its connections. Nothing is sent yet. Throws an `InputError`
 * when the proxy in `env` cannot be used.
 */
export function connectTenant(options: ConnectOptions): Connection & AsyncDisposable {
  const { client, maxAttempts, outagePatienceMs, toolVersion, clock, onRequest } = options;
  const secrets = new KnownSecrets(client.secret);
  const onSecret = (token: string): void => {
    secrets.addToken(token);
    options.onSecret(token);
  };
  const http = createHttp({ ...options, userAgent: `cidaas-migrate/${toolVersion}` });
  const policy = retryPolicy(maxAttempts, outagePatienceMs);
  const credentials = { clientId: client.id, clientSecret: client.secret };
  const tokens = createTokenSource({ ...options, ...credentials, http, policy, onSecret });
  const requests = { http, tokens, policy, clock };
  const openSetup = () => createSetupReader({ ...requests, patience: new ReadingPatience(clock, MAX_SETUP_MS) });
  const users = createUserReader({ ...requests, patience: new ReadingPatience(clock, Number.POSITIVE_INFINITY) });
  const logins = createLoginClient({ http, policy, clock, client: options.loginClient, secrets });
  const sending = { http, tokens, clock, onRequest };
  const bulk = createBulkClient(sending);
  // Changes are repeated by who delivers them, however long the tenant is away in between.
  const unlimited = new ReadingPatience(clock, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  const accounts = createAccountChanger(sending, { ...requests, patience: unlimited });
  return { ...bulk, openSetup, users, logins, accounts, secrets, [Symbol.asyncDispose]: () => http.close() };
}
