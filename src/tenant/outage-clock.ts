import { probeWaitMs, type RetryPolicy } from './retry-policy.ts';

/**
 * How long one outage of the tenant is waited for. It is given up when `patienceMs` is used up, but not before `maxAttempts`
 * requests. Waits that the tenant asks for do not count, at most `maxAttempts` of them: it might ask for ever. Times are
 * those of the clock `now`.
 */
export class OutageClock {
  readonly #policy: RetryPolicy;
  /** When the first request began that got no usable answer. */
  readonly since: number;
  #asked = 0;
  #askedMs = 0;

  constructor(policy: RetryPolicy, since: number) {
    this.#policy = policy;
    this.since = since;
  }

  /** `failures`: requests that got no usable answer so far. */
  isUsedUp(failures: number, now: number): boolean {
    return failures >= this.#policy.maxAttempts && now >= this.#endsAt();
  }

  /** Milliseconds until the tenant is asked again after the failed probe number `probe` (1-based). */
  waitMs(probe: number, askedMs: number | null, now: number, random: () => number): number {
    const wait = probeWaitMs(this.#policy, probe, random);
    if (askedMs !== null && askedMs >= wait) {
      if (this.#asked++ < this.#policy.maxAttempts) this.#askedMs += askedMs;
      return askedMs;
    }
    // The last probe comes at the end of the patience, not after it.
    const left = this.#endsAt() - now;
    return probe >= this.#policy.maxAttempts && left > 0 ? Math.min(wait, left) : wait;
  }

  #endsAt(): number {
    return this.since + this.#policy.patienceMs + this.#askedMs;
  }
}
