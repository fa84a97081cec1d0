import type { ConcurrencyLimit, MeasuredAnswer } from './concurrency-limit.ts';
import { LatencyWindow } from './latency-window.ts';
import { RefusalMemory } from './refusal-memory.ts';
import { RequestSize } from './request-size.ts';

/**
 * `ramp`: the limit doubles; `hold`: it stays; `up` and `down`: another limit is tried; `cut`: the same because latency has
 * risen.
 */
type Phase = 'ramp' | 'hold' | 'up' | 'down' | 'cut';

/** Latency has risen when it exceeds this multiple of the latency without load. */
const RISEN = 4 / 3;
/** Below this multiple there is no queue worth a test with fewer requests. */
const QUEUED = 1.05;
/** The latency without load is at most this multiple of what is measured. */
const MOST_ABOVE = 4 / 3;
/** How much more or less a test allows in flight. */
const STEP = 1 / 4;
/** Latencies of a measurement, at least; it ends with a whole round of `limit` requests. */
const MIN_SAMPLES = 16;
/** A test that is not clear ends with this many. */
const MAX_SAMPLES = 64;
/** Measurements of `hold` before the next test; doubled by each test that found nothing. */
const FIRST_PATIENCE = 2;
const MAX_PATIENCE = 32;
/** From this patience on, tests go down too. */
const DOWN_FROM = 8;
/** Measurements that count for the latency of `hold`. */
const REMEMBERED = 8;

/**
 * Finds the knee of the tenant's throughput: the number of requests in flight from which on more of them only wait. The formula is
 * that of TCP Vegas (Brakmo and Peterson, 1995), as Netflix's concurrency-limits uses it (`VegasLimit`, `GradientLimit`):
 *
 *     queue = limit × (1 − latency₀ ÷ latency)        knee = limit − queue = limit × latency₀ ÷ latency
 *
 * where latency₀ is the latency without load. By Little's law `limit ÷ latency` is the throughput, so the ratio of two
 * measurements shows what a change of the limit gained. It starts with one request and doubles until latency rises, then holds
 * the knee, tries a quarter more from time to time and, when there may be a queue, a quarter less. See `docs/adr/0034`.
 */
export class KneeLimit implements ConcurrencyLimit {
  readonly #max: number;
  readonly #refusals: RefusalMemory;
  readonly #size = new RequestSize();
  #limit = 1;
  #phase: Phase = 'ramp';
  #window = new LatencyWindow(Number.NEGATIVE_INFINITY, 0);
  #latencyMs: number | null = null;
  /** Latency without load, the number of latencies that it is the mean of, and whether a test with fewer requests measured it. */
  #unloaded = { latency: 0, samples: 0, isTested: false };
  /** The mean of the measurements of this `hold`, their relative spread and their number. */
  #held = { latency: 0, spread: 0, windows: 0, samples: 0 };
  /** What a test is compared with. */
  #before = { limit: 1, latency: 0 };
  #step = STEP;
  #patience = FIRST_PATIENCE;
  #direction: 'up' | 'down' = 'up';
  /** Whether the last measurement of this `hold` was above `RISEN`. */
  #hasRisen = false;

  /** `max`: the most requests in flight that it ever allows. */
  constructor(max: number) {
    this.#max = max;
    this.#refusals = new RefusalMemory(max);
  }

  get current(): number {
    return this.#limit;
  }

  get latencyMs(): number | null {
    return this.#latencyMs;
  }

  answered({ startedAt, endedAt, users }: MeasuredAnswer): void {
    this.#refusals.answered();
    switch (this.#size.compare(users)) {
      case 'smaller':
        return;
      case 'other':
        this.#unloaded = { latency: 0, samples: 0, isTested: false };
        this.#change(1, 'ramp', 0, endedAt);
        return;
      case 'same':
        if (!this.#window.add(startedAt, endedAt)) return;
    }
    const { count } = this.#window;
    // The first half of a round is answered before its queue has built up.
    const isEnough =
      this.#phase === 'ramp'
        ? count >= this.#limit - (this.#limit >> 1)
        : count >= MIN_SAMPLES && count % this.#limit === 0;
    if (isEnough) this.#evaluate(this.#window.mean, count, endedAt);
  }

  overloaded(at: number, isStale: boolean): void {
    if (isStale) return;
    const limit = this.#limit;
    const frequency = this.#refusals.refused(limit, this.#phase === 'hold');
    this.#step = STEP;
    this.#patience = FIRST_PATIENCE;
    if (this.#phase === 'hold' && frequency === 'rare') return;
    const lower = Math.ceil((limit * 3) / 4);
    const known = this.#phase === 'up' && frequency !== 'frequent' ? this.#before.limit : lower;
    const to = this.#phase === 'ramp' ? limit >> 1 : known;
    this.#hold(Math.min(this.#refusals.ceiling, to), at);
  }

  interrupted(at: number): void {
    this.#window = new LatencyWindow(at, 0);
  }

  #evaluate(latency: number, count: number, at: number): void {
    this.#latencyMs = latency;
    switch (this.#phase) {
      case 'ramp':
        this.#ramp(latency, count, at);
        break;
      case 'hold':
        this.#watch(latency, count, at);
        break;
      case 'up':
        this.#judgeMore(latency, count, at);
        break;
      case 'down':
      case 'cut':
        this.#judgeLess(latency, count, at);
    }
  }

  #ramp(latency: number, count: number, at: number): void {
    const { latency: unloaded, samples } = this.#unloaded;
    const rise = samples === 0 ? 1 : latency / unloaded;
    // Few latencies are not much of a mean, so early rounds must rise by more.
    if (rise > RISEN + 1 / Math.sqrt(samples)) {
      this.#hold(roundDown(this.#limit / rise), at);
      return;
    }
    if (rise <= RISEN) {
      const all = samples + count;
      this.#unloaded = { latency: (unloaded * samples + latency * count) / all, samples: all, isTested: false };
    }
    const next = Math.min(this.#refusals.ceiling, this.#limit * 2);
    if (next > this.#limit) this.#change(next, 'ramp', next >> 1, at);
    else this.#hold(this.#limit, at);
  }

  #watch(latency: number, count: number, at: number): void {
    const isRisen = latency > this.#unloaded.latency * RISEN;
    if (isRisen && this.#hasRisen) {
      this.#cut(latency, count, at);
      return;
    }
    this.#hasRisen = isRisen;
    this.#remember(latency, count);
    this.#window = new LatencyWindow(this.#window.since, 0);
    if (!isRisen && this.#held.windows >= this.#patience) this.#test(at);
  }

  #remember(latency: number, count: number): void {
    // Another latency than before is another tenant.
    const isNew = Math.abs(latency / this.#held.latency - 1) > STEP;
    const windows = isNew ? 1 : this.#held.windows + 1;
    const weight = 1 / Math.min(windows, REMEMBERED);
    const mean = (before: number, now: number): number => before + (now - before) * weight;
    this.#held = {
      latency: mean(this.#held.latency, latency),
      spread: mean(this.#held.spread, this.#window.spread),
      windows,
      samples: Math.min(windows, 2 * REMEMBERED) * count,
    };
    if (windows > 1) this.#unloaded.latency = Math.min(this.#unloaded.latency, this.#held.latency * MOST_ABOVE);
  }

  /** Latency has risen. Fewer requests show whether it is a queue, or the tenant is slower. */
  #cut(latency: number, count: number, at: number): void {
    if (this.#limit === 1) {
      this.#unloaded = { latency, samples: count, isTested: true };
      this.#hold(1, at);
    } else {
      this.#before = { limit: this.#limit, latency };
      const knee = Math.round((this.#limit * this.#unloaded.latency) / latency);
      this.#change(clamp(knee, 1, this.#limit - 1), 'cut', 0, at);
    }
  }

  #test(at: number): void {
    const limit = this.#limit;
    this.#before = { limit, latency: this.#held.latency };
    const { latency, isTested } = this.#unloaded;
    const less = Math.max(1, limit - Math.ceil(limit * STEP));
    const mayQueue = (!isTested && limit < this.#max) || this.#held.latency > latency * QUEUED;
    const more = Math.min(this.#refusals.ceiling, limit + Math.ceil(limit * this.#step));
    if (this.#direction === 'down' && mayQueue && less < limit) this.#change(less, 'down', 0, at);
    // The first requests find a queue that is still short.
    else if (more > limit) this.#change(more, 'up', more, at);
    else {
      if (limit === this.#max) this.#beMorePatient();
      this.#turn();
      this.#hold(limit, at);
    }
  }

  #judgeMore(latency: number, count: number, at: number): void {
    const gain = this.#throughputRatio(latency);
    const wanted = (1 + this.#limit / this.#before.limit) / 2;
    if (this.#isUnclear(gain - wanted, count)) return;
    if (gain >= wanted && latency <= this.#unloaded.latency * RISEN) {
      this.#step = Math.min(1, this.#step * 2);
      this.#patience = FIRST_PATIENCE;
      this.#held = { ...this.#held, latency, samples: count };
      this.#test(at);
      return;
    }
    this.#step = STEP;
    this.#beMorePatient();
    this.#turn();
    this.#hold(Math.min(this.#limit, roundDown(this.#before.limit * Math.max(1, gain))), at);
  }

  #judgeLess(latency: number, count: number, at: number): void {
    const kept = this.#throughputRatio(latency);
    const wanted = 1 - (1 - this.#limit / this.#before.limit) / 3;
    if (this.#isUnclear(kept - wanted, count)) return;
    const isTest = this.#phase === 'down';
    if (kept >= wanted) {
      if (isTest) this.#patience = DOWN_FROM;
      this.#unloaded.latency = Math.min(this.#unloaded.latency, latency);
      this.#hold(this.#limit, at);
      return;
    }
    // Throughput fell with the limit, so nothing waited: this is the latency without load.
    this.#unloaded = { latency, samples: count, isTested: true };
    if (isTest) {
      this.#beMorePatient();
      this.#turn();
    }
    const knee =
      ((this.#before.limit * latency) / this.#before.latency) * (1 + this.#uncertainty(count, this.#window.spread));
    this.#hold(clamp(Math.ceil(knee - 1 / 4), this.#limit, this.#before.limit), at);
  }

  /** Throughput under this limit divided by that before the test. */
  #throughputRatio(latency: number): number {
    return (this.#limit / latency) * (this.#before.latency / this.#before.limit);
  }

  /** Whether more latencies could still turn the result of a test. */
  #isUnclear(difference: number, count: number): boolean {
    return count < MAX_SAMPLES && Math.abs(difference) < this.#uncertainty(count, this.#held.spread);
  }

  /** One and a half standard errors of the result of a test. */
  #uncertainty(count: number, spread: number): number {
    return 1.5 * spread * Math.sqrt(1 / count + 1 / this.#held.samples);
  }

  #beMorePatient(): void {
    this.#patience = Math.min(MAX_PATIENCE, this.#patience * 2);
  }

  #turn(): void {
    this.#direction = this.#direction === 'up' && this.#patience >= DOWN_FROM ? 'down' : 'up';
  }

  #hold(limit: number, at: number): void {
    this.#held.windows = 0;
    this.#hasRisen = false;
    this.#change(clamp(limit, 1, this.#max), 'hold', 0, at);
  }

  /** `skipped`: requests under a new limit that are not measured. */
  #change(to: number, phase: Phase, skipped: number, at: number): void {
    this.#window = new LatencyWindow(to === this.#limit ? this.#window.since : at, skipped);
    this.#limit = to;
    this.#phase = phase;
  }
}

/** Almost the next whole number counts as it. */
function roundDown(limit: number): number {
  return Math.floor(limit + 1 / 4);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
