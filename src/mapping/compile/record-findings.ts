import type { Problem } from '../../source/record.ts';

/** What was noticed while the values of one record were read. Rules that are not used read nothing, so they add nothing. */
export class RecordFindings {
  #found: Problem[] = [];

  /** `problem` is one object for each place in the mapping, so that a place that is read twice counts once. */
  add(problem: Problem): void {
    if (!this.#found.includes(problem)) this.#found.push(problem);
  }

  /** Begins with the next record, and returns what was found in this one. */
  take(): readonly Problem[] {
    if (this.#found.length === 0) return NONE;
    const found = this.#found;
    this.#found = [];
    return found;
  }
}

const NONE: readonly Problem[] = [];
