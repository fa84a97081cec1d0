import { contest } from './contest.ts';
import { naive, ours } from './contestants.ts';
import { atMost, type Findings, figuresOf, number, table } from './findings.ts';
import { startAnswerer } from './server.ts';
import { at } from './venue.ts';
import type { Workload } from './workload.ts';

const USERS = 100;

/** How long it takes until something leaves the process; nothing is preloaded to measure it, the answerer looks at its clock. */
export async function start(workload: Workload, rounds: number): Promise<Findings> {
  await using answerer = await startAnswerer();
  const file = await workload.export(USERS);
  const results = await contest(
    [ours(workload, { export: file, usage: false }), naive(workload, file, USERS, 1)],
    rounds,
    at(answerer),
  );
  const rows = results.map(({ name, figures, broken }) => [
    name,
    figures === null ? `broke: ${broken}` : `${number(figures.firstRequestMs)} ms`,
    figures === null ? '' : `${number(figures.wallMs)} ms`,
  ]);
  return {
    title: `Process start, ${USERS} users`,
    tables: [table(['', 'to the first request', 'to the exit'], rows)],
    targets: [
      atMost(
        `process start to first request, ${USERS} users`,
        figuresOf(results, 'cidaas-migrate')?.firstRequestMs ?? null,
        170,
        ' ms',
      ),
    ],
  };
}
