/** More different values than this are no states. */
const MAX_WORDS = 8;
const MAX_WORD_LENGTH = 24;
/** Spellings of these, such as Ja and JA. */
const MAX_SPELLINGS = 32;

/** Reads a text as the rules would: '' for a mark of nothing, null for a value that the source could not give. */
export type ReadMark = (text: string) => string | null;

/** The different values of one column, as long as they are few and short. They are looked at, never shown. */
export class ValueWords {
  readonly #words = new Set<string>();
  readonly #spellings = new Set<unknown>();
  #isOpen = true;

  /** Whether there are few values so far; when there are too many, adding more changes nothing. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  add(value: unknown): void {
    if (this.#spellings.has(value)) return;
    this.#spellings.add(value);
    const word = String(value).trim().toLowerCase();
    this.#words.add(word);
    if (word.length <= MAX_WORD_LENGTH && this.#words.size <= MAX_WORDS && this.#spellings.size <= MAX_SPELLINGS)
      return;
    this.#isOpen = false;
    this.#words.clear();
    this.#spellings.clear();
  }

  /** In lower case; empty when there are too many. */
  get words(): ReadonlySet<string> {
    return this.#words;
  }
}
