import { expect, test } from 'vitest';
import { AccountChanges } from '../../src/ledger/account-changes.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createKeys } from '../../src/state/keys.ts';
import { KnownUsers } from '../../src/state/known-users.ts';
import { restoreOutcomes } from '../../src/state/resume.ts';
import type { ResumeEntry } from '../../src/state/resume-file.ts';
import { NO_MATCH } from '../../src/state/state-after-run.ts';
import type { StateEntry } from '../../src/state/state-file.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const { fingerprint } = createKeys('a secret of the tests', { repository: '', workflow: '', tenant: '' });

/** Known users s1 to s3, each with its row in the export. */
async function knownUsers(ledger: Ledger): Promise<KnownUsers> {
  const known = new KnownUsers(ledger);
  const ids = [1, 2, 3];
  const entry = (id: number): StateEntry => ({
    fingerprint: `w${id}`,
    details: `["s${id}","","",[]]`,
    mark: 'present',
  });
  await known.load(
    (async function* () {
      yield ids.map(entry);
    })(),
  );
  ledger.add(ids.map((row) => ({ row, file: 0, line: row, outcome: 'planned', body: `{"sub":"s${row}"}` })));
  for (const id of ids) known.addPendingKnown(id, `w${id}`, id);
  return known;
}

test('users that the tenant no longer had are counted; only the first are listed', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  const known = await knownUsers(ledger);
  expect(known.recreated(2)).toEqual({ total: 0, rows: [] });
  ledger.markSending(ledger.waiting(1, 3));
  ledger.settle([1, 2, 3].map((row) => ({ row, outcome: 'created', sub: `s${row}` })));
  expect(known.recreated(2)).toEqual({ total: 3, rows: [1, 2] });
});

test('known users can be looked up while an earlier attempt is loaded', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  const known = await knownUsers(ledger);
  const found: unknown[] = [];
  async function* entries(): AsyncGenerator<ResumeEntry> {
    found.push(known.bySub('s2')?.id);
    yield { row: 1, fingerprint: fingerprint('{"sub":"s1"}'), outcome: 'created', sub: 's1', code: null, run: null };
  }
  expect(await restoreOutcomes(ledger, entries(), fingerprint)).toEqual({ rows: 1, refused: 0, isComplete: true });
  expect(found).toEqual([2]);
});

test('a missing user whose account the tenant gives to a row is spared, and is one user from then on', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('ledger.db'));
  const known = await knownUsers(ledger);
  // Nothing in the export shows that row 3 is s1 under another address.
  ledger.db.exec('DELETE FROM pending WHERE row IN (1, 3)');
  known.markPresent(2, 2, 0);
  known.addPending({ row: 3, fingerprint: 'w4', details: [null, '', null, []], known: null, other: null });
  known.planMissing('delete');
  expect([...new AccountChanges(ledger).subs()]).toEqual(['s1', 's3']);
  ledger.settle([{ row: 3, outcome: 'updated', sub: 's1' }]);
  expect(known.spareAnswered()).toBe(1);
  expect([...new AccountChanges(ledger).subs()]).toEqual(['s3']);
  const subs = [...known.entries()].map(({ details }) => JSON.parse(details)[0]);
  expect(subs).toEqual(['s2', 's3', 's1']);

  // From the next run on, of two users with one account neither is missing while the other is there.
  using next = openLedger(folder.file('next.db'));
  const both = await knownUsers(next);
  next.db.exec("UPDATE known SET details = json_set(details, '$[0]', 's1') WHERE id = 2");
  both.markPresent(2, 2, 0);
  both.planMissing('delete');
  expect([...new AccountChanges(next).subs()]).toEqual(['s3']);
});

test.each([
  ['unknown', true],
  ['failed', false],
] as const)(
  'the state after a run whose only change ended %s differs from the last one: %s',
  async (outcome, differs) => {
    using folder = tempFolder();
    using ledger = openLedger(folder.file('ledger.db'));
    const known = new KnownUsers(ledger);
    const before: StateEntry = { fingerprint: 'w1', details: '["s1","","",[]]', mark: 'missing' };
    await known.load(
      (async function* () {
        yield [before];
      })(),
    );
    known.planMissing('delete');
    new AccountChanges(ledger).settle([{ row: 1, outcome }]);
    expect(known.haveChanged()).toBe(differs);
    const after = differs ? { ...before, fingerprint: NO_MATCH, mark: 'uncertain' } : before;
    expect([...known.entries()]).toEqual([after]);
  },
);
