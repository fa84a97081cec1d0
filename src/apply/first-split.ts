/**
 * Allows only one batch to be split at a time until the tenant has accepted anything. Without it every worker would split its
 * batch down to single users before a tenant that refuses everything is detected.
 */
export class FirstSplit {
  #isOpen = false;
  #isTaken = false;
  readonly #waiting: (() => void)[] = [];

  /** Waits until no other batch is being split; call the returned function when the batch is done. Resolves at once after `open`. */
  async enter(): Promise<() => void> {
    while (this.#isTaken && !this.#isOpen) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
    return () => {
      this.#isTaken = false;
      this.#wake();
    };
  }

  /** Ends the waiting for good: the tenant accepted something, or the run stops. */
  open(): void {
    this.#isOpen = true;
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
