import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { fleetWorld } from '../../test/support/fleet/fleet-process.ts';
import { createDatabase, startPostgres } from '../../test/support/postgres.ts';
import { atLeast, type Findings, number, table } from './findings.ts';
import type { Workload } from './workload.ts';

const BATCH = 50;
const CONCURRENCY = 8;

/** A lead alone and with two workers against a tenant of 500 ms, and without latency against the embedded queue. */
export async function fleet(workload: Workload, seconds: number): Promise<Findings> {
  await using server = await startPostgres();
  if (server === null) return { title: 'Fleet', tables: ['PostgreSQL is missing on this machine.'], targets: [] };
  let runs = 0;
  const measure = async (users: number, latencyMs: number, workers: number, isFleet = true): Promise<number> => {
    const name = `fleet_${++runs}`;
    const folder = join(workload.folder, name);
    mkdirSync(folder);
    const lines = Array.from({ length: users }, (_, at) =>
      JSON.stringify({ sub: `user-${at}`, email: `user${at}@example.com`, given_name: 'Anna', family_name: 'Weiß' }),
    );
    writeFileSync(join(folder, 'users.ndjson'), lines.join('\n'));
    await using sandbox = await startSandbox({ latencyMs, store: 'index' });
    const database = isFleet ? await createDatabase(server.url, name) : '';
    const world = fleetWorld({ script: join(import.meta.dirname, '../../dist/index.js'), folder, sandbox, database });
    const flags = ['--batch-size', String(BATCH), '--concurrency', String(CONCURRENCY)];
    const helpers = Array.from({ length: workers }, () => world.worker(flags));
    const sending = sendingMs(sandbox.counters, users / BATCH);
    const lead = await world.lead(flags).ended;
    if (lead.exitCode !== 0) throw new Error(lead.stdout + lead.stderr);
    await Promise.all(helpers.map(({ ended }) => ended));
    const ms = (await sending) + latencyMs;
    console.log(`  ${users} users, ${latencyMs} ms, ${workers} workers: ${shown(ms)} s of sending`);
    return ms;
  };
  const LATENCY_MS = 500;
  const users = Math.round((seconds * 1_000 * CONCURRENCY) / LATENCY_MS) * BATCH;
  const ideal = ((users / BATCH) * LATENCY_MS) / CONCURRENCY;
  const alone = await measure(users, LATENCY_MS, 0);
  const three = await measure(users, LATENCY_MS, 2);
  const fast = 20_000;
  const embedded = await measure(fast, 0, 0, false);
  const database = await measure(fast, 0, 0);
  return {
    title: `Fleet on PostgreSQL (${cpus().length} cores)`,
    tables: [
      table(
        ['', 'users', 'ideal (s)', 'sending (s)'],
        [
          ['lead alone, 500 ms', number(users), shown(ideal), shown(alone)],
          ['lead and two workers, 500 ms', number(users), shown(ideal / 3), shown(three)],
          ['embedded queue, no latency', number(fast), '', shown(embedded)],
          ['lead alone, no latency', number(fast), '', shown(database)],
        ],
      ),
    ],
    targets: [
      atLeast('Fleet: lead alone, ideal ÷ sending time', ideal / alone, 0.95),
      atLeast('Fleet: three processes ÷ one', alone / three, 2.7),
      atLeast('Fleet without latency: users/s ÷ embedded', embedded / database, 0.2),
    ],
  };
}

/** From the arrival of the first request to that of the last one. */
async function sendingMs(counters: { readonly bulkRequests: number }, requests: number): Promise<number> {
  while (counters.bulkRequests === 0) await setTimeout(10);
  const startedAt = performance.now();
  while (counters.bulkRequests < requests) await setTimeout(10);
  return performance.now() - startedAt;
}

function shown(ms: number): string {
  return (ms / 1_000).toFixed(1);
}
