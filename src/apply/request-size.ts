/** Requests in a row of less than half the usual size after which that is the usual size. */
const NEW_SIZE = 32;

/** Follows how many users a request usually has: latencies of requests of very different size cannot be compared. */
export class RequestSize {
  #usual = 0;
  #smaller = 0;

  /** `other`: from now on this is the usual size. */
  compare(users: number): 'same' | 'smaller' | 'other' {
    const usual = this.#usual;
    const isSmaller = users * 2 < usual;
    if (isSmaller && ++this.#smaller < NEW_SIZE) return 'smaller';
    this.#smaller = 0;
    const isOther = isSmaller || users > usual * 2;
    this.#usual = isOther ? users : Math.max(usual, users);
    return isOther && usual > 0 ? 'other' : 'same';
  }
}
