import { createHmac } from 'node:crypto';

/** How many wrong passwords one hash may get. */
export interface GuessLimitOptions {
  /** So many at once … */
  readonly burst: number;
  /** … and then one more after each of these times, in milliseconds. */
  readonly refillMs: number;
  /** How many hashes are remembered; the ones whose last guess is the longest ago are forgotten first. */
  readonly maxHashes: number;
}

/** Either the guess may be tried, and `refund` takes it back unless the password was wrong, or it must wait. */
export type Guess = { readonly refund: () => void } | { readonly waitMs: number };

interface Level {
  /** How long until everything is forgiven: one `refillMs` for each wrong password and for each check that still runs. */
  debtMs: number;
  at: number;
}

/**
 * Stops guessing of one password. A check counts from its beginning, so that guesses at the same time do not get around the limit.
 * Hashes are remembered under a key of this process: the memory holds nothing that could be tried elsewhere.
 */
export class GuessLimit {
  readonly #levels = new Map<string, Level>();
  readonly #options: GuessLimitOptions;
  readonly #key: Uint8Array;
  readonly #now: () => number;

  constructor(options: GuessLimitOptions, key: Uint8Array, now: () => number) {
    this.#options = options;
    this.#key = key;
    this.#now = now;
  }

  /** How many hashes are remembered. */
  get size(): number {
    return this.#levels.size;
  }

  /** Counts a guess at this hash, if it may be tried now. */
  begin(passwordHash: string): Guess {
    const { burst, refillMs, maxHashes } = this.#options;
    const id = createHmac('sha256', this.#key).update(passwordHash).digest('base64url').slice(0, 22);
    const level = this.#level(id);
    const waitMs = level.debtMs + refillMs - burst * refillMs;
    if (waitMs > 0) return { waitMs };
    level.debtMs += refillMs;
    // Put at the end: the first of the map is the one that is forgotten.
    this.#levels.delete(id);
    this.#levels.set(id, level);
    const [first] = this.#levels.keys();
    if (this.#levels.size > maxHashes && first !== undefined) this.#levels.delete(first);
    return { refund: () => this.#refund(id) };
  }

  /** With what was forgiven since. */
  #level(id: string): Level {
    const now = this.#now();
    const level = this.#levels.get(id) ?? { debtMs: 0, at: now };
    level.debtMs = Math.max(0, level.debtMs - (now - level.at));
    level.at = now;
    return level;
  }

  #refund(id: string): void {
    if (!this.#levels.has(id)) return;
    const level = this.#level(id);
    level.debtMs = Math.max(0, level.debtMs - this.#options.refillMs);
    if (level.debtMs === 0) this.#levels.delete(id);
  }
}
