import type { OutcomeSink } from '../queue/queue.ts';
import type { BulkReply, OutgoingUser } from '../tenant/bulk-answer.ts';
import type { RetryPolicy } from '../tenant/retry-policy.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import type { TenantError } from '../tenant/tenant-error.ts';
import type { BlockedUsers } from './blocked-users.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { ConcurrencyLimiter } from './concurrency-limiter.ts';
import type { FirstAcceptance } from './first-acceptance.ts';
import type { FirstSplit } from './first-split.ts';
import type { RequestSizes } from './request-sizes.ts';

/** What the delivery of a batch works with; effects and time are passed in. */
export interface BatchDelivery {
  readonly send: (users: readonly OutgoingUser[], abortInFlight: AbortSignal, stop: AbortSignal) => Promise<BulkReply>;
  readonly ledger: OutcomeSink;
  readonly limiter: ConcurrencyLimiter;
  readonly breaker: CircuitBreaker;
  readonly firstSplit: FirstSplit;
  readonly firstAcceptance: FirstAcceptance;
  readonly blockedUsers: BlockedUsers;
  readonly sizes: RequestSizes;
  readonly policy: RetryPolicy;
  readonly random: () => number;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when no new request may be sent. */
  readonly stop: AbortSignal;
  /** Aborts when the requests in flight are aborted too. */
  readonly abortInFlight: AbortSignal;
  readonly door: TenantDoor;
  readonly onSettled: (accepted: number, failed: number) => void;
  readonly onRetry: (error: TenantError, attempt: number, waitMs: number) => void;
}

/** Users whose delivery goes on later, after others have shown whether the tenant is up. */
export interface PutAside {
  readonly users: readonly OutgoingUser[];
  readonly mayHaveBeenApplied: boolean;
  /** `Outage.answers` at that time. */
  readonly answers: number;
}
