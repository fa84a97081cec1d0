import type { BatchDelivery } from '../apply/delivery.ts';
import { AccountChanges, type ChangeSettlement } from '../ledger/account-changes.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { makeDurable } from '../ledger/ledger-file.ts';
import type { Settlement } from '../plan/row.ts';
import type { OutcomeSink, Queue } from '../queue/queue.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { allowed } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import type { Problem } from '../source/record.ts';
import type { ChangeReply } from '../tenant/account-changer.ts';
import { markSendingStarted } from './run-notes.ts';
import { CLOSING_SPACE, SPACE_PER_ROW } from './send-step.ts';
import { deliver, type Sending, type SendingPorts } from './sending.ts';

/** What became of one account: its final outcome, or a reply that does not settle it. */
export type Changed =
  | { readonly kind: 'settled'; readonly status: number; readonly outcome: SettledOutcome; readonly reason?: Problem }
  | Exclude<ChangeReply, { kind: 'changed' | 'absent' }>;
type SettledOutcome = Extract<ChangeSettlement['outcome'], 'blocked' | 'deleted' | 'undone' | 'kept'>;

/** Changes one account. */
export type ChangeAccount = (sub: string, abortInFlight: AbortSignal, stop: AbortSignal) => Promise<Changed>;

/**
 * Changes the planned accounts one by one, with the pressure, the retries and the limits of users; returns what stopped it, or
 * null when each has an outcome.
 */
export async function changeAccounts(
  settings: Settings,
  ports: SendingPorts,
  sending: Sending,
  changeAccount: ChangeAccount,
): Promise<EarlyEnd | null> {
  const { ledger } = ports;
  const changes = new AccountChanges(ledger);
  changes.failWithoutSub(NO_SUB);
  const { planned: total } = changes.totals();
  if (total === 0) return null;
  ledger.reserveSpace(CLOSING_SPACE + total * SPACE_PER_ROW);
  makeDurable(ledger.db);
  markSendingStarted(ledger);
  // The delivery knows users that are created or updated; what that means for an account is noted between answer and settling.
  const settled = new Map<number, Changed & { kind: 'settled' }>();
  const outcomes: OutcomeSink = {
    markSending: (users) => changes.markSending(users),
    markWaiting: (users) => changes.markWaiting(users),
    settle: (settlements) => changes.settle(settlements.map((settlement) => toChange(settlement, settled))),
  };
  const send: BatchDelivery['send'] = async ([user], abortInFlight, stop) => {
    if (user?.sub == null) throw new RangeError('a change needs the sub of one account');
    const reply = await changeAccount(user.sub, abortInFlight, stop);
    if (reply.kind !== 'settled') return reply;
    settled.set(user.row, reply);
    const answers = [{ row: user.row, state: 'updated' as const, sub: null }];
    return { kind: 'answered', status: reply.status, answers };
  };
  const { earlyEnd } = await deliver(settings, ports, sending, {
    ...{ queue: changeQueue(changes, outcomes), lead: null, send, total, done: 0, failed: 0 },
    ...{ maxFailedRows: allowed(settings.abortAbove, total), acceptedBefore: false, refusedBefore: 0 },
  });
  return earlyEnd;
}

const NO_SUB: Problem = {
  code: 'missing.no_sub',
  field: null,
  message: 'The tenant never answered a sub for this user, so the account cannot be named.',
  hint: 'Map a sub, `fields: { sub: … }`, and find this account in the tenant by hand.',
};

function toChange(
  { row, outcome, reason }: Settlement,
  settled: Map<number, Changed & { kind: 'settled' }>,
): ChangeSettlement {
  if (outcome === 'created' || outcome === 'updated') {
    const found = settled.get(row);
    if (found === undefined) throw new Error(`change ${row} was settled without an answer`);
    settled.delete(row);
    return { row, outcome: found.outcome, ...(found.reason && { reason: found.reason }) };
  }
  return { row, outcome, ...(reason && { reason: { ...reason, hint: AGAIN } }) };
}

const AGAIN = 'Run again: accounts that are done already are recognised.';

/** Every planned change, in order, each as a batch of its own. The ledger is its memory, so nothing else is stored. */
function changeQueue(changes: AccountChanges, outcomes: OutcomeSink): Queue {
  let last = 0;
  return {
    outcomes,
    take: async () => {
      const next = changes.next(last);
      if (next === null) return null;
      last = next;
      return { id: next, users: changes.waiting(next), mayHaveBeenApplied: false };
    },
    mayGetMore: async () => false,
    done: async () => undefined,
    giveBack: async () => undefined,
    open: async () => changes.totals().planned,
  };
}

/** Gives every account without an outcome one, when the run is closed. */
export function closeOpenChanges(ledger: Ledger, verb: 'ended' | 'stopped'): void {
  new AccountChanges(ledger).closeOpen(
    { code: 'unsent', field: null, message: `The run ${verb} before this account was changed.`, hint: AGAIN },
    {
      code: 'unanswered',
      field: null,
      message: 'Sent, but the run ended before a usable answer arrived.',
      hint: AGAIN,
    },
  );
}
