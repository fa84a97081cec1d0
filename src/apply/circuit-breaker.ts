/** Why sending stopped before the queue was empty. */
export interface Tripped {
  readonly code: 'abort-above' | 'tenant.refuses_everything' | 'tenant.unreachable' | 'tenant.forbidden';
  /** Whole sentences; the tenant's words in it are already masked. */
  readonly message: string;
}

export interface CircuitBreakerOptions {
  /** Sending stops when more rows than this ended failed or unknown. */
  readonly maxFailedRows: number;
  /** How the limit reads in the settings (`20%`), for the message. */
  readonly limitText: string;
  /** True when an earlier attempt got users in: this tenant does not refuse everything. */
  readonly acceptedBefore?: boolean;
  /** Users that an earlier attempt saw refused: that they are refused again says nothing new about the tenant. */
  readonly refusedBefore?: number;
  /** Called once, when the fuse blows: no new request may leave. */
  readonly onTripped: (blown: Tripped) => void;
}

/** Refusals of single users, or of all users of an answer, before anything was ever accepted. */
const REFUSALS_AT_START = 10;
/** The same later in the run, where a row of bad users is likelier than a tenant that changed its mind. */
const REFUSALS_IN_A_ROW = 100;
/** Requests that got no usable answer in all their attempts, one after the other. */
const UNANSWERED_IN_A_ROW = 3;
/** The same where the tenant answers and only leaves users out, later in the run. */
const LEFT_OUT_IN_A_ROW = 100;

/**
 * Stops a run that can only do harm or waste the window: too many rows failed, or the tenant refuses everything, answers
 * nothing, or does not let this client in. Blows at most once.
 */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions;
  #failed = 0;
  #refusals = 0;
  #unanswered = 0;
  #accepted: boolean;
  #blown: Tripped | null = null;

  constructor(options: CircuitBreakerOptions) {
    this.#options = options;
    this.#accepted = options.acceptedBefore ?? false;
  }

  get blown(): Tripped | null {
    return this.#blown;
  }

  /** True once the tenant accepted a user. */
  get anythingAccepted(): boolean {
    return this.#accepted;
  }

  /** An answer that settled rows: how many the tenant accepted, and how many it refused for good. */
  settled(accepted: number, failed: number): void {
    this.#unanswered = 0;
    if (accepted > 0) {
      this.#accepted = true;
      this.#refusals = 0;
    } else if (failed > 0) this.#refusal();
    this.#count(failed);
  }

  /**
   * A request got no usable answer in all its attempts; `rows` of it are given up as unknown. `leftOut`: the tenant did answer,
   * and said nothing about these users.
   */
  unanswered(rows: number, lastError: string, leftOut: boolean): void {
    this.#unanswered++;
    this.#count(rows);
    if (this.#unanswered < (leftOut && this.#accepted ? LEFT_OUT_IN_A_ROW : UNANSWERED_IN_A_ROW)) return;
    const message = `${this.#unanswered} requests in a row got no usable answer in all their attempts; the last error: ${lastError}`;
    this.blow({ code: 'tenant.unreachable', message });
  }

  blow(blown: Tripped): void {
    if (this.#blown !== null) return;
    this.#blown = blown;
    this.#options.onTripped(blown);
  }

  #refusal(): void {
    const limit = this.#accepted ? REFUSALS_IN_A_ROW : REFUSALS_AT_START;
    if (++this.#refusals < limit + (this.#options.refusedBefore ?? 0)) return;
    const since = this.#accepted ? 'in a row' : 'and accepted nothing so far';
    const message = `The tenant refused ${this.#refusals} requests ${since}; look at the first failures before running again.`;
    this.blow({ code: 'tenant.refuses_everything', message });
  }

  #count(failed: number): void {
    this.#failed += failed;
    if (this.#failed <= this.#options.maxFailedRows) return;
    const message = `${this.#failed} rows ended failed or unknown, more than abort-above (${this.#options.limitText}) allows.`;
    this.blow({ code: 'abort-above', message });
  }
}
