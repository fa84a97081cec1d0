import { contest, type Result } from './contest.ts';
import { CONCURRENCY, naive, ours, wireLimit } from './contestants.ts';
import { atLeast, atMost, contestTable, type Findings, figuresOf, number, type Target, table } from './findings.ts';
import { startAnswerer } from './server.ts';
import { freshSandbox } from './venue.ts';
import type { Workload } from './workload.ts';

const LATENCY_MS = 200;
const BATCH_SIZE = 50;
/** Of the sequential script, which takes 40 s for them. */
const FEW = 10_000;

/** A tenant that takes its time: the sandbox answers after 200 ms. Ours also compares the tenant's set-up first, as by default. */
export async function latency(workload: Workload, users: number, rounds: number): Promise<Findings> {
  const few = await workload.export(FEW);
  const many = await workload.export(users);
  await using answerer = await startAnswerer();
  const bodies = await workload.bodies(FEW, answerer);
  const sandbox = freshSandbox(LATENCY_MS);
  const short = await contest(
    [
      ours(workload, { export: few, check: true }),
      naive(workload, few, FEW, 1),
      naive(workload, few, FEW, CONCURRENCY),
      wireLimit(workload, bodies),
    ],
    rounds,
    sandbox,
  );
  const long = await contest([ours(workload, { export: many, check: true })], 1, sandbox);
  const idealFor = (count: number): number => ((count / BATCH_SIZE) * LATENCY_MS) / CONCURRENCY;
  const ideal = idealFor(users);
  const own = figuresOf(long, 'cidaas-migrate');
  const count = users.toLocaleString('en-US');
  return {
    title: `${LATENCY_MS} ms latency, concurrency ${CONCURRENCY}`,
    tables: [
      `${number(FEW)} users, CSV, against the sandbox:\n\n${contestTable(short, FEW)}`,
      `cidaas-migrate with ${count} users; ideal is batches × latency ÷ concurrency:\n\n${table(
        ['', 'ideal', 'sending', 'whole run'],
        [['seconds', ...[ideal, own?.sendingMs, own?.wallMs].map(seconds)]],
      )}`,
    ],
    targets: [
      atMost(`${LATENCY_MS} ms latency: sending time ÷ ideal, ${count} users`, share(own?.sendingMs, ideal), 1.05),
      atMost(`${LATENCY_MS} ms latency: whole run ÷ ideal, ${count} users`, share(own?.wallMs, ideal), 1.05),
      atMost(
        `${LATENCY_MS} ms latency: whole run ÷ ideal, ${number(FEW)} users`,
        share(figuresOf(short, 'cidaas-migrate')?.wallMs, idealFor(FEW)),
        1.12,
      ),
      fasterTarget(short, FEW),
    ],
  };
}

function fasterTarget(results: readonly Result[], users: number): Target {
  const own = figuresOf(results, 'cidaas-migrate');
  const loop = figuresOf(results, 'script, `await');
  const times = own && loop && loop.wallMs / own.wallMs;
  return atLeast(`${LATENCY_MS} ms latency: speed ÷ speed of the sequential script, ${number(users)} users`, times, 7);
}

function share(ms: number | undefined, ideal: number): number | null {
  return ms === undefined ? null : ms / ideal;
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? 'broke' : number(ms / 1000, 2);
}
