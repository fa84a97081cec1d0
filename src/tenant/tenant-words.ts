import { TenantText } from './tenant-text.ts';

/** Names in the set-up of the tenant, to compare ours with: which ones they are cannot be read. */
export class TenantWords {
  readonly #words: ReadonlySet<string>;

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
  }

  get size(): number {
    return this.#words.size;
  }

  has(own: unknown): boolean {
    return typeof own === 'string' && this.#words.has(own);
  }

  /** The word that differs from ours in case only; null when there is none. */
  inOtherCase(own: string): TenantText | null {
    const lower = own.toLowerCase();
    for (const word of this.#words) if (word !== own && word.toLowerCase() === lower) return TenantText.theirs(word);
    return null;
  }
}
