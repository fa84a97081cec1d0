import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { planBatches } from '../../../src/ledger/batches.ts';
import type { FleetWorker } from '../../../src/queue/postgres/open-worker.ts';
import { cutConnection } from '../../support/fleet/cut-connection.ts';
import { ORDER, TestFleet } from '../../support/fleet/open-test-fleet.ts';
import {
  collect,
  deliver,
  followUntil,
  openRun as openRunOf,
  settle,
  stopSeenBy,
  take,
  workerOf,
} from '../../support/fleet/test-run.ts';
import { queryOnce } from '../../support/postgres.ts';
import { testDatabase } from '../../support/test-database.ts';
import { plannedRows } from '../conformance.ts';

const url = await testDatabase();
const NOT_SENT = { code: 'unsent', field: null, message: '', hint: '' };
const NOT_ANSWERED = { code: 'unanswered', field: null, message: '', hint: '' };

describe.skipIf(url === null)('a fleet on PostgreSQL', () => {
  const open: TestFleet[] = [];
  afterEach(async () => {
    for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
    await queryOnce(url ?? '', 'DELETE FROM cidaas_migrate.run');
    await queryOnce(url ?? '', 'DELETE FROM cidaas_migrate.job');
    await queryOnce(url ?? '', 'DELETE FROM cidaas_migrate.queue');
  });
  const newFleet = (through = url ?? ''): TestFleet => {
    const fleet = new TestFleet(through);
    open.push(fleet);
    return fleet;
  };
  const sql = <Row extends { [name: string]: unknown }>(text: string): Promise<Row[]> =>
    queryOnce<Row>(url ?? '', text);

  const openRun = (options: Parameters<TestFleet['lead']>[1] = {}, isProbing = false) =>
    openRunOf(newFleet(), options, isProbing);
  const makeHeartbeatsOld = () => sql("UPDATE cidaas_migrate.job SET heartbeat_on = heartbeat_on - interval '1 hour'");

  it('collects what all processes settle, and adds up', async () => {
    const { ledger, lead, worker } = await openRun();
    await deliver(worker.queue, await take(worker.queue), 'created');
    await deliver(lead.queue, await take(lead.queue), 'updated');
    await deliver(worker.queue, await take(worker.queue), 'failed');
    worker.observe([200, 5, 10]);
    await lead.close();
    expect(await collect(lead, ledger)).toBe(30);
    expect(ledger.totals()).toMatchObject({ rows: 30, created: 10, updated: 10, failed: 10, unsent: 0, unknown: 0 });
    expect(await collect(lead, ledger)).toBe(0);
  });

  it('lets workers begin when the tenant has accepted somebody, not before', async () => {
    const { lead, worker } = await openRun({}, true);
    expect(await worker.queue.take()).toBeNull();
    await deliver(lead.queue, await take(lead.queue), 'failed');
    expect(await stopSeenBy(worker)).toBeNull();
    expect(await worker.queue.take()).toBeNull();
    await deliver(lead.queue, await take(lead.queue), 'created');
    await stopSeenBy(worker);
    expect(await worker.queue.take()).toMatchObject({ id: 3 });
  });

  it('judges abort-above where the outcomes of all processes are counted', async () => {
    const { lead, worker } = await openRun({ maxFailed: 15 });
    await deliver(worker.queue, await take(worker.queue), 'failed');
    expect(await stopSeenBy(lead)).toBeNull();
    await deliver(lead.queue, await take(lead.queue), 'failed');
    for (const member of [lead, worker])
      expect(await stopSeenBy(member)).toMatchObject({
        code: 'abort-above',
        message: expect.stringContaining('20 rows'),
      });
    await stopSeenBy(worker);
    expect(await worker.queue.take()).toBeNull();
  });

  it('stops everybody when a process finds that the tenant refuses everything; the first reason counts', async () => {
    const { lead, worker } = await openRun();
    await worker.stop({ code: 'tenant.refuses_everything', message: 'The tenant refused 10 requests.' });
    await lead.stop({ code: 'cancelled', message: 'Too late.' });
    expect(await stopSeenBy(lead)).toEqual({
      code: 'tenant.refuses_everything',
      message: 'The tenant refused 10 requests.',
    });
    const [row] = await sql<{ sealed_stop: Buffer }>('SELECT sealed_stop FROM cidaas_migrate.run');
    expect(row?.sealed_stop.toString('latin1')).not.toContain('refused 10');
  });

  it('takes the batch of a dead worker away; a worker that was only slow changes nothing any more', async () => {
    const { fleet, ledger, lead, worker } = await openRun();
    const slow = await take(worker.queue);
    worker.queue.outcomes.markSending(slow.users);
    await makeHeartbeatsOld();
    const other = await workerOf(fleet, { leaseMs: 1_000 });
    const following = await followUntil(other, async () => (await activeJobs()) === 0);
    const again = await take(other.queue);
    expect(again).toMatchObject({ id: slow.id, mayHaveBeenApplied: true });
    await deliver(worker.queue, slow, 'failed');
    await deliver(other.queue, again, 'created');
    await following();
    await collect(lead, ledger);
    expect(ledger.totals()).toMatchObject({ created: 10, failed: 0 });
    expect(await sql('SELECT accepted::int, failed::int FROM cidaas_migrate.run')).toEqual([
      { accepted: 10, failed: 0 },
    ]);
  });

  it('keeps a batch as long as its worker lives, however long it takes', async () => {
    const { fleet, worker } = await openRun({ leaseMs: 1_000 });
    const held = await take(worker.queue);
    const other = await workerOf(fleet, { leaseMs: 1_000 });
    const keep = await followUntil(worker, async () => true);
    const end = await followUntil(other, async () => {
      await setTimeout(2_500);
      return true;
    });
    expect((await take(other.queue)).id).not.toBe(held.id);
    await end();
    await keep();
  });

  it.each([true, false])(
    'counts a batch once when the connection breaks with its COMMIT (arrived: %s)',
    async (doesArrive) => {
      const { ledger, lead } = await openRun();
      await using cut = await cutConnection(url ?? '');
      const fleet = newFleet(cut.url);
      const worker = await workerOf(fleet);
      const batch = await take(worker.queue);
      cut.cutNextCommit(doesArrive);
      await deliver(worker.queue, batch, 'created');
      expect(cut.cuts).toBe(1);
      expect(await sql('SELECT accepted::int, failed::int FROM cidaas_migrate.run')).toEqual([
        { accepted: 10, failed: 0 },
      ]);
      expect(await collect(lead, ledger)).toBe(10);
      expect(await lead.queue.open()).toBe(2);
    },
  );

  it('ends with every row accounted for: never claimed is unsent, claimed and lost is unknown', async () => {
    const { ledger, lead, worker } = await openRun({ leaseMs: 1_000 });
    await deliver(worker.queue, await take(worker.queue), 'created');
    const lost = await take(worker.queue);
    worker.queue.outcomes.markSending(lost.users);
    await lead.close();
    await collect(lead, ledger);
    ledger.closeOpenRows(NOT_SENT, NOT_ANSWERED);
    expect(ledger.totals()).toMatchObject({ rows: 30, created: 10, unknown: 10, unsent: 10 });
    // Too late: the report is made.
    await deliver(worker.queue, lost, 'created');
    expect(await collect(lead, ledger)).toBe(0);
  });

  it('says unknown of rows that workers may send after the lead was killed', async () => {
    const { ledger } = await openRun();
    ledger.closeOpenRows(NOT_SENT, NOT_ANSWERED);
    expect(ledger.totals()).toMatchObject({ unknown: 30, unsent: 0 });
  });

  it('gives back what a worker that is cancelled did not finish, row by row', async () => {
    const { ledger, lead, worker } = await openRun();
    const batch = await take(worker.queue);
    worker.queue.outcomes.markSending(batch.users.slice(0, 6));
    settle(worker.queue, batch.users.slice(0, 4), 'created');
    await worker.queue.giveBack();
    expect(await collect(lead, ledger)).toBe(4);
    await lead.close();
    ledger.closeOpenRows(NOT_SENT, NOT_ANSWERED);
    expect(ledger.totals()).toMatchObject({ created: 4, unknown: 2, unsent: 24 });
  });

  it('refuses a second lead, and not the lead after one that was killed', async () => {
    const { fleet, lead } = await openRun({ leaseMs: 2_000 });
    const second = await fleet.fleet(fleet.ledger(plannedRows()), { leaseMs: 2_000 });
    const end = await followUntil(lead, async () => true);
    await expect(second.takeOver(true, new AbortController().signal)).rejects.toThrow('another lead is sending');
    await end();
    await makeHeartbeatsOld();
    await expect(second.takeOver(true, new AbortController().signal)).resolves.not.toBeNull();
    await expect(second.start(ORDER, 1)).resolves.toBeDefined();
  });

  it('hands what was settled to the next lead of the same owner, by the content of the rows', async () => {
    const { fleet, lead, worker } = await openRun();
    await deliver(worker.queue, await take(worker.queue), 'created');
    await collect(lead, fleet.ledger(plannedRows()));
    await deliver(worker.queue, await take(worker.queue), 'failed');
    await makeLeadOld();
    const next = await fleet.fleet(fleet.ledger(plannedRows()));
    const recall = await next.takeOver(true, new AbortController().signal);
    const users = [];
    for await (const user of recall?.settled ?? []) users.push(user);
    expect(users.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array(10).fill('created'),
      ...Array(10).fill('failed'),
    ]);
    expect(users.find(({ row }) => row === 7)?.fingerprint).toBe(recall?.fingerprint('{"sub":"sub-7"}'));
    // A second take-over still has all of it: the one before may have been killed.
    const third = await fleet.fleet(fleet.ledger(plannedRows()));
    const again = await third.takeOver(true, new AbortController().signal);
    const counted = [];
    for await (const user of again?.settled ?? []) counted.push(user);
    expect(counted).toHaveLength(20);
    await third.forget();
    expect(await sql('SELECT 1 FROM cidaas_migrate.settlement')).toEqual([]);
    expect(await sql('SELECT 1 FROM cidaas_migrate.job')).toEqual([]);
  });

  it('tells workers whether their run has ended or another lead continues it', async () => {
    const { fleet, worker } = await openRun();
    await makeLeadOld();
    const next = await fleet.fleet(fleet.ledger(plannedRows()));
    await next.takeOver(true, new AbortController().signal);
    expect(await stopSeenBy(worker)).toMatchObject({ code: 'queue.taken-over' });
    const lead = await next.start(ORDER, 10);
    await lead.open(false);
    const second = await workerOf(fleet);
    await lead.close();
    expect(await stopSeenBy(second)).toMatchObject({ code: 'queue.closed' });
  });

  it.each(['another owner', 'resume: none'])('ends what was left without recalling it: %s', async (why) => {
    const { fleet, worker } = await openRun();
    await deliver(worker.queue, await take(worker.queue), 'created');
    await makeLeadOld();
    const next = await fleet.fleet(fleet.ledger(plannedRows()), why === 'another owner' ? { owner: 'stranger' } : {});
    expect(await next.takeOver(why === 'another owner', new AbortController().signal)).toBeNull();
    expect(await sql('SELECT 1 FROM cidaas_migrate.run')).toEqual([]);
    expect(fleet.warnings).toHaveLength(why === 'another owner' ? 1 : 0);
    expect(await stopSeenBy(worker)).toMatchObject({ code: 'queue.closed' });
  });

  it('sends batches again after the database was restored to an earlier time; the first outcome stays', async () => {
    const { ledger, lead, worker } = await openRun();
    await sql('CREATE TABLE public.backup AS SELECT * FROM cidaas_migrate.job');
    await deliver(worker.queue, await take(worker.queue), 'created');
    await collect(lead, ledger);
    await sql('DELETE FROM cidaas_migrate.settlement');
    await sql('DELETE FROM cidaas_migrate.job');
    await sql('INSERT INTO cidaas_migrate.job SELECT * FROM public.backup; DROP TABLE public.backup');
    for (let n = 0; n < 3; n++) await deliver(worker.queue, await take(worker.queue), 'updated');
    await lead.close();
    await collect(lead, ledger);
    expect(ledger.totals()).toMatchObject({ rows: 30, created: 10, updated: 20 });
    expect([...ledger.rows(['created'])].every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('holds one rate limit and one pause for all processes, whatever their own clocks say', async () => {
    const { fleet } = await openRun({ order: { maxRequestsPerSecond: 20 } });
    const slow = await workerOf(fleet, { now: () => Date.now() - 60_000 });
    const fast = await workerOf(fleet, { now: () => Date.now() + 60_000 });
    const never = new AbortController().signal;
    const startedAt = performance.now();
    fast.throttle.pause(500, true);
    // The pause of a process is in the database before its own next request, and for others a round trip later.
    await fast.throttle.enter(never, () => true);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(495);
    const times: number[] = [];
    const request = async (member: FleetWorker) => {
      for (let n = 0; n < 8; n++) {
        await member.throttle.enter(never, () => true);
        times.push(performance.now());
      }
    };
    await Promise.all([request(slow), request(slow), request(fast), request(fast)]);
    times.sort((a, b) => a - b);
    const densest = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
    expect(times).toHaveLength(32);
    expect(densest).toBeLessThanOrEqual(26);
    // 32 turns at 20 a second take at least 1.55 s.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1_400);
  });

  it('ends a pause that nobody asked for with the first answer, and not one that the tenant asked for', async () => {
    const { fleet, worker } = await openRun();
    const other = await workerOf(fleet);
    const never = new AbortController().signal;
    worker.throttle.pause(60_000, false);
    worker.throttle.pause(300, true);
    worker.throttle.resume();
    const startedAt = performance.now();
    await worker.throttle.enter(never, () => true);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(290);
    await other.throttle.enter(never, () => true);
    expect(await other.throttle.enter(never, () => false)).toBe(false);
  });

  it('keeps nothing in the database that shows a user, and little', async () => {
    const fleet = newFleet();
    const people = Array.from({ length: 500 }, (_, at) => {
      const digest = createHash('sha512').update(String(at)).digest('base64').replaceAll('+', '.').slice(0, 53);
      const email = `anna.weiss${at}@example.com`;
      const body = {
        ...{ sub: `customer-${at}`, email, given_name: 'Anna', family_name: `Weiß-${at}`, user_status: 'VERIFIED' },
        password_hash_info: { algorithmTypeId: 'BCRYPT_10', passwordHash: `$2b$10$${digest}` },
      };
      return { row: at + 1, file: 0, line: at + 2, outcome: 'planned' as const, body: JSON.stringify(body) };
    });
    const lead = await fleet.lead(fleet.ledger(people));
    await lead.queue.put(planBatches(fleet.ledger(people), 50));
    await lead.open(false);
    const worker = await workerOf(fleet);
    const waiting = await dumpOf('job');
    await deliver(worker.queue, await take(worker.queue), 'created');
    await deliver(worker.queue, await take(worker.queue), 'failed', 'The address anna.weiss60@example.com is taken.');
    await worker.stop({ code: 'tenant.forbidden', message: 'anna.weiss60@example.com is not allowed.' });
    const dump = [waiting, ...(await Promise.all(['run', 'settlement', 'job', 'queue'].map(dumpOf)))].join('\n');
    const hex = (text: string) => Buffer.from(text).toString('hex');
    const base64 = (text: string) => Buffer.from(text).toString('base64').slice(2, -4);
    for (const secret of ['anna.weiss', '@example.com', 'customer-', '$2b$10$', 'a state key', 'VERIFIED'])
      for (const spelled of [secret, hex(secret), base64(secret)]) expect(dump).not.toContain(spelled);
    const [size] = await sql<{ bytes: number }>(
      'SELECT (sum(pg_column_size(job.*)) / 400)::float8 AS bytes FROM cidaas_migrate.job',
    );
    expect(size?.bytes).toBeGreaterThan(40);
    expect(size?.bytes).toBeLessThan(150);
    await lead.close();
    await (await fleet.fleet(fleet.ledger([]))).forget();
    for (const table of ['run', 'settlement', 'job', 'queue'])
      expect(await sql(`SELECT 1 FROM cidaas_migrate.${table}`)).toEqual([]);
  });

  it.each(['changed', 'moved to another job'])('does not send a batch that was %s, and stops', async (how) => {
    const { worker } = await openRun();
    await sql(
      how === 'changed'
        ? `UPDATE cidaas_migrate.job SET data = jsonb_set(data, '{sealed}', to_jsonb(translate(data ->> 'sealed', 'abc', 'bca')))`
        : `UPDATE cidaas_migrate.job SET data = (SELECT data FROM cidaas_migrate.job ORDER BY priority LIMIT 1)`,
    );
    await expect(worker.queue.take()).rejects.toThrow('was not sealed by this run, or was changed since');
  });

  it('does not let a worker in that has another key', async () => {
    const { fleet } = await openRun();
    await expect(fleet.worker({ secret: 'another key of sixteen' })).rejects.toThrow('another key');
  });

  it('names the GRANTs when the database user has no rights', async () => {
    await sql('CREATE ROLE guest LOGIN; REVOKE CREATE ON DATABASE postgres FROM PUBLIC');
    const asGuest = new URL(url ?? '');
    asGuest.username = 'guest';
    const fleet = newFleet(asGuest.href);
    await expect(fleet.fleet(fleet.ledger([]))).rejects.toThrow(
      /CREATE SCHEMA IF NOT EXISTS cidaas_migrate AUTHORIZATION/,
    );
    await sql('DROP ROLE guest');
  });

  it('names the database in the error when it does not answer for as long as it is waited for', async () => {
    const fleet = newFleet('postgres://postgres:geheim@127.0.0.1:1/none');
    const error = await fleet.fleet(fleet.ledger([]), { patienceMs: 300 }).catch((cause: unknown) => cause);
    expect(String(error)).toContain('the database does not answer');
    expect(String(error)).not.toContain('geheim');
    expect(fleet.warnings).toHaveLength(1);
  });

  const dumpOf = async (table: string): Promise<string> =>
    (await sql<{ text: string }>(`SELECT row::text AS text FROM cidaas_migrate.${table} AS row`))
      .map(({ text }) => text)
      .join('\n');
  const activeJobs = async (): Promise<number> =>
    (await sql("SELECT 1 FROM cidaas_migrate.job WHERE state = 'active'")).length;
  const makeLeadOld = () =>
    sql("UPDATE cidaas_migrate.run SET lead_seen = lead_seen - interval '1 hour', created_at = created_at");
});
