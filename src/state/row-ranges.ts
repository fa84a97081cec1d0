/** Collects pairs of numbers and hands over, as one, those in which both go up by one from pair to pair. */
export class RowRanges {
  readonly #onRun: (first: number, other: number, length: number) => void;
  #first = 0;
  #other = 0;
  #length = 0;

  constructor(onRun: (first: number, other: number, length: number) => void) {
    this.#onRun = onRun;
  }

  add(first: number, other: number): void {
    if (this.#length > 0 && first === this.#first + this.#length && other === this.#other + this.#length) {
      this.#length++;
      return;
    }
    this.end();
    this.#first = first;
    this.#other = other;
    this.#length = 1;
  }

  /** Hands over what is left. */
  end(): void {
    if (this.#length > 0) this.#onRun(this.#first, this.#other, this.#length);
    this.#length = 0;
  }
}
