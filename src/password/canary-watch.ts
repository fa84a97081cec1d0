import type { CidaasUser, Identity, PasswordHashInfo } from '../user/cidaas-user.ts';
import type { CanaryLine } from './canary-lines.ts';

/** A row of the export that a canary line means. */
export interface CanaryRow {
  readonly row: number;
  /** What would be sent; null when the user goes without a password. */
  readonly info: PasswordHashInfo | null;
}

const IDENTIFIERS = ['sub', 'email', 'username', 'mobile_number'] as const satisfies readonly (keyof Identity)[];

/** Picks the canary's users out of the users that would be sent, as they pass by. Holds only what belongs to the canary. */
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

  /** To be called for each user that would be sent, in row order. */
  see(row: number, user: CidaasUser): void {
    this.#look(row, user, user);
    for (const identity of user.identities ?? []) this.#look(row, identity, user);
  }

  /** The rows that were seen for a line; several when the identifier stands in several fields or rows. */
  rowsOf(line: CanaryLine): readonly CanaryRow[] {
    return this.#rows.get(line) ?? [];
  }

  get lines(): readonly CanaryLine[] {
    return [...this.#rows.keys()];
  }

  #look(row: number, identity: Identity, user: CidaasUser): void {
    for (const field of IDENTIFIERS) {
      const value = identity[field];
      // Most rows are nobody's canary: this is all that they cost.
      const lines = typeof value === 'string' ? this.#byIdentifier.get(value.toLowerCase()) : undefined;
      for (const line of lines ?? []) {
        const rows = this.#rows.get(line);
        if (rows !== undefined && rows.at(-1)?.row !== row) rows.push({ row, info: user.password_hash_info ?? null });
      }
    }
  }
}
