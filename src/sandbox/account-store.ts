import type { StoredAccount } from './stored-account.ts';

/** A stored account; `account` is null if only the index is kept. */
export interface StoreRecord {
  readonly account: StoredAccount | null;
  /** The identifier keys that point to this account. */
  readonly keys: readonly string[];
}

/** Times that the tenant itself notes of an account (ISO 8601); shown when the account is read. */
export interface AccountActivity {
  readonly updatedTime?: string;
  readonly lastLoggedInTime?: string;
}

/**
 * Accounts by sub and by identifier. Mode `index` stores only subs and identifiers, for large runs: accounts cannot be read
 * back, and an update knows only the fields that it sends.
 */
export class AccountStore {
  readonly #mode: 'full' | 'index';
  readonly #bySub = new Map<string, StoreRecord>();
  readonly #owners = new Map<string, string>();
  readonly #providers = new Set<string>();
  readonly #activity = new Map<string, AccountActivity>();

  constructor(mode: 'full' | 'index') {
    this.#mode = mode;
  }

  get size(): number {
    return this.#bySub.size;
  }

  get(sub: string): StoreRecord | undefined {
    return this.#bySub.get(sub);
  }

  /** The sub that an identifier belongs to. */
  owner(key: string): string | undefined {
    return this.#owners.get(key);
  }

  /** Stores an account under its identifiers; returns what `restore` needs to undo it. */
  put(account: StoredAccount, keys: readonly string[]): StoreRecord | undefined {
    const previous = this.#bySub.get(account.sub);
    // Without the account, identifiers that an update removes are unknown, so all of them are kept.
    const held: StoreRecord =
      this.#mode === 'full'
        ? { account, keys }
        : { account: null, keys: previous === undefined ? keys : [...new Set([...previous.keys, ...keys])] };
    this.#replace(account.sub, previous, held);
    for (const identity of account.identities) this.#providers.add(identity.provider);
    return previous;
  }

  /** Replaces an account without touching its identifiers; does nothing when only the index is kept. */
  replaceAccount(account: StoredAccount): void {
    const held = this.#bySub.get(account.sub);
    if (held?.account) this.#bySub.set(account.sub, { ...held, account });
  }

  /** Removes an account; false when there is none. */
  remove(sub: string): boolean {
    const held = this.#bySub.get(sub);
    if (held === undefined) return false;
    this.#replace(sub, held, undefined);
    this.#activity.delete(sub);
    return true;
  }

  /** Notes when something happened to an account; does nothing when only the index is kept. */
  note(sub: string, activity: AccountActivity): void {
    if (this.#mode === 'full') this.#activity.set(sub, { ...this.#activity.get(sub), ...activity });
  }

  activity(sub: string): AccountActivity {
    return this.#activity.get(sub) ?? {};
  }

  restore(sub: string, previous: StoreRecord | undefined): void {
    this.#replace(sub, this.#bySub.get(sub), previous);
  }

  /** The sub of the account with this identifier, in any provider or as a sub; for the existence API. */
  find(identifier: string, kinds: readonly string[]): string | undefined {
    if (this.#bySub.has(identifier)) return identifier;
    for (const provider of this.#providers) {
      for (const kind of kinds) {
        const sub = this.#owners.get(identifierKey(kind, provider, identifier));
        if (sub !== undefined) return sub;
      }
    }
    return undefined;
  }

  /** A snapshot of all accounts by sub, in order of creation. Throws if only the index is kept. */
  accounts(): Map<string, StoredAccount> {
    const accounts = new Map<string, StoredAccount>();
    for (const [sub, { account }] of this.#bySub) {
      if (account === null)
        throw new Error("The sandbox keeps only an index of its users. Start it with store: 'full'.");
      accounts.set(sub, account);
    }
    return accounts;
  }

  #replace(sub: string, before: StoreRecord | undefined, after: StoreRecord | undefined): void {
    if (before !== undefined) {
      for (const key of before.keys) if (this.#owners.get(key) === sub) this.#owners.delete(key);
    }
    if (after === undefined) this.#bySub.delete(sub);
    else {
      this.#bySub.set(sub, after);
      for (const key of after.keys) this.#owners.set(key, sub);
    }
  }
}

/** Identifiers are compared without regard to case, within one provider and one kind of identifier. */
export function identifierKey(kind: string, provider: string, value: string): string {
  return `${kind} ${provider} ${value.toLowerCase()}`;
}
