import { writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { mulberry32, seedFor } from '../../../src/runtime/random.ts';
import type { Fault } from '../../../src/sandbox/fault.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import type { StartedCommand } from '../command.ts';
import { createDatabase, type PostgresServer, startPostgres } from '../postgres.ts';
import type { Report } from '../report.ts';
import { DIST, ndjson, someUsers } from '../scenario.ts';
import { tempFolder } from '../temp-folder.ts';
import { type FleetWorld, fleetWorld } from './fleet-process.ts';

const EVENTS = [
  'kill a worker',
  'cancel a worker',
  'kill the lead',
  'cancel the lead',
  'restart the database',
] as const;

/** What happens to a fleet, and after how many more requests. */
export interface FleetPlan {
  readonly seed: number;
  readonly workers: number;
  readonly events: readonly { readonly kind: (typeof EVENTS)[number]; readonly after: number }[];
  /** Of a hundred requests, so many have a fault. */
  readonly faults: number;
}

export interface FleetChaosResult {
  readonly seed: number;
  readonly kills: number;
  /** Leads, one after the other. */
  readonly attempts: number;
  readonly requests: number;
}

const USERS = 240;
const BATCH = 8;
const CONCURRENCY = 2;
const FLAGS = ['--batch-size', String(BATCH), '--concurrency', String(CONCURRENCY)];

export function fleetPlan(seed: number): FleetPlan {
  const random = mulberry32(seedFor(seed, 'fleet', 0));
  const below = (n: number): number => Math.floor(random() * n);
  const workers = 1 + below(3);
  const events = Array.from({ length: 1 + below(3) }, () => {
    return { kind: EVENTS[below(EVENTS.length)] ?? 'kill a worker', after: 2 + below(6) };
  });
  return { seed, workers, events, faults: [0, 5, 15][below(3)] ?? 0 };
}

/** The same on a server of its own, so that many seeds can be played at once. */
export async function runFleetSeed(seed: number): Promise<FleetChaosResult> {
  await using server = await startPostgres();
  if (server === null) throw new Error('PostgreSQL is missing on this machine');
  return await playFleet(seed, server);
}

/**
 * Plays the plan of a seed on a server that nobody else uses, then lets a last lead finish. Throws what does not hold: a row
 * without exactly one outcome, or with one that the tenant contradicts.
 */
export async function playFleet(seed: number, server: PostgresServer): Promise<FleetChaosResult> {
  const plan = fleetPlan(seed);
  const story: string[] = [];
  try {
    return await play(plan, server, story);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`fleet seed ${seed}: ${what}\n${JSON.stringify(plan)}\n${story.join('\n')}`, { cause });
  }
}

async function play(plan: FleetPlan, server: PostgresServer, story: string[]): Promise<FleetChaosResult> {
  using folder = tempFolder();
  const random = mulberry32(seedFor(plan.seed, 'faults', 0));
  let isHealed = false;
  await using sandbox = await startSandbox({
    latencyMs: 150,
    faults: ({ kind }) => (kind === 'bulk' && !isHealed && random() * 100 < plan.faults ? faultOf(random()) : null),
  });
  writeFileSync(folder.file('users.ndjson'), ndjson(someUsers(USERS)));
  const database = await createDatabase(server.url, `fleet_${plan.seed}_${process.pid}`);
  const world = fleetWorld({ script: DIST, folder: folder.path, sandbox, database });
  const workers = Array.from({ length: plan.workers }, () => world.worker(FLAGS));
  let lead = startLead(world);
  let leads = 1;
  let kills = 0;
  for (const { kind, after } of plan.events) {
    await requestsOrEnd(sandbox, after, lead);
    story.push(`${kind} after ${sandbox.counters.bulkRequests} requests`);
    switch (kind) {
      case 'kill a worker':
      case 'cancel a worker': {
        kills += kind === 'kill a worker' ? 1 : 0;
        workers.shift()?.child.kill(kind === 'kill a worker' ? 'SIGKILL' : 'SIGTERM');
        workers.push(world.worker(FLAGS));
        break;
      }
      case 'kill the lead':
      case 'cancel the lead': {
        kills += kind === 'kill the lead' ? 1 : 0;
        lead.child.kill(kind === 'kill the lead' ? 'SIGKILL' : 'SIGINT');
        const { exitCode, stderr } = await lead.ended;
        if (exitCode !== null) checkReport(world.report(), sandbox, story, stderr);
        lead = startLead(world);
        leads++;
        break;
      }
      case 'restart the database':
        kills++;
        await server.kill();
        await setTimeout(500);
        await server.start();
        break;
    }
  }
  let last = await lead.ended;
  checkReport(world.report(), sandbox, story, last.stderr);
  isHealed = true;
  if (last.exitCode !== 0) {
    lead = startLead(world);
    leads++;
    last = await lead.ended;
  }
  // The others are already done, or wait for a lead that does not come.
  for (const worker of workers) worker.child.kill('SIGTERM');
  await Promise.all(workers.map(({ ended }) => ended));
  const report = world.report();
  checkReport(report, sandbox, story, last.stderr);
  const { created = 0, updated = 0 } = report.totals;
  if (last.exitCode !== 0 || created + updated !== USERS || sandbox.userCount !== USERS)
    throw new Error(
      `the last lead ended ${last.exitCode}: ${JSON.stringify(report.totals)}, ${sandbox.userCount} stored\n${last.stdout}${last.stderr}`,
    );
  return { seed: plan.seed, kills, attempts: leads, requests: sandbox.counters.bulkRequests };
}

function startLead(world: FleetWorld): StartedCommand {
  return world.lead([...FLAGS, '--report-identifiers', 'full', '--fail-above', '100%']);
}

/** Whether every row has exactly one outcome, and one that is true. */
function checkReport(report: Report, sandbox: Sandbox, story: string[], stderr: string): void {
  const { rows, ...outcomes } = report.totals;
  story.push(`${report.outcome} ${JSON.stringify(report.totals)} ${report.reason}`);
  const sum = Object.values(outcomes).reduce((total, count) => total + count, 0);
  if (rows !== USERS || sum !== USERS)
    throw new Error(`the rows do not add up: ${JSON.stringify(report.totals)}\n${stderr}`);
  const stored = sandbox.users();
  const names = new Set([...stored.values()].map(({ sub }) => sub));
  for (const { sub } of report.successes)
    if (sub === null || !names.has(sub))
      throw new Error(`${sub} is reported as imported, and the tenant does not have it`);
}

/** 503 with and without a time, a lost connection before and after the request was applied, 500. */
function faultOf(choice: number): Fault {
  const reply = (status: number, headers: Readonly<Record<string, string>> = {}): Fault => ({
    ...{ name: String(status), kind: 'reply', applied: false },
    reply: { status, headers, shape: 'service', code: status, message: 'later' },
  });
  if (choice < 0.3) return reply(503, { 'retry-after': '1' });
  if (choice < 0.5) return reply(503);
  if (choice < 0.7) return { name: 'drop', kind: 'drop', applied: true };
  if (choice < 0.9) return { name: 'drop', kind: 'drop', applied: false };
  return reply(500);
}

/** Resolves after so many more requests, or when the lead has ended. */
async function requestsOrEnd(sandbox: Sandbox, count: number, lead: StartedCommand): Promise<void> {
  const until = sandbox.counters.bulkRequests + count;
  while (sandbox.counters.bulkRequests < until && lead.child.exitCode === null) await setTimeout(20);
}
