import type { Sleep } from '../runtime/sleep.ts';
import { type AccountChanger, createAccountChanger } from './account-changer.ts';
import { type BulkClient, type BulkClientOptions, createBulkClient } from './bulk.ts';
import { createHttp } from './http.ts';
import { createLoginClient, type LoginClient } from './login.ts';
import { retryPolicy } from './retry-policy.ts';
import { createSetupReader, type SetupReader } from './setup.ts';
import { createTokenSource } from './token.ts';
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
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: Sleep;
  readonly onSecret: (secret: string) => void;
  readonly onRequest: BulkClientOptions['onRequest'];
}

/** The APIs of one tenant. */
export interface Connection extends BulkClient {
  readonly setup: SetupReader;
  readonly users: UserReader;
  readonly logins: LoginClient;
  readonly accounts: AccountChanger;
}

/**
 * Creates the clients of a tenant; disposing of the result ends its connections. Nothing is sent yet. Throws an `InputError`
 * when the proxy in `env` cannot be used.
 */
export function connectTenant(options: ConnectOptions): Connection & AsyncDisposable {
  const { client, maxAttempts, outagePatienceMs, toolVersion, now, onRequest } = options;
  const http = createHttp({ ...options, userAgent: `cidaas-migrate/${toolVersion}` });
  const policy = retryPolicy(maxAttempts, outagePatienceMs);
  const tokens = createTokenSource({ ...options, http, policy, clientId: client.id, clientSecret: client.secret });
  const setup = createSetupReader({ ...options, http, tokens, policy });
  const users = createUserReader({ ...options, http, tokens, policy });
  const logins = createLoginClient({ ...options, http, policy, client: options.loginClient });
  const sending = { http, tokens, secrets: [client.secret], now, onRequest };
  const bulk = createBulkClient(sending);
  const accounts = createAccountChanger(sending, users);
  return { ...bulk, setup, users, logins, accounts, [Symbol.asyncDispose]: () => http.close() };
}
