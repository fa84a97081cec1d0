import { expect, test } from 'vitest';
import type { VerifiedReport } from '../../src/report/report-data.ts';
import { verifySample } from '../../src/run/verify-step.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { TenantRefused, TenantUnavailable } from '../../src/tenant/refusal.ts';
import { ownError } from '../../src/tenant/tenant-error.ts';
import { TenantText } from '../../src/tenant/tenant-text.ts';
import { TenantValue } from '../../src/tenant/tenant-value.ts';
import type { UserReader } from '../../src/tenant/user-reader.ts';
import { stillClock } from '../support/manual-clock.ts';
import { openLedger } from '../support/open-ledger.ts';
import { plainDoor } from '../support/printed.ts';
import { tempFolder } from '../support/temp-folder.ts';

const ERROR = ownError('tenant.unauthorized', TenantText.theirs('the client is gone'));
const UNREAD = { kind: 'unread', why: 'the tenant could not answer (HTTP 503)', scope: null } as const;

/** Reads back five users, s1 to s5, that were created. */
async function verify(reader: Partial<UserReader>, stop = new AbortController().signal): Promise<VerifiedReport> {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  const rows = [1, 2, 3, 4, 5];
  ledger.add(
    rows.map((row) => ({ row, file: 0, line: row, outcome: 'planned', body: JSON.stringify({ sub: `s${row}` }) })),
  );
  ledger.settle(rows.map((row) => ({ row, outcome: 'created', sub: `s${row}` })));
  const fullReader: UserReader = {
    user: async (sub) => ({ kind: 'read', value: new TenantValue({ sub }) }),
    exists: async () => ({ kind: 'read', value: true }),
    ...reader,
  };
  const ports = { ledger, log: SILENT_LOG, stop, clock: stillClock() };
  return await verifySample(10, ports, { reader: fullReader, door: plainDoor });
}

test.each<[unknown, string]>([
  [
    new TenantRefused(ERROR, 403),
    'The tenant did not issue an access token (HTTP 403, tenant.unauthorized): the client is gone',
  ],
  [
    new TenantUnavailable(ERROR, 503, null),
    'Could not get an access token (HTTP 503, tenant.unauthorized): the client',
  ],
  [new URIError('URI malformed'), 'reading them failed (URIError)'],
])('what the reader throws ends the reading, and nothing else', async (error, why) => {
  let asked = 0;
  const verified = await verify({
    user: async (sub) => {
      if (++asked > 2) throw error;
      return { kind: 'read', value: new TenantValue({ sub }) };
    },
  });
  expect(verified).toMatchObject({ asked: 2, compared: 2, same: 2, missing: 0 });
  expect(verified.unread).toContain(why);
  expect(asked).toBe(3);
});

test('a run that is stopped keeps what was read until then', async () => {
  const halt = new AbortController();
  let asked = 0;
  const verified = await verify(
    {
      user: async (sub, signal) => {
        if (++asked === 3) halt.abort({ outcome: 'aborted', message: 'the time is over' });
        signal.throwIfAborted();
        return { kind: 'read', value: new TenantValue({ sub }) };
      },
    },
    halt.signal,
  );
  expect(verified).toMatchObject({ asked: 2, compared: 2, same: 2 });
  expect(verified.unread).toBe('the run was stopped before all of them were read');
});

test('when not even their existence may be asked for, no more of them are', async () => {
  let asked = 0;
  const exists = async () => {
    asked++;
    return UNREAD;
  };
  const verified = await verify({ user: async () => UNREAD, exists });
  expect(verified).toMatchObject({ asked: 1, compared: 0, missing: 0, unread: UNREAD.why });
  expect(asked).toBe(1);
});
