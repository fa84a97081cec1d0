import type { StatusDecision } from '../mapping/mapped.ts';
import { count } from '../text/number-text.ts';

/** Planned users who get a status for the same reason. */
export interface StatusCount extends StatusDecision {
  readonly users: number;
}

/** Counts users by status and reason; there are as many reasons as the mapping has rules, however many users. */
export class StatusCounts {
  readonly #users = new Map<string, Map<string, number>>();

  /** Adds what was counted over later rows. */
  addAll(counted: readonly StatusCount[]): void {
    for (const each of counted) this.add(each, each.users);
  }

  add({ status, reason }: StatusDecision, users = 1): void {
    const reasons = this.#users.get(status) ?? new Map<string, number>();
    this.#users.set(status, reasons);
    reasons.set(reason, (reasons.get(reason) ?? 0) + users);
  }

  /** By status in the order of the alphabet reversed (VERIFIED, PENDING, DECLINED), most frequent reason first. */
  list(): StatusCount[] {
    const counts = [...this.#users].flatMap(([status, reasons]) =>
      [...reasons].map(([reason, users]) => ({ status, reason, users })),
    );
    return counts.sort((a, b) => compare(b.status, a.status) || b.users - a.users || compare(a.reason, b.reason));
  }
}

/** `Status of the users: 9,594 VERIFIED · 12 PENDING · 148 DECLINED`. */
export function statusSentence(counts: readonly StatusCount[]): string {
  const totals = new Map<string, number>();
  for (const { status, users } of counts) totals.set(status, (totals.get(status) ?? 0) + users);
  return `Status of the users: ${[...totals].map(([status, users]) => `${count(users)} ${status}`).join(' · ')}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
