import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { count } from '../../src/text/number-text.ts';
import type { StartedCommand } from '../support/command.ts';
import { type FleetWorld, fleetWorld, printed } from '../support/fleet/fleet-process.ts';
import { queryOnce } from '../support/postgres.ts';
import { DIST, ndjson, someUsers } from '../support/scenario.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { testDatabase } from '../support/test-database.ts';

const server = await testDatabase();
const USERS = 400;
const FLAGS = ['--batch-size', '10', '--concurrency', '2'];

describe.skipIf(server === null)('a fleet of processes', () => {
  const openWorld = async (options: SandboxOptions = { latencyMs: 200 }) => {
    await using stack = new AsyncDisposableStack();
    const folder = stack.use(tempFolder());
    const sandbox = stack.use(await startSandbox(options));
    const database = (await testDatabase()) ?? '';
    writeFileSync(folder.file('users.ndjson'), ndjson(someUsers(USERS)));
    const world = fleetWorld({ script: DIST, folder: folder.path, sandbox, database });
    const rowsLeft = async (): Promise<number> => {
      const [left] = await queryOnce<{ n: number }>(
        database,
        'SELECT ((SELECT count(*) FROM cidaas_migrate.run) + (SELECT count(*) FROM cidaas_migrate.job) + (SELECT count(*) FROM cidaas_migrate.settlement))::int AS n',
      );
      return left?.n ?? -1;
    };
    const opened = stack.move();
    return { sandbox, world, rowsLeft, [Symbol.asyncDispose]: () => opened.disposeAsync() };
  };

  it.concurrent('sends from two machines, not from one with another key; the lead reports every row, and the database is empty afterwards', async () => {
    await using opened = await openWorld();
    const { sandbox, world, rowsLeft } = opened;
    const worker = await waitingWorker(world);
    const stranger = await waitingWorker(world, { CIDAAS_STATE_KEY: 'another key of sixteen' });
    const lead = world.lead(FLAGS);
    const [led, worked, strange] = await Promise.all([lead.ended, worker.ended, stranger.ended]);
    expect(led.exitCode, led.stderr).toBe(0);
    expect(worked.exitCode, worked.stderr).toBe(0);
    expect(strange.exitCode).toBe(3);
    expect(strange.stderr).toContain('the lead seals its batches with another key');
    const report = world.report();
    expect(report.totals).toMatchObject({ rows: USERS, created: USERS });
    expect(sandbox.userCount).toBe(USERS);
    const workers = report.fleet?.workers ?? [];
    expect(workers.map(({ name }) => name.split(' ')[0])).toEqual(['lead', 'worker']);
    expect(workers.reduce((sum, { users }) => sum + users, 0)).toBe(USERS);
    expect(workers.every(({ users }) => users > 0)).toBe(true);
    expect(report.requests.sent).toBe(USERS / 10);
    expect(await rowsLeft()).toBe(0);
  });

  it.concurrent('a lead alone is a fleet', async () => {
    await using opened = await openWorld({});
    const { sandbox, world } = opened;
    const led = await world.lead(FLAGS).ended;
    expect(led.exitCode, led.stderr).toBe(0);
    expect(world.report()).toMatchObject({ outcome: 'succeeded', totals: { created: USERS } });
    expect(sandbox.userCount).toBe(USERS);
    const progress = led.stdout.match(/[\d,]+ of [\d,]+ users · .*/g) ?? [];
    expect(progress.at(-1)).toMatch(new RegExp(`^${count(USERS)} of ${count(USERS)} users · .* 0 failed$`));
  });

  it.concurrent('what the tenant quotes to a worker is cut out there, as the lead wants identifiers to be shown', async () => {
    await using opened = await openWorld({
      latencyMs: 200,
      faults: ({ kind, users }) => {
        const user = users[4];
        if (kind !== 'bulk' || user === undefined) return null;
        const message = `No ${user.email} with sandbox-secret, ${Buffer.from('sandbox-secret').toString('base64url')}`;
        return { name: 'quote', kind: 'reject', hits: ({ email }) => email === user.email, message };
      },
    });
    const { sandbox, world } = opened;
    const worker = await waitingWorker(world);
    const lead = world.lead([...FLAGS, '--report-identifiers', 'none', '--fail-above', '100%']);
    const [led, worked] = await Promise.all([lead.ended, worker.ended]);
    expect(led.exitCode, led.stderr).toBe(0);
    const report = world.report();
    expect(report.totals).toMatchObject({ created: USERS - USERS / 10, failed: USERS / 10 });
    expect(report.fleet?.workers.every(({ batches }) => batches > 2)).toBe(true);
    expect(report.fleet?.workers).toHaveLength(2);
    const messages = new Set(report.failures.map(({ message }) => message?.replace(/ \(reference .+\)$/, '')));
    expect([...messages]).toEqual(['No *** with ***, ***']);
    const printedTexts = JSON.stringify([report, led, worked]);
    for (const text of [sandbox.client.secret, Buffer.from('sandbox-secret').toString('base64url'), '@example'])
      expect(printedTexts).not.toContain(text);
  });

  it.concurrent('a worker is killed: its batches are sent by others, and every row is accounted for', async () => {
    await using opened = await openWorld();
    const { sandbox, world } = opened;
    const worker = await waitingWorker(world);
    const lead = world.lead(FLAGS);
    await printed(worker, 'Sending as');
    await someRequests(sandbox, 8);
    worker.child.kill('SIGKILL');
    const led = await lead.ended;
    expect(led.exitCode, led.stderr).toBe(0);
    expect(world.report().totals).toMatchObject({
      rows: USERS,
      created: expect.any(Number),
      unknown: 0,
      unsent: 0,
      failed: 0,
    });
    expect(sandbox.userCount).toBe(USERS);
    expect(resent(sandbox)).toBeLessThanOrEqual(2);
  });

  it.concurrent('the lead is killed: its worker goes on, and the next lead continues with the rest', async () => {
    await using opened = await openWorld({ latencyMs: 400 });
    const { sandbox, world, rowsLeft } = opened;
    const worker = await waitingWorker(world);
    const killed = world.lead(FLAGS);
    await printed(worker, 'Sending as');
    await someRequests(sandbox, 6);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const sentBefore = sandbox.counters.bulkRequests;
    const next = await world.lead(FLAGS).ended;
    expect(next.exitCode, next.stderr).toBe(0);
    expect(sandbox.counters.bulkRequests).toBeGreaterThan(sentBefore);
    const { totals, resumed } = world.report();
    expect((totals.created ?? 0) + (totals.updated ?? 0)).toBe(USERS);
    expect(resumed?.rows).toBeGreaterThan(0);
    expect(sandbox.userCount).toBe(USERS);
    // What the killed process and those that were frozen with it had claimed.
    expect(resent(sandbox)).toBeLessThanOrEqual(4);
    // It has ended with that lead, or missed its short run and waits for another one.
    worker.child.kill('SIGINT');
    expect([0, 130]).toContain((await worker.ended).exitCode);
    expect(await rowsLeft()).toBe(0);
  });

  it.concurrent('the lead is cancelled: everybody stops, and the report says what was never sent', async () => {
    await using opened = await openWorld({ latencyMs: 300 });
    const { sandbox, world, rowsLeft } = opened;
    const worker = await waitingWorker(world);
    const lead = world.lead(FLAGS);
    await printed(worker, 'Sending as');
    await someRequests(sandbox, 6);
    lead.child.kill('SIGINT');
    const [led, worked] = await Promise.all([lead.ended, worker.ended]);
    expect(led.exitCode).toBe(130);
    expect(worked.exitCode, worked.stderr).toBe(0);
    const { outcome, totals } = world.report();
    expect(outcome).toBe('cancelled');
    expect((totals.created ?? 0) + (totals.unsent ?? 0) + (totals.unknown ?? 0)).toBe(USERS);
    expect(totals.created).toBe(sandbox.userCount);
    expect(totals.unsent).toBeGreaterThan(0);
    expect(await rowsLeft()).toBe(0);
  });
});

/** A worker that looks for a run before there is one, so that it never comes too late. */
async function waitingWorker(
  world: FleetWorld,
  env: { readonly [name: string]: string } = {},
): Promise<StartedCommand> {
  const worker = world.worker(FLAGS, env);
  await printed(worker, 'Waiting for a lead');
  return worker;
}

/** Resolves when the tenant has had so many requests. */
async function someRequests(
  sandbox: { readonly counters: { readonly bulkRequests: number } },
  count: number,
): Promise<void> {
  while (sandbox.counters.bulkRequests < count) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** How many batches of ten were sent more than once. */
function resent(sandbox: { readonly counters: { readonly bulkRequests: number } }): number {
  return sandbox.counters.bulkRequests - USERS / 10;
}
