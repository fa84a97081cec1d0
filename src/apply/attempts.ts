/** What to do about users whose request got no usable answer. */
export type Verdict =
  | 'again'
  /** They were sent as often as allowed, while the tenant answered others. */
  | 'used-up'
  /** They were probes for long enough: other users show whether they or the tenant are the cause. */
  | 'put-aside';

/** A failed request as far as it counts. */
export interface FailedRequest {
  /** `tenant`: an outage; `load`: the same, but 429, which is never about a user; `request`: perhaps about these users. */
  readonly about: 'tenant' | 'load' | 'request';
  /** Requests of the run that the tenant has answered so far. */
  readonly answers: number;
}

/** Failed probes in a row with the same users. */
const MAX_PROBES = 5;

/**
 * Counts how often the same users were sent. A failure in an outage counts only when the tenant answered others since the one
 * before: otherwise the tenant is the cause, and its patience decides.
 */
export class Attempts {
  readonly #max: number;
  readonly #isSuspect: boolean;
  #counted = 0;
  #probes = 0;
  #firstAnswers: number | null = null;
  #lastAnswers = -1;

  /** `isSuspect`: the tenant was seen to answer others and not these users. */
  constructor(max: number, isSuspect: boolean) {
    this.#max = max;
    this.#isSuspect = isSuspect;
  }

  /** Failures that count. */
  get counted(): number {
    return this.#counted;
  }

  failed({ about, answers }: FailedRequest): Verdict {
    if (about === 'request') return ++this.#counted >= this.#max ? 'used-up' : 'again';
    if (about === 'load') return 'again';
    this.#firstAnswers ??= answers;
    if (answers !== this.#lastAnswers) {
      this.#counted++;
      this.#probes = 0;
    }
    this.#lastAnswers = answers;
    const othersAnswered = this.#isSuspect || answers !== this.#firstAnswers;
    if (this.#counted >= this.#max && othersAnswered) return 'used-up';
    return ++this.#probes >= MAX_PROBES ? 'put-aside' : 'again';
  }
}
