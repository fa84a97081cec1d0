import { existsSync } from 'node:fs';
import { contest, type Result } from './contest.ts';
import { CONCURRENCY, conversions, naive, ours, readAlone, shell, wireLimit } from './contestants.ts';
import { atLeast, atMost, contestTable, type Findings, figuresOf } from './findings.ts';
import { startAnswerer } from './server.ts';
import { at, freshSandbox } from './venue.ts';
import type { Workload } from './workload.ts';

/** Nobody waits for anything: what users per second cost, against the answerer and against the sandbox. */
export async function throughput(workload: Workload, users: number, rounds: number): Promise<Findings> {
  await using answerer = await startAnswerer();
  const file = await workload.export(users);
  const bodies = await workload.bodies(users, answerer);
  const hasCurl = (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/curl`));
  if (!hasCurl) console.log('  curl is missing: the shell pipeline is left out');
  const senders = [
    ours(workload, { export: file }),
    naive(workload, file, users, 1),
    naive(workload, file, users, CONCURRENCY),
    ...(hasCurl ? [shell(workload, await workload.users(users, answerer))] : []),
    wireLimit(workload, bodies),
  ];
  const shop = conversions(workload, await workload.shop(users));
  const csv = await contest([...senders, readAlone(workload, file), shop], rounds, at(answerer));
  const other = ours(workload, { export: await workload.export(users, 'ndjson') });
  const sendersOfJson = [other, wireLimit(workload, bodies)];
  const ndjson = await contest(sendersOfJson, rounds, at(answerer));
  const ndjsonAtSandbox = await contest(sendersOfJson, rounds, freshSandbox(0));
  const count = users.toLocaleString('en-US');
  return {
    title: `Throughput without latency, ${count} users`,
    tables: [
      `CSV, against the mock server:\n\n${contestTable(csv, users)}`,
      `NDJSON, against the mock server:\n\n${contestTable(ndjson, users)}`,
      `NDJSON, against the sandbox:\n\n${contestTable(ndjsonAtSandbox, users)}`,
    ],
    targets: [
      atLeast(
        `no latency, CSV: conversions (the demo's shop) ÷ plain export, ${count} users`,
        conversionRatio(csv),
        0.85,
      ),
      atLeast(
        `no latency, CSV: cidaas-migrate ÷ the slower of wire limit and fast-csv alone, ${count} users`,
        ratio(csv, ['wire limit', 'fast-csv']),
        0.25,
        0.4,
      ),
      atMost(`kB of disk for each user at the peak, ${count} users`, diskOf(csv, users), 0.9),
      atLeast(
        `no latency, NDJSON: cidaas-migrate ÷ wire limit, ${count} users`,
        ratio(ndjson, ['wire limit']),
        0.15,
        0.3,
      ),
      atLeast(
        `no latency, NDJSON: cidaas-migrate ÷ wire limit, both against the sandbox, ${count} users`,
        ratio(ndjsonAtSandbox, ['wire limit']),
        0.15,
        0.3,
      ),
    ],
  };
}

/** In kB; with the ledger, the resume file and the report. */
function diskOf(results: readonly Result[], users: number): number | null {
  const own = figuresOf(results, 'cidaas-migrate');
  return own && (own.diskMb * 1000) / users;
}

/** How fast the shop's export is, measured by the plain one. */
function conversionRatio(results: readonly Result[]): number | null {
  const [plain, shop] = [figuresOf(results, 'cidaas-migrate'), figuresOf(results, 'conversions')];
  return plain && shop && plain.wallMs / shop.wallMs;
}

/** How fast ours is, measured by the slowest of others. */
function ratio(results: readonly Result[], others: readonly string[]): number | null {
  const own = figuresOf(results, 'cidaas-migrate');
  const times = others.map((name) => figuresOf(results, name)?.wallMs);
  if (own === null || times.includes(undefined)) return null;
  return Math.max(...times.map((time) => time ?? 0)) / own.wallMs;
}
