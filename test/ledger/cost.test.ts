import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterEach, expect, it, vi } from 'vitest';
import { planBatches } from '../../src/ledger/batches.ts';
import { embeddedQueue } from '../../src/queue/embedded-queue.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** What `work` costs SQLite: statements that write, and transactions begun by hand. */
async function costOf(work: () => unknown): Promise<{ statements: number; transactions: number }> {
  const run = vi.spyOn(StatementSync.prototype, 'run');
  const exec = vi.spyOn(DatabaseSync.prototype, 'exec');
  await work();
  const transactions = exec.mock.calls.filter(([sql]) => sql.startsWith('BEGIN')).length;
  const statements = run.mock.calls.length;
  vi.restoreAllMocks();
  return { statements, transactions };
}

const ROWS = 1_000;
const BATCH = 50;
const planned = Array.from({ length: ROWS }, (_, at) => ({
  ...{ row: at + 1, file: 0, line: at + 2, outcome: 'planned' as const },
  ...{ body: `{"sub":"sub-${at}"}`, keys: [at] },
}));

it('a chunk of the plan is one transaction, two statements a row (row, key), and one for every 250 users', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  expect(await costOf(() => ledger.add(planned))).toEqual({ statements: 2 * ROWS + ROWS / 250, transactions: 1 });
});

it('all batches are put on the queue in one transaction, a statement each', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  ledger.add(planned);
  const queue = embeddedQueue(ledger);
  const cost = await costOf(() => queue.put(planBatches(ledger, BATCH)));
  expect(cost).toEqual({ statements: ROWS / BATCH, transactions: 1 });
});

it('a batch is marked by one statement and settled in one transaction', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  ledger.add(planned);
  const users = ledger.waiting(1, BATCH);
  expect(await costOf(() => ledger.markSending(users))).toEqual({ statements: 1, transactions: 0 });
  const settle = () => ledger.settle(users.map(({ row }) => ({ row, outcome: 'created' })));
  expect(await costOf(settle)).toEqual({ statements: BATCH, transactions: 1 });
  expect(ledger.totals()).toMatchObject({ created: BATCH, planned: ROWS - BATCH });
});
