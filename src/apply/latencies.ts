/** Each class of the histogram is 5 % wider than the one before, so that a million latencies fit in few counters. */
const GROWTH = 1.05;

/** How long requests took, in ms; quantiles are exact to about 5 %. */
export class Latencies {
  readonly #classes: number[] = [];
  #count = 0;
  #max = 0;

  add(ms: number): void {
    const at = ms < 1 ? 0 : Math.ceil(Math.log(ms) / Math.log(GROWTH));
    this.#classes[at] = (this.#classes[at] ?? 0) + 1;
    this.#count++;
    this.#max = Math.max(this.#max, ms);
  }

  /** Adds the counts of another histogram. */
  merge(other: Latencies): void {
    for (let at = 0; at < other.#classes.length; at++) {
      const more = other.#classes[at] ?? 0;
      if (more > 0) this.#classes[at] = (this.#classes[at] ?? 0) + more;
    }
    this.#count += other.#count;
    this.#max = Math.max(this.#max, other.#max);
  }

  get count(): number {
    return this.#count;
  }

  get max(): number {
    return Math.round(this.#max);
  }

  /** The time within which this share of the requests ended; 0 without requests. */
  quantile(share: number): number {
    let left = Math.ceil(this.#count * share);
    for (let at = 0; at < this.#classes.length; at++) {
      left -= this.#classes[at] ?? 0;
      if (left <= 0) return Math.round(Math.min(GROWTH ** at, this.#max));
    }
    return 0;
  }
}
