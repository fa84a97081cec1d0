import type { Settlement } from '../plan/row.ts';
import type { Problem } from '../source/record.ts';
import type { BulkReply, OutgoingUser, RowAnswer, TenantError } from '../tenant/bulk-answer.ts';
import { backoffMs, type RetryPolicy } from '../tenant/retry-policy.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { ConcurrencyLimiter, Signal } from './concurrency-limiter.ts';
import type { FirstSplit } from './first-split.ts';

/** What a delivery works with; effects and time are handed in. */
export interface Delivery {
  readonly send: (users: readonly OutgoingUser[], cut: AbortSignal, stop: AbortSignal) => Promise<BulkReply>;
  readonly ledger: DeliveryLedger;
  readonly limiter: ConcurrencyLimiter;
  readonly breaker: CircuitBreaker;
  readonly firstSplit: FirstSplit;
  readonly policy: RetryPolicy;
  readonly random: () => number;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when no new request may leave. */
  readonly stop: AbortSignal;
  /** Aborts when requests in flight are given up. */
  readonly cut: AbortSignal;
  /** Masks what the tenant wrote about these users. */
  readonly mask: (message: string, users: readonly OutgoingUser[]) => string;
  readonly onSettled: (accepted: number, failed: number) => void;
  readonly onRetry: (error: TenantError, attempt: number, waitMs: number) => void;
}

/** The rows' states around a request: on their way, waiting again, or settled. */
interface DeliveryLedger {
  markSending(users: readonly OutgoingUser[]): void;
  markWaiting(users: readonly OutgoingUser[]): void;
  settle(settlements: readonly Settlement[]): void;
}

/** Attempts for the parts of a request whose own attempts are used up. */
const ATTEMPTS_OF_PARTS = 2;

/** What a delivery is part of. */
interface AttemptState {
  /** Requests of the same users, at most. */
  readonly attempts: number;
  /** How often the batch was split to come here. */
  readonly depth: number;
  /** Whether a larger request with these users may have been carried out. */
  readonly mayHaveBeenApplied: boolean;
}

/**
 * Sends users until each of them is settled, or the run stops: then the ledger says what was on its way. One request at a
 * time, depth first, so that a refused batch comes down to its offending users after few requests and every answer is used.
 */
export async function deliver(
  users: readonly OutgoingUser[],
  delivery: Delivery,
  { attempts, depth, mayHaveBeenApplied: before }: AttemptState = {
    attempts: delivery.policy.maxAttempts,
    depth: 0,
    mayHaveBeenApplied: false,
  },
): Promise<void> {
  let left = users;
  let mayHaveBeenApplied = before;
  const parts = (count: 1 | 2, users: readonly OutgoingUser[], more: Partial<AttemptState>): Promise<void> =>
    split(users, count, delivery, { attempts, depth, mayHaveBeenApplied, ...more });
  for (let attempt = 1; ; attempt++) {
    const reply = await request(left, delivery);
    if (reply === null) return;
    switch (reply.kind) {
      case 'answered': {
        const uncertain = settleAnswers(left, reply.answers, delivery);
        if (uncertain.length === 0) return;
        mayHaveBeenApplied = true;
        if (left.length > 1) return parts(uncertain.length < left.length ? 1 : 2, uncertain, { mayHaveBeenApplied });
        left = uncertain;
        if (attempt >= attempts) return giveUp(left, UNCERTAIN, delivery);
        break;
      }
      case 'refused':
        // A tenant may have stored the users before the one that it stumbled over.
        if (left.length > 1) return parts(2, left, { mayHaveBeenApplied: true });
        return refuse(left, reply.error, delivery);
      case 'too-large':
        if (!mayHaveBeenApplied) delivery.ledger.markWaiting(left);
        if (left.length > 1) return parts(2, left, {});
        return refuse(left, reply.error, delivery);
      case 'forbidden':
        if (!mayHaveBeenApplied) delivery.ledger.markWaiting(left);
        delivery.breaker.blow({ code: 'tenant.forbidden', message: describe(reply.error, left, delivery) });
        return;
      case 'unavailable': {
        mayHaveBeenApplied ||= reply.mayHaveBeenApplied;
        if (!mayHaveBeenApplied) delivery.ledger.markWaiting(left);
        if (delivery.cut.aborted) return;
        if (attempt >= attempts) {
          // Its parts will tell whether it was one user or the tenant; the fuse only hears of what stands alone.
          if (left.length > 1 && mayBeAboutOneUser(reply) && delivery.breaker.blown === null) {
            return parts(2, left, { attempts: ATTEMPTS_OF_PARTS });
          }
          return giveUp(left, reply.error, delivery, mayHaveBeenApplied);
        }
        break;
      }
    }
    if (!(await pause(reply, attempt, delivery))) return;
  }
}

/** One request under the limit; null when the run stopped before it left. */
async function request(users: readonly OutgoingUser[], delivery: Delivery): Promise<BulkReply | null> {
  const { limiter, ledger, stop, cut, now } = delivery;
  try {
    await limiter.enter(stop);
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  }
  let shown: Signal = { kind: 'neutral' };
  try {
    if (stop.aborted) return null;
    ledger.markSending(users);
    const startedAt = now();
    const reply = await delivery.send(users, cut, stop);
    shown = signalOf(reply, now() - startedAt);
    return reply;
  } finally {
    limiter.leave(shown);
  }
}

/** A 500, or a 2xx that says nothing, may come from one user's data; a 503 or a dropped connection does not. */
function mayBeAboutOneUser(reply: BulkReply & { kind: 'unavailable' }): boolean {
  return reply.status === 500 || reply.error.code === 'tenant.answer_unusable' || reply.error.code === UNCERTAIN.code;
}

function signalOf(reply: BulkReply, latencyMs: number): Signal {
  if (reply.kind === 'answered') return { kind: 'good', latencyMs };
  if (reply.kind !== 'unavailable') return { kind: 'neutral' };
  const isOverload = reply.status === 429 || reply.status === 503 || reply.error.code === 'tenant.timeout';
  return isOverload || reply.retryAfterMs !== null
    ? { kind: 'overload', retryAfterMs: reply.retryAfterMs }
    : { kind: 'neutral' };
}

/** Writes down what the answer says and returns the users it leaves open. */
function settleAnswers(
  users: readonly OutgoingUser[],
  answers: readonly RowAnswer[],
  delivery: Delivery,
): OutgoingUser[] {
  const byRow = new Map(users.map((user) => [user.row, user]));
  const settlements: Settlement[] = [];
  const uncertain: OutgoingUser[] = [];
  let accepted = 0;
  for (const answer of answers) {
    const user = byRow.get(answer.row);
    if (user === undefined) continue;
    if (answer.state === 'uncertain') uncertain.push(user);
    else if (answer.state === 'failed')
      settlements.push({ row: answer.row, outcome: 'failed', reason: reasonOf(answer, [user], delivery) });
    else {
      accepted++;
      settlements.push({ row: answer.row, outcome: answer.state, sub: answer.sub });
    }
  }
  settle(settlements, accepted, settlements.length - accepted, delivery);
  return uncertain;
}

function refuse(users: readonly OutgoingUser[], error: TenantError, delivery: Delivery): void {
  const reason = reasonOf(error, users, delivery);
  settle(
    users.map(({ row }) => ({ row, outcome: 'failed', reason })),
    0,
    users.length,
    delivery,
  );
}

function settle(settlements: readonly Settlement[], accepted: number, failed: number, delivery: Delivery): void {
  if (settlements.length === 0) return;
  delivery.ledger.settle(settlements);
  delivery.breaker.settled(accepted, failed);
  if (accepted > 0) delivery.firstSplit.open();
  delivery.onSettled(accepted, failed);
}

const UNCERTAIN: TenantError = {
  code: 'tenant.answer_uncertain',
  message: 'The tenant answered, but no answer said what became of this user.',
  reference: null,
};

/** No attempt got a usable answer. What certainly never arrived is unsent, the rest is unknown: it may have been applied. */
function giveUp(
  users: readonly OutgoingUser[],
  error: TenantError,
  delivery: Delivery,
  mayHaveBeenApplied = true,
): void {
  const reason = { ...reasonOf(error, users, delivery), hint: laterHint(error) };
  const outcome = mayHaveBeenApplied ? 'unknown' : 'unsent';
  delivery.ledger.settle(users.map(({ row }) => ({ row, outcome, reason })));
  delivery.onSettled(0, users.length);
  const isLeftOut = error.code === UNCERTAIN.code;
  delivery.breaker.unanswered(mayHaveBeenApplied ? users.length : 0, describe(error, users, delivery), isLeftOut);
}

async function split(
  users: readonly OutgoingUser[],
  parts: 1 | 2,
  delivery: Delivery,
  course: AttemptState,
): Promise<void> {
  const leave = course.depth === 0 && !delivery.breaker.anythingAccepted ? await delivery.firstSplit.enter() : null;
  try {
    const size = Math.ceil(users.length / parts);
    for (let from = 0; from < users.length && !delivery.stop.aborted; from += size) {
      await deliver(users.slice(from, from + size), delivery, { ...course, depth: course.depth + 1 });
    }
  } finally {
    leave?.();
  }
}

/** Waits before the next attempt; false when the run stopped meanwhile. A `Retry-After` already pauses all workers. */
async function pause(reply: BulkReply, attempt: number, delivery: Delivery): Promise<boolean> {
  const { policy, random, sleep, stop } = delivery;
  const asked = reply.kind === 'unavailable' ? (reply.retryAfterMs ?? 0) : 0;
  // `Retry-After: 0` from a tenant that is away for seconds must not use up all attempts at once.
  const backoff = backoffMs(policy, attempt, random);
  const waitMs = Math.max(asked, backoff);
  const error = reply.kind === 'unavailable' ? reply.error : UNCERTAIN;
  delivery.onRetry(error, attempt, waitMs);
  if (asked >= backoff) return !stop.aborted;
  try {
    await sleep(backoff, stop);
    return true;
  } catch (cause) {
    if (stop.aborted) return false;
    throw cause;
  }
}

function describe(error: TenantError, users: readonly OutgoingUser[], delivery: Delivery): string {
  const reference = error.reference === null ? '' : ` (reference ${error.reference})`;
  return `${delivery.mask(error.message, users)}${reference}`;
}

function reasonOf(error: TenantError, users: readonly OutgoingUser[], delivery: Delivery): Problem {
  return { code: error.code, field: null, message: describe(error, users, delivery), hint: hintFor(error) };
}

/** 507 is the code of every failed validation; only the tenant's words tell that it was the e-mail address. */
const ABOUT_EMAIL = /e-?mail/i;

function hintFor({ code, message }: TenantError): string {
  return code === 'tenant.507' && ABOUT_EMAIL.test(message)
    ? 'Check that the e-mail domain exists and is no disposable one, then run again.'
    : 'Correct the user in the source or the mapping and run again; quote the reference number to cidaas support.';
}

/** For rows that nobody refused: the same users may well get in. */
function laterHint({ code }: TenantError): string {
  return code.startsWith('tenant.answer_')
    ? 'Run the same export again: create-or-update settles it without harm.'
    : 'Run the same export again when the tenant is well; if the same users fail again, look at what they have in common.';
}
