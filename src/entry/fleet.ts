import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import type { Fleet } from '../queue/fleet.ts';
import type { SealOf } from '../queue/payload-seal.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { createTenantDoor } from '../report/tenant-door.ts';
import { type WorkResult, work } from '../run/work-step.ts';
import { systemClock } from '../runtime/clock.ts';
import type { Settings } from '../settings/settings.ts';
import { createKeys } from '../state/keys.ts';
import { createPayloadSeal } from '../state/payload-seal.ts';
import { refuseUncheckedTls } from '../tenant/checked-tls.ts';
import { connectTenant } from '../tenant/connect.ts';
import type { RunEnvironment } from './run-environment.ts';

/** How long a worker waits for a lead to begin sending. */
interface LeadPatience {
  /** For its first lead, which may have an export to plan. */
  readonly firstMs: number;
  /** After a take-over: the next lead has planned, and may be done before this worker looks. */
  readonly nextMs: number;
}

const LEAD_PATIENCE: LeadPatience = { firstMs: 30 * 60_000, nextMs: 5 * 60_000 };

/** Opens the fleet of a lead; null without `queue-url`, and for a run that sends nothing. */
export async function openRunFleet(
  settings: Settings,
  environment: RunEnvironment,
  ledger: Ledger,
): Promise<(Fleet & AsyncDisposable) | null> {
  const { queueUrl: url, tenant, mode } = settings;
  const sealOf = fleetSeal(settings);
  if (url === null || sealOf === null || tenant?.kind !== 'origin' || mode !== 'apply') return null;
  // Only here: without `queue-url` nothing of pg-boss is loaded.
  const { openFleet } = await import('../queue/postgres/open-fleet.ts');
  return openFleet({
    ...{ url, sealOf, ledger, clock: systemClock, tenant: tenant.origin },
    connections: connectionsFor(settings),
    owners: ownersOf(settings, environment),
    worker: `lead ${processName(environment)}`,
    stop: environment.abortInFlight,
    warn: environment.log.warning,
  });
}

/** What a worker needs of the environment of a run. */
export type WorkerEnvironment = Pick<
  RunEnvironment,
  'env' | 'log' | 'progress' | 'stop' | 'abortInFlight' | 'toolVersion' | 'onSecret'
>;

/** What a worker did, in one run or in one after the other when leads took over. */
export interface WorkSummary {
  readonly users: number;
  readonly outcome: 'succeeded' | EarlyEnd['outcome'];
  readonly message: string;
  /** It did not do what a worker is started for, though nothing failed. */
  readonly isWarning: boolean;
}

/** The job of `role: work`: joins the run of the tenant, and sends until nothing is left. @throws InputError as `joinFleet` does. */
export async function runWorker(
  settings: Settings,
  environment: WorkerEnvironment,
  { firstMs, nextMs } = LEAD_PATIENCE,
): Promise<WorkSummary> {
  const { queueUrl: url, tenant, client } = settings;
  const { log, stop, abortInFlight } = environment;
  const sealOf = fleetSeal(settings);
  if (url === null || sealOf === null || tenant?.kind !== 'origin' || client === null)
    throw new Error('a worker without a database, a tenant or a client');
  for (const warning of settings.warnings) log.warning(warning);
  refuseUncheckedTls(tenant.origin, environment.env);
  const { joinFleet } = await import('../queue/postgres/open-worker.ts');
  const name = `worker ${processName(environment)}`;
  let users = 0;
  for (let isFirst = true; ; isFirst = false) {
    const waitMs = isFirst ? firstMs : nextMs;
    log.info(`Waiting for a lead that sends to ${tenant.origin}, up to ${minutes(waitMs)} …`);
    await using joined = await joinFleet(
      {
        ...{ url, sealOf, clock: systemClock, tenant: tenant.origin, worker: name, warn: log.warning },
        connections: connectionsFor(settings),
        stop,
        onWaiting: (ms) => log.info(`No lead has begun to send to ${tenant.origin} for ${minutes(ms)}; waiting.`),
      },
      waitMs,
    );
    if (joined === null) {
      if (stop.aborted) return { users, ...(stop.reason as EarlyEnd), isWarning: false };
      const message = isFirst ? noLead(tenant.origin, waitMs) : noNextLead(users, waitMs);
      // No failure: the job of the lead reports the run.
      return { users, outcome: 'succeeded', message, isWarning: true };
    }
    log.info(`Sending as ${name}.`);
    const { order } = joined;
    await using connection = connectTenant({
      ...{ ...environment, clock: systemClock, origin: tenant.origin, client, connections: settings.concurrency.max },
      // Only the lead logs in.
      loginClient: client,
      timeoutMs: order.requestTimeoutMs,
      maxAttempts: order.maxAttempts,
      outagePatienceMs: order.outagePatienceMs,
      onRequest: ({ status, ms, users: sent }) => joined.observe([status, Math.round(ms), sent]),
    });
    const result = await work({
      ...{ ...environment, clock: systemClock, abortInFlight, member: joined, order, tenant: connection },
      door: createTenantDoor(connection.secrets, order.identifiers),
      concurrency: settings.concurrency,
      onRetry: () => joined.retried(),
    });
    users += result.users;
    if (!result.isTakenOver || stop.aborted) return summaryOf(users, result);
    log.notice('Another lead took this run over; waiting until it sends.');
  }
}

function summaryOf(users: number, { end, stopped }: WorkResult): WorkSummary {
  if (end !== null) return { users, outcome: end.outcome, message: end.message, isWarning: false };
  const why = stopped === null ? '' : ` The run was stopped: ${stopped}`;
  const message = `${users} users were sent.${why} The report of the run is made by its lead.`;
  return { users, outcome: 'succeeded', message, isWarning: false };
}

function noLead(origin: string, waitMs: number): string {
  return `No lead began to send to ${origin} within ${minutes(waitMs)}, so this worker sent nothing. If a lead ran meanwhile, it had nothing to send, or it has another \`queue-url\` or \`tenant-url\`.`;
}

function noNextLead(users: number, waitMs: number): string {
  return `${users} users were sent. Then another lead took the run over, and this worker did not see it send within ${minutes(waitMs)}: it had nothing left to send, was done quickly, or failed. Its own job reports the run.`;
}

function minutes(ms: number): string {
  const count = Math.round(ms / 60_000);
  return count === 1 ? '1 minute' : `${count} minutes`;
}

/** Lead and workers derive the same key, whatever repository or machine they run in. Null without a secret. */
function fleetSeal({ stateKey, client, tenant }: Settings): SealOf | null {
  const secret = stateKey ?? client?.secret ?? null;
  if (secret === null || tenant?.kind !== 'origin') return null;
  const keys = createKeys(secret, { repository: '', workflow: 'fleet', tenant: tenant.origin });
  return (run, salt) => createPayloadSeal(keys, salt, run);
}

/** Who may continue what a lead left: later attempts of the same workflow run, a run that names it, or the same state folder. */
function ownersOf({ resume }: Settings, { run, workflow, folder }: RunEnvironment): [string, ...string[]] {
  const hash = (...parts: readonly string[]): string =>
    createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  if (run === null) return [hash('folder', hostname(), dirname(folder))];
  const own = hash('run', run.repository, workflow, run.id);
  return resume.runId === null ? [own] : [own, hash('run', run.repository, workflow, String(resume.runId))];
}

/** Different for each process; the report shows it. */
function processName({ env }: Pick<RunEnvironment, 'env'>): string {
  return `${env.RUNNER_NAME ?? hostname()} ${randomBytes(2).toString('hex')}`;
}

/** One connection for each request in flight would be the fastest; a database has to serve all processes of the fleet. */
function connectionsFor({ concurrency }: Settings): number {
  return Math.min(concurrency.max, 8) + 2;
}
