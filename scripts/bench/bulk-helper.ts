import { contest } from './contest.ts';
import { CONCURRENCY, helper, naive, ours } from './contestants.ts';
import { atLeast, contestTable, type Findings, figuresOf, number } from './findings.ts';
import { startAnswerer } from './server.ts';
import { at } from './venue.ts';
import type { Workload } from './workload.ts';

/** The best-kept bulk helper of the ecosystem, and the script, against a server that answers at once. */
export async function bulkHelper(workload: Workload, users: number, rounds: number): Promise<Findings> {
  await using answerer = await startAnswerer();
  const tables: string[] = [];
  const targets = [];
  for (const format of ['csv', 'ndjson'] as const) {
    const file = await workload.export(users, format);
    const contestants = [
      ours(workload, { export: file }),
      naive(workload, file, users, CONCURRENCY),
      helper(workload, file, users),
    ];
    const results = await contest(contestants, rounds, at(answerer));
    const own = figuresOf(results, 'cidaas-migrate');
    const speed = (name: string): number | null => {
      const other = figuresOf(results, name);
      return own === null || other === null ? null : other.wallMs / own.wallMs;
    };
    const name = format.toUpperCase();
    tables.push(`${name}, against the mock server:\n\n${contestTable(results, users)}`);
    const about = `no latency, ${name}, ${number(users)} users: cidaas-migrate ÷`;
    targets.push(
      atLeast(`${about} script with a pool of ${CONCURRENCY}`, speed('script, pool'), 0.9, 1.1),
      atLeast(`${about} \`helpers.bulk\` of elasticsearch-js`, speed('elasticsearch-js'), 1),
    );
  }
  return { title: `Bulk helper and script without latency, ${number(users)} users`, tables, targets };
}
