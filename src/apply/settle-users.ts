import type { Settlement } from '../plan/row.ts';
import type { OutgoingUser, RowAnswer } from '../tenant/bulk-answer.ts';
import type { TenantError } from '../tenant/tenant-error.ts';
import type { TenantText } from '../tenant/tenant-text.ts';
import type { BatchDelivery } from './delivery.ts';
import { blockedReason, refusalReason, UNCERTAIN, unansweredReason } from './failure-reason.ts';

/** What settling needs of a delivery. */
type Settling = Pick<BatchDelivery, 'ledger' | 'breaker' | 'firstSplit' | 'blockedUsers' | 'door' | 'onSettled'>;

/** Settles the rows that have a state in the answer; returns the other users. */
export function settleAnswers(
  users: readonly OutgoingUser[],
  answers: readonly RowAnswer[],
  delivery: Settling,
): OutgoingUser[] {
  const byRow = new Map(users.map((user) => [user.row, user]));
  const settlements: Settlement[] = [];
  const uncertain: OutgoingUser[] = [];
  let accepted = 0;
  for (const answer of answers) {
    const user = byRow.get(answer.row);
    if (user === undefined) continue;
    const { row } = user;
    switch (answer.state) {
      case 'uncertain':
        uncertain.push(user);
        break;
      case 'failed':
        settlements.push({ row, outcome: 'failed', reason: refusalReason(answer, [user], delivery.door) });
        break;
      case 'created':
      case 'updated':
        accepted++;
        settlements.push({ row, outcome: answer.state, sub: subOf(answer.sub, user, delivery) });
    }
  }
  settle(settlements, accepted, settlements.length - accepted, delivery);
  if (accepted > 0) settleBlocked(delivery);
  return uncertain;
}

function subOf(sub: string | TenantText | null, user: OutgoingUser, { door }: Settling): string | null {
  return sub === null || typeof sub === 'string' ? sub : door.sub(sub, user);
}

/** The tenant refused these users for good. */
export function settleRefused(users: readonly OutgoingUser[], error: TenantError, delivery: Settling): void {
  const reason = refusalReason(error, users, delivery.door);
  settle(
    users.map(({ row }) => ({ row, outcome: 'failed', reason })),
    0,
    users.length,
    delivery,
  );
}

/** The users that are held as blocked have failed: others were accepted after them, or none are left. */
export function settleBlocked(delivery: Settling): void {
  for (const { user, error } of delivery.blockedUsers.release()) {
    const reason = blockedReason(error, [user], delivery.door);
    settle([{ row: user.row, outcome: 'failed', reason }], 0, 1, delivery);
  }
}

/** No attempt got a usable answer: users that certainly never arrived are unsent, the others unknown. */
export function settleUnanswered(
  users: readonly OutgoingUser[],
  error: TenantError,
  delivery: Settling,
  mayHaveBeenApplied = true,
): void {
  const reason = unansweredReason(error, users, delivery.door);
  const outcome = mayHaveBeenApplied ? 'unknown' : 'unsent';
  delivery.ledger.settle(users.map(({ row }) => ({ row, outcome, reason })));
  delivery.onSettled(0, users.length);
  const isLeftOut = error.code === UNCERTAIN.code;
  delivery.breaker.unanswered(mayHaveBeenApplied ? users.length : 0, reason.message, isLeftOut);
}

function settle(settlements: readonly Settlement[], accepted: number, failed: number, delivery: Settling): void {
  if (settlements.length === 0) return;
  delivery.ledger.settle(settlements);
  delivery.breaker.settled(accepted, failed);
  if (accepted > 0) delivery.firstSplit.open();
  delivery.onSettled(accepted, failed);
}
