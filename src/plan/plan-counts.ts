import type { SentHash, StatusDecision } from '../mapping/mapped.ts';
import type { Problem, SourceRecord } from '../source/record.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { Arrivals } from './arrivals.ts';
import { LeftOutValues } from './left-out-values.ts';
import { PasswordCounts } from './password-counts.ts';
import { RowWarnings } from './row-warnings.ts';
import { StatusCounts } from './status-counts.ts';

/** What is counted of a planned user. */
interface CountedUser {
  readonly user: CidaasUser;
  readonly record: SourceRecord;
  /** The hash that was recognised; null without one. */
  readonly password: SentHash | null;
  readonly status: StatusDecision;
  /** The warnings about places of the source, and all. */
  readonly places: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** What is counted over the planned users of one chunk, as plain data. */
export type CountedUsers = ReturnType<PlanCounts['counted']>;

/** What is counted over the planned users of a chunk or of an export. */
export class PlanCounts {
  readonly warnings = new RowWarnings();
  readonly passwords = new PasswordCounts();
  readonly statuses = new StatusCounts();
  readonly leftOut = new LeftOutValues();
  readonly arrivals = new Arrivals();
  readonly #countDeclaredHashes: boolean;

  /** `countDeclaredHashes`: also hashes that the mapping puts into `password_hash_info` itself. */
  constructor(countDeclaredHashes = false) {
    this.#countDeclaredHashes = countDeclaredHashes;
  }

  add({ user, record, password, status, places, warnings }: CountedUser): void {
    if (password !== null) this.passwords.add(password);
    else if (this.#countDeclaredHashes && user.password_hash_info) this.passwords.addDeclared(user.password_hash_info);
    this.statuses.add(status);
    this.leftOut.add(record.row, places);
    this.warnings.add(record, warnings);
    this.arrivals.add(user);
  }

  /** Adds what was counted over later rows. */
  addAll({ warnings, passwords, statuses, leftOut, arrivals }: CountedUsers): void {
    this.warnings.addAll(warnings);
    this.passwords.addAll(passwords);
    this.statuses.addAll(statuses);
    this.leftOut.addAll(leftOut);
    this.arrivals.addAll(arrivals);
  }

  counted() {
    const { warnings, passwords, statuses, leftOut, arrivals } = this;
    return {
      warnings: warnings.counted(),
      passwords: passwords.counted(),
      statuses: statuses.list(),
      leftOut: leftOut.counted(),
      arrivals: arrivals.counted(),
    };
  }
}
