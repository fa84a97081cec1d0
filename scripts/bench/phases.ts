import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CONCURRENCY } from './contestants.ts';
import { type CpuProfile, PHASES, type ReadProfile, readProfile } from './cpu-profile.ts';
import { type Findings, number, table } from './findings.ts';
import { runNode } from './measured-process.ts';
import { startAnswerer } from './server.ts';
import type { Workload } from './workload.ts';

const HOTTEST = 12;

/** Where the time goes: one run from the unbundled sources under V8's profiler; nothing in them is instrumented. */
export async function phases(workload: Workload, users: number): Promise<Findings> {
  await using answerer = await startAnswerer();
  const profiles: (ReadProfile & { readonly format: string })[] = [];
  for (const format of ['csv', 'ndjson'] as const) {
    const cwd = await workload.workspace();
    const flags = ['--tenant-url', answerer.url, '--concurrency', String(CONCURRENCY), '--check', 'off'];
    const source = [resolve(import.meta.dirname, '../../src/main.ts')];
    const input = ['--export', await workload.export(users, format)];
    await runNode(['--cpu-prof', '--cpu-prof-dir', cwd, ...source, ...input, ...flags], {
      cwd,
      env: { CIDAAS_CLIENT_ID: 'sandbox', CIDAAS_CLIENT_SECRET: 'sandbox-secret' },
      usage: false,
    });
    const file = (await readdir(cwd)).find((name) => name.endsWith('.cpuprofile')) ?? '';
    const profile = JSON.parse(await readFile(join(cwd, file), 'utf8')) as CpuProfile;
    profiles.push({ format: format.toUpperCase(), ...readProfile(profile) });
    await rm(cwd, { recursive: true });
  }
  const rows = PHASES.map((phase) => [
    phase,
    ...profiles.flatMap(({ phases }) => {
      const sum = [...phases.values()].reduce((all, ms) => all + ms, 0);
      const ms = phases.get(phase) ?? 0;
      return [number(ms), `${number((100 * ms) / sum, 1)} %`];
    }),
  ]);
  const hottest = profiles.map(({ format, functions }) => {
    const rows = functions.slice(0, HOTTEST).map(([name, phase, ms]) => [`\`${name}\``, phase, number(ms)]);
    return `${format}, the functions with the most time of their own:\n\n${table(['', 'phase', 'ms'], rows)}`;
  });
  return {
    title: `Share of each phase, ${number(users)} users`,
    tables: [table(['phase', ...profiles.flatMap(({ format }) => [`${format}, ms`, 'share'])], rows), ...hottest],
    targets: [],
  };
}
