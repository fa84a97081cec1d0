import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import { backoffMs } from '../tenant/retry-policy.ts';
import type { TenantError } from '../tenant/tenant-error.ts';
import { asSentence } from '../text/sentence.ts';
import { Attempts } from './attempts.ts';
import type { BatchDelivery, PutAside } from './delivery.ts';
import { UNCERTAIN, unansweredReason } from './failure-reason.ts';
import { isReset } from './request-sizes.ts';
import { sendRequest } from './sent-request.ts';
import { settleAnswers, settleRefused, settleUnanswered } from './settle-users.ts';

/** Attempts for the parts of a request whose own attempts are used up. */
const ATTEMPTS_AFTER_SPLIT = 2;
/** The connection that breaks off after which one user is sent alone: the request may be too large for what is in front. */
const TRY_SMALLER_AFTER = 2;

/** What is known about users from larger or earlier requests with them. */
export interface DeliveryState {
  /** Maximum number of requests with the same users. */
  readonly attempts: number;
  /** How often the batch was split before. */
  readonly depth: number;
  /** Whether an earlier request with these users may have been applied. */
  readonly mayHaveBeenApplied: boolean;
  /** The tenant was seen to answer others and not these users. */
  readonly isSuspect: boolean;
  /** Takes users whose delivery goes on later. */
  readonly putAside: (later: PutAside) => void;
  /** No other users are left that could probe the tenant. */
  readonly isLast: boolean;
  /** A larger request with these users broke off, and a smaller one did not. */
  readonly brokeOff: boolean;
}

/** Why the same users are sent again. */
interface Retry {
  readonly error: TenantError;
  /** Milliseconds that the tenant asked to wait; 0 when it did not. */
  readonly retryAfterMs: number;
}

/** The state of users that are sent for the first time. */
export function firstDelivery({ policy }: BatchDelivery, putAside: DeliveryState['putAside']): DeliveryState {
  return {
    attempts: policy.maxAttempts,
    depth: 0,
    mayHaveBeenApplied: false,
    isSuspect: false,
    isLast: false,
    brokeOff: false,
    putAside,
  };
}

/**
 * Sends users until each of them is settled, held as blocked or put aside, or the run stops; rows that are being sent then keep
 * that state in the ledger. One request at a time, depth first, so that a refused batch is reduced to its offending users with
 * few requests and every answer is used.
 */
export async function deliverBatch(
  users: readonly OutgoingUser[],
  delivery: BatchDelivery,
  state: DeliveryState,
): Promise<void> {
  const { ledger, breaker, limiter } = delivery;
  const tries = new Attempts(state.attempts, state.isSuspect);
  let left = users;
  let { mayHaveBeenApplied, brokeOff: isSizeSuspected } = state;
  let resets = 0;
  const splitInto = (count: 1 | 2, more: Partial<DeliveryState> = {}): Promise<void> =>
    split(left, count, delivery, { ...state, mayHaveBeenApplied, ...more });
  for (;;) {
    if (delivery.sizes.isTooLarge(left)) return splitInto(2, { brokeOff: true });
    const sent = await sendRequest(left, delivery, { isSuspect: state.isSuspect, isSizeSuspected });
    if (sent === null) return;
    const { reply, isAway } = sent;
    // Each case returns or sets it, so a kind of reply without a case does not compile.
    let retry: Retry;
    switch (reply.kind) {
      case 'answered': {
        const uncertain = settleAnswers(left, reply.answers, delivery);
        if (uncertain.length === 0) return;
        mayHaveBeenApplied = true;
        const isOneUser = left.length === 1;
        const parts = uncertain.length < left.length ? 1 : 2;
        left = uncertain;
        if (!isOneUser) return splitInto(parts);
        if (tries.failed({ about: 'request', answers: limiter.outage.answers }) === 'used-up')
          return settleUnanswered(left, UNCERTAIN, delivery);
        retry = { error: UNCERTAIN, retryAfterMs: 0 };
        break;
      }
      case 'refused':
        // The tenant may have stored the users before the one that it refused.
        if (left.length > 1) return splitInto(2, { mayHaveBeenApplied: true });
        return settleRefused(left, reply.error, delivery);
      case 'too-large':
        if (!mayHaveBeenApplied) ledger.markWaiting(left);
        if (left.length > 1) return splitInto(2);
        return settleRefused(left, reply.error, delivery);
      case 'blocked': {
        mayHaveBeenApplied ||= reply.mayHaveBeenApplied;
        if (!mayHaveBeenApplied) ledger.markWaiting(left);
        const isAboutUsers = await delivery.firstAcceptance.isCertain();
        if (isAboutUsers && left.length > 1) return splitInto(2);
        const { error, advice } = reply;
        if (isAboutUsers && left.every((user) => delivery.blockedUsers.hold({ user, error }))) return;
        const message = `${asSentence(delivery.door.describe(error, left))} ${advice}`;
        breaker.trip({ code: 'tenant.forbidden', message });
        return;
      }
      case 'forbidden':
        if (!mayHaveBeenApplied) ledger.markWaiting(left);
        breaker.trip({
          // Without an answer it is not the tenant that refuses: a proxy or a certificate is in the way.
          code: reply.status === null ? 'tenant.unreachable' : 'tenant.forbidden',
          message: delivery.door.describe(reply.error, left),
        });
        return;
      case 'unavailable': {
        mayHaveBeenApplied ||= reply.mayHaveBeenApplied;
        if (!mayHaveBeenApplied) ledger.markWaiting(left);
        if (delivery.abortInFlight.aborted) return;
        const mayBeTooLarge = left.length > 1 && isReset(reply);
        if (mayBeTooLarge && isSizeSuspected) {
          delivery.sizes.brokeOff(left);
          return splitInto(2, { attempts: ATTEMPTS_AFTER_SPLIT, brokeOff: true });
        }
        if (mayBeTooLarge && ++resets === Math.min(state.attempts, TRY_SMALLER_AFTER)) {
          const first = await sendFirst(left, delivery, state.isSuspect);
          mayHaveBeenApplied ||= first.mayHaveBeenApplied;
          if (first.left !== null) {
            left = first.left;
            isSizeSuspected = true;
            continue;
          }
        }
        const { error, status } = reply;
        const { outage } = limiter;
        if (isAway && outage.isUsedUp) {
          breaker.outlasted(outage, unansweredReason(error, left, delivery.door).message);
          return settleUnanswered(left, error, delivery, mayHaveBeenApplied);
        }
        const about = isAway ? (status === 429 ? 'load' : 'tenant') : 'request';
        const verdict = tries.failed({ about, answers: outage.answers });
        if (verdict === 'used-up') {
          // The parts will show whether one user or the tenant is the cause; the breaker only counts what is not split.
          const mayHelp = isAway || state.isSuspect || status === 500 || CAUSED_BY_ONE.has(error.code);
          if (left.length > 1 && mayHelp && breaker.tripped === null)
            return splitInto(2, { attempts: ATTEMPTS_AFTER_SPLIT, isSuspect: isAway || state.isSuspect });
          return settleUnanswered(left, error, delivery, mayHaveBeenApplied);
        }
        if (verdict === 'put-aside' && (left.length > 1 || !state.isLast)) {
          // Of the last users, one half can show whether the other is the cause.
          for (const part of partsOf(left, state.isLast ? 2 : 1))
            state.putAside({ users: part, mayHaveBeenApplied, answers: outage.answers });
          return;
        }
        retry = { error, retryAfterMs: reply.retryAfterMs ?? 0 };
        break;
      }
    }
    // The limiter pauses all workers in an outage.
    if (isAway) delivery.onRetry(retry.error, tries.counted, limiter.pauseMs);
    else if (!(await pause(retry, Math.max(1, tries.counted), delivery))) return;
  }
}

/** What became of the first user alone: the users that are left when it got an answer, null otherwise. */
interface FirstSent {
  readonly left: readonly OutgoingUser[] | null;
  readonly mayHaveBeenApplied: boolean;
}

/** Sends the first user alone: an answer shows that the tenant is up and the larger request is not. */
async function sendFirst(
  users: readonly OutgoingUser[],
  delivery: BatchDelivery,
  isSuspect: boolean,
): Promise<FirstSent> {
  const first = users.slice(0, 1);
  const sent = await sendRequest(first, delivery, { isSuspect, isSizeSuspected: false });
  const reply = sent?.reply;
  if (reply?.kind !== 'answered')
    return { left: null, mayHaveBeenApplied: reply?.kind === 'unavailable' ? reply.mayHaveBeenApplied : sent !== null };
  const uncertain = settleAnswers(first, reply.answers, delivery);
  return { left: [...uncertain, ...users.slice(1)], mayHaveBeenApplied: uncertain.length > 0 };
}

/** Besides a 500: a 2xx without states. It may be caused by one user's data. */
const CAUSED_BY_ONE: ReadonlySet<string> = new Set(['tenant.answer_unusable', UNCERTAIN.code]);

function partsOf(users: readonly OutgoingUser[], parts: 1 | 2): (readonly OutgoingUser[])[] {
  const size = Math.ceil(users.length / parts);
  return parts === 1 || users.length < 2 ? [users] : [users.slice(0, size), users.slice(size)];
}

async function split(
  users: readonly OutgoingUser[],
  parts: 1 | 2,
  delivery: BatchDelivery,
  state: DeliveryState,
): Promise<void> {
  const leave = state.depth === 0 && !delivery.breaker.anythingAccepted ? await delivery.firstSplit.enter() : null;
  try {
    for (const part of partsOf(users, parts)) {
      if (delivery.stop.aborted) return;
      await deliverBatch(part, delivery, { ...state, depth: state.depth + 1 });
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
