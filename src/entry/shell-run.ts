import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ObservedRequest } from '../apply/request-stats.ts';
import { ledgerPath } from '../ledger/run-folder.ts';
import { gitHubPatience } from '../publish/github-retry.ts';
import { closingLines, verdictLine } from '../report/closing-lines.ts';
import { type FailureGroup, firstOf } from '../report/failure-tally.ts';
import { forecastLines } from '../report/forecast.ts';
import type { ReportHead, RunOutcome } from '../report/report-data.ts';
import { failedStartJson, reportHeadJson } from '../report/report-json.ts';
import { ExpressionProcess } from '../run/expression-process.ts';
import { systemClock } from '../runtime/clock.ts';
import type { VerdictTone } from '../runtime/log.ts';
import { progressBar } from '../runtime/progress-bar.ts';
import { progressLog } from '../runtime/progress-log.ts';
import { isInteractive } from '../runtime/terminal-style.ts';
import { TOOL_VERSION } from '../runtime/tool-version.ts';
import { CLI_FLAGS, INPUTS, type InputName, SECRETS } from '../settings/inputs.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { count, counted } from '../text/number-text.ts';
import type { CliFlags } from './cli-flags.ts';
import { CLI_DEFAULTS } from './cli-help.ts';
import { EXIT_CODES } from './exit-code.ts';
import { runWorker } from './fleet.ts';
import type { Interrupt } from './interrupt.ts';
import { runJob } from './job.ts';
import type { Shell } from './shell.ts';
import { openRunStorage } from './state-dir.ts';
import type { Env } from './step-environment.ts';
import { terminalConfirm } from './terminal-confirm.ts';

/** Without a command: the same job as the action's. */
export async function migrateFromShell(
  { values, problems }: CliFlags,
  env: Env,
  { out, err, log, wishes }: Shell,
  interrupt: Interrupt,
): Promise<number> {
  // The time of any other run includes the sending, or there are no users.
  const isForecastOfOther = values.forecast !== undefined && values.mode !== 'plan';
  const found = isForecastOfOther
    ? [...problems, '--forecast: only a plan is forecast. Add `--mode plan`, or leave --forecast out.']
    : problems;
  const settings = readSettings((name) => inputOf(name, values, env), found);
  if (wishes.isVerbose) for (const line of settingLines((name) => inputOf(name, values, env))) log.info(line);
  interrupt.limitTime(settings.timeLimitMs);
  await using storage = await openRunStorage(settings, resolve(values['state-dir'] ?? CLI_FLAGS['state-dir']), log);
  const bar =
    isInteractive(err, env) && !wishes.isQuiet && !wishes.isVerbose ? await progressBar(err, systemClock.now) : null;
  const environment = {
    cwd: process.cwd(),
    workspace: null,
    folder: storage.folder,
    env,
    log,
    progress: bar ?? progressLog(log, systemClock.now),
    ...(wishes.isVerbose && { onRequest: (request: ObservedRequest) => log.info(requestLine(request)) }),
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
    bar?.end();
    if (isWarning) log.warning(message);
    else log.verdict(message, TONES[outcome]);
    if (wishes.isJson) out.write(`${failedStartJson(outcome, [message], TOOL_VERSION)}\n`);
    return EXIT_CODES[outcome];
  }
  const { head, report, kept } = await runJob(settings, environment, async () => undefined);
  bar?.end();
  const forecast = values.forecast === undefined ? [] : await forecastOf(head, settings, storage.folder);
  await storage.finish(head, kept);
  const fileNames = head.export.files.map(({ name }) => name);
  const more = (group: FailureGroup) => firstOf(group, settings.report.identifiers, fileNames);
  for (const line of closingLines(head, report.failures.groups(), report.json, more)) log.info(line);
  for (const line of forecast) log.info(line);
  log.verdict(verdictLine(head), TONES[head.outcome]);
  if (wishes.isJson) out.write(`${reportHeadJson(head, settings.report.identifiers)}\n`);
  return EXIT_CODES[head.outcome];
}

const TONES: { readonly [outcome in RunOutcome]: VerdictTone } = {
  ...{ succeeded: 'good', failed: 'bad', error: 'bad', aborted: 'stopped', cancelled: 'stopped' },
};

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

/** The text of an input: from the flags, from the environment if it is a secret, or the default of the command. */
export function inputOf(name: InputName, flags: CliFlags['values'], env: Env): string {
  const variable = (SECRETS as { readonly [name: string]: string })[name];
  return variable === undefined ? (flags[name] ?? CLI_DEFAULTS[name] ?? '') : (env[variable] ?? '');
}

/** What differs from the defaults, without secrets. */
function settingLines(input: (name: InputName) => string): string[] {
  const names = Object.keys(INPUTS) as InputName[];
  return names
    .filter((name) => !(name in SECRETS) && input(name) !== '' && input(name) !== INPUTS[name])
    .map((name) => `Setting: ${name} = ${input(name)}`);
}

function requestLine({ status, ms, users }: ObservedRequest): string {
  return `Request: ${counted(users, 'user')}, ${status === null ? 'no answer' : `status ${status}`}, ${count(ms)} ms`;
}
