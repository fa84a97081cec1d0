import { CLI_FLAGS, CLI_SWITCHES, INPUTS, type InputName, SECRETS } from '../settings/inputs.ts';

/** Defaults of the command that differ from those of the action. */
export const CLI_DEFAULTS: { readonly [name in InputName]?: string } = { 'report-dir': './migration-report' };

/** What `--help` prints. */
export function cliHelp(): string {
  const flags = [...Object.entries(INPUTS), ...Object.entries(CLI_FLAGS)].filter(([name]) => !(name in SECRETS));
  const width = Math.max(...flags.map(([name]) => name.length)) + 4;
  return [
    'cidaas-migrate moves the users of a legacy system into cidaas.',
    '',
    'Usage: cidaas-migrate --mode plan --export users.csv --mapping mapping.yml',
    '       cidaas-migrate --export users.csv --mapping mapping.yml --tenant-url https://acme.cidaas.de',
    '       cidaas-migrate --version',
    '',
    'Commands (`init --help` and `sandbox --help` list their flags):',
    '  init users.csv --out mapping.yml    proposes a first mapping for an export, or writes a sample of it with invented values',
    '  sandbox [--port 8080]               starts a local stand-in for a tenant',
    '',
    'Flags and their defaults (docs/reference.md explains each):',
    ...flags.map(([name, standard]) =>
      `  ${`--${name}`.padEnd(width)}${CLI_DEFAULTS[name as InputName] ?? standard ?? ''}`.trimEnd(),
    ),
    ...CLI_SWITCHES.map((name) => `  --${name}`),
    '',
    `From the environment: ${Object.values(SECRETS).join(', ')}`,
    '',
  ].join('\n');
}
