import { setTimeout as wait } from 'node:timers/promises';

/** How a sandbox of the bench works on requests. Its process gets it as JSON. */
export interface TenantLoad {
  /** How long it works on a request. */
  readonly latencyMs: number;
  /** Requests that it works on at a time; the others wait. Null: any number. */
  readonly places: number | null;
  /** From this bulk request on it has that many places. */
  readonly later?: { readonly from: number; readonly places: number };
  /** Bulk requests a second, and how many of them at once after a pause; the others get a 429 without a time. */
  readonly rateLimit?: { readonly perSecond: number; readonly burst: number };
}

/** Lets requests wait for a place, first come, first served. */
export class Places {
  readonly #waiting: (() => void)[] = [];
  #places: number;
  #taken = 0;

  constructor(places: number | null) {
    this.#places = places ?? Number.POSITIVE_INFINITY;
  }

  setPlaces(places: number): void {
    this.#places = places;
    while (this.#taken < places && this.#waiting.length > 0) {
      this.#taken++;
      this.#waiting.shift()?.();
    }
  }

  /** Resolves when the request has been worked on for `ms`. */
  async work(ms: number): Promise<void> {
    if (this.#taken < this.#places) this.#taken++;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    await wait(ms);
    // The place goes to the next one, unless there are fewer places now.
    if (this.#taken <= this.#places && this.#waiting.length > 0) this.#waiting.shift()?.();
    else this.#taken--;
  }
}

/** A token bucket. */
export class RateLimit {
  readonly #perSecond: number;
  readonly #burst: number;
  #tokens: number;
  #at = performance.now();

  constructor({ perSecond, burst }: NonNullable<TenantLoad['rateLimit']>) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
  }

  /** False when the request is one too many. */
  take(): boolean {
    const now = performance.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) * this.#perSecond) / 1_000);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }
}
