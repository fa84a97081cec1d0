import { resolve } from 'node:path';
import { gitHubPatience } from '../publish/github-retry.ts';
import { closingLines } from '../report/closing-lines.ts';
import { type FailureGroup, firstOf } from '../report/failure-tally.ts';
import { isDiskFull, messageOf } from '../runtime/disk-full.ts';
import { InputError } from '../runtime/input-error.ts';
import { consoleLog, type Log } from '../runtime/log.ts';
import { progressLog, terminalProgress } from '../runtime/progress-log.ts';
import { TOOL_VERSION } from '../runtime/tool-version.ts';
import { CLI_FLAGS, type InputName, SECRETS } from '../settings/inputs.ts';
import { readSettings } from '../settings/read-settings.ts';
import { secretTexts } from '../settings/secret-inputs.ts';
import { type CliFlags, readFlags } from './cli-flags.ts';
import { CLI_DEFAULTS, cliHelp } from './cli-help.ts';
import { runWorker } from './fleet.ts';
import { type Interrupt, listenForInterrupts } from './interrupt.ts';
import { runJob } from './job.ts';
import { openRunStorage } from './state-dir.ts';
import type { Env } from './step-environment.ts';

/** The entry of the shell: the action's inputs as flags. Returns the exit code: 0 only when the outcome is `succeeded`. */
export async function runCli(args: readonly string[], env: Env): Promise<number> {
  const log = consoleLog(process.stdout, process.stderr);
  using interrupt = listenForInterrupts();
  try {
    if (args[0] === 'sandbox') return await runSandbox(args.slice(1), log, interrupt);
    if (args[0] === 'init') return await proposeMapping(args.slice(1), env, log, interrupt);
    for (const [name, variable] of Object.entries(SECRETS)) {
      for (const text of secretTexts(name as InputName, env[variable] ?? '')) log.secret(text);
    }
    const flags = readFlags(args);
    switch (flags) {
      case 'nothing':
        // An error: an empty variable in a script must not look like a migration that succeeded.
        process.stderr.write(cliHelp());
        return 1;
      case 'help':
        process.stdout.write(cliHelp());
        return 0;
      case 'version':
        process.stdout.write(`${TOOL_VERSION}\n`);
        return 0;
      default:
        return await migrateFromShell(flags, env, log, interrupt);
    }
  } catch (error) {
    for (const problem of error instanceof InputError ? error.problems : [describe(error)]) log.error(problem);
    return 1;
  }
}

/** The command `sandbox`: serves until it is interrupted. */
async function runSandbox(args: readonly string[], log: Log, { stop }: Interrupt): Promise<number> {
  const { SANDBOX_HELP, serveSandbox } = await import('../sandbox/serve.ts');
  if (args.includes('--help')) {
    process.stdout.write(SANDBOX_HELP);
    return 0;
  }
  await using sandbox = await serveSandbox(args, (line) => process.stdout.write(`${line}\n`));
  if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  log.info(`${sandbox.userCount} users were stored.`);
  return 0;
}

/** The command `init`; everything but the proposal goes to stderr. */
async function proposeMapping(args: readonly string[], env: Env, log: Log, { stop }: Interrupt): Promise<number> {
  const stderrLog = consoleLog(process.stderr, process.stderr);
  for (const text of secretTexts('export-key', env[SECRETS['export-key']] ?? ''))
    for (const each of [log, stderrLog]) each.secret(text);
  const { runInit } = await import('../init/init-command.ts');
  const print = (text: string) => void process.stdout.write(text);
  return (await runInit(args, { cwd: process.cwd(), env, log: stderrLog, stop, print })) ? 0 : 1;
}

/** Without a command: the same job as the action's. */
async function migrateFromShell(
  { values, problems }: CliFlags,
  env: Env,
  log: Log,
  interrupt: Interrupt,
): Promise<number> {
  const settings = readSettings((name) => inputOf(name, values, env), problems);
  interrupt.limitTime(settings.timeLimitMs);
  await using storage = await openRunStorage(settings, resolve(values['state-dir'] ?? CLI_FLAGS['state-dir']), log);
  const environment = {
    cwd: process.cwd(),
    folder: storage.folder,
    env,
    log,
    progress: process.stderr.isTTY ? terminalProgress(process.stderr, Date.now) : progressLog(log, Date.now),
    stop: interrupt.stop,
    abortInFlight: interrupt.abortInFlight,
    patience: gitHubPatience(interrupt.stop, settings.timeLimitMs),
    run: null,
    toolVersion: TOOL_VERSION,
    onSecret: log.secret,
    workflow: '',
    resumeFiles: storage.resumeFiles,
    stateStore: storage.stateStore,
    branch: '',
  };
  if (settings.role === 'work') {
    const { outcome, message } = await runWorker(settings, environment);
    if (outcome === 'succeeded') log.info(message);
    else log.error(message);
    return outcome === 'succeeded' ? 0 : 1;
  }
  const { head, report, kept } = await runJob(settings, environment, async () => undefined);
  await storage.finish(head, kept);
  const fileNames = head.export.files.map(({ name }) => name);
  const more = (group: FailureGroup) => firstOf(group, settings.report.identifiers, fileNames);
  for (const line of closingLines(head, report.failures.groups(), report.json, more)) log.info(line);
  return head.outcome === 'succeeded' ? 0 : 1;
}

function inputOf(name: InputName, flags: CliFlags['values'], env: Env): string {
  const variable = (SECRETS as { readonly [name: string]: string })[name];
  return variable === undefined ? (flags[name] ?? CLI_DEFAULTS[name] ?? '') : (env[variable] ?? '');
}

/** A bug is shown with its stack; a full disk or a missing folder only with the message of the operating system. */
function describe(error: unknown): string {
  if (!(error instanceof Error) || isDiskFull(error)) return messageOf(error);
  const isSystemError = [error, error.cause].some((each) => each instanceof Error && 'errno' in each);
  return isSystemError ? error.message : (error.stack ?? error.message);
}
