import { duration } from '../text/number-text.ts';
import type { Outage } from './outage.ts';

/** Why sending stopped before the queue was empty. */
export interface TripReason {
  readonly code: 'abort-above' | 'tenant.refuses_everything' | 'tenant.unreachable' | 'tenant.forbidden';
  /** Full sentences; messages of the tenant in it are already masked. */
  readonly message: string;
}

export interface CircuitBreakerOptions {
  /** Sending stops when more rows than this are failed or unknown. */
  readonly maxFailedRows: number;
  /** The limit as written in the settings (`20%`), for the message. */
  readonly limitText: string;
  /** True when the tenant accepted users in an earlier attempt, so that it does not refuse everything. */
  readonly acceptedBefore?: boolean;
  /** Users that the tenant refused in an earlier attempt: their refusals are expected and do not count. */
  readonly refusedBefore?: number;
  /** Called once, when the breaker trips: no new request may be sent. */
  readonly onTripped: (reason: TripReason) => void;
}

/** Refused requests before the tenant accepted anything. */
const MAX_REFUSALS_AT_START = 10;
/** The same in a row later, when a series of bad users is more likely than a tenant that now refuses everything. */
const MAX_REFUSALS_IN_A_ROW = 100;
/** Requests in a row without a usable answer in all their attempts. */
const MAX_UNANSWERED_IN_A_ROW = 3;
/** The same when the tenant answers but leaves users out, after it accepted something. */
const MAX_LEFT_OUT_IN_A_ROW = 100;

/**
 * Stops a run that would only do harm or waste time: too many rows failed, or the tenant refuses everything, does not answer,
 * or refuses this client. Trips at most once.
 */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions;
  #failed = 0;
  #refusals = 0;
  #unanswered = 0;
  #accepted: boolean;
  #tripped: TripReason | null = null;

  constructor(options: CircuitBreakerOptions) {
    this.#options = options;
    this.#accepted = options.acceptedBefore ?? false;
  }

  get tripped(): TripReason | null {
    return this.#tripped;
  }

  /** True after the tenant accepted a user. */
  get anythingAccepted(): boolean {
    return this.#accepted;
  }

  /** An answer settled rows: how many users the tenant accepted, and how many it refused. */
  settled(accepted: number, failed: number): void {
    this.#unanswered = 0;
    if (accepted > 0) {
      this.#accepted = true;
      this.#refusals = 0;
    } else if (failed > 0) this.#refusal();
    this.#count(failed);
  }

  /**
   * A request got no usable answer in all its attempts; `rows` of its rows are unknown now. `leftOut`: the tenant did answer,
   * but its answer left these users out.
   */
  unanswered(rows: number, lastError: string, leftOut: boolean): void {
    this.#unanswered++;
    this.#count(rows);
    if (this.#unanswered < (leftOut && this.#accepted ? MAX_LEFT_OUT_IN_A_ROW : MAX_UNANSWERED_IN_A_ROW)) return;
    const message = `${this.#unanswered} requests in a row got no usable answer in all their attempts; the last error: ${lastError}`;
    this.trip({ code: 'tenant.unreachable', message });
  }

  /** The tenant is away longer than its patience allows. One outage counts once, however many requests it cost. */
  outlasted({ lost, lastsMs }: Pick<Outage, 'lost' | 'lastsMs'>, lastError: string): void {
    const requests = `${lost} ${lost === 1 ? 'request' : 'requests in a row'} got no usable answer`;
    const message = `${requests} for ${duration(lastsMs)}, as long as outage-patience and max-attempts allow; the last error: ${lastError}`;
    this.trip({ code: 'tenant.unreachable', message });
  }

  trip(reason: TripReason): void {
    if (this.#tripped !== null) return;
    this.#tripped = reason;
    this.#options.onTripped(reason);
  }

  #refusal(): void {
    const limit = this.#accepted ? MAX_REFUSALS_IN_A_ROW : MAX_REFUSALS_AT_START;
    if (++this.#refusals < limit + (this.#options.refusedBefore ?? 0)) return;
    const since = this.#accepted ? 'in a row' : 'and accepted nothing so far';
    const message = `The tenant refused ${this.#refusals} requests ${since}; check the first failures before running again.`;
    this.trip({ code: 'tenant.refuses_everything', message });
  }

  #count(failed: number): void {
    this.#failed += failed;
    if (this.#failed <= this.#options.maxFailedRows) return;
    const message = `${this.#failed} rows are failed or unknown, more than abort-above (${this.#options.limitText}) allows.`;
    this.trip({ code: 'abort-above', message });
  }
}
