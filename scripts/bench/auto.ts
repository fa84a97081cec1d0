import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { RequestSummary } from '../../src/apply/request-stats.ts';
import type { TimelineSummary } from '../../src/apply/timeline.ts';
import { atLeast, atMost, type Findings, number, type Target, table } from './findings.ts';
import { runNode } from './measured-process.ts';
import { startSandboxServer } from './server.ts';
import type { TenantLoad } from './tenant-load.ts';
import type { Workload } from './workload.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');
const BATCH_SIZE = 50;
/** The share of a run that is its warm-up. */
const WARM_UP = 0.25;

interface KneeTenant {
  readonly name: string;
  readonly load: TenantLoad;
  /** Requests a second that it answers at most, to make the runs equally long. */
  readonly perSecond: number;
  /** Fixed numbers that could be the best one; the first is where it has its knee. */
  readonly fixed: readonly number[];
}

function tenants(seconds: number): readonly KneeTenant[] {
  const half = Math.round((seconds * 80) / 2);
  return [
    { name: 'takes 2 at a time', load: { latencyMs: 100, places: 2 }, perSecond: 20, fixed: [2] },
    { name: 'takes 8 at a time', load: { latencyMs: 200, places: 8 }, perSecond: 40, fixed: [8] },
    { name: 'takes 32 at a time', load: { latencyMs: 500, places: 32 }, perSecond: 64, fixed: [32] },
    {
      name: 'takes 16 at a time, later 4',
      load: { latencyMs: 200, places: 16, later: { from: half, places: 4 } },
      perSecond: 80,
      fixed: [16, 4],
    },
    {
      name: 'takes 20 requests a second, names no time',
      load: { latencyMs: 200, places: null, rateLimit: { perSecond: 20, burst: 20 } },
      perSecond: 20,
      fixed: [4, 5, 8],
    },
  ];
}

/** `concurrency: auto` against fixed numbers, on tenants with a knee; each run takes about `seconds`. */
export async function auto(workload: Workload, seconds: number): Promise<Findings> {
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const tenant of tenants(seconds)) {
    const users = Math.round(tenant.perSecond * seconds) * BATCH_SIZE;
    const measure = (concurrency: string): Promise<Sent> => send(workload, users, tenant, concurrency);
    const fixed: (Sent & { readonly concurrency: number })[] = [];
    for (const concurrency of tenant.fixed) fixed.push({ concurrency, ...(await measure(String(concurrency))) });
    const found = await measure('auto');
    const best = fixed.reduce((one, other) => (other.goodput > one.goodput ? other : one));
    const knee = fixed[0] ?? best;
    for (const { concurrency, ...sent } of fixed) rows.push([tenant.name, String(concurrency), ...cells(sent)]);
    rows.push([tenant.name, `auto: ${found.usual}`, ...cells(found)]);
    targets.push(
      atLeast(`auto ÷ best fixed concurrency: tenant ${tenant.name}`, found.goodput / best.goodput, 0.95),
      atMost(`auto: p95 latency ÷ that at the knee: tenant ${tenant.name}`, found.p95 / knee.p95, 1.5),
    );
    if (tenant.load.rateLimit !== undefined)
      targets.push(atMost(`auto: % of requests answered 429: tenant ${tenant.name}`, found.refused * 100, 2));
  }
  const head = ['tenant', 'concurrency', 'users/s', 'whole run, users/s', 'p95, ms', '429', 'highest'];
  return {
    title: 'Concurrency auto',
    tables: [`Users per second after the first quarter, and of the whole run:\n\n${table(head, rows)}`],
    targets,
  };
}

/** What a run came to. */
interface Sent {
  /** Users a second after the warm-up. */
  readonly goodput: number;
  readonly whole: number;
  /** After the warm-up, in ms. */
  readonly p95: number;
  readonly refused: number;
  /** The limit that was in force longest; 0 with a fixed number. */
  readonly usual: number;
  readonly highest: number;
}

async function send(workload: Workload, users: number, { name, load }: KneeTenant, concurrency: string): Promise<Sent> {
  await using server = await startSandboxServer(load);
  const cwd = await workload.workspace();
  const args = ['--export', await workload.export(users), '--tenant-url', server.url, '--concurrency', concurrency];
  const env = { CIDAAS_CLIENT_ID: 'sandbox', CIDAAS_CLIENT_SECRET: 'sandbox-secret' };
  await runNode([BUNDLE, ...args, '--report-dir', 'report'], { cwd, env, usage: false });
  const { requests } = JSON.parse(await readFile(join(cwd, 'report/report.json'), 'utf8')) as {
    readonly requests: RequestSummary;
  };
  await rm(cwd, { recursive: true });
  const sent = sentOf(requests);
  console.log(`  ${name}, ${concurrency}: ${number(sent.goodput)} users/s, p95 ${number(sent.p95)} ms`);
  return sent;
}

function sentOf({ timeline, byStatus, sent, concurrency }: RequestSummary): Sent {
  if (timeline === null) throw new Error('the run sent nothing');
  const { usual, highest } = concurrency ?? { usual: 0, highest: 0 };
  const refused = (byStatus['429'] ?? 0) / sent;
  return { ...paceOf(timeline), refused, usual, highest };
}

/** The last bucket is not whole. */
function paceOf({ buckets, bucketMs }: TimelineSummary): Pick<Sent, 'goodput' | 'whole' | 'p95'> {
  const last = buckets.at(-1)?.ms ?? 0;
  const warm = buckets.filter(({ ms }) => ms >= last * WARM_UP && ms < last);
  const rate = (part: typeof buckets, ms: number): number =>
    (part.reduce((sum, { settled }) => sum + settled, 0) / ms) * 1_000;
  const p95s = warm.flatMap(({ p95 }) => (p95 === null ? [] : [p95])).sort((a, b) => a - b);
  const first = warm[0]?.ms ?? 0;
  return {
    goodput: rate(warm, last - first),
    whole: rate(buckets, last + bucketMs),
    // Nearly the same number of requests ended in each bucket.
    p95: p95s[Math.floor(p95s.length / 2)] ?? Number.NaN,
  };
}

function cells({ goodput, whole, p95, refused, highest }: Sent): string[] {
  return [
    number(goodput),
    number(whole),
    number(p95),
    `${number(refused * 100, 1)} %`,
    highest === 0 ? '' : String(highest),
  ];
}
