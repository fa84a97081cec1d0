import { INPUT_SUMMARIES } from '../generated/input-summaries.ts';
import { CLI_FLAGS, type CLI_SWITCHES, INPUTS, type InputName, SECRETS } from '../settings/inputs.ts';
import { EXIT_CODES } from './exit-code.ts';

/** Defaults of the command that differ from those of the action. */
export const CLI_DEFAULTS: { readonly [name in InputName]?: string } = { 'report-dir': './migration-report' };

/** What the flags do that only the command has. */
const OWN_FLAGS: { readonly [name in keyof typeof CLI_FLAGS | (typeof CLI_SWITCHES)[number]]: string } = {
  'state-dir': 'Private folder for what the next run needs: progress to continue from, the state of deltas',
  forecast: 'With --mode plan: prints how long sending would take, and what it stores',
  yes: 'Sends to a tenant without asking on a terminal',
  json: 'Prints the head of report.json on standard output, and everything else on standard error',
  quiet: 'Prints nothing but errors, and how a run ended that did not succeed',
  verbose: 'Also prints the settings, every request and the time of each line',
};

/** What `--help` prints. */
export function cliHelp(): string {
  const groups = Object.entries(INPUT_SUMMARIES).map(([title, inputs]): [string, (readonly [string, string])[]] => {
    const flags = Object.entries(inputs).filter(([name]) => !(name in SECRETS));
    return [title, flags.map(([name, text]) => [name, withDefault(name, text)])];
  });
  const own = Object.entries(OWN_FLAGS).map(([name, text]) => [name, withDefault(name, text)] as const);
  const all = [...groups, ['Flags that only the command has', own] as const];
  const width = Math.max(...all.flatMap(([, flags]) => flags.map(([name]) => name.length))) + 4;
  const exitCodes = Object.entries(EXIT_CODES).map(([outcome, code]) => `${code} ${outcome}`);
  return [
    'cidaas-migrate moves the users of a legacy system into cidaas.',
    '',
    'Usage: cidaas-migrate --mode plan --export users.csv --mapping mapping.yml',
    '       cidaas-migrate --export users.csv --mapping mapping.yml --tenant-url https://acme.cidaas.de',
    '       cidaas-migrate --version',
    '',
    'Commands (`cidaas-migrate help init` lists the flags of init, and so on):',
    '  init users.csv --out mapping.yml    proposes a first mapping for an export, or writes a sample of it with invented values',
    '  explain --row 12                    shows what becomes of one record, step by step; takes the flags of a plan',
    '  sandbox [--port 8080]               starts a local stand-in for a tenant',
    '  verifier [--port 8443]              checks passwords at the login that cidaas cannot check itself',
    '  help [command]                      prints this, or the help of a command',
    ...all.flatMap(([title, flags]) => [
      '',
      `${title}:`,
      ...flags.map(([name, text]) => `  ${`--${name}`.padEnd(width)}${text}`),
    ]),
    '',
    `Secrets come from the environment: ${Object.values(SECRETS).join(', ')}`,
    'Colours appear on a terminal; NO_COLOR=1 turns them off, FORCE_COLOR=1 on.',
    `Exit codes: ${exitCodes.join(', ')}. docs/reference.md explains every flag.`,
    '',
  ].join('\n');
}

/** An empty default, or `false`, would explain nothing. */
function withDefault(name: string, text: string): string {
  const standards: { readonly [name: string]: string | null } = { ...INPUTS, ...CLI_FLAGS, ...CLI_DEFAULTS };
  const standard = standards[name] ?? '';
  return standard === '' || standard === 'false' ? text : `${text} (default: ${standard})`;
}
