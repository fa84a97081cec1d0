import { join } from 'node:path';
import { runAction } from '../../src/entry/action.ts';
import { runCli } from '../../src/entry/cli.ts';
import { runPost } from '../../src/entry/post.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import type { CommandResult } from './command.ts';
import { insideRunner } from './inside-runner.ts';
import { type ActionResult, prepareStep, type StepOptions } from './runner.ts';
import {
  openScenario as openSpawned,
  type ScenarioResult,
  type Scenario as SpawnedScenario,
  savedState,
  withReport,
} from './scenario.ts';

export * from './scenario.ts';

/** `run` and `post` play their steps in this process; what `start` starts is a process of its own. */
export interface Scenario extends SpawnedScenario {
  /** Runs the committed bundle as a process, as `run` of `scenario.ts` does: a few tests of each feature prove it. */
  runBundle: SpawnedScenario['run'];
}

/**
 * A workspace and a sandbox tenant for one test, as in `scenario.ts`, but steps run the action's entry in this process: no
 * bundle and no start of a process (about 0.6 s of CPU less), everything else is the same. One step at a time.
 */
export async function openScenario(options: SandboxOptions = {}): Promise<Scenario> {
  const spawned = await openSpawned(options);
  const play = async (entry: Entry, step: StepOptions): Promise<ScenarioResult> =>
    withReport(await playStep(entry, step), join(spawned.folder, 'report'));
  return {
    ...spawned,
    runBundle: spawned.run,
    run: (inputs, env) => play('main', spawned.step(inputs, env)),
    post: (main, inputs, env) => play('post', spawned.step(inputs, { ...env, ...savedState(main) })),
  };
}

/** Plays a main or post step in this process, as `runAction` of `runner.ts` runs the bundle. */
export async function playStep(entry: Entry, step: StepOptions): Promise<ActionResult> {
  const { env, result } = await prepareStep(step);
  using runner = insideRunner(env);
  const exitCode = await (entry === 'main' ? runAction(env) : runPost(env));
  return result({ exitCode, signal: null }, runner.output(), runner.errors());
}

/** Runs the command in this process, as `startCommand` of `command.ts` runs the bundle. */
export async function runCommand(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: { readonly [name: string]: string } },
): Promise<CommandResult> {
  const before = process.cwd();
  using runner = insideRunner({});
  process.chdir(cwd);
  try {
    const exitCode = await runCli(args, { HOME: cwd, TMPDIR: cwd, ...env });
    return { exitCode, stdout: runner.output(), stderr: runner.errors() };
  } finally {
    process.chdir(before);
  }
}

type Entry = 'main' | 'post';
