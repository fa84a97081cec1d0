import type { LimitHistory } from './pressure.ts';

/** One request as the tenant client saw it. */
export interface ObservedRequest {
  /** Null when no answer came. */
  readonly status: number | null;
  readonly ms: number;
  readonly users: number;
}

/** What the report says about requests; latencies in ms, exact to about 5 %. */
export interface RequestSummary {
  readonly sent: number;
  readonly retried: number;
  readonly byStatus: { readonly [status: string]: number };
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly max: number };
  /** How many requests were allowed in flight: `[ms since the first, requests]` at each change. */
  readonly limits: LimitHistory;
}

/** Width of a class of the histogram: each is 5 % above the one before, so that a million latencies fit in few counters. */
const GROWTH = 1.05;

/** Counts requests as they end. */
export class RequestStats {
  readonly #byStatus = new Map<string, number>();
  readonly #classes: number[] = [];
  #sent = 0;
  #retried = 0;
  #max = 0;

  observe({ status, ms }: ObservedRequest): void {
    const name = status === null ? 'none' : String(status);
    this.#byStatus.set(name, (this.#byStatus.get(name) ?? 0) + 1);
    this.#sent++;
    this.#max = Math.max(this.#max, ms);
    const at = ms < 1 ? 0 : Math.ceil(Math.log(ms) / Math.log(GROWTH));
    this.#classes[at] = (this.#classes[at] ?? 0) + 1;
  }

  /** A request that will be sent again as it was. */
  retried(): void {
    this.#retried++;
  }

  summary(limits: LimitHistory): RequestSummary {
    const byStatus = Object.fromEntries([...this.#byStatus].sort(([a], [b]) => (a < b ? -1 : 1)));
    const latencyMs = { p50: this.#quantile(0.5), p95: this.#quantile(0.95), max: Math.round(this.#max) };
    return { sent: this.#sent, retried: this.#retried, byStatus, latencyMs, limits };
  }

  #quantile(share: number): number {
    let left = Math.ceil(this.#sent * share);
    for (let at = 0; at < this.#classes.length; at++) {
      left -= this.#classes[at] ?? 0;
      if (left <= 0) return Math.round(Math.min(GROWTH ** at, this.#max));
    }
    return 0;
  }
}
