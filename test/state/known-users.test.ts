import { expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createKeys } from '../../src/state/keys.ts';
import { KnownUsers } from '../../src/state/known-users.ts';
import { restoreOutcomes } from '../../src/state/resume.ts';
import type { ResumeEntry } from '../../src/state/resume-file.ts';
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
    wasMissing: false,
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
    yield { row: 1, fingerprint: fingerprint('{"sub":"s1"}'), outcome: 'created', sub: 's1', code: null };
  }
  expect(await restoreOutcomes(ledger, entries(), fingerprint)).toEqual({ rows: 1, refused: 0, isComplete: true });
  expect(found).toEqual([2]);
});
