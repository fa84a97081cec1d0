import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { contest, type Figures, type Result } from './contest.ts';
import { ours, readAlone } from './contestants.ts';
import { atLeast, atMost, contestTable, type Findings, figuresOf, number, table } from './findings.ts';
import { startAnswerer, startSandboxServer } from './server.ts';
import { at, NOWHERE } from './venue.ts';
import type { Workload } from './workload.ts';

/** A plan of many users and of a tenth of them, each once: its rate must stay, and so must its memory. */
export async function planGrowth(workload: Workload, users: number): Promise<Findings> {
  const of = async (count: number): Promise<Result[]> => {
    const file = await workload.export(count);
    return contest([ours(workload, { export: file }), readAlone(workload, file)], 1, NOWHERE);
  };
  const [few, many] = [await of(users / 10), await of(users)];
  const [small, large] = [figuresOf(few, 'cidaas-migrate'), figuresOf(many, 'cidaas-migrate')];
  const alone = figuresOf(many, 'fast-csv');
  const plan = `plan of ${number(users)} users`;
  return {
    title: `Plan of ${number(users)} users`,
    tables: [
      `${number(users / 10)} users:\n\n${contestTable(few, users / 10)}`,
      `${number(users)} users:\n\n${contestTable(many, users)}`,
    ],
    targets: [
      atLeast(`${plan}: rate ÷ rate of fast-csv alone`, alone && large && alone.wallMs / large.wallMs, 0.7),
      // Linear: a row takes as long, give or take what a machine varies by.
      atMost(
        `${plan}: time per row ÷ the same with a tenth of the users`,
        large && small && large.wallMs / small.wallMs / 10,
        1.15,
      ),
      ...memoryTargets(plan, large, small),
      atMost(
        `apply of ${number(users)} users, wrong secret: seconds to the error`,
        await untilRefused(workload, users),
        1,
      ),
    ],
  };
}

/** The seconds from the start of an apply whose client secret is wrong to its end. */
async function untilRefused(workload: Workload, users: number): Promise<number> {
  await using sandbox = await startSandboxServer({ latencyMs: 0, places: null });
  const apply = ours(workload, {
    export: await workload.export(users),
    check: true,
    env: { CIDAAS_CLIENT_SECRET: 'the secret of another app' },
    usage: false,
  });
  const start = performance.now();
  const end = await apply.run(sandbox).then(
    () => 'succeeded',
    (error: unknown) => String(error),
  );
  const seconds = (performance.now() - start) / 1000;
  if (!end.includes('client-secret')) throw new Error(`a wrong secret was not what ended the run: ${end}`);
  return seconds;
}

/** A full sync that keeps a state, then a delta of the same export, and a plan; each once. */
export async function syncGrowth(workload: Workload, users: number): Promise<Findings> {
  await using answerer = await startAnswerer();
  const sync = async (count: number, what: string, flags: readonly string[]) => ({
    ...ours(workload, {
      export: await workload.export(count),
      flags: ['--state-dir', join(workload.folder, `state-${count}`), ...flags],
      env: { CIDAAS_STATE_KEY: 'a key of the bench and nobody else' },
    }),
    name: `${what}, ${number(count)} users`,
  });
  const plan = ours(workload, { export: await workload.export(users) });
  const results = await contest(
    [
      await sync(users / 10, 'small apply', []),
      await sync(users, 'apply', []),
      { name: `plan, ${number(users)} users`, run: () => plan.run(null) },
      await sync(users, 'delta', ['--sync', 'delta']),
    ],
    1,
    at(answerer),
  );
  for (const count of [users / 10, users])
    await rm(join(workload.folder, `state-${count}`), { recursive: true, force: true });
  const [planned, delta] = [figuresOf(results, 'plan'), figuresOf(results, 'delta')];
  const applied = figuresOf(results, 'apply');
  const unchanged = `delta of ${number(users)} users, nothing changed`;
  return {
    title: `Apply and delta of ${number(users)} users`,
    tables: [`Against the mock server, each measured once, with a state:\n\n${syncTable(results)}`],
    targets: [
      ...memoryTargets(`apply of ${number(users)} users`, applied, figuresOf(results, 'small')),
      atMost(`${unchanged}: requests with users`, delta?.requests ?? null, 0),
      atMost(`${unchanged}: time ÷ time of the plan`, delta && planned && delta.wallMs / planned.wallMs, 1.1),
    ],
  };
}

function memoryTargets(what: string, large: Figures | null, small: Figures | null) {
  return [
    atMost(`${what}: peak memory`, large?.peakMb ?? null, 320, ' MB'),
    atMost(
      `${what}: peak memory ÷ the same with a tenth of the users`,
      large && small && large.peakMb / small.peakMb,
      1.15,
    ),
  ];
}

function syncTable(results: readonly Result[]): string {
  const rows = results.map(({ name, figures, broken }) => {
    if (figures === null) return [name, `broke: ${broken}`, '', '', ''];
    const { wallMs, cpuSeconds, peakMb, requests } = figures;
    return [name, number(wallMs / 1000, 1), number(cpuSeconds, 1), number(peakMb), number(requests)];
  });
  return table(['', 'seconds', 'CPU s', 'peak MB', 'requests with users'], rows);
}
