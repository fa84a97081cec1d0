import { apply } from '../apply/apply.ts';
import { BlockedUsers } from '../apply/blocked-users.ts';
import type { CircuitBreaker } from '../apply/circuit-breaker.ts';
import { createConcurrencyLimiter, type LimitHistory } from '../apply/concurrency-limiter.ts';
import type { BatchDelivery } from '../apply/delivery.ts';
import { FirstAcceptance } from '../apply/first-acceptance.ts';
import { FirstSplit } from '../apply/first-split.ts';
import { Outage } from '../apply/outage.ts';
import { RequestSizes } from '../apply/request-sizes.ts';
import type { Queue } from '../queue/queue.ts';
import type { Throttle } from '../queue/throttle.ts';
import type { BulkClient } from '../tenant/bulk.ts';
import { retryPolicy } from '../tenant/retry-policy.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import type { Ports } from './ports.ts';

export interface SenderOptions {
  readonly queue: Queue;
  readonly throttle: Throttle;
  readonly tenant: BulkClient;
  readonly door: TenantDoor;
  readonly breaker: CircuitBreaker;
  readonly concurrency: number;
  readonly maxAttempts: number;
  readonly outagePatienceMs: number;
  readonly clock: Ports['clock'];
  /** Aborts when no new request may be sent. */
  readonly stop: AbortSignal;
  readonly abortInFlight: AbortSignal;
  readonly onSettled: BatchDelivery['onSettled'];
  readonly onRetry: BatchDelivery['onRetry'];
}

/** Sends what a queue holds to the tenant, for a run alone and for each process of a fleet. */
export interface Sender {
  /** Resolves as `apply` does. */
  send(): Promise<void>;
  readonly limits: LimitHistory;
  /** What to tell the operator about the size of requests; null when there is nothing to say. */
  advice(): string | null;
}

export function createSender(options: SenderOptions): Sender {
  const { queue, breaker, tenant, concurrency, clock } = options;
  const policy = retryPolicy(options.maxAttempts, options.outagePatienceMs);
  const limiter = createConcurrencyLimiter({
    ...{ concurrency, throttle: options.throttle, now: clock.now },
    outage: new Outage(policy, clock.now, clock.random),
  });
  const sizes = new RequestSizes();
  const delivery: BatchDelivery = {
    send: (users, abortInFlight, stop) => tenant.send(users, abortInFlight, stop),
    ledger: queue.outcomes,
    limiter,
    breaker,
    firstSplit: new FirstSplit(),
    sizes,
    firstAcceptance: new FirstAcceptance(breaker.anythingAccepted),
    blockedUsers: new BlockedUsers(),
    policy,
    ...clock,
    stop: options.stop,
    abortInFlight: options.abortInFlight,
    door: options.door,
    onSettled: options.onSettled,
    onRetry: options.onRetry,
  };
  return {
    send: () => apply({ queue, concurrency, delivery }),
    get limits() {
      return limiter.history;
    },
    advice: () => sizes.advice(),
  };
}
