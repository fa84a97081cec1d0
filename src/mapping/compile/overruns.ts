import { InputError } from '../../runtime/input-error.ts';
import type { MappingLocation } from '../field-rule.ts';

/** Records that may need more time or memory than one may: each takes seconds, and a plan must not take that for each of its rows. */
export const MAX_OVERRUNS = 20;

/** Counts the records of a plan that needed more than one may. */
export class Overruns {
  /** Milliseconds of a clock that never goes back: measures what a record takes. */
  readonly now: () => number;
  #rules: MappingLocation[] = [];

  constructor(now: () => number) {
    this.now = now;
  }

  /** @throws InputError naming the rule when there are too many. */
  add(at: MappingLocation): void {
    this.#rules.push(at);
    if (this.#rules.length <= MAX_OVERRUNS) return;
    throw new InputError([
      `${at}: this rule needs more time or memory than a record may take, as rules did for ${MAX_OVERRUNS} records before. Nothing was sent. Make the pattern or expression cheaper, or leave such records out with \`when\`.`,
    ]);
  }

  /** The rules that were counted since the last call; the count begins again. */
  take(): readonly MappingLocation[] {
    const taken = this.#rules;
    this.#rules = [];
    return taken;
  }
}
