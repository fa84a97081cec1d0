import { expect, it } from 'vitest';
import { RequestStats } from '../../src/apply/request-stats.ts';
import { AccountChanges } from '../../src/ledger/account-changes.ts';
import { planUndo } from '../../src/ledger/undo-plan.ts';
import { changeAccounts } from '../../src/run/change-step.ts';
import { openSending } from '../../src/run/sending.ts';
import { NO_PROGRESS } from '../../src/runtime/progress-log.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { stillClock } from '../support/manual-clock.ts';
import { openLedger } from '../support/open-ledger.ts';
import { plainDoor } from '../support/printed.ts';
import { tempFolder } from '../support/temp-folder.ts';

const never = new AbortController().signal;

it('an account without a sub fails and is not sent; all others are changed, each in a request of its own', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  await planUndo(
    ledger,
    (async function* () {
      yield* [{ sub: 'a' }, { sub: null }, { sub: 'b' }];
    })(),
  );
  const settings = readSettings(inputsOf({ mode: 'plan', export: 'users.ndjson' }));
  const clock = stillClock();
  const ports = { ledger, clock, progress: NO_PROGRESS, stop: never, abortInFlight: never };
  const sending = openSending(settings, clock, { stats: new RequestStats(), door: plainDoor });
  const sent: string[] = [];
  const earlyEnd = await changeAccounts(settings, ports, sending, async (sub) => {
    sent.push(sub);
    return { kind: 'settled', status: 200, outcome: 'undone' };
  });
  expect(earlyEnd).toBeNull();
  expect(sent.sort()).toEqual(['a', 'b']);
  const changes = new AccountChanges(ledger);
  expect(changes.totals()).toMatchObject({ total: 3, undone: 2, failed: 1 });
  expect(changes.list(1)).toMatchObject([{ sub: null, outcome: 'failed', code: 'missing.no_sub' }]);
});
