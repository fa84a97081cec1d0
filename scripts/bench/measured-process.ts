import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A process from its start to its end. */
export interface MeasuredProcess {
  readonly startedAt: number;
  readonly wallMs: number;
  /** User and system together, children included; NaN when it could not be told. */
  readonly cpuSeconds: number;
  /** The most memory that it ever held (resident set), in MB; NaN when it could not be told. */
  readonly peakMb: number;
  readonly stdout: string;
}

/** Written by the process itself as it exits: exact, and nothing has to be polled. */
const PRELOAD = `data:text/javascript,${encodeURIComponent(
  "import { writeFileSync } from 'node:fs'; process.on('exit', () => { if (process.env.BENCH_USAGE) writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())); });",
)}`;

/** Runs a script with this Node and nothing of the surroundings; `usage: false` leaves out what costs a few ms at its start. */
export async function runNode(
  args: readonly string[],
  { cwd, env = {}, usage = true }: { cwd: string; env?: { readonly [name: string]: string }; usage?: boolean },
): Promise<MeasuredProcess> {
  const file = join(cwd, `usage-${process.hrtime.bigint()}.json`);
  const preload = usage ? ['--import', PRELOAD] : [];
  const ran = await run(process.execPath, [...preload, ...args], { cwd, env: { ...env, BENCH_USAGE: file } });
  if (!usage) return { ...ran, cpuSeconds: Number.NaN, peakMb: Number.NaN };
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  return { ...ran, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMb: maxRSS / 1024 };
}

/** Runs a bash script; what its processes used, the shell adds up. */
export async function runShell(
  script: string,
  { cwd, env }: { cwd: string; env: { readonly [name: string]: string } },
): Promise<MeasuredProcess> {
  const ran = await run('bash', ['-c', `set -eo pipefail\n${script}\ntimes`], { cwd, env });
  let cpuSeconds = 0;
  for (const [, minutes, seconds] of ran.stdout.matchAll(/(\d+)m([\d.]+)s/g))
    cpuSeconds += 60 * Number(minutes) + Number(seconds);
  return { ...ran, cpuSeconds, peakMb: Number.NaN };
}

/** Throws with what the process said when it does not exit with 0. */
async function run(
  program: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: { readonly [name: string]: string } },
): Promise<Pick<MeasuredProcess, 'startedAt' | 'wallMs' | 'stdout'>> {
  const startedAt = Date.now();
  const start = process.hrtime.bigint();
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, TMPDIR: cwd, LC_ALL: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  // Both pipes are read to their end, but the clock stops when the process has gone.
  const exited = new Promise<{ code: number | null; wallMs: number }>((resolve, reject) => {
    child.on('error', reject).on('exit', (code) => {
      resolve({ code, wallMs: Number(process.hrtime.bigint() - start) / 1e6 });
    });
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  const { code, wallMs } = await exited;
  await closed;
  if (code !== 0) throw new Error(`exit code ${code}: ${(stderr || stdout).trim().slice(-600)}`);
  return { startedAt, wallMs, stdout };
}
