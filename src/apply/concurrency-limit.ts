/** How many requests may be in flight: a fixed cap, or what the tenant can take, up to a maximum. */
export interface Concurrency {
  readonly mode: 'fixed' | 'auto';
  /** The most requests in flight. */
  readonly max: number;
}

/** An answer that shows how fast the tenant is with the requests in flight. Times are those of the clock `now`. */
export interface MeasuredAnswer {
  readonly startedAt: number;
  readonly endedAt: number;
  /** Users in the request. */
  readonly users: number;
  /** It was on its way when the limit was lowered, so it shows nothing about the lower limit. */
  readonly isStale: boolean;
}

/** Decides how many requests may be in flight. A state machine without effects: time comes with what happened. */
export interface ConcurrencyLimit {
  /** Whole requests, at least 1. */
  readonly current: number;
  /** Typical latency of the last measurement in ms; null before the first. */
  readonly latencyMs: number | null;
  answered(answer: MeasuredAnswer): void;
  /** The tenant refused a request because of its load: 429, 503, a timeout, a wait that it asks for. */
  overloaded(at: number, isStale: boolean): void;
  /** An outage begins or ends: the measurement begins again, with requests that start after `at`. */
  interrupted(at: number): void;
}
