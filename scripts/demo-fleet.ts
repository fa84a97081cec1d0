// A fleet on one machine: PostgreSQL, a sandbox tenant, a lead and two workers, one of which is killed in the middle.
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import type { StartedCommand } from '../test/support/command.ts';
import { fleetWorld, printed } from '../test/support/fleet/fleet-process.ts';
import { createDatabase, startPostgres } from '../test/support/postgres.ts';

const USERS = 6_000;
const LATENCY_MS = 300;

const root = resolve(import.meta.dirname, '..');
const folder = join(root, '.demo-fleet');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const users = Array.from({ length: USERS }, (_, at) =>
  JSON.stringify({ sub: `user-${at}`, email: `user${at}@example.com`, given_name: 'Anna', family_name: `Weiß ${at}` }),
);
writeFileSync(join(folder, 'users.ndjson'), users.join('\n'));

console.log('Starting PostgreSQL …');
await using postgres = await startPostgres();
if (postgres === null) throw new Error('PostgreSQL is missing: run `npm ci`, or install the package postgresql');
const database = await createDatabase(postgres.url, 'demo');
await using sandbox = await startSandbox({ latencyMs: LATENCY_MS });
const world = fleetWorld({ script: join(root, 'dist/index.js'), folder, sandbox, database });

const first = shown('worker 1', world.worker());
const second = shown('worker 2', world.worker());
const lead = shown('lead    ', world.lead([]));
await printed(second, 'Sending as');
while (sandbox.counters.created < USERS / 3) await new Promise((done) => setTimeout(done, 50));
console.log('\n— worker 2 is killed with SIGKILL: its batches are taken over after ten seconds —\n');
second.child.kill('SIGKILL');
const { exitCode } = await lead.ended;
await first.ended;

const { outcome, totals, fleet } = world.report();
console.log(
  `\nThe lead's report: ${outcome}, ${totals.rows} rows = ${totals.created} created + ${totals.updated} updated.`,
);
console.table(fleet?.workers.map(({ name, batches, users: sent }) => ({ name, batches, users: sent })));
const again = sandbox.counters.bulkRequests - USERS / 50;
console.log(`The tenant holds ${sandbox.userCount} users; ${again} batches of the killed worker were sent twice.`);
process.exitCode = exitCode === 0 && sandbox.userCount === USERS ? 0 : 1;

/** Prints what a process prints, with its name. */
function shown(name: string, process: StartedCommand): StartedCommand {
  const log = createWriteStream(join(folder, `${name.trim().replace(' ', '-')}.log`));
  for (const stream of [process.child.stdout, process.child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      log.write(chunk);
      for (const line of chunk.toString().trimEnd().split('\n')) console.log(`${name} │ ${line}`);
    });
  }
  return process;
}
