import { AimdLimit } from '../apply/aimd-limit.ts';
import { apply } from '../apply/apply.ts';
import { BlockedUsers } from '../apply/blocked-users.ts';
import type { CircuitBreaker } from '../apply/circuit-breaker.ts';
import type { Concurrency } from '../apply/concurrency-limit.ts';
import { type ConcurrencyLimiter, createConcurrencyLimiter } from '../apply/concurrency-limiter.ts';
import type { BatchDelivery } from '../apply/delivery.ts';
import { FirstAcceptance } from '../apply/first-acceptance.ts';
import { FirstSplit } from '../apply/first-split.ts';
import { KneeLimit } from '../apply/knee-limit.ts';
import { Outage } from '../apply/outage.ts';
import { RequestSizes } from '../apply/request-sizes.ts';
import type { Queue } from '../queue/queue.ts';
import type { Throttle } from '../queue/throttle.ts';
import { type RetryPolicy, retryPolicy } from '../tenant/retry-policy.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import type { Ports } from './ports.ts';

/** How many requests run at a time, when one may start, and how long to try again. */
export interface Pressure {
  readonly limiter: ConcurrencyLimiter;
  readonly policy: RetryPolicy;
}

export function createPressure(
  options: { readonly concurrency: Concurrency; readonly maxAttempts: number; readonly outagePatienceMs: number },
  throttle: Throttle,
  clock: Ports['clock'],
): Pressure {
  const { concurrency, maxAttempts, outagePatienceMs } = options;
  const policy = retryPolicy(maxAttempts, outagePatienceMs);
  const outage = new Outage(policy, clock.now, clock.random);
  const limit = concurrency.mode === 'auto' ? new KneeLimit(concurrency.max) : new AimdLimit(concurrency.max);
  const limiter = createConcurrencyLimiter({ limit, throttle, outage, now: clock.now });
  return { limiter, policy };
}

export interface SenderOptions
  extends Pick<BatchDelivery, 'send' | 'door' | 'breaker' | 'stop' | 'abortInFlight' | 'onSettled' | 'onRetry'> {
  readonly queue: Queue;
  readonly pressure: Pressure;
  readonly door: TenantDoor;
  readonly breaker: CircuitBreaker;
  readonly clock: Ports['clock'];
}

/** Sends what a queue holds to the tenant, for a run alone and for each process of a fleet. */
export interface Sender {
  /** Resolves as `apply` does. */
  send(): Promise<void>;
  /** What to tell the operator about the size of requests; null when there is nothing to say. */
  advice(): string | null;
}

export function createSender({ queue, pressure, clock, ...options }: SenderOptions): Sender {
  const sizes = new RequestSizes();
  const delivery: BatchDelivery = {
    ...options,
    ...pressure,
    ...clock,
    ledger: queue.outcomes,
    firstSplit: new FirstSplit(),
    sizes,
    firstAcceptance: new FirstAcceptance(options.breaker.anythingAccepted),
    blockedUsers: new BlockedUsers(),
  };
  return {
    send: () => apply({ queue, delivery }),
    advice: () => sizes.advice(),
  };
}
