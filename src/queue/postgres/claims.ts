import type { Settlement } from '../../plan/row.ts';
import type { OutgoingUser } from '../../tenant/bulk-answer.ts';
import type { ClaimedBatch, OutcomeSink } from '../queue.ts';

/** The attempt of a job: another process that gets the job has another number. */
export interface JobAttempt {
  readonly id: string;
  readonly retryCount: number;
}

/** A batch that this process claimed, and what became of its users so far. */
export interface Claim extends ClaimedBatch {
  readonly job: JobAttempt;
  readonly settlements: Settlement[];
  /** Rows without an outcome whose request may have reached the tenant. */
  readonly sending: Set<number>;
  /** Requests with each row. */
  readonly attempts: Map<number, number>;
  isDelivered: boolean;
  /** Its outcomes are on their way to the database; until then its heartbeat goes on. */
  isSettling: boolean;
}

/** The claims of one process, in memory: the database learns of them when they are settled or given back. */
export class Claims implements OutcomeSink {
  readonly #byRow = new Map<number, Claim>();
  readonly #all = new Set<Claim>();

  add(batch: ClaimedBatch, job: JobAttempt): Claim {
    const claim: Claim = {
      ...{ ...batch, job, settlements: [], attempts: new Map(), isDelivered: false, isSettling: false },
      sending: new Set(batch.mayHaveBeenApplied ? batch.users.map(({ row }) => row) : []),
    };
    for (const { row } of batch.users) this.#byRow.set(row, claim);
    this.#all.add(claim);
    return claim;
  }

  remove(claim: Claim): void {
    this.#all.delete(claim);
    for (const { row } of claim.users) if (this.#byRow.get(row) === claim) this.#byRow.delete(row);
  }

  get all(): readonly Claim[] {
    return [...this.#all];
  }

  /** Delivered ones whose users all have an outcome. */
  get complete(): readonly Claim[] {
    return this.all.filter(
      ({ isDelivered, isSettling, settlements, users }) =>
        isDelivered && !isSettling && settlements.length === users.length,
    );
  }

  markSending(users: readonly OutgoingUser[]): void {
    for (const { row } of users) {
      const claim = this.#byRow.get(row);
      claim?.sending.add(row);
      claim?.attempts.set(row, (claim.attempts.get(row) ?? 0) + 1);
    }
  }

  markWaiting(users: readonly OutgoingUser[]): void {
    for (const { row } of users) {
      const claim = this.#byRow.get(row);
      // What an earlier process did with them is not known.
      if (claim !== undefined && !claim.mayHaveBeenApplied) claim.sending.delete(row);
    }
  }

  settle(settlements: readonly Settlement[]): void {
    for (const settlement of settlements) {
      const claim = this.#byRow.get(settlement.row);
      if (claim === undefined) continue;
      claim.settlements.push(settlement);
      claim.sending.delete(settlement.row);
      this.#byRow.delete(settlement.row);
    }
  }
}
