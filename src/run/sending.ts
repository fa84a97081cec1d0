import { CircuitBreaker, type TripReason } from '../apply/circuit-breaker.ts';
import type { BatchDelivery } from '../apply/delivery.ts';
import type { RequestStats } from '../apply/request-stats.ts';
import { checkpoint } from '../ledger/ledger-file.ts';
import type { FleetLead } from '../queue/fleet.ts';
import type { Queue } from '../queue/queue.ts';
import { createThrottle } from '../queue/throttle.ts';
import type { FleetReport } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import { sendWithFleet } from './fleet-step.ts';
import type { Ports } from './ports.ts';
import { saveRequests } from './run-notes.ts';
import { createPressure, createSender, type Pressure } from './sender.ts';

/** How often the request statistics are saved, and the ledger's WAL is written to the database file. */
const SAVE_STATS_MS = 1_000;

/** The ports that every request needs. */
export type SendingPorts = Pick<Ports, 'ledger' | 'clock' | 'progress' | 'stop' | 'abortInFlight'>;

/** What all requests of a run share: how many this process has in flight, whether the tenant is away, what is counted. */
export interface Sending {
  readonly stats: RequestStats;
  readonly door: TenantDoor;
  readonly pressure: Pressure;
}

/** Begins the timeline of the requests. */
export function openSending(
  settings: Settings,
  clock: Ports['clock'],
  { stats, door }: Pick<Sending, 'stats' | 'door'>,
): Sending {
  stats.begin(clock.now(), clock.wallNow());
  const throttle = createThrottle({ ...clock, maxRequestsPerSecond: settings.maxRequestsPerSecond });
  return { stats, door, pressure: createPressure(settings, throttle, clock) };
}

/** What is sent, and where its outcomes are written. */
export interface Delivering extends Pick<BatchDelivery, 'send'> {
  readonly queue: Queue;
  /** The fleet whose queue this is; null: this process sends alone. */
  readonly lead: FleetLead | null;
  /** Users that wait for an outcome, and those of them that already got one. */
  readonly total: number;
  readonly done: number;
  /** How many of `done` failed. */
  readonly failed: number;
  /** Users that may fail before the run stops, without those that did. */
  readonly maxFailedRows: number;
  /** The tenant accepted somebody, in this run or in an earlier attempt. */
  readonly acceptedBefore: boolean;
  /** Users that the tenant refused in an earlier attempt. */
  readonly refusedBefore: number;
}

/** How delivering ended. */
export interface Delivered {
  /** Why it stopped before everything was settled. */
  readonly earlyEnd: EarlyEnd | null;
  /** A sentence about the size of requests that works. */
  readonly advice: string | null;
  /** Who sent, with a fleet. */
  readonly fleet: FleetReport | null;
}

/**
 * Delivers what is queued under the limits of this run.
 *
 * @throws InputError when the database of a fleet is away or was changed.
 */
export async function deliver(
  settings: Settings,
  { ledger, clock, progress, stop: stopRun, abortInFlight }: SendingPorts,
  { stats, door, pressure: own }: Sending,
  { queue, lead, send, total, maxFailedRows, acceptedBefore, refusedBefore, ...before }: Delivering,
): Promise<Delivered> {
  const ownStop = new AbortController();
  const stop = AbortSignal.any([stopRun, ownStop.signal]);
  const breaker = new CircuitBreaker({
    // What all processes of a fleet settled is counted in its database.
    maxFailedRows: lead === null ? maxFailedRows : Number.POSITIVE_INFINITY,
    limitText: limitText(settings.abortAbove),
    ...{ acceptedBefore, refusedBefore },
    onTripped: (tripped) => ownStop.abort(tripped),
  });
  const pressure = lead === null ? own : createPressure(settings, lead.throttle, clock);
  let { done, failed } = before;
  let savedAt = Number.NEGATIVE_INFINITY;
  const saveStats = (): void => {
    savedAt = clock.now();
    const { course } = pressure.limiter;
    const { mode, max } = settings.concurrency;
    saveRequests(ledger, stats.summary(course.points, mode === 'auto' ? course.report(max) : null));
    checkpoint(ledger.db);
  };
  const onSettled = (accepted: number, refused: number): void => {
    done += accepted + refused;
    failed += refused;
    stats.settled(accepted, refused, clock.now());
    progress.sent(done, total, failed);
    if (clock.now() - savedAt >= SAVE_STATS_MS) saveStats();
  };
  const sender = createSender({
    ...{ queue, pressure, door, breaker, clock, stop, abortInFlight, send },
    // In a fleet, the rows of all processes count when they are collected.
    onSettled: lead === null ? onSettled : () => undefined,
    onRetry: ({ code }, _attempt, waitMs) => {
      stats.retried();
      progress.waiting(waitMs, code);
    },
  });
  const sendAll = async (): Promise<FleetReport | null> => {
    if (lead !== null) return sendWithFleet(lead, sender, { ledger, clock, stats, onSettled, breaker, ownStop, stop });
    await sender.send();
    return null;
  };
  const fleet = await sendAll().finally(() => {
    ownStop.abort();
    saveStats();
  });
  const ended = { advice: sender.advice(), fleet };
  if (breaker.tripped !== null) {
    return { earlyEnd: { outcome: 'aborted', message: messageFor(breaker.tripped) }, ...ended };
  }
  return { earlyEnd: stopRun.aborted ? (stopRun.reason as EarlyEnd) : null, ...ended };
}

function messageFor({ code, message }: TripReason): string {
  return code === 'tenant.forbidden' ? `The tenant refuses access to this client: ${message}` : message;
}
