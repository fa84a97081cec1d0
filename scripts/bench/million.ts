import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { contest } from './contest.ts';
import { ours, readAlone } from './contestants.ts';
import { atLeast, atMost, contestTable, type Findings, figuresOf, number, table } from './findings.ts';
import { startAnswerer } from './server.ts';
import { at, NOWHERE } from './venue.ts';
import type { Workload } from './workload.ts';

const MANY = 1_000_000;
const FEW = 100_000;

/** What grows with the export and what must not: the plan, the apply and a delta of a million users. */
export async function million(workload: Workload, rounds: number): Promise<Findings[]> {
  return [await plans(workload, rounds), await applies(workload)];
}

async function plans(workload: Workload, rounds: number): Promise<Findings> {
  const of = async (users: number) => {
    const file = await workload.export(users);
    return contest([ours(workload, { export: file }), readAlone(workload, file)], rounds, NOWHERE);
  };
  const few = await of(FEW);
  const many = await of(MANY);
  const [small, large] = [figuresOf(few, 'ours'), figuresOf(many, 'ours')];
  const alone = figuresOf(many, 'fast-csv');
  return {
    title: 'Plan of 1,000,000 users',
    tables: [
      `${number(FEW)} users:\n\n${contestTable(few, FEW)}`,
      `${number(MANY)} users:\n\n${contestTable(many, MANY)}`,
    ],
    targets: [
      atLeast(
        'plan of 1,000,000 users: its rate ÷ that of fast-csv alone',
        large && alone && alone.wallMs / large.wallMs,
        0.35,
        0.5,
      ),
      atMost(
        'plan: linear in rows (time a row at 1,000,000 ÷ at 100,000)',
        small && large && large.wallMs / MANY / (small.wallMs / FEW),
        1.15,
      ),
      atMost('peak memory of a plan at 1,000,000 users', large?.peakMb ?? null, 256, ' MB'),
      atMost('plan: peak memory at 1,000,000 ÷ at 100,000', large && small && large.peakMb / small.peakMb, 1.3),
    ],
  };
}

/** A full sync with a state, then a delta of the same export; each once. */
async function applies(workload: Workload): Promise<Findings> {
  await using answerer = await startAnswerer();
  const sync = (users: number, file: string, flags: readonly string[]) =>
    ours(workload, {
      export: file,
      flags: ['--state-dir', join(workload.folder, `state-${users}`), ...flags],
      env: { CIDAAS_STATE_KEY: 'a key of the bench and nobody else' },
    });
  const [few, many] = [await workload.export(FEW), await workload.export(MANY)];
  const small = await contest([{ ...sync(FEW, few, []), name: 'apply, 100,000' }], 1, at(answerer));
  const large = await contest(
    [
      { ...sync(MANY, many, []), name: 'apply, 1,000,000' },
      { name: 'plan, 1,000,000', run: () => ours(workload, { export: many }).run(null) },
      { ...sync(MANY, many, ['--sync', 'delta']), name: 'delta, 1,000,000, nothing changed' },
    ],
    1,
    at(answerer),
  );
  for (const users of [FEW, MANY]) await rm(join(workload.folder, `state-${users}`), { recursive: true, force: true });
  const [smallApply, largeApply] = [figuresOf(small, 'apply'), figuresOf(large, 'apply')];
  const [plan, delta] = [figuresOf(large, 'plan'), figuresOf(large, 'delta')];
  const rows = [...small, ...large].map(({ name, figures, broken }) =>
    figures === null
      ? [name, `broke: ${broken}`, '', '', '']
      : [
          name,
          number(figures.wallMs / 1000, 1),
          number(figures.cpuSeconds, 1),
          number(figures.peakMb),
          number(figures.requests),
        ],
  );
  return {
    title: 'Apply and delta of 1,000,000 users',
    tables: [`Against the answerer, each once:\n\n${table(['', 'seconds', 'CPU s', 'peak MB', 'requests'], rows)}`],
    targets: [
      atMost('peak memory of an apply at 1,000,000 users', largeApply?.peakMb ?? null, 256, ' MB'),
      atMost(
        'apply: peak memory at 1,000,000 ÷ at 100,000',
        largeApply && smallApply && largeApply.peakMb / smallApply.peakMb,
        1.3,
      ),
      atMost('delta of 1,000,000 users, nothing changed: requests', delta?.requests ?? null, 0, ' requests'),
      atMost('delta of 1,000,000 users, nothing changed ÷ the plan', delta && plan && delta.wallMs / plan.wallMs, 1.2),
    ],
  };
}
