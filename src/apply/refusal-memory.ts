/** `frequent`: more than one refusal in 100 answers; `rare`: fewer than one in 200. */
export type RefusalFrequency = 'frequent' | 'seldom' | 'rare';

const FREQUENT = 100;
const RARE = 200;
/** Answers before the refused limit is allowed again; doubled by frequent refusals. */
const FIRST_TRUCE = 100;
const MAX_TRUCE = 3_200;

/** Remembers under which limit the tenant refused requests, and does not allow it again for a while. */
export class RefusalMemory {
  readonly #max: number;
  #ceiling: number;
  #answers = 0;
  #truce = FIRST_TRUCE;

  constructor(max: number) {
    this.#max = max;
    this.#ceiling = max;
  }

  /** The highest limit that is allowed now. */
  get ceiling(): number {
    return this.#ceiling;
  }

  answered(): void {
    if (++this.#answers >= this.#truce) this.#ceiling = this.#max;
  }

  /** Returns how frequent refusals are. `isHeld`: the limit is not a test, so a rare refusal does not speak against it. */
  refused(limit: number, isHeld: boolean): RefusalFrequency {
    const frequency = this.#answers < FREQUENT ? 'frequent' : this.#answers < RARE ? 'seldom' : 'rare';
    if (frequency === 'frequent') this.#truce = Math.min(MAX_TRUCE, this.#truce * 2);
    else if (frequency === 'rare') this.#truce = FIRST_TRUCE;
    this.#ceiling = Math.max(1, isHeld && frequency === 'rare' ? limit : limit - 1);
    this.#answers = 0;
    return frequency;
  }
}
