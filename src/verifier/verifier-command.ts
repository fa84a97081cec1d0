import { availableParallelism } from 'node:os';
import type { Clock } from '../runtime/clock.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Log } from '../runtime/log.ts';
import { sharedTokenAccess } from './access.ts';
import { loadSourceSecrets } from './source-secrets.ts';
import { type ConnectionLimits, startVerifier, type Verifier } from './start-verifier.ts';
import { tenantTokenAccess } from './tenant-token.ts';
import { readVerifierFlags } from './verifier-flags.ts';
import { readVerifierSettings, type VerifierSettings } from './verifier-settings.ts';

/** The limits of the command. A proxy that keeps connections open for a minute fits them, a client that is slow on purpose does not. */
const LIMITS: ConnectionLimits = {
  maxConnections: 500,
  headersMs: 5_000,
  requestMs: 10_000,
  idleMs: 65_000,
  graceMs: 15_000,
};
const MAX_WAIT_MS = 5_000;
const MAX_CHECK_MS = 10_000;
const MINUTE_MS = 60_000;
/** About 100 bytes each. */
const MAX_LIMITED_HASHES = 100_000;

/** What the command needs from outside. */
export interface VerifierEnvironment {
  readonly env: { readonly [name: string]: string | undefined };
  readonly log: Log;
  readonly clock: Clock;
}

/**
 * The command `verifier`: starts a verifier and logs where it listens. The caller closes it.
 *
 * @throws InputError when a flag or a secret is wrong, and when the verifier would be open to others.
 */
export async function runVerifier(args: readonly string[], environment: VerifierEnvironment): Promise<Verifier> {
  const { env, log, clock } = environment;
  const { settings, problems } = readVerifierSettings(readVerifierFlags(args), env.CIDAAS_VERIFIER_TOKEN);
  if (problems.length > 0) throw new InputError(problems);
  if (settings.token !== null) log.secret(settings.token);
  const secrets = await loadSourceSecrets(env, settings.secretsDir);
  const access = await accessChecks(settings, clock);
  if (access.length === 0) log.warning('Every program on this machine may ask: no token is required on loopback.');
  const verifier = await startVerifier({
    ...{ address: settings.address, tls: settings.tls, access, metrics: settings.metrics, limits: LIMITS },
    pool: {
      secrets,
      threads: settings.threads ?? Math.max(2, availableParallelism()),
      maxWaiting: settings.maxWaiting,
      ...{ maxWaitMs: MAX_WAIT_MS, maxCheckMs: MAX_CHECK_MS },
    },
    guesses: { burst: settings.maxWrong, refillMs: MINUTE_MS, maxHashes: MAX_LIMITED_HASHES },
    ...{ minuteMs: MINUTE_MS, clock, log },
  });
  const names = [...(secrets.named?.keys() ?? [])];
  log.info(`The verifier listens on ${verifier.url} (POST ${verifier.url}/?action=compare).`);
  log.info(`Secrets of the source: ${names.length === 0 ? 'none' : names.sort().join(', ')}.`);
  if (verifier.metricsUrl !== null) log.info(`Metrics: ${verifier.metricsUrl}/metrics`);
  return verifier;
}

async function accessChecks({ token, tenant }: VerifierSettings, { wallNow }: Clock) {
  return [
    ...(token === null ? [] : [sharedTokenAccess(token)]),
    ...(tenant === null ? [] : [await tenantTokenAccess({ ...tenant, wallNow })]),
  ];
}
