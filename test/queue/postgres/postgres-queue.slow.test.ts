import { setTimeout } from 'node:timers/promises';
import { afterEach, describe } from 'vitest';
import { TestFleet } from '../../support/fleet/open-test-fleet.ts';
import { queryOnce } from '../../support/postgres.ts';
import { testDatabase } from '../../support/test-database.ts';
import { plannedRows, queueConformance } from '../conformance.ts';

const url = await testDatabase();

describe.skipIf(url === null)('PostgreSQL queue', () => {
  let fleet: TestFleet | null = null;
  afterEach(async () => {
    await queryOnce(url ?? '', 'DELETE FROM cidaas_migrate.run');
    await queryOnce(url ?? '', 'DELETE FROM cidaas_migrate.job');
    await fleet?.[Symbol.asyncDispose]();
  });

  queueConformance(async (rows) => {
    const opened = new TestFleet(url ?? '');
    fleet = opened;
    const ledger = opened.ledger(plannedRows(rows));
    const lead = await opened.lead(ledger);
    await lead.open(false);
    return {
      ...{ queue: lead.queue, ledger },
      async afterKill() {
        const worker = await opened.worker({ leaseMs: 1_000 });
        if (worker === null) throw new Error('the run is not open');
        const end = new AbortController();
        const following = worker.follow(() => undefined, end.signal);
        // The heartbeats of the killed process stopped long ago.
        await queryOnce(url ?? '', "UPDATE cidaas_migrate.job SET heartbeat_on = heartbeat_on - interval '1 hour'");
        await untilNoneIsActive(url ?? '');
        end.abort();
        await following;
        return worker.queue;
      },
    };
  }, 250);
});

async function untilNoneIsActive(database: string): Promise<void> {
  for (;;) {
    const active = await queryOnce(database, "SELECT 1 FROM cidaas_migrate.job WHERE state = 'active'");
    if (active.length === 0) return;
    await setTimeout(100);
  }
}
