/** More different values than this are no states. */
const MAX_WORDS = 8;
const MAX_WORD_LENGTH = 24;

/** The different values of one column, as long as they are few and short. They are looked at, never shown. */
export class ValueWords {
  #words: Set<string> | null = new Set();
  /** Most records repeat the value of the one before. */
  #last: unknown;

  add(value: unknown): void {
    if (this.#words === null || value === this.#last) return;
    this.#last = value;
    const word = String(value).trim().toLowerCase();
    if (word.length > MAX_WORD_LENGTH) this.#words = null;
    else if (this.#words.add(word).size > MAX_WORDS) this.#words = null;
  }

  /** In lower case; empty when there are too many. */
  get words(): ReadonlySet<string> {
    return this.#words ?? new Set();
  }
}
