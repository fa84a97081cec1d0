import { SecretFinder } from '../text/secret-finder.ts';

/** Characters of tokens that are remembered: 64 usual tokens, which last for days. Beyond that, the older half is forgotten. */
const MAX_TOKEN_CHARACTERS = 64 * 1024;

/**
 * What was sent to the tenant as a secret, and may come back in any of its texts: the client secret, the current access token and
 * the earlier ones.
 */
export class KnownSecrets {
  readonly #clientSecret: string;
  #tokens: string[] = [];
  #characters = 0;
  #finder: SecretFinder | null = null;

  constructor(clientSecret = '') {
    this.#clientSecret = clientSecret;
  }

  /** Call it with every new token before it is used. */
  addToken(token: string): void {
    if (this.#tokens.includes(token)) return;
    this.#tokens.unshift(token);
    this.#characters += token.length;
    this.#finder?.add(token);
    if (this.#characters <= MAX_TOKEN_CHARACTERS) return;
    while (this.#tokens.length > 1 && this.#characters > MAX_TOKEN_CHARACTERS / 2)
      this.#characters -= this.#tokens.pop()?.length ?? 0;
    this.#finder = null;
  }

  /** Finds them in texts. Prepared when the first text is printed: most runs print none. */
  get finder(): SecretFinder {
    if (this.#finder === null) {
      this.#finder = new SecretFinder();
      for (const secret of [this.#clientSecret, ...this.#tokens]) this.#finder.add(secret);
    }
    return this.#finder;
  }
}
