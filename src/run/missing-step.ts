import { createHash } from 'node:crypto';
import { AccountChanges } from '../ledger/account-changes.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { messageOf } from '../runtime/disk-full.ts';
import type { Settings } from '../settings/settings.ts';
import type { KeepResult } from '../state/kept-file.ts';
import type { KnownUsers } from '../state/known-users.ts';
import type { RunState } from '../state/run-state.ts';
import type { AccountChanger } from '../tenant/account-changer.ts';
import { counted } from '../text/number-text.ts';
import { changeAccounts } from './change-step.ts';
import type { Ports } from './ports.ts';
import type { Sending } from './sending.ts';

/**
 * Plans what happens to missing users with `missing-users: block` or `delete`.
 *
 * @returns a hash of all of them, for the digest; null when they are only reported.
 */
export function planMissing(
  { missingUsers }: Settings,
  { ledger, log }: Pick<Ports, 'ledger' | 'log'>,
  known: KnownUsers,
  unidentified: number,
): string | null {
  if (missingUsers === 'report') return null;
  known.planMissing(missingUsers);
  const changes = new AccountChanges(ledger);
  const hash = createHash('sha256');
  for (const sub of changes.subs()) hash.update(`${JSON.stringify(sub)}\n`);
  const { total } = changes.totals();
  if (unidentified > 0 && total > 0) {
    const message = `${counted(unidentified, 'row')} of the export may belong to missing users: invalid, and without a sub or an identifier that is known.`;
    const hint =
      'Correct these rows, or leave them out with a `skip` rule; map a sub, which identifies rows that are invalid otherwise.';
    changes.leaveUnsent({ code: 'missing.uncertain', field: null, message, hint });
    log.warning(`missing-users: ${counted(total, 'missing user')} will not be changed. ${message} ${hint}`);
  }
  return hash.digest('hex');
}

/** Blocks or deletes the missing users, after all others were sent; returns what stopped it, or null. */
export async function changeMissing(
  settings: Settings,
  ports: Ports,
  sending: Sending,
  accounts: AccountChanger,
): Promise<EarlyEnd | null> {
  const { missingUsers } = settings;
  if (missingUsers === 'report' || !hasPlannedChanges(ports.ledger)) return null;
  const { log, state } = ports;
  const spared = state?.known.spareAnswered() ?? 0;
  if (spared > 0)
    log.notice(
      `missing-users: ${counted(spared, 'user')} counted as missing and ${spared === 1 ? 'is' : 'are'} not: the tenant has the account for a row of this export.`,
    );
  const lost = await noteChanges(state);
  if (lost !== null) return lost;
  return changeAccounts(settings, ports, sending, async (sub, abortInFlight, stop) => {
    const reply = await accounts.change(missingUsers, sub, abortInFlight, stop);
    switch (reply.kind) {
      case 'changed':
        return { ...reply, kind: 'settled', outcome: missingUsers === 'block' ? 'blocked' : 'deleted' };
      case 'absent':
        return { ...reply, kind: 'settled', outcome: 'deleted' };
      default:
        return reply;
    }
  });
}

/**
 * Stores a state in which these users may have been changed: if this run disappears while it changes them, the next delta
 * must not take one of them who comes back for a user whom the tenant has. Returns why that failed, or null.
 */
async function noteChanges(state: RunState | null): Promise<EarlyEnd | null> {
  const kept = await state?.storeInterim().catch((cause: unknown): KeepResult => {
    return { kind: 'failed', reason: messageOf(cause) };
  });
  if (kept?.kind !== 'failed') return null;
  const message = `No missing user was changed, since the state could not be stored before: ${kept.reason.replace(/\.$/, '')}. All other users were sent. The next delta tries again.`;
  return { outcome: 'aborted', message };
}

/** True when accounts wait to be changed. */
export function hasPlannedChanges(ledger: Ledger): boolean {
  return new AccountChanges(ledger).totals().planned > 0;
}
