/** Requests in a row of less than half the usual size after which that is the usual size. */
const NEW_SIZE = 32;

/** Follows how many users a request usually has: latencies of requests of very different size cannot be compared. */
export class RequestSize {
  #usual = 0;
  #smaller = 0;

  /** `other`: from now on this is the usual size. */
  compare(users: number): 'same' | 'smaller' | 'other' {
    const isFirst = this.#usual === 0;
    const isSmaller = users * 2 < this.#usual;
    this.#smaller = isSmaller ? this.#smaller + 1 : 0;
    if (isSmaller && this.#smaller < NEW_SIZE) return 'smaller';
    const isOther = isSmaller || users > this.#usual * 2;
    this.#usual = isOther ? users : Math.max(this.#usual, users);
    this.#smaller = 0;
    return isOther && !isFirst ? 'other' : 'same';
  }
}
