import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ledgerPath } from '../ledger/run-folder.ts';
import { gitHubPatience } from '../publish/github-retry.ts';
import { closingLines } from '../report/closing-lines.ts';
import { type FailureGroup, firstOf } from '../report/failure-tally.ts';
import { forecastLines } from '../report/forecast.ts';
import type { ReportHead } from '../report/report-data.ts';
import { ExpressionProcess } from '../run/expression-process.ts';
import { systemClock } from '../runtime/clock.ts';
import { isDiskFull, messageOf } from '../runtime/disk-full.ts';
import { InputError } from '../runtime/input-error.ts';
import { consoleLog, type Log, type LogStream } from '../runtime/log.ts';
import { foreignLine, OutputGuard } from '../runtime/output-guard.ts';
import { progressLog, terminalProgress } from '../runtime/progress-log.ts';
import { TOOL_VERSION } from '../runtime/tool-version.ts';
import { CLI_FLAGS, type InputName, SECRETS } from '../settings/inputs.ts';
import { readSettings } from '../settings/read-settings.ts';
import { secretTexts } from '../settings/secret-inputs.ts';
import type { Settings } from '../settings/settings.ts';
import { type CliFlags, readFlags } from './cli-flags.ts';
import { CLI_DEFAULTS, cliHelp } from './cli-help.ts';
import { runWorker } from './fleet.ts';
import { type Interrupt, listenForInterrupts } from './interrupt.ts';
import { runJob } from './job.ts';
import { openRunStorage } from './state-dir.ts';
import type { Env } from './step-environment.ts';
import { terminalConfirm } from './terminal-confirm.ts';
import { reportUncaughtErrors } from './uncaught-errors.ts';

/** The entry of the shell: the action's inputs as flags. Returns the exit code: 0 only when the outcome is `succeeded`. */
export async function runCli(args: readonly string[], env: Env): Promise<number> {
  using guard = new OutputGuard();
  const shell = openShell(guard);
  const { out, err, log } = shell;
  using _uncaught = reportUncaughtErrors(async (error) => log.error(describe(error)));
  using interrupt = listenForInterrupts();
  try {
    if (args[0] === 'sandbox') return await runSandbox(args.slice(1), shell, interrupt);
    if (args[0] === 'init') return await proposeMapping(args.slice(1), env, shell, interrupt);
    for (const [name, variable] of Object.entries(SECRETS)) {
      for (const text of secretTexts(name as InputName, env[variable] ?? '')) log.secret(text);
    }
    if (args[0] === 'explain') return await explainRecord(args.slice(1), env, shell, interrupt);
    const flags = readFlags(args);
    switch (flags) {
      case 'nothing':
        // An error: an empty variable in a script must not look like a migration that succeeded.
        err.write(cliHelp());
        return 1;
      case 'help':
        out.write(cliHelp());
        return 0;
      case 'version':
        out.write(`${TOOL_VERSION}\n`);
        return 0;
      default:
        return await migrateFromShell(flags, env, shell, interrupt);
    }
  } catch (error) {
    for (const problem of error instanceof InputError ? error.problems : [describe(error)]) log.error(problem);
    return 1;
  }
}

/** Where the command writes to. */
interface Shell {
  readonly out: LogStream;
  readonly err: LogStream;
  readonly log: Log;
}

/** Lines of libraries become lines of the log: a workflow may run the command, and its runner reads the output. */
function openShell(guard: OutputGuard): Shell {
  const out = guard.ownStream(process.stdout);
  const err = guard.ownStream(process.stderr);
  const log = consoleLog(out, err);
  guard.deliverTo((written) => {
    const { kind, text } = foreignLine(written);
    if (kind === 'info' && text !== '') log.notice(text);
  });
  return { out, err, log };
}

/** The command `sandbox`: serves until it is interrupted. */
async function runSandbox(args: readonly string[], { out, log }: Shell, { stop }: Interrupt): Promise<number> {
  const { SANDBOX_HELP, serveSandbox } = await import('../sandbox/serve.ts');
  if (args.includes('--help')) {
    out.write(SANDBOX_HELP);
    return 0;
  }
  await using sandbox = await serveSandbox(args, (line) => out.write(`${line}\n`));
  if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  log.info(`${sandbox.userCount} users were stored.`);
  return 0;
}

/** The command `init`; everything but the proposal goes to stderr. */
async function proposeMapping(
  args: readonly string[],
  env: Env,
  { out, err, log }: Shell,
  { stop }: Interrupt,
): Promise<number> {
  const stderrLog = consoleLog(err, err);
  for (const text of secretTexts('export-key', env[SECRETS['export-key']] ?? ''))
    for (const each of [log, stderrLog]) each.secret(text);
  const { runInit } = await import('../init/init-command.ts');
  const print = (text: string) => void out.write(text);
  return (await runInit(args, { cwd: process.cwd(), env, log: stderrLog, stop, print })) ? 0 : 1;
}

/** The command `explain`; everything but the explanation goes to stderr. */
async function explainRecord(
  args: readonly string[],
  env: Env,
  { out, err }: Shell,
  { stop }: Interrupt,
): Promise<number> {
  const stderrLog = consoleLog(err, err);
  for (const text of secretTexts('export-key', env[SECRETS['export-key']] ?? '')) stderrLog.secret(text);
  const { runExplain } = await import('./explain.ts');
  await runExplain(args, {
    ...{ cwd: process.cwd(), env, log: stderrLog, stop },
    print: (text) => void out.write(text),
    hasColour: out.isTTY === true && (env.NO_COLOR ?? '') === '',
    inputOf: (name, flags) => inputOf(name, flags, env),
  });
  return 0;
}

/** Without a command: the same job as the action's. */
async function migrateFromShell(
  { values, problems }: CliFlags,
  env: Env,
  { err, log }: Shell,
  interrupt: Interrupt,
): Promise<number> {
  const settings = readSettings((name) => inputOf(name, values, env), problems);
  // The time of any other run includes the sending, or there are no users.
  if (values.forecast !== undefined && settings.mode !== 'plan')
    throw new InputError(['--forecast: only a plan is forecast. Add `--mode plan`, or leave --forecast out.']);
  interrupt.limitTime(settings.timeLimitMs);
  await using storage = await openRunStorage(settings, resolve(values['state-dir'] ?? CLI_FLAGS['state-dir']), log);
  const environment = {
    cwd: process.cwd(),
    workspace: null,
    folder: storage.folder,
    env,
    log,
    progress: err.isTTY === true ? terminalProgress(err, systemClock.now) : progressLog(log, systemClock.now),
    openEvaluator: (stop: AbortSignal) => new ExpressionProcess(stop),
    stop: interrupt.stop,
    abortInFlight: interrupt.abortInFlight,
    patience: gitHubPatience(interrupt.stop, settings.timeLimitMs),
    run: null,
    toolVersion: TOOL_VERSION,
    onSecret: log.secret,
    confirm: values.yes === 'true' || (env.CI ?? '') !== '' ? null : terminalConfirm(process.stdin, err),
    workflow: '',
    resumeFiles: storage.resumeFiles,
    stateStore: storage.stateStore,
    branch: '',
    sync: '',
  };
  if (settings.role === 'work') {
    const { outcome, message, isWarning } = await runWorker(settings, environment);
    if (isWarning) log.warning(message);
    else if (outcome === 'succeeded') log.info(message);
    else log.error(message);
    return outcome === 'succeeded' ? 0 : 1;
  }
  const { head, report, kept } = await runJob(settings, environment, async () => undefined);
  const forecast = values.forecast === undefined ? [] : await forecastOf(head, settings, storage.folder);
  await storage.finish(head, kept);
  const fileNames = head.export.files.map(({ name }) => name);
  const more = (group: FailureGroup) => firstOf(group, settings.report.identifiers, fileNames);
  for (const line of closingLines(head, report.failures.groups(), report.json, more)) log.info(line);
  for (const line of forecast) log.info(line);
  return head.outcome === 'succeeded' ? 0 : 1;
}

/** How long it takes to send what was planned, and what that stores. `folder`: with the ledger of the plan. */
async function forecastOf(
  { totals, durationMs }: ReportHead,
  { batchSize, concurrency, maxRequestsPerSecond }: Settings,
  folder: string,
): Promise<readonly string[]> {
  const requestsPerSecond = maxRequestsPerSecond === 0 ? null : maxRequestsPerSecond;
  const { size: ledgerBytes } = await stat(ledgerPath(folder));
  const plan = { users: totals.planned, planMs: durationMs, ledgerBytes };
  return forecastLines({ ...plan, batchSize, concurrency, requestsPerSecond });
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
