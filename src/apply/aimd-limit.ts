import type { ConcurrencyLimit, MeasuredAnswer } from './concurrency-limit.ts';

/** Latency counts as rising when its smoothed value exceeds this multiple of the best smoothed value seen … */
const RISING_FACTOR = 3;
/** … by at least this much, so that the jitter of a fast tenant does not count. */
const RISING_MS = 250;
const SMOOTHING = 0.1;
/** Requests before latency is first evaluated. */
const WARM_UP = 20;

/** The limit of a fixed `concurrency`: additive increase, multiplicative decrease, starting at the cap. */
export class AimdLimit implements ConcurrencyLimit {
  readonly #cap: number;
  #limit: number;
  #smoothed = 0;
  #best = Number.POSITIVE_INFINITY;
  #seen = 0;

  constructor(cap: number) {
    this.#cap = cap;
    this.#limit = cap;
  }

  get current(): number {
    return Math.floor(this.#limit);
  }

  get latencyMs(): number | null {
    return this.#smoothed === 0 ? null : this.#smoothed;
  }

  answered({ startedAt, endedAt, isStale }: MeasuredAnswer): void {
    if (this.#isRising(endedAt - startedAt)) this.#decrease();
    else if (!isStale) this.#limit = Math.min(this.#cap, this.#limit + 1 / this.#limit);
  }

  overloaded(_at: number, isStale: boolean): void {
    if (!isStale) this.#decrease();
  }

  interrupted(): void {
    this.#seen = 0;
  }

  #decrease(): void {
    // Latency is evaluated again under the lower limit.
    this.#seen = 0;
    this.#limit = Math.max(1, this.#limit / 2);
  }

  #isRising(latencyMs: number): boolean {
    this.#smoothed = this.#seen === 0 ? latencyMs : this.#smoothed + SMOOTHING * (latencyMs - this.#smoothed);
    if (++this.#seen < WARM_UP) return false;
    this.#best = Math.min(this.#best, this.#smoothed);
    const rises = this.#smoothed > this.#best * RISING_FACTOR && this.#smoothed - this.#best > RISING_MS;
    // The risen latency is the new baseline: a tenant that stays slower must not keep the run at one request.
    if (rises) this.#best = this.#smoothed;
    return rises;
  }
}
