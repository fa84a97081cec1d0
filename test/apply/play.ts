import { expect } from 'vitest';
import { AimdLimit } from '../../src/apply/aimd-limit.ts';
import { apply } from '../../src/apply/apply.ts';
import { BlockedUsers } from '../../src/apply/blocked-users.ts';
import { CircuitBreaker, type TripReason } from '../../src/apply/circuit-breaker.ts';
import { createConcurrencyLimiter } from '../../src/apply/concurrency-limiter.ts';
import type { BatchDelivery } from '../../src/apply/delivery.ts';
import { FirstAcceptance } from '../../src/apply/first-acceptance.ts';
import { FirstSplit } from '../../src/apply/first-split.ts';
import { Outage } from '../../src/apply/outage.ts';
import { RequestSizes } from '../../src/apply/request-sizes.ts';
import type { Settlement } from '../../src/plan/row.ts';
import type { ClaimedBatch, OutcomeSink, Queue } from '../../src/queue/queue.ts';
import { createThrottle } from '../../src/queue/throttle.ts';
import type { BulkReply, OutgoingUser } from '../../src/tenant/bulk-answer.ts';
import { ownError, type TenantError, type TenantErrorCode } from '../../src/tenant/tenant-error.ts';
import { TenantText } from '../../src/tenant/tenant-text.ts';
import { manualClock } from '../support/manual-clock.ts';
import { plainDoor } from '../support/printed.ts';

/** `n` users of rows 1 to `n`. */
export const users = (n: number): OutgoingUser[] =>
  Array.from({ length: n }, (_, at) => ({ row: at + 1, body: `{"email":"user${at + 1}@example.com"}` }));
export const error = (code: TenantErrorCode): TenantError =>
  ownError(code, TenantText.theirs(`the tenant said ${code}`));
/** The answer that created everybody. */
export const accept = (sent: readonly OutgoingUser[]): BulkReply => ({
  kind: 'answered',
  status: 200,
  answers: sent.map(({ row }) => ({ row, state: 'created', sub: `sub-${row}` })),
});
export const refused: BulkReply = { kind: 'refused', status: 417, error: error('tenant.refused') };
/** The page of a firewall. */
export const blocked: BulkReply = {
  kind: 'blocked',
  status: 403,
  error: {
    ...ownError('tenant.forbidden', TenantText.theirs('An HTML page: Blocked')),
    reference: TenantText.theirs('ray-1'),
  },
  advice: 'Check the firewall.',
  mayHaveBeenApplied: false,
};
/** A tenant that is away: by itself a 503. Only 429 and 503 are certain to refuse the request. */
export function unavailable(more: Partial<BulkReply & { kind: 'unavailable' }> = {}): BulkReply {
  const status = more.status === undefined ? 503 : more.status;
  const code = status === null ? 'tenant.connection_lost' : (`tenant.http_${status}` as const);
  const mayHaveBeenApplied = status !== 429 && status !== 503;
  return { kind: 'unavailable', status, error: error(code), retryAfterMs: null, mayHaveBeenApplied, ...more };
}

export interface PlayOptions {
  readonly maxAttempts?: number;
  readonly maxFailedRows?: number;
  readonly stopAfter?: number;
  /** How long an outage may last; 0 by default. */
  readonly patienceMs?: number;
  /** All users in one batch, unless told otherwise. */
  readonly batchSize?: number;
  readonly concurrency?: number;
  /** How long the tenant takes for a request; no time by default. */
  readonly takesMs?: number;
  readonly acceptedBefore?: boolean;
  readonly sizes?: RequestSizes;
}

/** Sends users to a scripted tenant; returns what it was sent, when, and what became of each row. */
export async function play(
  count: number,
  answer: (sent: readonly OutgoingUser[], n: number, nowMs: number) => BulkReply,
  options: PlayOptions = {},
) {
  const clock = manualClock();
  const sizes = options.sizes ?? new RequestSizes();
  const stop = new AbortController();
  const requests: number[][] = [];
  const times: number[] = [];
  const states = new Map<number, string>(users(count).map(({ row }) => [row, 'planned']));
  const subs = new Map<number, string | null | undefined>();
  const hints = new Map<number, string | undefined>();
  const messages = new Map<number, string | undefined>();
  let tripped: TripReason | null = null;
  let mostInFlight = 0;
  let inFlight = 0;
  const { concurrency = 1, takesMs = 0, acceptedBefore = false } = options;
  const policy = {
    maxAttempts: options.maxAttempts ?? 4,
    baseMs: 100,
    capMs: 1_000,
    patienceMs: options.patienceMs ?? 0,
  };
  const delivery: BatchDelivery = {
    send: async (sent) => {
      requests.push(sent.map(({ row }) => row));
      times.push(clock.now());
      const n = requests.length;
      mostInFlight = Math.max(mostInFlight, ++inFlight);
      if (takesMs > 0) await clock.sleep(takesMs);
      inFlight--;
      const reply = answer(sent, n, clock.now());
      if (n === options.stopAfter) stop.abort(new Error('cancelled'));
      return reply;
    },
    ledger: {
      markSending: (sent) => {
        for (const { row } of sent) states.set(row, 'sending');
      },
      markWaiting: (sent) => {
        for (const { row } of sent) states.set(row, 'planned');
      },
      settle: (settlements: readonly Settlement[]) => {
        for (const { row, outcome, sub, reason } of settlements) {
          expect(states.get(row), `row ${row} is settled once`).toMatch(/sending|planned/);
          states.set(row, outcome);
          subs.set(row, sub);
          hints.set(row, reason?.hint);
          messages.set(row, reason?.message);
        }
      },
    },
    limiter: createConcurrencyLimiter({
      limit: new AimdLimit(concurrency),
      throttle: createThrottle({ ...clock, maxRequestsPerSecond: 0 }),
      outage: new Outage(policy, clock.now, () => 0.5),
      now: clock.now,
    }),
    breaker: new CircuitBreaker({
      maxFailedRows: options.maxFailedRows ?? 1_000,
      limitText: '1000',
      acceptedBefore,
      onTripped: (why) => {
        tripped = why;
        stop.abort(why);
      },
    }),
    firstSplit: new FirstSplit(),
    sizes,
    firstAcceptance: new FirstAcceptance(acceptedBefore),
    blockedUsers: new BlockedUsers(),
    policy,
    random: () => 0.5,
    now: clock.now,
    sleep: clock.sleep,
    stop: stop.signal,
    abortInFlight: new AbortController().signal,
    door: plainDoor,
    onSettled: () => undefined,
    onRetry: () => undefined,
  };
  const all = users(count);
  const queue = queueOf(all, options.batchSize ?? count, delivery.ledger);
  await clock.run(apply({ queue, delivery }));
  return {
    requests,
    times,
    mostInFlight,
    states: [...states.values()],
    subs,
    hints,
    messages,
    slept: clock.slept,
    lasted: clock.now(),
    tripped: tripped as TripReason | null,
  };
}

/** Batches of these users, in memory. */
function queueOf(all: readonly OutgoingUser[], batchSize: number, outcomes: OutcomeSink): Queue {
  const batches: ClaimedBatch[] = [];
  for (let first = 0; first < all.length; first += batchSize)
    batches.push({ id: first, users: all.slice(first, first + batchSize), mayHaveBeenApplied: false });
  return {
    outcomes,
    take: async () => batches.shift() ?? null,
    mayGetMore: async () => false,
    done: async () => undefined,
    giveBack: async () => undefined,
    open: async () => batches.length,
  };
}
