import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ActionResult, startAction } from '../runner.ts';
import type { Interruption, Moment } from './chaos-plan.ts';
import type { ChaosWorld } from './chaos-world.ts';

const DIST = resolve(import.meta.dirname, '../../../dist');

/** How a process ended, and what it said. */
export type Ended = Pick<ActionResult, 'exitCode' | 'signal' | 'stdout' | 'stderr' | 'outputs' | 'state' | 'summary'>;

const COMPILE_CACHE = { NODE_COMPILE_CACHE: join(tmpdir(), 'cidaas-migrate-chaos-compile-cache') };

export interface StepPlace {
  /** A folder of its own for every attempt. */
  readonly folder: string;
  readonly inputs: { readonly [name: string]: string };
  readonly env: { readonly [name: string]: string };
}

/** Runs a step of the action, to its end or to that which the interruption brings about. */
export async function runStep(
  script: 'index.js' | 'post.js',
  { folder, inputs, env }: StepPlace,
  world: ChaosWorld,
  at: Moment | null,
  strike: (child: ChildProcess) => void,
): Promise<Ended> {
  const workspace = join(folder, 'workspace');
  const { child, ended } = await startAction({
    ...{ script: join(DIST, script), folder, workspace, inputs },
    env: { ...COMPILE_CACHE, ...env },
  });
  watch(child, world, at, strike);
  return ended;
}

/** Runs the command in a workspace that stays. */
export async function runCommand(
  workspace: string,
  flags: { readonly [name: string]: string },
  env: { readonly [name: string]: string },
  world: ChaosWorld,
  at: Moment | null,
  strike: (child: ChildProcess) => void,
): Promise<Ended> {
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, [join(DIST, 'index.js'), ...args], {
    cwd: workspace,
    env: { PATH: process.env.PATH, ...COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  watch(child, world, at, strike);
  const { exitCode, signal } = await new Promise<Pick<Ended, 'exitCode' | 'signal'>>((done) =>
    child.on('close', (exitCode, signal) => done({ exitCode, signal })),
  );
  return { exitCode, signal, ...texts, outputs: {}, state: {}, summary: '' };
}

function watch(child: ChildProcess, world: ChaosWorld, at: Moment | null, strike: (child: ChildProcess) => void): void {
  world.arm(at, () => strike(child));
  child.stdout?.on('data', () => world.noteOutput());
}

/** What strikes the main process; the rest of a take-over is the post step's. */
export function strikeOf(interruption: Interruption): (child: ChildProcess) => void {
  switch (interruption.kind) {
    case 'none':
    case 'taken over':
      return () => undefined;
    case 'killed':
      return (child) => void child.kill('SIGKILL');
    case 'cancelled':
      return (child) => void child.kill(interruption.signal);
    case 'cancelled, then killed':
      return (child) => {
        child.kill('SIGINT');
        setTimeout(() => child.kill('SIGKILL'), interruption.graceMs);
      };
  }
}

/** The state that a step has saved so far, as the runner would hand it to the post step. */
export async function savedState(folder: string): Promise<{ readonly [name: string]: string }> {
  const text = await readFile(join(folder, 'runner', 'state'), 'utf8').catch(() => '');
  const blocks = text.matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [`STATE_${name}`, value]));
}
