import { Latencies } from './latencies.ts';
import type { ConcurrencyReport, LimitPoint } from './limit-course.ts';
import { Timeline, type TimelineSummary } from './timeline.ts';

/** One request that ended. */
export interface ObservedRequest {
  /** Null when no answer came. */
  readonly status: number | null;
  readonly ms: number;
  readonly users: number;
}

/** The requests section of the report; latencies in ms, exact to about 5 %. */
export interface RequestSummary {
  /** Batches of the planned rows; a batch that is repeated or split needs more than one request. */
  readonly batches: number;
  readonly sent: number;
  readonly retried: number;
  readonly byStatus: { readonly [status: string]: number };
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly max: number };
  /** How many requests were allowed in flight: `[ms since the first, requests]` at each change. */
  readonly limits: readonly (readonly [ms: number, requests: number])[];
  /** How the limit was found; only set with `concurrency: auto`. */
  readonly concurrency?: ConcurrencyReport;
  /** Null when nothing was sent. */
  readonly timeline: TimelineSummary | null;
}

/** Counts requests as they end. Times (`at`) are those of the clock `now`. */
export class RequestStats {
  readonly #byStatus = new Map<string, number>();
  readonly #latencies = new Latencies();
  #timeline = new Timeline(0, 0);
  #retried = 0;
  #batches = 0;

  /** Starts the timeline when sending begins: requests before that are not part of it. */
  begin(at: number, wallAt: number): void {
    this.#timeline = new Timeline(at, wallAt);
  }

  /** Counts batches on their way to the queue. */
  *counting<T>(batches: Iterable<T>): Generator<T> {
    for (const batch of batches) {
      this.#batches++;
      yield batch;
    }
  }

  observe({ status, ms }: ObservedRequest, at: number): void {
    const name = status === null ? 'none' : String(status);
    this.#byStatus.set(name, (this.#byStatus.get(name) ?? 0) + 1);
    this.#latencies.add(ms);
    this.#timeline.request(ms, at);
  }

  /** Users that the tenant accepted, and users that were refused or are unknown. */
  settled(accepted: number, failed: number, at: number): void {
    this.#timeline.settled(accepted, failed, at);
  }

  /** A request that will be sent again unchanged. */
  retried(): void {
    this.#retried++;
  }

  /** `concurrency`: how the limit was found; null when it was not looked for. */
  summary(course: readonly LimitPoint[], concurrency: ConcurrencyReport | null): RequestSummary {
    const byStatus = Object.fromEntries([...this.#byStatus].sort(([a], [b]) => (a < b ? -1 : 1)));
    const latencyMs = {
      p50: this.#latencies.quantile(0.5),
      p95: this.#latencies.quantile(0.95),
      max: this.#latencies.max,
    };
    const timeline = this.#timeline.summary();
    const counts = { batches: this.#batches, sent: this.#latencies.count, retried: this.#retried };
    const limits = course.map(({ ms, limit }) => [ms, limit] as const);
    const found = concurrency === null ? {} : { concurrency };
    return { ...counts, byStatus, latencyMs, limits, ...found, timeline };
  }
}
