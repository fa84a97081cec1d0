import type { BulkReply, OutgoingUser } from '../tenant/bulk-answer.ts';
import { isOutage } from '../tenant/retry-policy.ts';
import type { LoadSample } from './concurrency-limiter.ts';
import type { BatchDelivery } from './delivery.ts';
import { isReset } from './request-sizes.ts';

/** A request that ended. */
export interface SentRequest {
  readonly reply: BulkReply;
  /** Whether it failed because the tenant is away, not because of what was sent. */
  readonly isAway: boolean;
}

/** What is known about users before they are sent. */
interface Suspicion {
  /** The tenant answers others and not these users, so a failure shows nothing about the tenant. */
  readonly isSuspect: boolean;
  /** A larger request broke off and a smaller one did not, so the same again shows nothing about the tenant either. */
  readonly isSizeSuspected: boolean;
}

/** One request under the limit; null when the run stopped before it was sent. */
export async function sendRequest(
  users: readonly OutgoingUser[],
  delivery: BatchDelivery,
  { isSuspect, isSizeSuspected }: Suspicion,
): Promise<SentRequest | null> {
  const { limiter, ledger, firstAcceptance, sizes, stop, abortInFlight, now } = delivery;
  try {
    await limiter.enter(stop);
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  }
  let sample: LoadSample = { kind: 'none' };
  let isAccepted = false;
  firstAcceptance.sent();
  try {
    if (stop.aborted) return null;
    ledger.markSending(users);
    const startedAt = now();
    const reply = await delivery.send(users, abortInFlight, stop);
    isAccepted =
      reply.kind === 'answered' && reply.answers.some(({ state }) => state === 'created' || state === 'updated');
    if (reply.status !== null) sizes.answered(users);
    const isAway =
      reply.kind === 'unavailable' &&
      isPartOfOutage(reply, limiter.outage.isOn, isSuspect || (isSizeSuspected && isReset(reply)));
    sample = isAway ? awaySample(reply, startedAt) : loadSampleOf(reply, now() - startedAt, users.length);
    return { reply, isAway };
  } finally {
    limiter.leave(sample);
    firstAcceptance.ended(isAccepted);
  }
}

type Unavailable = BulkReply & { readonly kind: 'unavailable' };

/** While a tenant comes back, it also answers 500 or without states. */
function isPartOfOutage({ status, error }: Unavailable, isOn: boolean, isSuspect: boolean): boolean {
  if (error.code === 'tenant.cancelled') return false;
  return isOn || (!isSuspect && isOutage(status, error.code));
}

function awaySample({ status, error, retryAfterMs: askedMs }: Unavailable, startedAt: number): LoadSample {
  const isOverload = status === 429 || status === 503 || error.code === 'tenant.timeout' || askedMs !== null;
  return { kind: 'away', startedAt, askedMs, isOverload };
}

function loadSampleOf(reply: BulkReply, latencyMs: number, users: number): LoadSample {
  switch (reply.kind) {
    case 'answered':
      return { kind: 'good', latencyMs, users };
    case 'refused':
    case 'too-large':
    case 'blocked':
    case 'forbidden':
      return { kind: 'neutral' };
    case 'unavailable': {
      const { error, retryAfterMs } = reply;
      if (error.code === 'tenant.cancelled') return { kind: 'none' };
      return retryAfterMs === null ? { kind: 'neutral' } : { kind: 'overload', retryAfterMs };
    }
  }
}
