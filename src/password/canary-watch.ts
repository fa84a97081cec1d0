import type { CidaasUser, Identity, PasswordHashInfo } from '../user/cidaas-user.ts';
import type { CanaryLine } from './canary-lines.ts';

/** A row of the export that has the identifier of a canary line. */
export interface CanaryRow {
  readonly row: number;
  /** What would be sent; null when the user is sent without a password. */
  readonly info: PasswordHashInfo | null;
}

const IDENTIFIERS = ['sub', 'email', 'username', 'mobile_number'] as const satisfies readonly (keyof Identity)[];

/** Collects the canary's users from the users that would be sent. Keeps nothing of other users. */
export class CanaryWatch {
  readonly #rows: ReadonlyMap<CanaryLine, CanaryRow[]>;
  readonly #byIdentifier = new Map<string, CanaryLine[]>();

  constructor(lines: readonly CanaryLine[]) {
    this.#rows = new Map(lines.map((line) => [line, []]));
    for (const line of lines) {
      const key = line.identifier.toLowerCase();
      const same = this.#byIdentifier.get(key);
      if (same === undefined) this.#byIdentifier.set(key, [line]);
      else same.push(line);
    }
  }

  /** Call it for each user that would be sent, in row order. */
  observe(row: number, user: CidaasUser): void {
    this.#collect(row, user, user);
    for (const identity of user.identities ?? []) this.#collect(row, identity, user);
  }

  /** The rows of a line's identifier; several when it is in several fields or rows. */
  rowsOf(line: CanaryLine): readonly CanaryRow[] {
    return this.#rows.get(line) ?? [];
  }

  get lines(): readonly CanaryLine[] {
    return [...this.#rows.keys()];
  }

  #collect(row: number, identity: Identity, user: CidaasUser): void {
    for (const field of IDENTIFIERS) {
      const value = identity[field];
      // Most rows are not in the canary: this lookup is all that they cost.
      const lines = typeof value === 'string' ? this.#byIdentifier.get(value.toLowerCase()) : undefined;
      for (const line of lines ?? []) {
        const rows = this.#rows.get(line);
        if (rows !== undefined && rows.at(-1)?.row !== row) rows.push({ row, info: user.password_hash_info ?? null });
      }
    }
  }
}
