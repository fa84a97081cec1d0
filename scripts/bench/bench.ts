// `npm run bench`: ours, what people use instead, and the limits, in one run. It never fails because of a figure.
// `--quick` takes a look: fewer users and rounds; `--only <scenario>` runs one. Only a full run writes docs/bench.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { auto } from './auto.ts';
import { bulkHelper } from './bulk-helper.ts';
import type { Findings } from './findings.ts';
import { fleet } from './fleet.ts';
import { planGrowth, syncGrowth } from './growth.ts';
import { latency } from './latency.ts';
import { findingsText, writePage } from './performance-page.ts';
import { phases } from './phases.ts';
import { start } from './start.ts';
import { throughput } from './throughput.ts';
import { verifier } from './verifier.ts';
import { Workload } from './workload.ts';

const { quick, only } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } }).values;
const users = quick ? 10_000 : 100_000;
const scenarios: { readonly [name: string]: () => Promise<Findings | readonly Findings[]> } = {
  start: () => start(workload, quick ? 5 : 11),
  throughput: () => throughput(workload, users, quick ? 1 : 3),
  latency: () => latency(workload, users, quick ? 1 : 3),
  auto: () => auto(workload, quick ? 10 : 20),
  helper: () => bulkHelper(workload, users, quick ? 1 : 3),
  plan: () => planGrowth(workload, quick ? 100_000 : 1_000_000),
  sync: () => syncGrowth(workload, quick ? 100_000 : 1_000_000),
  phases: () => phases(workload, users),
  fleet: () => fleet(workload, quick ? 20 : 100),
  verifier: () => verifier(quick ? 200 : 1_500),
};
const chosen = Object.entries(scenarios).filter(([name]) => only === undefined || name === only);
if (chosen.length === 0) {
  console.error(`--only: expected one of ${Object.keys(scenarios).join(', ')}`);
  process.exit(1);
}

const workload = new Workload(mkdtempSync(join(tmpdir(), 'cidaas-migrate-bench-')));
const startedAt = Date.now();
try {
  const findings: Findings[] = [];
  for (const [name, run] of chosen) {
    console.log(`${name} …`);
    findings.push(...[await run()].flat());
  }
  const text = findingsText(findings);
  console.log(`\n${text}\n\nIt took ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  if (!quick && only === undefined) await writePage(text);
} finally {
  rmSync(workload.folder, { recursive: true, force: true });
}
