import { once } from 'node:events';
import { failedStartJson } from '../report/report-json.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { systemClock } from '../runtime/clock.ts';
import { isDiskFull, messageOf } from '../runtime/disk-full.ts';
import { InputError } from '../runtime/input-error.ts';
import { OutputGuard } from '../runtime/output-guard.ts';
import { TOOL_VERSION } from '../runtime/tool-version.ts';
import { type InputName, SECRETS } from '../settings/inputs.ts';
import { secretTexts } from '../settings/secret-inputs.ts';
import { readCommand, readFlags } from './cli-flags.ts';
import { cliHelp } from './cli-help.ts';
import { EXIT_CODES } from './exit-code.ts';
import { type Interrupt, listenForInterrupts } from './interrupt.ts';
import { openShell, outputWishes, type Shell } from './shell.ts';
import { inputOf, migrateFromShell } from './shell-run.ts';
import type { Env } from './step-environment.ts';
import { terminalQuestions } from './terminal-questions.ts';
import { reportUncaughtErrors } from './uncaught-errors.ts';

/** The entry of the shell: the action's inputs as flags. Returns the exit code (`EXIT_CODES`). */
export async function runCli(args: readonly string[], env: Env): Promise<number> {
  using guard = new OutputGuard();
  const shell = openShell(guard, env, outputWishes(args), systemClock);
  using _uncaught = reportUncaughtErrors(async (error) => shell.log.error(describe(error)), EXIT_CODES.error);
  using interrupt = listenForInterrupts();
  try {
    return await runCommand(args, env, shell, interrupt);
  } catch (error) {
    return reportFailure(error, shell, interrupt);
  }
}

async function runCommand(args: readonly string[], env: Env, shell: Shell, interrupt: Interrupt): Promise<number> {
  for (const [name, variable] of Object.entries(SECRETS)) {
    for (const text of secretTexts(name as InputName, env[variable] ?? ''))
      for (const log of [shell.log, shell.errLog]) log.secret(text);
  }
  const { command, rest } = readCommand(args);
  switch (command) {
    case 'sandbox':
      return await runSandbox(rest, env, shell, interrupt);
    case 'verifier':
      return await serveVerifier(rest, env, shell, interrupt);
    case 'init':
      return await proposeMapping(rest, env, shell, interrupt);
    case 'explain':
      return await explainRecord(rest, env, shell, interrupt);
    case null:
      break;
  }
  const flags = readFlags(rest);
  switch (flags) {
    case 'nothing':
      // An error: an empty variable in a script must not look like a migration that succeeded.
      shell.err.write(cliHelp());
      return EXIT_CODES.error;
    case 'help':
      shell.out.write(cliHelp());
      return 0;
    case 'version':
      shell.out.write(`${TOOL_VERSION}\n`);
      return 0;
    default:
      return await migrateFromShell(flags, env, shell, interrupt);
  }
}

/** What ended the command before a report was made. */
function reportFailure(error: unknown, { out, log, wishes }: Shell, { stop }: Interrupt): number {
  const isStopped = stop.aborted && error === stop.reason;
  const outcome = isStopped ? (stop.reason as EarlyEnd).outcome : 'error';
  const problems = isStopped
    ? [(stop.reason as EarlyEnd).message]
    : error instanceof InputError
      ? error.problems
      : [describe(error)];
  for (const problem of problems) log.error(problem);
  if (wishes.isJson) out.write(`${failedStartJson(outcome, problems.map(log.mask), TOOL_VERSION)}\n`);
  return EXIT_CODES[outcome];
}

/** The command `sandbox`: serves until it is interrupted. */
async function runSandbox(
  args: readonly string[],
  env: Env,
  { out, log }: Shell,
  { stop }: Interrupt,
): Promise<number> {
  const { SANDBOX_HELP, serveSandbox } = await import('../sandbox/serve.ts');
  if (args.includes('--help')) {
    out.write(SANDBOX_HELP);
    return 0;
  }
  await using sandbox = await serveSandbox(args, (line) => out.write(`${line}\n`), env.CIDAAS_VERIFIER_TOKEN);
  if (!stop.aborted) await once(stop, 'abort');
  log.info(`${sandbox.userCount} users were stored.`);
  return 0;
}

/** The command `verifier`: serves until it is interrupted, then answers what is in flight. */
async function serveVerifier(
  args: readonly string[],
  env: Env,
  { out, log }: Shell,
  { stop }: Interrupt,
): Promise<number> {
  if (args.includes('--help')) {
    out.write((await import('../verifier/verifier-flags.ts')).VERIFIER_HELP);
    return 0;
  }
  const { runVerifier } = await import('../verifier/verifier-command.ts');
  await using _verifier = await runVerifier(args, { env, log, clock: systemClock });
  if (!stop.aborted) await once(stop, 'abort');
  return 0;
}

/** The command `init`; everything but the proposal goes to stderr. */
async function proposeMapping(
  args: readonly string[],
  env: Env,
  { out, err, errLog }: Shell,
  { stop }: Interrupt,
): Promise<number> {
  const { runInit } = await import('../init/init-command.ts');
  const print = (text: string) => void out.write(text);
  const openQuestions = () => terminalQuestions(process.stdin, err);
  return EXIT_CODES[await runInit(args, { cwd: process.cwd(), env, log: errLog, stop, print, openQuestions })];
}

/** The command `explain`; everything but the explanation goes to stderr. */
async function explainRecord(
  args: readonly string[],
  env: Env,
  { out, errLog, hasColours }: Shell,
  { stop }: Interrupt,
): Promise<number> {
  const { runExplain } = await import('./explain.ts');
  await runExplain(args, {
    ...{ cwd: process.cwd(), env, log: errLog, stop },
    print: (text) => void out.write(text),
    hasColour: hasColours,
    inputOf: (name, flags) => inputOf(name, flags, env),
  });
  return 0;
}

/** A bug is shown with its stack; a full disk or a missing folder only with the message of the operating system. */
function describe(error: unknown): string {
  if (!(error instanceof Error) || isDiskFull(error)) return messageOf(error);
  const isSystemError = [error, error.cause].some((each) => each instanceof Error && 'errno' in each);
  return isSystemError ? error.message : (error.stack ?? error.message);
}
