/** A latency counts as at most this multiple of the median: one request that hangs must not decide. */
const OUTLIER = 3;

/** Latencies of requests that began after a moment; the first ones after it are left out on request. */
export class LatencyWindow {
  readonly since: number;
  #skip: number;
  readonly #latencies: number[] = [];

  constructor(since: number, skip: number) {
    this.since = since;
    this.#skip = skip;
  }

  /** False when the request does not belong to the window. */
  add(startedAt: number, endedAt: number): boolean {
    if (startedAt < this.since || this.#skip-- > 0) return false;
    this.#latencies.push(endedAt - startedAt);
    return true;
  }

  get count(): number {
    return this.#latencies.length;
  }

  get mean(): number {
    const limited = this.#limited();
    return limited.reduce((sum, ms) => sum + ms, 0) / limited.length;
  }

  /** Standard deviation as a share of the mean. */
  get spread(): number {
    const { mean } = this;
    if (mean === 0) return 0;
    const squares = this.#limited().reduce((sum, ms) => sum + (ms - mean) ** 2, 0);
    return Math.sqrt(squares / this.#latencies.length) / mean;
  }

  #limited(): number[] {
    const sorted = [...this.#latencies].sort((a, b) => a - b);
    const most = OUTLIER * (sorted[(sorted.length - 1) >> 1] ?? 0);
    return sorted.map((ms) => Math.min(ms, most));
  }
}
