import { resolve } from 'node:path';
import { closingLines } from '../report/closing-lines.ts';
import { type FailureGroup, firstOf } from '../report/failure-tally.ts';
import { isDiskFull, messageOf } from '../runtime/disk-full.ts';
import { InputError } from '../runtime/input-error.ts';
import { consoleLog } from '../runtime/log.ts';
import { progressLog, terminalProgress } from '../runtime/progress-log.ts';
import { TOOL_VERSION } from '../runtime/tool-version.ts';
import { CLI_FLAGS, INPUTS, type InputName, SECRETS } from '../settings/inputs.ts';
import { readSettings } from '../settings/read-settings.ts';
import { secretTexts } from '../settings/secret-inputs.ts';
import { readFlags } from './cli-flags.ts';
import { listenForInterrupts } from './interrupt.ts';
import { runJob } from './job.ts';
import { openRunHome } from './state-dir.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The entry of the shell: the action's inputs as flags. Returns the exit code: 0 only when the outcome is `succeeded`. */
export async function runCli(args: readonly string[], env: Env): Promise<number> {
  const log = consoleLog(process.stdout, process.stderr);
  using interrupt = listenForInterrupts();
  try {
    if (args[0] === 'sandbox') {
      const { SANDBOX_HELP, serveSandbox } = await import('../sandbox/serve.ts');
      if (args.includes('--help')) {
        process.stdout.write(SANDBOX_HELP);
        return 0;
      }
      await using sandbox = await serveSandbox(args.slice(1), (line) => process.stdout.write(`${line}\n`));
      if (!interrupt.stop.aborted)
        await new Promise((resolve) => interrupt.stop.addEventListener('abort', resolve, { once: true }));
      log.info(`${sandbox.userCount} users were stored.`);
      return 0;
    }
    if (args[0] === 'init') {
      const quiet = consoleLog(process.stderr, process.stderr);
      for (const text of secretTexts('export-key', env[SECRETS['export-key']] ?? ''))
        for (const each of [log, quiet]) each.secret(text);
      const { runInit } = await import('../init/init-command.ts');
      const print = (text: string) => void process.stdout.write(text);
      const environment = { cwd: process.cwd(), env, log: quiet, stop: interrupt.stop, print };
      return (await runInit(args.slice(1), environment)) ? 0 : 1;
    }
    for (const [name, variable] of Object.entries(SECRETS)) {
      for (const text of secretTexts(name as InputName, env[variable] ?? '')) log.secret(text);
    }
    const flags = readFlags(args);
    switch (flags) {
      case 'nothing':
        // An empty variable in a script must not look like a migration that succeeded.
        process.stderr.write(usage());
        return 1;
      case 'help':
        process.stdout.write(usage());
        return 0;
      case 'version':
        process.stdout.write(`${TOOL_VERSION}\n`);
        return 0;
    }
    const { values, problems } = flags;
    const settings = readSettings((name) => inputOf(name, values, env), problems);
    interrupt.limitTime(settings.timeLimitMs);
    await using home = await openRunHome(settings, resolve(values['state-dir'] ?? CLI_FLAGS['state-dir']), log);
    const environment = {
      cwd: process.cwd(),
      folder: home.folder,
      env,
      log,
      progress: process.stderr.isTTY ? terminalProgress(process.stderr, Date.now) : progressLog(log, Date.now),
      stop: interrupt.stop,
      cut: interrupt.cut,
      run: null,
      toolVersion: TOOL_VERSION,
      onSecret: log.secret,
      workflow: '',
      store: home.store,
      stateStore: home.stateStore,
      branch: '',
    };
    const { head, report } = await runJob(settings, environment, (result, memory, state) =>
      home.remember(result.head, memory, state),
    );
    const fileNames = head.export.files.map(({ name }) => name);
    const more = (group: FailureGroup) => firstOf(group, settings.report.identifiers, fileNames);
    for (const line of closingLines(head, report.failures.groups(), report.json, more)) log.info(line);
    return head.outcome === 'succeeded' ? 0 : 1;
  } catch (error) {
    for (const problem of error instanceof InputError ? error.problems : [wordsFor(error)]) log.error(problem);
    return 1;
  }
}

/** Where a bug is, its stack tells; a full disk or a missing folder is said in the system's words alone. */
function wordsFor(error: unknown): string {
  if (!(error instanceof Error) || isDiskFull(error)) return messageOf(error);
  const isOfSystem = [error, error.cause].some((each) => each instanceof Error && 'errno' in each);
  return isOfSystem ? error.message : (error.stack ?? error.message);
}

/** Where the CLI differs from the action's defaults. */
const CLI_DEFAULTS: { readonly [name in InputName]?: string } = { 'report-dir': './migration-report' };

function inputOf(name: InputName, flags: { readonly [name: string]: string | undefined }, env: Env): string {
  const variable = (SECRETS as { readonly [name: string]: string })[name];
  return variable === undefined ? (flags[name] ?? CLI_DEFAULTS[name] ?? '') : (env[variable] ?? '');
}

function usage(): string {
  const flags = [...Object.entries(INPUTS), ...Object.entries(CLI_FLAGS)].filter(([name]) => !(name in SECRETS));
  const width = Math.max(...flags.map(([name]) => name.length)) + 4;
  return [
    'cidaas-migrate moves the users of a legacy system into cidaas.',
    '',
    'Usage: cidaas-migrate --mode plan --export users.csv --mapping mapping.yml',
    '       cidaas-migrate --export users.csv --mapping mapping.yml --tenant-url https://acme.cidaas.de',
    '       cidaas-migrate --version',
    '',
    'Commands, each with a --help of its own:',
    '  init users.csv --out mapping.yml    proposes a first mapping for an export, or draws a sample of it (`init --help`)',
    '  sandbox [--port 8080]               a local stand-in for a tenant (`sandbox --help`)',
    '',
    'Flags and their defaults (docs/reference.md says what each means):',
    ...flags.map(([name, standard]) =>
      `  ${`--${name}`.padEnd(width)}${CLI_DEFAULTS[name as InputName] ?? standard ?? ''}`.trimEnd(),
    ),
    '',
    `From the environment: ${Object.values(SECRETS).join(', ')}`,
    '',
  ].join('\n');
}
