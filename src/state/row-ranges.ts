/** Merges pairs of numbers into ranges in which both numbers increase by one from pair to pair. */
export class RowRanges {
  readonly #onRange: (first: number, other: number, length: number) => void;
  #first = 0;
  #other = 0;
  #length = 0;

  constructor(onRange: (first: number, other: number, length: number) => void) {
    this.#onRange = onRange;
  }

  add(first: number, other: number): void {
    if (this.#length > 0 && first === this.#first + this.#length && other === this.#other + this.#length) {
      this.#length++;
      return;
    }
    this.flush();
    this.#first = first;
    this.#other = other;
    this.#length = 1;
  }

  /** Reports the last range. */
  flush(): void {
    if (this.#length > 0) this.#onRange(this.#first, this.#other, this.#length);
    this.#length = 0;
  }
}
