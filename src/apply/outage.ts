import { OutageClock } from '../tenant/outage-clock.ts';
import type { RetryPolicy } from '../tenant/retry-policy.ts';

/** A request that got no usable answer because the tenant is away. Times are those of the clock `now`. */
export interface LostRequest {
  readonly startedAt: number;
  /** The wait that the tenant asked for; null when it named no time. */
  readonly askedMs: number | null;
}

/** Follows one outage of the tenant after another: from the first request that got no usable answer to the next one that did. */
export class Outage {
  readonly #policy: RetryPolicy;
  readonly #now: () => number;
  readonly #random: () => number;
  #clock: OutageClock | null = null;
  #probes = 0;
  #lost = 0;
  #answers = 0;

  constructor(policy: RetryPolicy, now: () => number, random: () => number) {
    this.#policy = policy;
    this.#now = now;
    this.#random = random;
  }

  get isOn(): boolean {
    return this.#clock !== null;
  }

  /** True when it lasts longer than the policy allows. */
  get isUsedUp(): boolean {
    return this.#clock?.isUsedUp(this.#probes, this.#now()) ?? false;
  }

  /** Requests that got no usable answer since it began. */
  get lost(): number {
    return this.#lost;
  }

  /** Milliseconds since it began. */
  get lastsMs(): number {
    return this.#clock === null ? 0 : this.#now() - this.#clock.since;
  }

  /** Requests that the tenant answered so far: when the number grows, it is up for somebody. */
  get answers(): number {
    return this.#answers;
  }

  /** The tenant answered, whatever it said. */
  answered(): void {
    this.#answers++;
    this.#clock = null;
    this.#probes = 0;
    this.#lost = 0;
  }

  /**
   * Returns how long to wait before the next request. Requests that were on their way when the outage began are no probes:
   * together they are one failure.
   */
  noAnswer({ startedAt, askedMs }: LostRequest, isProbe: boolean): number {
    this.#lost++;
    if (this.#clock === null) this.#clock = new OutageClock(this.#policy, startedAt);
    else if (!isProbe) return askedMs ?? 0;
    return this.#clock.waitMs(++this.#probes, askedMs, this.#now(), this.#random);
  }
}
