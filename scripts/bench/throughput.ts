import { existsSync } from 'node:fs';
import { type Contestant, contest, type Result } from './contest.ts';
import { CONCURRENCY, naive, ours, readAlone, shell, wireLimit } from './contestants.ts';
import { atLeast, contestTable, type Findings, figuresOf } from './findings.ts';
import { type Server, startAnswerer, startSandboxServer } from './server.ts';
import type { Workload } from './workload.ts';

/** Nobody waits for anything: what users per second cost, against the answerer and against the sandbox. */
export async function throughput(workload: Workload, users: number, rounds: number): Promise<Findings> {
  await using answerer = await startAnswerer();
  const file = await workload.export(users);
  const bodies = await workload.bodies(users, answerer);
  const hasCurl = (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/curl`));
  if (!hasCurl) console.log('  curl is missing: the shell pipeline is left out');
  const list = hasCurl ? await workload.users(users, answerer) : '';
  const everyone = (server: Server): Contestant[] => [
    ours(workload, { export: file, server, check: false }),
    naive(workload, file, users, server, 1),
    naive(workload, file, users, server, CONCURRENCY),
    ...(hasCurl ? [shell(workload, list, server)] : []),
    wireLimit(workload, bodies, server),
  ];
  const csv = await contest([...everyone(answerer), readAlone(workload, file)], rounds);
  const ndjsonFile = await workload.export(users, 'ndjson');
  const ndjson = await contest(
    [ours(workload, { export: ndjsonFile, server: answerer, check: false }), wireLimit(workload, bodies, answerer)],
    rounds,
  );
  // A sandbox remembers its users: everyone gets a fresh one.
  const names = everyone(answerer).map(({ name }) => name);
  const fresh = names.map(
    (name, at): Contestant => ({
      name,
      run: async () => {
        await using sandbox = await startSandboxServer(0);
        const contestant = everyone(sandbox)[at];
        if (contestant === undefined) throw new Error('no such contestant');
        return await contestant.run();
      },
    }),
  );
  const sandbox = await contest(fresh, rounds);
  const count = users.toLocaleString('en-US');
  return {
    title: `Throughput without latency, ${count} users`,
    tables: [
      `CSV, against the answerer:\n\n${contestTable(csv, users)}`,
      `NDJSON, against the answerer:\n\n${contestTable(ndjson, users)}`,
      `CSV, against the sandbox:\n\n${contestTable(sandbox, users)}`,
    ],
    targets: [
      atLeast(
        `no latency, CSV: ours ÷ the slower of wire limit and fast-csv alone, ${count} users`,
        ratio(csv, ['wire limit', 'fast-csv']),
        0.25,
        0.4,
      ),
      atLeast(`no latency, NDJSON: ours ÷ wire limit, ${count} users`, ratio(ndjson, ['wire limit']), 0.15, 0.3),
    ],
  };
}

/** How fast ours is, measured by the slowest of others. */
function ratio(results: readonly Result[], others: readonly string[]): number | null {
  const own = figuresOf(results, 'ours');
  const times = others.map((name) => figuresOf(results, name)?.wallMs);
  if (own === null || times.includes(undefined)) return null;
  return Math.max(...times.map((time) => time ?? 0)) / own.wallMs;
}
