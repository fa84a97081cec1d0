import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { cutConnection } from '../../support/fleet/cut-connection.ts';
import { ORDER, TestFleet } from '../../support/fleet/open-test-fleet.ts';
import { collect, deliver, openRun, settle, take, workerOf } from '../../support/fleet/test-run.ts';
import { queryOnce } from '../../support/postgres.ts';
import { testDatabase } from '../../support/test-database.ts';
import { plannedRows } from '../conformance.ts';

const url = await testDatabase();
const never = new AbortController().signal;

async function allOf<T>(items: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe.skipIf(url === null)('a database that fails, or that somebody else writes to', () => {
  const open: TestFleet[] = [];
  afterEach(async () => {
    for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
    for (const table of ['run', 'job', 'queue']) await sql(`DELETE FROM cidaas_migrate.${table}`);
  });
  const newFleet = (through = url ?? ''): TestFleet => {
    const fleet = new TestFleet(through);
    open.push(fleet);
    return fleet;
  };
  const sql = <Row extends { [name: string]: unknown }>(text: string): Promise<Row[]> =>
    queryOnce<Row>(url ?? '', text);
  const makeLeadOld = () => sql("UPDATE cidaas_migrate.run SET lead_seen = lead_seen - interval '1 hour'");

  it.each([
    ['changed', "UPDATE cidaas_migrate.settlement SET sealed = overlay(sealed placing '\\x00' from 20)"],
    ['emptied', "UPDATE cidaas_migrate.settlement SET sealed = ''"],
    [
      'exchanged with those of another batch',
      `UPDATE cidaas_migrate.settlement AS one SET sealed = other.sealed
       FROM cidaas_migrate.settlement AS other WHERE one.job <> other.job`,
    ],
    ['dated to the end of time', "UPDATE cidaas_migrate.settlement SET settled_at = 'infinity'"],
  ])('takes no outcomes that were %s; the lead and the next one say so', async (how, statement) => {
    const { fleet, ledger, lead, worker } = await openRun(newFleet());
    await deliver(worker.queue, await take(worker.queue), 'created');
    await deliver(worker.queue, await take(worker.queue), 'failed');
    await sql(statement);
    await expect(lead.collect()).rejects.toThrow('was not sealed by this run, or was changed since');
    expect(ledger.totals()).toMatchObject({ created: 0, failed: 0 });
    await makeLeadOld();
    const next = await fleet.fleet(fleet.ledger(plannedRows()));
    const recall = await next.takeOver(true, never);
    const read = allOf(recall?.settled ?? []);
    // The next lead takes no times from there.
    if (how.startsWith('dated')) expect(await read).toHaveLength(20);
    else await expect(read).rejects.toThrow(/cannot be read: .*or changed. Nothing was sent.*`resume: none`/);
  });

  it('settles nothing any more once the run is closed, even if the transaction began before', async () => {
    const { lead, worker } = await openRun(newFleet(), { leaseMs: 1_000 });
    const batch = await take(worker.queue);
    const other = new pg.Client(url ?? '');
    await other.connect();
    await other.query('BEGIN; UPDATE cidaas_migrate.run SET state = state');
    const settling = deliver(worker.queue, batch, 'created');
    await untilOneWaits();
    await other.query("UPDATE cidaas_migrate.run SET state = 'closed'; COMMIT");
    await settling;
    expect(await lead.collect()).toEqual([]);
    expect(await sql("SELECT 1 FROM cidaas_migrate.job WHERE state = 'active'")).toHaveLength(1);
    await other.end();
  });

  it('does not take part in a run of another version, and does not continue it', async () => {
    const { fleet, worker } = await openRun(newFleet());
    await deliver(worker.queue, await take(worker.queue), 'created');
    await sql('UPDATE cidaas_migrate.run SET format = 0');
    await expect(fleet.worker()).rejects.toThrow('the lead runs another version of this tool (format 0;');
    await makeLeadOld();
    const next = await fleet.fleet(fleet.ledger(plannedRows()));
    await expect(next.takeOver(true, never)).rejects.toThrow('Finish it with that version; `resume: none` starts over');
    expect(await next.takeOver(false, never)).toBeNull();
    await expect(next.start(ORDER, 1)).resolves.toBeDefined();
  });

  it('does not see the run of another tenant', async () => {
    const { fleet } = await openRun(newFleet());
    expect(await fleet.worker({ tenant: 'https://other.example.com' })).toBeNull();
    const other = await fleet.lead(fleet.ledger(plannedRows()), { tenant: 'https://other.example.com' });
    await other.open(false);
    expect(await fleet.worker({ tenant: 'https://other.example.com' })).not.toBeNull();
  });

  it('keeps times in any time zone and date style of the database', async () => {
    const database = new URL(url ?? '').pathname.slice(1);
    await sql(`ALTER DATABASE ${database} SET timezone = 'Pacific/Kiritimati'`);
    await sql(`ALTER DATABASE ${database} SET datestyle = 'German, DMY'`);
    try {
      const { ledger, lead, worker } = await openRun(newFleet(), {
        order: { maxRequestsPerSecond: 10 },
        leaseMs: 1_000,
      });
      const startedAt = performance.now();
      worker.throttle.pause(400, true);
      await worker.throttle.enter(never, () => true);
      await lead.throttle.enter(never, () => true);
      const tookMs = performance.now() - startedAt;
      expect(tookMs).toBeGreaterThanOrEqual(395);
      expect(tookMs).toBeLessThan(10_000);
      await deliver(worker.queue, await take(worker.queue), 'created');
      const [claim] = await lead.collect();
      expect(Math.abs((claim?.settledAt ?? 0) - Date.now())).toBeLessThan(60_000);
      await lead.close();
      await collect(lead, ledger);
      expect(ledger.totals()).toMatchObject({ created: 10, planned: 20 });
    } finally {
      await sql(`ALTER DATABASE ${database} RESET ALL`);
    }
  });

  it('is given up when it vanishes without a word, and the connections with it', async () => {
    await openRun(newFleet());
    await using cut = await cutConnection(url ?? '');
    const away = newFleet(cut.url);
    const worker = await workerOf(away, { answerMs: 300, patienceMs: 1_000 });
    const batch = await take(worker.queue);
    worker.queue.outcomes.markSending(batch.users);
    settle(worker.queue, batch.users, 'created');
    cut.goSilent();
    const startedAt = performance.now();
    const others = Promise.allSettled([worker.queue.open(), worker.queue.open()]);
    await expect(worker.queue.done(batch)).rejects.toThrow('the database does not answer');
    await others;
    await away[Symbol.asyncDispose]();
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(away.warnings).toEqual([
      expect.stringMatching(/^The database of `queue-url` does not answer \(.+\); trying again\.$/),
    ]);
  });

  it('makes a worker wait for its lead as long as that fills the queue, and no longer than it lives', async () => {
    const fleet = newFleet();
    await fleet.lead(fleet.ledger(plannedRows()));
    let now = 0;
    const waiting = fleet.worker({
      now: () => now,
      async sleep(ms) {
        now += ms * 60;
        if (now > 40 * 60_000) await makeLeadOld();
      },
      waitMs: 30 * 60_000,
    });
    expect(await waiting).toBeNull();
    expect(now).toBeGreaterThan(40 * 60_000);
    expect(fleet.waited.map((ms) => Math.round(ms / 60_000))).toEqual([5, 10, 15, 20, 25, 30, 35, 40]);
  });

  /** Until a statement waits for a lock. */
  const untilOneWaits = async (): Promise<void> => {
    while ((await sql("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")).length === 0)
      await setTimeout(20);
  };
});
