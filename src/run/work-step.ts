import { CircuitBreaker, type TripReason } from '../apply/circuit-breaker.ts';
import type { Concurrency } from '../apply/concurrency-limit.ts';
import { type FleetMember, type FleetOrder, type FleetStop, TAKEN_OVER } from '../queue/fleet.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { InputError } from '../runtime/input-error.ts';
import type { BulkClient } from '../tenant/bulk.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import type { Ports } from './ports.ts';
import { createPressure, createSender } from './sender.ts';

/** When the run stops, requests in flight get as long as after a signal. */
const GRACE_MS = 5_000;

export interface WorkOptions extends Pick<Ports, 'clock' | 'progress' | 'log' | 'stop' | 'abortInFlight'> {
  readonly member: FleetMember;
  readonly order: FleetOrder;
  readonly tenant: BulkClient;
  readonly door: TenantDoor;
  readonly concurrency: Concurrency;
  readonly onRetry: () => void;
}

/** What a worker did in one run. */
export interface WorkResult {
  /** Users that got an outcome. */
  readonly users: number;
  /** Why it ended before the queue was empty; null when it was. */
  readonly end: EarlyEnd | null;
  /** Why the run was stopped for everybody, by another process; null otherwise. */
  readonly stopped: string | null;
  /** Another lead continues this run with a new one. */
  readonly isTakenOver: boolean;
}

/** Sends what a lead planned, until nothing is left or the run stops. What it cannot finish is given back. */
export async function work(options: WorkOptions): Promise<WorkResult> {
  const { member, order, tenant, clock, log, progress } = options;
  const ownStop = new AbortController();
  const late = new AbortController();
  const stop = AbortSignal.any([options.stop, ownStop.signal]);
  const stops: FleetStop[] = [];
  const breaker = new CircuitBreaker({
    // The database counts what all processes settle.
    maxFailedRows: Number.POSITIVE_INFINITY,
    limitText: order.limitText,
    // Workers begin after the tenant accepted what the lead sent.
    acceptedBefore: true,
    refusedBefore: order.refusedBefore,
    onTripped: (reason) => ownStop.abort(reason),
  });
  let users = 0;
  const sender = createSender({
    ...{ queue: member.queue, send: tenant.send, door: options.door, breaker, clock, stop },
    pressure: createPressure({ ...order, concurrency: options.concurrency }, member.throttle, clock),
    abortInFlight: AbortSignal.any([options.abortInFlight, late.signal]),
    onSettled: (accepted, failed) => {
      users += accepted + failed;
    },
    onRetry: ({ code }, _attempt, waitMs) => {
      options.onRetry();
      progress.waiting(waitMs, code);
    },
  });
  const end = new AbortController();
  const following = member.follow((reason) => {
    stops.push(reason);
    ownStop.abort(reason);
    clock.sleep(GRACE_MS, end.signal).then(
      () => late.abort(reason),
      () => undefined,
    );
  }, end.signal);
  try {
    await sender.send();
    if (breaker.tripped !== null) await member.stop(breaker.tripped);
  } catch (error) {
    // Nobody else may send it either.
    if (error instanceof InputError)
      await member.stop({ code: 'worker.failed', message: error.message }).catch(() => undefined);
    throw error;
  } finally {
    end.abort();
    await following;
  }
  // A take-over empties the queue too, perhaps before a heartbeat has shown it.
  if (stops.length === 0 && !options.stop.aborted)
    await member.follow((reason) => void stops.push(reason), AbortSignal.abort());
  const advice = sender.advice();
  if (advice !== null) log.warning(advice);
  return {
    users,
    end: endOf(options.stop, breaker.tripped, stops[0]),
    stopped: stoppedBy(stops[0]),
    isTakenOver: stops[0]?.code === TAKEN_OVER,
  };
}

function stoppedBy(remote: FleetStop | undefined): string | null {
  if (remote === undefined || remote.code.startsWith('queue.')) return null;
  return remote.message;
}

function endOf(stop: AbortSignal, tripped: TripReason | null, remote: FleetStop | undefined): EarlyEnd | null {
  if (tripped !== null) return { outcome: 'aborted', message: tripped.message };
  if (stop.aborted) return stop.reason as EarlyEnd;
  if (remote?.code === 'queue.lost') return { outcome: 'error', message: remote.message };
  return null;
}
