import { expect } from 'vitest';
import { type BatchDelivery, deliverBatch } from '../../src/apply/batch-delivery.ts';
import { CircuitBreaker, type TripReason } from '../../src/apply/circuit-breaker.ts';
import { createConcurrencyLimiter } from '../../src/apply/concurrency-limiter.ts';
import { FirstSplit } from '../../src/apply/first-split.ts';
import { RequestSizes } from '../../src/apply/request-sizes.ts';
import type { Settlement } from '../../src/plan/row.ts';
import type { BulkReply, OutgoingUser } from '../../src/tenant/bulk-answer.ts';
import type { TenantError, TenantErrorCode } from '../../src/tenant/tenant-error.ts';
import { manualClock } from '../support/manual-clock.ts';

/** `n` users of rows 1 to `n`. */
export const users = (n: number): OutgoingUser[] =>
  Array.from({ length: n }, (_, at) => ({ row: at + 1, body: `{"email":"user${at + 1}@example.com"}` }));
export const error = (code: TenantErrorCode): TenantError => ({
  code,
  message: `the tenant said ${code}`,
  reference: null,
});
/** The answer that created everybody. */
export const accept = (sent: readonly OutgoingUser[]): BulkReply => ({
  kind: 'answered',
  status: 200,
  answers: sent.map(({ row }) => ({ row, state: 'created', sub: `sub-${row}` })),
});
export const refused: BulkReply = { kind: 'refused', status: 417, error: error('tenant.refused') };
/** A tenant that is away, and may have carried the request out. */
export const unavailable = (more: Partial<BulkReply & { kind: 'unavailable' }> = {}): BulkReply => ({
  kind: 'unavailable',
  status: 503,
  error: error('tenant.http_503'),
  retryAfterMs: null,
  mayHaveBeenApplied: true,
  ...more,
});

/** Delivers against a scripted tenant and tells what it was sent and what became of each row. */
export async function play(
  count: number,
  answer: (sent: readonly OutgoingUser[], n: number) => BulkReply,
  options: { maxAttempts?: number; maxFailedRows?: number; stopAfter?: number; sizes?: RequestSizes } = {},
) {
  const clock = manualClock();
  const sizes = options.sizes ?? new RequestSizes();
  const stop = new AbortController();
  const requests: number[][] = [];
  const states = new Map<number, string>(users(count).map(({ row }) => [row, 'planned']));
  const subs = new Map<number, string | null | undefined>();
  const hints = new Map<number, string | undefined>();
  let tripped: TripReason | null = null;
  const delivery: BatchDelivery = {
    send: async (sent) => {
      requests.push(sent.map(({ row }) => row));
      const reply = answer(sent, requests.length);
      if (requests.length === options.stopAfter) stop.abort(new Error('cancelled'));
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
        }
      },
    },
    limiter: createConcurrencyLimiter({ concurrency: 4, maxRequestsPerSecond: 0, now: clock.now, sleep: clock.sleep }),
    breaker: new CircuitBreaker({
      maxFailedRows: options.maxFailedRows ?? 1_000,
      limitText: '1000',
      onTripped: (why) => {
        tripped = why;
        stop.abort(why);
      },
    }),
    firstSplit: new FirstSplit(),
    sizes,
    policy: { maxAttempts: options.maxAttempts ?? 4, baseMs: 100, capMs: 1_000 },
    random: () => 0.5,
    now: clock.now,
    sleep: clock.sleep,
    stop: stop.signal,
    abortInFlight: new AbortController().signal,
    mask: (message) => message,
    onSettled: () => undefined,
    onRetry: () => undefined,
  };
  await clock.run(deliverBatch(users(count), delivery));
  return {
    requests,
    states: [...states.values()],
    subs,
    hints,
    slept: clock.slept,
    tripped: tripped as TripReason | null,
  };
}
