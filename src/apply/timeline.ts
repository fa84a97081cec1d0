import { Latencies } from './latencies.ts';

/** Users and requests over time, in buckets of equal width. */
export interface TimelineSummary {
  /** When sending began: ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly bucketMs: number;
  /** In order; empty buckets are left out. */
  readonly buckets: readonly TimelineBucket[];
}

interface TimelineBucket {
  /** Its start, in ms since `startedAt`. */
  readonly ms: number;
  /** Users that the tenant created or updated. */
  readonly settled: number;
  /** Users that were refused or are unknown. */
  readonly failed: number;
  /** Requests that ended. */
  readonly requests: number;
  /** How long they took, in ms; null when none ended. */
  readonly p50: number | null;
  readonly p95: number | null;
}

/** More points than a screen can show; at this number, pairs of buckets are merged. */
const MAX_BUCKETS = 600;
const FIRST_WIDTH_MS = 1_000;

interface Bucket {
  settled: number;
  failed: number;
  readonly latencies: Latencies;
}

/** Collects the timeline while a run sends; its size does not grow with the run. Times (`at`) are those of the clock `now`. */
export class Timeline {
  readonly #startedAt: number;
  readonly #wallStartedAt: number;
  #buckets: (Bucket | undefined)[] = [];
  #width = FIRST_WIDTH_MS;

  /** `wallStartedAt`: the same moment in ms since 1970. */
  constructor(startedAt: number, wallStartedAt: number) {
    this.#startedAt = startedAt;
    this.#wallStartedAt = wallStartedAt;
  }

  request(ms: number, at: number): void {
    this.#bucket(at).latencies.add(ms);
  }

  settled(accepted: number, failed: number, at: number): void {
    const bucket = this.#bucket(at);
    bucket.settled += accepted;
    bucket.failed += failed;
  }

  summary(): TimelineSummary {
    const buckets = this.#buckets.flatMap((bucket, index) => {
      if (bucket === undefined) return [];
      const { settled, failed, latencies } = bucket;
      const requests = latencies.count;
      const [p50, p95] = requests === 0 ? [null, null] : [latencies.quantile(0.5), latencies.quantile(0.95)];
      return [{ ms: index * this.#width, settled, failed, requests, p50, p95 }];
    });
    return { startedAt: new Date(this.#wallStartedAt).toISOString(), bucketMs: this.#width, buckets };
  }

  #bucket(at: number): Bucket {
    const since = at - this.#startedAt;
    while (since >= this.#width * MAX_BUCKETS) this.#doubleWidth();
    const index = Math.floor(since / this.#width);
    const bucket = this.#buckets[index] ?? { settled: 0, failed: 0, latencies: new Latencies() };
    this.#buckets[index] = bucket;
    return bucket;
  }

  #doubleWidth(): void {
    const wider: (Bucket | undefined)[] = [];
    for (const [index, bucket] of this.#buckets.entries()) {
      const at = Math.floor(index / 2);
      const first = wider[at];
      if (first === undefined || bucket === undefined) wider[at] = first ?? bucket;
      else {
        first.settled += bucket.settled;
        first.failed += bucket.failed;
        first.latencies.merge(bucket.latencies);
      }
    }
    this.#buckets = wider;
    this.#width *= 2;
  }
}
