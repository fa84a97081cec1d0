/**
 * Knows whether the tenant has accepted a user. Until then, a request that is blocked is about this client, unless another
 * request that is already on its way is accepted.
 */
export class FirstAcceptance {
  #isAccepted: boolean;
  #inFlight = 0;
  readonly #waiting: (() => void)[] = [];

  /** `acceptedBefore`: in an earlier attempt of the run. */
  constructor(acceptedBefore: boolean) {
    this.#isAccepted = acceptedBefore;
  }

  sent(): void {
    this.#inFlight++;
  }

  /** A request ended; `accepted`: with users that the tenant created or updated. */
  ended(accepted: boolean): void {
    this.#inFlight--;
    if (accepted) this.#isAccepted = true;
    if (this.#isAccepted || this.#inFlight === 0) for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Waits for the requests in flight, if nothing is accepted yet; true when something was. */
  async isCertain(): Promise<boolean> {
    if (!this.#isAccepted && this.#inFlight > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#isAccepted;
  }
}
