/**
 * Lets only one batch be split at a time until the tenant has accepted anything. Without it every worker would take its
 * batch apart down to single users before a tenant that refuses everything is recognised.
 */
export class FirstSplit {
  #open = false;
  #held = false;
  readonly #waiting: (() => void)[] = [];

  /** Waits for the turn; call the returned function when the batch is through. Resolves at once after `open`. */
  async enter(): Promise<() => void> {
    while (this.#held && !this.#open) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#held = true;
    return () => {
      this.#held = false;
      this.#wake();
    };
  }

  /** From now on nobody waits: the tenant accepted something, or the run stops anyway. */
  open(): void {
    this.#open = true;
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
