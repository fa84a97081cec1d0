import type { CircuitBreaker, TripReason } from '../apply/circuit-breaker.ts';
import type { RequestStats } from '../apply/request-stats.ts';
import { settleCollected } from '../ledger/queued-rows.ts';
import type { CollectedClaim, FleetLead, FleetStop, RecalledUser } from '../queue/fleet.ts';
import type { FleetReport } from '../report/report-data.ts';
import { InputError } from '../runtime/input-error.ts';
import type { Settings } from '../settings/settings.ts';
import { type RestoredRows, restoreOutcomes } from '../state/resume.ts';
import type { ResumeEntry } from '../state/resume-file.ts';
import type { Ports } from './ports.ts';
import type { Sender } from './sender.ts';

/** How often the lead asks what its workers have settled. */
const COLLECT_MS = 1_000;

export interface FleetSendOptions extends Pick<Ports, 'ledger' | 'clock'> {
  readonly stats: RequestStats;
  readonly onSettled: (accepted: number, failed: number) => void;
  readonly breaker: CircuitBreaker;
  /** Ends the sending of this process. */
  readonly ownStop: AbortController;
  /** The same, and whatever else ends the run. */
  readonly stop: AbortSignal;
}

/**
 * Sends as the lead of a fleet: takes part in the sending, brings what all processes settle into the ledger, and ends the run.
 *
 * @throws InputError when the database is away or was changed; what was settled until then is in the ledger, or stays in the database.
 */
export async function sendWithFleet(lead: FleetLead, sender: Sender, options: FleetSendOptions): Promise<FleetReport> {
  const { breaker, ownStop, stop, clock } = options;
  const broken: unknown[] = [];
  const onStop = (reason: FleetStop): void => {
    if (isTripReason(reason)) breaker.trip(reason);
    // Otherwise this process itself was cancelled, and said so.
    else if (!stop.aborted) {
      broken.push(new InputError([reason.message]));
      ownStop.abort(reason);
    }
  };
  const end = new AbortController();
  const tally = new FleetTally(options);
  const collecting = collectUntil(end.signal, lead, tally, clock).catch((error: unknown) => {
    broken.unshift(error);
    ownStop.abort({ code: 'lead.failed', message: 'The lead could not go on.' } satisfies FleetStop);
  });
  const following = lead.follow(onStop, end.signal);
  let stopping: Promise<void> = Promise.resolve();
  const stopWorkers = (): void => {
    stopping = lead.stop(fleetStopOf(stop.reason)).catch((error: unknown) => void broken.push(error));
  };
  if (stop.aborted) stopWorkers();
  else stop.addEventListener('abort', stopWorkers, { once: true });
  try {
    await sender.send();
  } catch (error) {
    broken.unshift(error);
    ownStop.abort({ code: 'lead.failed', message: 'The lead could not go on.' } satisfies FleetStop);
  } finally {
    stop.removeEventListener('abort', stopWorkers);
    end.abort();
    await Promise.all([collecting, following, stopping]);
  }
  // Then the run stays in the database, for the next lead.
  if (broken.length > 0) throw broken[0];
  await lead.close();
  await collectAll(lead, tally);
  return tally.report();
}

async function collectUntil(
  end: AbortSignal,
  lead: FleetLead,
  tally: FleetTally,
  clock: Ports['clock'],
): Promise<void> {
  while (!end.aborted) {
    await collectAll(lead, tally);
    await clock.sleep(COLLECT_MS, end).catch(() => undefined);
  }
}

async function collectAll(lead: FleetLead, tally: FleetTally): Promise<void> {
  for (;;) {
    const claims = await lead.collect();
    if (claims.length === 0) return;
    for (const claim of claims) tally.add(claim);
    await lead.collected(claims);
  }
}

/** Brings outcomes into the ledger, and counts them by the process that settled them. */
class FleetTally {
  readonly #options: Pick<FleetSendOptions, 'ledger' | 'clock' | 'stats' | 'onSettled'>;
  readonly #workers = new Map<string, { batches: number; users: number; from: number; to: number }>();

  constructor(options: Pick<FleetSendOptions, 'ledger' | 'clock' | 'stats' | 'onSettled'>) {
    this.#options = options;
  }

  add({ worker, settledAt, settlements, requests, retried }: CollectedClaim): void {
    const { ledger, clock, stats, onSettled } = this.#options;
    settleCollected(ledger, settlements);
    for (const [status, ms, users] of requests) stats.observe({ status, ms, users }, clock.now());
    for (let n = 0; n < retried; n++) stats.retried();
    if (settlements.length === 0) return;
    const accepted = settlements.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
    onSettled(accepted, settlements.length - accepted);
    const known = this.#workers.get(worker) ?? { batches: 0, users: 0, from: settledAt, to: settledAt };
    known.batches++;
    known.users += settlements.length;
    known.from = Math.min(known.from, settledAt);
    known.to = Math.max(known.to, settledAt);
    this.#workers.set(worker, known);
  }

  report(): FleetReport {
    const time = (ms: number): string => new Date(ms).toISOString();
    return {
      workers: [...this.#workers]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { batches, users, from, to }]) => ({ name, batches, users, from: time(from), to: time(to) })),
    };
  }
}

const TRIP_CODES: readonly string[] = [
  'abort-above',
  'tenant.refuses_everything',
  'tenant.unreachable',
  'tenant.forbidden',
] satisfies TripReason['code'][];

function isTripReason(reason: FleetStop): reason is TripReason {
  return TRIP_CODES.includes(reason.code);
}

/** The reason of a stop signal: of the circuit breaker, or of a run that was cancelled. */
function fleetStopOf(reason: { readonly code?: string; readonly message: string }): FleetStop {
  return { code: reason.code ?? 'cancelled', message: reason.message };
}

/**
 * Ends what an earlier lead left in the database, and gives planned rows the outcome that they have there. Null when nothing was
 * left by the same owner.
 *
 * @throws InputError when another lead lives, or what it left cannot be read.
 */
export async function takeOverFleet(
  { fleet, ledger, log, stop }: Pick<Ports, 'fleet' | 'ledger' | 'log' | 'stop'>,
  { mode, runId }: Settings['resume'],
): Promise<RestoredRows | null> {
  const recall = (await fleet?.takeOver(mode === 'auto', stop)) ?? null;
  if (recall === null) return null;
  const entries = settledBy(recall.settled, runId === null ? null : String(runId));
  const restored = await restoreOutcomes(ledger, entries, recall.fingerprint, stop);
  log.notice(`Continuing what an earlier lead left in the database: ${restored.rows} rows are settled already.`);
  return restored;
}

/** Users of the run that this one continues are not users of this one, which mode undo takes back. */
async function* settledBy(users: AsyncIterable<RecalledUser>, continued: string | null): AsyncGenerator<ResumeEntry> {
  for await (const { owner, ...user } of users) yield { ...user, run: owner === 0 ? null : continued };
}
