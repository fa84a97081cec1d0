import type { MappingLocation } from '../field-rule.ts';
import type { Overruns } from './overruns.ts';
import { RecordLimit } from './record-limit.ts';

/** Steps of patterns for one record: a second of work, where a usual record takes thousands. */
const MAX_STEPS = 500_000_000;
const MAX_MS = 1_000;

/** Characters of all values of one user: as many as a record of the export may have. */
const MAX_USER = 16 * 1024 * 1024;

/** Measures what the patterns of a mapping cost for one record. */
export class WorkMeter {
  readonly #overruns: Overruns;
  #steps = 0;
  #ms = 0;
  #size = 0;

  constructor(overruns: Overruns) {
    this.#overruns = overruns;
  }

  /** Begins the next record. */
  reset(): void {
    this.#steps = 0;
    this.#ms = 0;
    this.#size = 0;
  }

  /** Counts work whose size is known before it is done. @throws RecordLimit */
  add(steps: number, at: MappingLocation): void {
    this.#steps += steps;
    if (this.#steps > MAX_STEPS) this.#stop(at);
  }

  /** Counts a value that the user gets. @throws RecordLimit when the user becomes too large. */
  grow(value: unknown, at: MappingLocation): void {
    this.#size += typeof value === 'string' ? value.length : sizeOf(value, MAX_USER);
    if (this.#size > MAX_USER) throw RecordLimit.text('the user', at, MAX_USER);
  }

  /** Does work whose size is not known. @throws RecordLimit when the record has taken too much already. */
  timed<T>(at: MappingLocation, work: () => T): T {
    if (this.#ms > MAX_MS) this.#stop(at);
    const { now } = this.#overruns;
    const begin = now();
    try {
      return work();
    } finally {
      this.#ms += now() - begin;
    }
  }

  #stop(at: MappingLocation): never {
    this.#overruns.add(at);
    throw RecordLimit.work('a pattern that takes too long for this record', at);
  }
}

/** About the characters that a value has as JSON, counted up to `limit`. */
function sizeOf(value: unknown, limit: number): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let size = 2;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) {
      size += 1 + sizeOf(item, limit - size);
      if (size > limit) break;
    }
    return size;
  }
  for (const key in value) {
    size += key.length + 4 + sizeOf((value as { readonly [key: string]: unknown })[key], limit - size);
    if (size > limit) break;
  }
  return size;
}
