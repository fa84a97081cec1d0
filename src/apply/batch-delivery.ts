import type { Settlement } from '../plan/row.ts';
import type { BulkReply, OutgoingUser, RowAnswer } from '../tenant/bulk-answer.ts';
import { backoffMs, type RetryPolicy } from '../tenant/retry-policy.ts';
import type { TenantError } from '../tenant/tenant-error.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { ConcurrencyLimiter, LoadSample } from './concurrency-limiter.ts';
import { describeError, type MessageMask, refusalReason, UNCERTAIN, unansweredReason } from './failure-reason.ts';
import type { FirstSplit } from './first-split.ts';
import { isReset, type RequestSizes } from './request-sizes.ts';

/** What the delivery of a batch works with; effects and time are passed in. */
export interface BatchDelivery {
  readonly send: (users: readonly OutgoingUser[], abortInFlight: AbortSignal, stop: AbortSignal) => Promise<BulkReply>;
  readonly ledger: DeliveryLedger;
  readonly limiter: ConcurrencyLimiter;
  readonly breaker: CircuitBreaker;
  readonly firstSplit: FirstSplit;
  readonly sizes: RequestSizes;
  readonly policy: RetryPolicy;
  readonly random: () => number;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when no new request may be sent. */
  readonly stop: AbortSignal;
  /** Aborts when the requests in flight are aborted too. */
  readonly abortInFlight: AbortSignal;
  readonly mask: MessageMask;
  readonly onSettled: (accepted: number, failed: number) => void;
  readonly onRetry: (error: TenantError, attempt: number, waitMs: number) => void;
}

/** The row states around a request: being sent, waiting again, or settled. */
interface DeliveryLedger {
  markSending(users: readonly OutgoingUser[]): void;
  markWaiting(users: readonly OutgoingUser[]): void;
  settle(settlements: readonly Settlement[]): void;
}

/** Attempts for the parts of a request whose own attempts are used up. */
const ATTEMPTS_AFTER_SPLIT = 2;

interface AttemptState {
  /** Maximum number of requests with the same users. */
  readonly attempts: number;
  /** How often the batch was split before. */
  readonly depth: number;
  /** Whether a larger request with these users may have been applied. */
  readonly mayHaveBeenApplied: boolean;
  /** A larger request with these users broke off, and a smaller one did not. */
  readonly brokeOff?: boolean;
}

/** The attempt after which one user is sent alone. */
const TRY_SMALLER_AFTER = 2;

/** Why the same users are sent again. */
interface Retry {
  readonly error: TenantError;
  /** Milliseconds that the tenant asked to wait; 0 when it did not. */
  readonly retryAfterMs: number;
}

/**
 * Sends users until each of them is settled or the run stops; rows that are being sent then keep that state in the ledger. One
 * request at a time, depth first, so that a refused batch is reduced to its offending users with few requests and every answer
 * is used.
 */
export async function deliverBatch(
  users: readonly OutgoingUser[],
  delivery: BatchDelivery,
  { attempts, depth, mayHaveBeenApplied: before, brokeOff = false }: AttemptState = {
    attempts: delivery.policy.maxAttempts,
    depth: 0,
    mayHaveBeenApplied: false,
  },
): Promise<void> {
  let left = users;
  let mayHaveBeenApplied = before;
  let isSizeSuspected = brokeOff;
  const splitInto = (count: 1 | 2, users: readonly OutgoingUser[], more: Partial<AttemptState>): Promise<void> =>
    split(users, count, delivery, { attempts, depth, mayHaveBeenApplied, ...more });
  if (delivery.sizes.isTooLarge(left)) return splitInto(2, left, { brokeOff: true });
  for (let attempt = 1; ; attempt++) {
    const reply = await request(left, delivery);
    if (reply === null) return;
    // Each case returns or sets it, so a kind of reply without a case does not compile.
    let retry: Retry;
    switch (reply.kind) {
      case 'answered': {
        const uncertain = settleAnswers(left, reply.answers, delivery);
        if (uncertain.length === 0) return;
        mayHaveBeenApplied = true;
        if (left.length > 1)
          return splitInto(uncertain.length < left.length ? 1 : 2, uncertain, { mayHaveBeenApplied });
        left = uncertain;
        if (attempt >= attempts) return settleUnanswered(left, UNCERTAIN, delivery);
        retry = { error: UNCERTAIN, retryAfterMs: 0 };
        break;
      }
      case 'refused':
        // The tenant may have stored the users before the one that it refused.
        if (left.length > 1) return splitInto(2, left, { mayHaveBeenApplied: true });
        return settleRefused(left, reply.error, delivery);
      case 'too-large':
        if (!mayHaveBeenApplied) delivery.ledger.markWaiting(left);
        if (left.length > 1) return splitInto(2, left, {});
        return settleRefused(left, reply.error, delivery);
      case 'forbidden':
        if (!mayHaveBeenApplied) delivery.ledger.markWaiting(left);
        delivery.breaker.trip({
          // Without an answer it is not the tenant that refuses: a proxy or a certificate is in the way.
          code: reply.status === null ? 'tenant.unreachable' : 'tenant.forbidden',
          message: describeError(reply.error, left, delivery.mask),
        });
        return;
      case 'unavailable':
        mayHaveBeenApplied ||= reply.mayHaveBeenApplied;
        if (!mayHaveBeenApplied) delivery.ledger.markWaiting(left);
        if (delivery.abortInFlight.aborted) return;
        if (left.length > 1 && isReset(reply)) {
          if (isSizeSuspected) {
            delivery.sizes.brokeOff(left);
            return splitInto(2, left, { attempts: ATTEMPTS_AFTER_SPLIT, brokeOff: true });
          }
          if (attempt === Math.min(attempts, TRY_SMALLER_AFTER)) {
            const rest = await sendFirst(left, delivery);
            if (rest !== null) {
              left = rest;
              isSizeSuspected = true;
              continue;
            }
          }
        }
        if (attempt >= attempts) {
          // The parts will show whether one user or the tenant is the cause; the breaker only counts what is not split.
          if (left.length > 1 && mayBeAboutOneUser(reply) && delivery.breaker.tripped === null) {
            return splitInto(2, left, { attempts: ATTEMPTS_AFTER_SPLIT });
          }
          return settleUnanswered(left, reply.error, delivery, mayHaveBeenApplied);
        }
        retry = { error: reply.error, retryAfterMs: reply.retryAfterMs ?? 0 };
        break;
    }
    if (!(await pause(retry, attempt, delivery))) return;
  }
}

/** One request under the limit; null when the run stopped before it was sent. */
async function request(users: readonly OutgoingUser[], delivery: BatchDelivery): Promise<BulkReply | null> {
  const { limiter, ledger, stop, abortInFlight, now } = delivery;
  try {
    await limiter.enter(stop);
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  }
  let sample: LoadSample = { kind: 'neutral' };
  try {
    if (stop.aborted) return null;
    ledger.markSending(users);
    const startedAt = now();
    const reply = await delivery.send(users, abortInFlight, stop);
    sample = loadSampleOf(reply, now() - startedAt);
    if (reply.status !== null) delivery.sizes.answered(users);
    return reply;
  } finally {
    limiter.leave(sample);
  }
}

/** Sends the first user alone. Returns the users that are left; null when this request got no good answer either. */
async function sendFirst(
  users: readonly OutgoingUser[],
  delivery: BatchDelivery,
): Promise<readonly OutgoingUser[] | null> {
  const reply = await request(users.slice(0, 1), delivery);
  if (reply?.kind !== 'answered') return null;
  return [...settleAnswers(users.slice(0, 1), reply.answers, delivery), ...users.slice(1)];
}

/** A 500, or a 2xx without states, may be caused by one user's data; a 503 or a lost connection is not. */
function mayBeAboutOneUser({ status, error }: BulkReply & { kind: 'unavailable' }): boolean {
  return status === 500 || error.code === 'tenant.answer_unusable' || error.code === UNCERTAIN.code;
}

function loadSampleOf(reply: BulkReply, latencyMs: number): LoadSample {
  switch (reply.kind) {
    case 'answered':
      return { kind: 'good', latencyMs };
    case 'refused':
    case 'too-large':
    case 'forbidden':
      return { kind: 'neutral' };
    case 'unavailable': {
      const { status, error, retryAfterMs } = reply;
      const isOverload = status === 429 || status === 503 || error.code === 'tenant.timeout' || retryAfterMs !== null;
      return isOverload ? { kind: 'overload', retryAfterMs } : { kind: 'neutral' };
    }
  }
}

/** Settles the rows that have a state in the answer; returns the other users. */
function settleAnswers(
  users: readonly OutgoingUser[],
  answers: readonly RowAnswer[],
  delivery: BatchDelivery,
): OutgoingUser[] {
  const byRow = new Map(users.map((user) => [user.row, user]));
  const settlements: Settlement[] = [];
  const uncertain: OutgoingUser[] = [];
  let accepted = 0;
  for (const answer of answers) {
    const user = byRow.get(answer.row);
    if (user === undefined) continue;
    const { row } = user;
    switch (answer.state) {
      case 'uncertain':
        uncertain.push(user);
        break;
      case 'failed':
        settlements.push({ row, outcome: 'failed', reason: refusalReason(answer, [user], delivery.mask) });
        break;
      case 'created':
      case 'updated':
        accepted++;
        settlements.push({ row, outcome: answer.state, sub: answer.sub });
    }
  }
  settle(settlements, accepted, settlements.length - accepted, delivery);
  return uncertain;
}

function settleRefused(users: readonly OutgoingUser[], error: TenantError, delivery: BatchDelivery): void {
  const reason = refusalReason(error, users, delivery.mask);
  settle(
    users.map(({ row }) => ({ row, outcome: 'failed', reason })),
    0,
    users.length,
    delivery,
  );
}

function settle(settlements: readonly Settlement[], accepted: number, failed: number, delivery: BatchDelivery): void {
  if (settlements.length === 0) return;
  delivery.ledger.settle(settlements);
  delivery.breaker.settled(accepted, failed);
  if (accepted > 0) delivery.firstSplit.open();
  delivery.onSettled(accepted, failed);
}

/** No attempt got a usable answer: users that certainly never arrived are unsent, the others unknown. */
function settleUnanswered(
  users: readonly OutgoingUser[],
  error: TenantError,
  delivery: BatchDelivery,
  mayHaveBeenApplied = true,
): void {
  const reason = unansweredReason(error, users, delivery.mask);
  const outcome = mayHaveBeenApplied ? 'unknown' : 'unsent';
  delivery.ledger.settle(users.map(({ row }) => ({ row, outcome, reason })));
  delivery.onSettled(0, users.length);
  const isLeftOut = error.code === UNCERTAIN.code;
  delivery.breaker.unanswered(mayHaveBeenApplied ? users.length : 0, reason.message, isLeftOut);
}

async function split(
  users: readonly OutgoingUser[],
  parts: 1 | 2,
  delivery: BatchDelivery,
  state: AttemptState,
): Promise<void> {
  const leave = state.depth === 0 && !delivery.breaker.anythingAccepted ? await delivery.firstSplit.enter() : null;
  try {
    const size = Math.ceil(users.length / parts);
    for (let from = 0; from < users.length && !delivery.stop.aborted; from += size) {
      await deliverBatch(users.slice(from, from + size), delivery, { ...state, depth: state.depth + 1 });
    }
  } finally {
    leave?.();
  }
}

/** Waits before the next attempt; false when the run stopped meanwhile. The limiter already waits for a `Retry-After`. */
async function pause({ error, retryAfterMs }: Retry, attempt: number, delivery: BatchDelivery): Promise<boolean> {
  const { policy, random, sleep, stop } = delivery;
  // The backoff is the minimum: `Retry-After: 0` from a tenant that is down for seconds must not use up all attempts.
  const backoff = backoffMs(policy, attempt, random);
  delivery.onRetry(error, attempt, Math.max(retryAfterMs, backoff));
  if (retryAfterMs >= backoff) return !stop.aborted;
  try {
    await sleep(backoff, stop);
    return true;
  } catch (cause) {
    if (stop.aborted) return false;
    throw cause;
  }
}
