import type { Log } from '../runtime/log.ts';
import type { Problem } from '../source/record.ts';
import type { AccountActivity, AccountChanger } from '../tenant/account-changer.ts';
import { mayNotRead } from '../tenant/setup-request.ts';
import { ownError } from '../tenant/tenant-error.ts';
import { say } from '../tenant/tenant-text.ts';
import { replyWithoutToken } from '../tenant/token-request.ts';
import type { ChangeAccount, Changed } from './change-step.ts';

/** When the run that is taken back began and ended; ISO 8601. */
interface RunTimes {
  readonly startedAt: string;
  readonly writtenAt: string;
}

interface TakeBackOptions {
  /** The sub of any of the users; null when there is none. */
  readonly first: string | null;
  readonly log: Log;
  readonly stop: AbortSignal;
}

/**
 * Deletes one user of a run unless somebody has used or changed the account since. An app that may not read users deletes all:
 * reading the first user shows that, and the log warns of it.
 */
export async function takeBack(
  accounts: AccountChanger,
  times: RunTimes,
  { first, log, stop }: TakeBackOptions,
): Promise<ChangeAccount> {
  const probe = first === null ? null : await accounts.activity(first, stop);
  const canRead = probe === null || !mayNotRead(probe);
  if (!canRead)
    log.warning(
      'This app may not read users (scope cidaas:users_read), so nothing shows who has logged in or was changed since: these users are deleted like the others.',
    );
  const remove: ChangeAccount = async (sub, abortInFlight, stopped) => {
    const reply = await accounts.change('delete', sub, abortInFlight, stopped);
    return reply.kind === 'changed' || reply.kind === 'absent'
      ? { kind: 'settled', status: reply.status, outcome: 'undone' }
      : reply;
  };
  if (!canRead) return remove;
  return async (sub, abortInFlight, stopped): Promise<Changed> => {
    let stored: Awaited<ReturnType<typeof accounts.activity>>;
    try {
      stored = await accounts.activity(sub, abortInFlight);
    } catch (error) {
      return replyWithoutToken(error, abortInFlight);
    }
    // Whether the account was used is not known now, so it is asked again later.
    if (stored.kind === 'unread') {
      const error = ownError('tenant.answer_unusable', say`The account could not be read before its deletion.`);
      return { kind: 'unavailable', status: null, error, retryAfterMs: null, mayHaveBeenApplied: false };
    }
    if (stored.value === null) return { kind: 'settled', status: 404, outcome: 'undone' };
    const reason = whyKept(stored.value, times);
    return reason === null
      ? remove(sub, abortInFlight, stopped)
      : { kind: 'settled', status: 200, outcome: 'kept', reason };
  };
}

/** The clocks of the runner and the tenant differ a little, and the tenant may write after it has answered. */
const TOLERANCE_MS = 60_000;

function whyKept({ loggedInAt, updatedAt }: AccountActivity, { startedAt, writtenAt }: RunTimes): Problem | null {
  const hint = 'Delete the account by hand if it must go.';
  // An imported time is before the run.
  if (loggedInAt > Date.parse(startedAt))
    return { code: 'undo.logged_in', field: null, message: 'The user has logged in since the run.', hint };
  if (updatedAt > Date.parse(writtenAt) + TOLERANCE_MS)
    return { code: 'undo.changed', field: null, message: 'The account was changed after the run.', hint };
  return null;
}
