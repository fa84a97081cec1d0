/** A change of the limit on requests in flight. */
export interface LimitPoint {
  /** Since sending began. */
  readonly ms: number;
  /** Requests that may be in flight from then on. */
  readonly limit: number;
  /** Mean latency of the last requests that were measured before, in ms; null when there were none. */
  readonly latencyMs: number | null;
}

/** How `concurrency: auto` found its limit. */
export interface ConcurrencyReport {
  /** `max-concurrency`. */
  readonly max: number;
  /** The limit that was in force longest. */
  readonly usual: number;
  readonly highest: number;
  /** In order of time, bounded. */
  readonly course: readonly LimitPoint[];
}

/** More points than a screen can show; above this number, points of the same time span are merged. */
const MAX_POINTS = 500;

/** Collects how the limit changed while a run sends; its size does not grow with the run. */
export class LimitCourse {
  readonly #timeAt = new Map<number, number>();
  #points: LimitPoint[] = [];
  #spanMs = 1;
  #last: { readonly ms: number; readonly limit: number } | null = null;

  get points(): readonly LimitPoint[] {
    return this.#points;
  }

  /** Call it after each request; a point that changes nothing is not kept. */
  add(point: LimitPoint): void {
    const { ms, limit } = point;
    if (this.#last !== null)
      this.#timeAt.set(this.#last.limit, (this.#timeAt.get(this.#last.limit) ?? 0) + ms - this.#last.ms);
    const isNew = this.#last?.limit !== limit;
    this.#last = { ms, limit };
    if (!isNew) return;
    this.#points.push({ ...point, ms: Math.round(ms), latencyMs: rounded(point.latencyMs) });
    while (this.#points.length > MAX_POINTS) {
      this.#spanMs *= 2;
      // The first point is where the run began; of a span, the last one shows how it went on.
      this.#points = this.#points.filter((each, at, all) => at === 0 || !this.#isSameSpan(each, all[at + 1]));
    }
  }

  /** `max`: of the settings. */
  report(max: number): ConcurrencyReport {
    const now = this.#last?.limit ?? 0;
    const [longest] = [...this.#timeAt].sort(([, a], [, b]) => b - a);
    const highest = Math.max(now, ...this.#timeAt.keys());
    return { max, usual: longest?.[0] ?? now, highest, course: this.#points };
  }

  #isSameSpan({ ms }: LimitPoint, next: LimitPoint | undefined): boolean {
    return next !== undefined && Math.floor(ms / this.#spanMs) === Math.floor(next.ms / this.#spanMs);
  }
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms);
}
