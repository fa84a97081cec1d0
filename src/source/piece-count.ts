/** A compressed file has more frames or members than text could need. */
export class TooManyPieces extends Error {}

export const MAX_SMALL_PIECES = 10_000;
/** The shortest user compressed alone is longer. */
const SMALL_BYTES = 64;

/** Counts the frames or members of a compressed file. Each costs far more time than its bytes, even when it is empty. */
export class PieceCount {
  #pieces = 0;
  #bytes = 0;

  /** @throws TooManyPieces when the file consists of very many very small ones. */
  add(bytes: number): void {
    this.#pieces++;
    this.#bytes += bytes;
    if (this.#pieces > MAX_SMALL_PIECES && this.#bytes < this.#pieces * SMALL_BYTES)
      throw new TooManyPieces('the data consists of too many small pieces');
  }
}
